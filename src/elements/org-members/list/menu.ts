/** The menu of the panel, and what is in it for a row. */
import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import type { MemberRow } from '../../../contract/member.js';
import { hasTrait } from '../../../policy/operations.js';
import { asksNothing, type MemberOperation } from '../../../state/member/member-operations.js';
import { copyableEmail } from '../../../state/members/copyable-email.js';
import { operationsFor } from '../../../state/members/available-operations.js';
import { place } from '../../parts/place.js';
import type { MemberAction, PanelContext } from '../context.js';
import { copyIcon, operationIcons, personIcon } from '../operation-icons.js';
import type { MenuItem } from './menu-item.js';

interface OpenMenu {
  readonly anchor: HTMLElement;
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** A popover menu, next to the button that opened it. One is shared by all rows. */
export class Menu implements ReactiveController {
  readonly #host: LitElement;
  #open: OpenMenu | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#open = null;
  }

  async open(anchor: HTMLElement, label: string, items: readonly MenuItem[]): Promise<void> {
    this.#open = { anchor, label, items };
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const menu = this.#menu;
    if (!menu) return;
    menu.showPopover();
    place(menu, anchor, 'end');
    this.#focus(0);
  }

  render() {
    if (!this.#open) return nothing;
    const { label, items } = this.#open;
    return html`<div
      class="menu"
      part="menu"
      popover
      role="menu"
      aria-label=${label}
      @toggle=${() => this.#closeWithPopover()}
      @keydown=${(event: KeyboardEvent) => this.#press(event)}
    >
      ${items.map(
        (item, index) =>
          html`${startsGroup(items, index) ? html`<hr />` : nothing}<button
              type="button"
              role="menuitem"
              tabindex="-1"
              part="menu-item ${itemPart(item)}"
              class=${item.kind === 'destructive' && !item.locked ? 'destructive-text' : nothing}
              aria-disabled=${item.locked ? 'true' : nothing}
              aria-labelledby=${item.locked ? `menu-item-${index}` : nothing}
              aria-describedby=${item.locked ? `menu-item-${index}-locked` : nothing}
              @click=${() => this.#choose(item)}
            >
              ${item.icon ?? nothing}
              <span>
                ${
                  item.locked
                    ? html`<span id="menu-item-${index}">${item.label}</span>
                        <small id="menu-item-${index}-locked">${item.locked}</small>`
                    : item.label
                }
              </span>
            </button>`,
      )}
    </div>`;
  }

  #choose(item: MenuItem): void {
    if (item.locked) return;
    this.#dismiss();
    item.run();
  }

  /** Closes the menu and focuses its button, where a dialog that opens next returns the focus to. */
  #dismiss(): void {
    const anchor = this.#open?.anchor;
    this.#menu?.hidePopover();
    this.#close();
    anchor?.focus();
  }

  /** `toggle` fires asynchronously: another menu may have opened by then. */
  #closeWithPopover(): void {
    if (!this.#menu?.matches(':popover-open')) this.#close();
  }

  #close(): void {
    this.#open = null;
    this.#host.requestUpdate();
  }

  #press(event: KeyboardEvent): void {
    const items = this.#items;
    const at = items.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) this.#focus(to);
    else if (isLetter(event)) this.#focusByLetter(event.key, at);
    else if (event.key === 'Tab' || event.key === 'Escape') this.#dismiss();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Focuses the next item whose label starts with the letter. */
  #focusByLetter(letter: string, at: number): void {
    const items = this.#items;
    const inOrder = [...items.slice(at + 1), ...items.slice(0, at + 1)];
    const startsWith = (item: HTMLElement) =>
      item.innerText.trim().toLocaleLowerCase().startsWith(letter.toLocaleLowerCase());
    inOrder.find(startsWith)?.focus();
  }

  #focus(index: number): void {
    const items = this.#items;
    items.at(index % items.length)?.focus();
  }

  get #menu(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('[role="menu"]');
  }

  get #items(): readonly HTMLElement[] {
    return [...(this.#menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  }
}

/** With a prefix: an operation can also have a button, and a host's action any name. */
const itemPart = ({ name }: MenuItem) => `item-${name.replace('.', '-')}`;

function startsGroup(items: readonly MenuItem[], index: number): boolean {
  return index > 0 && items[index]?.kind !== items[index - 1]?.kind;
}

/** Whether the key types a letter, and is no shortcut. */
function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return /^\p{L}$/u.test(key) && !ctrlKey && !metaKey && !altKey;
}

interface RowMenuHandlers {
  open(): void;
  copyEmail(email: string): void;
  run(operation: MemberOperation): void;
}

/** Returns the items of a row's menu: what shows something, what the caller may do with this member, and the host's own actions. */
export function rowMenuItems(
  panel: PanelContext,
  member: MemberRow,
  rowActions: readonly MemberAction[],
  { open, copyEmail, run }: RowMenuHandlers,
): readonly MenuItem[] {
  const { members, messages, readOnly } = panel;
  const { info } = members;
  const email = copyableEmail(member);
  const operations = readOnly || !info ? [] : operationsFor(info, member);
  const isDoneAtOnce = (operation: MemberOperation) =>
    asksNothing(operation, info?.members.auditReason ?? false);
  return [
    { name: 'open', label: messages.open, icon: personIcon, kind: 'view', run: open },
    ...(email
      ? [
          {
            name: 'copy-email',
            label: messages.copyEmail,
            icon: copyIcon,
            kind: 'view',
            run: () => copyEmail(email),
          } as const,
        ]
      : []),
    ...operations.map(({ operation, isOnSelf }) => ({
      ...operationMenuItem(panel, operation, () => run(operation)),
      ...(isOnSelf && { locked: messages.notOnSelf }),
      ...((isOnSelf || isDoneAtOnce(operation)) && { label: messages.operations[operation] }),
    })),
    ...rowActions.map((action) => ({ ...action, run: () => action.run(member) })),
  ];
}

export function operationMenuItem(
  { messages }: PanelContext,
  operation: MemberOperation,
  run: () => void,
): MenuItem {
  return {
    name: operation,
    label: messages.opensDialog(messages.operations[operation]),
    icon: operationIcons[operation],
    ...(hasTrait(operation, 'destructive') && { kind: 'destructive' }),
    run,
  };
}
