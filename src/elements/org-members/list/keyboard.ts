import type { LitElement, ReactiveController } from 'lit';
import type { MemberRow } from '../../../contract/member.js';

export interface RowKeyboardOptions {
  rows(): readonly MemberRow[];
  open(member: MemberRow): void;
  toggle(member: MemberRow): void;
  openMenu(member: MemberRow, anchor: HTMLElement): void;
}

/**
 * Keyboard navigation in the rows: the arrow keys, Home and End move, Enter opens, Space selects, and the menu key opens the
 * row's menu. One row at a time is in the Tab order.
 */
export class RowKeyboard implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: RowKeyboardOptions;
  #userId: string | null = null;
  #index = 0;
  #focusedRow: Element | null = null;

  constructor(host: LitElement, options: RowKeyboardOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The index of the row that is in the Tab order. */
  get index(): number {
    const rows = this.#options.rows();
    const found = rows.findIndex(({ userId }) => userId === this.#userId);
    return found < 0 ? Math.max(0, Math.min(this.#index, rows.length - 1)) : found;
  }

  hostUpdate(): void {
    const { activeElement } = this.#host.shadowRoot ?? {};
    this.#focusedRow = activeElement?.closest('tbody tr') ?? null;
  }

  /** If the focused row was removed, focuses the row that took its place. */
  hostUpdated(): void {
    if (!this.#focusedRow || this.#focusedRow.isConnected) return;
    this.#focusedRow = null;
    void this.#host.updateComplete.then(() => this.#rowAt(this.index)?.focus());
  }

  readonly onFocusIn = (event: Event): void => {
    const index = this.#indexOf(event);
    const member = this.#options.rows()[index];
    if (!member || member.userId === this.#userId) return;
    this.#userId = member.userId;
    this.#index = index;
    this.#host.requestUpdate();
  };

  readonly onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    const index = this.#indexOf(event);
    const member = this.#options.rows()[index];
    if (!member) return;
    const onRow = target instanceof HTMLTableRowElement;
    const move = moves[event.key];
    if (move) void this.focus(move(index));
    else if (event.key === 'Enter' && onRow) this.#options.open(member);
    else if (event.key === ' ' && onRow) this.#options.toggle(member);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      this.#options.openMenu(member, menuButtonOf(target));
    } else return;
    event.preventDefault();
  };

  /** Focuses a row, or the nearest one if there is none at this index. */
  async focus(index: number): Promise<void> {
    const rows = this.#options.rows();
    this.#index = Math.max(0, Math.min(index, rows.length - 1));
    this.#userId = rows[this.#index]?.userId ?? null;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#rowAt(this.#index)?.focus();
  }

  /** Focuses a member's row, or the row that took its place. */
  focusMember(userId: string): Promise<void> {
    const found = this.#options.rows().findIndex((row) => row.userId === userId);
    return this.focus(found < 0 ? this.#index : found);
  }

  /** Scrolls as far as it takes to see a member's row. */
  reveal(userId: string): void {
    const found = this.#options.rows().findIndex((row) => row.userId === userId);
    if (found >= 0) this.#rowAt(found)?.scrollIntoView({ block: 'nearest' });
  }

  #indexOf({ target }: Event): number {
    return (target as HTMLElement).closest('tr')?.sectionRowIndex ?? -1;
  }

  #rowAt(index: number): HTMLElement | null {
    return this.#host.renderRoot.querySelectorAll<HTMLElement>('.people tbody tr').item(index);
  }
}

const moves: Readonly<Record<string, (index: number) => number>> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  Home: () => 0,
  End: () => Infinity,
};

function menuButtonOf(target: HTMLElement): HTMLElement {
  return target.closest('tr')?.querySelector<HTMLElement>('.dots') ?? target;
}
