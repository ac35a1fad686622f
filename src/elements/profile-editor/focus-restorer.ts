import type { LitElement, ReactiveController } from 'lit';

/**
 * Gives the focus a new place when an update takes away what held it, as a bar that has done its work. Lost focus
 * would send keyboard and screen reader back to the top of the page.
 */
export class FocusRestorer implements ReactiveController {
  readonly #host: LitElement;
  #held: Element | null | undefined;
  #section: Element | null | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#held = this.#host.shadowRoot?.activeElement;
    this.#section = this.#held?.closest('section');
  }

  hostUpdated(): void {
    if (!this.#held || this.#held.isConnected) return;
    const section = this.#section?.isConnected ? this.#section : null;
    // The next choice that is due, or else Save; where all is done, the group's heading.
    const next = first(section, '.conflict, [type="submit"]') ?? first(section, 'h2');
    const place = next ?? first(this.#host.shadowRoot, '.card');
    // After the update: what the focus leaves and enters may change the form.
    void this.#host.updateComplete.then(() => place?.focus());
  }
}

function first(within: ParentNode | null | undefined, selector: string): HTMLElement | null {
  return within?.querySelector<HTMLElement>(selector) ?? null;
}
