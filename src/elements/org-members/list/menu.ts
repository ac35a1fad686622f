import { html, nothing, type LitElement, type ReactiveController } from 'lit';

export interface MenuItem {
  readonly name: string;
  readonly label: string;
  /** It takes something away. */
  readonly destructive?: boolean;
  run(): void;
}

interface OpenMenu {
  readonly anchor: HTMLElement;
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** One menu for all who need one: it opens above everything, beside what was pressed. */
export class ActionMenu implements ReactiveController {
  readonly #host: LitElement;
  #open: OpenMenu | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#open = null;
  }

  /** Whether it belongs to this button at the moment. */
  isOpenAt(label: string): boolean {
    return this.#open?.label === label;
  }

  async open(anchor: HTMLElement, label: string, items: readonly MenuItem[]): Promise<void> {
    this.#open = { anchor, label, items };
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const menu = this.#menu;
    if (!menu) return;
    menu.showPopover();
    place(menu, anchor);
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
      @toggle=${() => this.#noteClosing()}
      @keydown=${(event: KeyboardEvent) => this.#press(event)}
    >
      ${items.map(
        (item) =>
          html`<button
            type="button"
            role="menuitem"
            tabindex="-1"
            part="menu-item ${item.name.replace('.', '-')}"
            class=${item.destructive ? 'grave' : nothing}
            @click=${() => this.#choose(item)}
          >
            ${item.label}
          </button>`,
      )}
    </div>`;
  }

  #choose(item: MenuItem): void {
    this.#dismiss();
    item.run();
  }

  /** Back to where it was opened from: a dialog that opens next gives the focus back there. */
  #dismiss(): void {
    const anchor = this.#open?.anchor;
    this.#menu?.hidePopover();
    this.#close();
    anchor?.focus();
  }

  /** Told late: whoever is quick has opened another one by then. */
  #noteClosing(): void {
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
    else if (event.key === 'Tab' || event.key === 'Escape') this.#dismiss();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #focus(index: number): void {
    const items = this.#items;
    items.at(index % items.length)?.focus();
  }

  get #menu(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.menu');
  }

  get #items(): readonly HTMLElement[] {
    return [...(this.#menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  }
}

const margin = 8;

/** Below the button, or above where there is no room; never outside of what can be seen. */
function place(menu: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const isRtl = getComputedStyle(anchor).direction === 'rtl';
  const left = isRtl ? at.left : at.right - width;
  const below = at.bottom + 4;
  const top = below + height > innerHeight - margin ? at.top - height - 4 : below;
  // Through the object model: a style attribute would break a strict content security policy.
  menu.style.left = `${Math.max(margin, Math.min(left, innerWidth - width - margin))}px`;
  menu.style.top = `${Math.max(margin, top)}px`;
}
