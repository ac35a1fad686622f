import type { LitElement, ReactiveController } from 'lit';
import type { MemberRow } from '../../../contract/member.js';

export interface RowFocusOptions {
  rows(): readonly MemberRow[];
  open(member: MemberRow): void;
  toggle(member: MemberRow): void;
  openMenu(member: MemberRow, anchor: HTMLElement): void;
}

/**
 * The keyboard's way through the rows: the arrows, Home and End move, Enter opens, Space selects, the menu key opens the
 * row's menu. One row at a time can be tabbed to.
 */
export class RowKeyboard implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: RowFocusOptions;
  #userId: string | null = null;
  #index = 0;
  #held: Element | null = null;

  constructor(host: LitElement, options: RowFocusOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The place of the row that can be tabbed to. */
  get index(): number {
    const rows = this.#options.rows();
    const found = rows.findIndex(({ userId }) => userId === this.#userId);
    return found < 0 ? Math.max(0, Math.min(this.#index, rows.length - 1)) : found;
  }

  hostUpdate(): void {
    const { activeElement } = this.#host.shadowRoot ?? {};
    this.#held = activeElement?.closest('tbody tr') ?? null;
  }

  /** Whoever was removed leaves the focus to the one in their place. */
  hostUpdated(): void {
    if (!this.#held || this.#held.isConnected) return;
    this.#held = null;
    void this.#host.updateComplete.then(() => this.#rowAt(this.index)?.focus());
  }

  /** The focus has come to a row, by whatever way. */
  readonly enter = (event: Event): void => {
    const index = this.#indexOf(event);
    const member = this.#options.rows()[index];
    if (!member || member.userId === this.#userId) return;
    this.#userId = member.userId;
    this.#index = index;
    this.#host.requestUpdate();
  };

  readonly press = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    const index = this.#indexOf(event);
    const member = this.#options.rows()[index];
    if (!member) return;
    const onRow = target instanceof HTMLTableRowElement;
    const move = this.#moves[event.key];
    if (move) void this.focus(move(index));
    else if (event.key === 'Enter' && onRow) this.#options.open(member);
    else if (event.key === ' ' && onRow) this.#options.toggle(member);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      this.#options.openMenu(member, menuButton(target));
    } else return;
    event.preventDefault();
  };

  /** To a row, which scrolls into view; to the nearest one where it is not there. */
  async focus(index: number): Promise<void> {
    const rows = this.#options.rows();
    this.#index = Math.max(0, Math.min(index, rows.length - 1));
    this.#userId = rows[this.#index]?.userId ?? null;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#rowAt(this.#index)?.focus();
  }

  /** To this person's row, or to whoever is in their place now. */
  focusMember(userId: string): Promise<void> {
    const found = this.#options.rows().findIndex((row) => row.userId === userId);
    return this.focus(found < 0 ? this.#index : found);
  }

  readonly #moves: Readonly<Record<string, (index: number) => number>> = {
    ArrowDown: (index) => index + 1,
    ArrowUp: (index) => index - 1,
    Home: () => 0,
    End: () => Infinity,
  };

  #indexOf({ target }: Event): number {
    return (target as HTMLElement).closest('tr')?.sectionRowIndex ?? -1;
  }

  #rowAt(index: number): HTMLElement | null {
    return this.#host.renderRoot.querySelectorAll<HTMLElement>('.people tbody tr').item(index);
  }
}

function menuButton(within: HTMLElement): HTMLElement {
  return within.closest('tr')?.querySelector<HTMLElement>('.dots') ?? within;
}
