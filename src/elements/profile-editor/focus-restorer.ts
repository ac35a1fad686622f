import type { LitElement, ReactiveController } from 'lit';

/**
 * Moves the focus when an update removes the focused element, such as the bar after a save. Otherwise the browser would
 * move it to the top of the page.
 */
export class FocusRestorer implements ReactiveController {
  readonly #host: LitElement;
  #focused: Element | null | undefined;
  #section: Element | null | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const focused = (this.#focused = this.#host.shadowRoot?.activeElement);
    const section = focused?.closest('section');
    // The bar belongs to no section: after Save or Discard, the user is where they typed.
    if (section || (focused && !focused.closest('form'))) this.#section = section;
  }

  hostUpdated(): void {
    if (!this.#focused || this.#focused.isConnected) return;
    const section = this.#section?.isConnected ? this.#section : null;
    // The next conflict, Save, or the heading of the group.
    const next = first(section?.closest('form'), '.conflict, [type="submit"]') ?? first(section, 'h2');
    const place = next ?? first(this.#host.shadowRoot, '.page');
    // After the update, because moving the focus can change the form.
    void this.#host.updateComplete.then(() => place?.focus());
  }
}

function first(within: ParentNode | null | undefined, selector: string): HTMLElement | null {
  return within?.querySelector<HTMLElement>(selector) ?? null;
}
