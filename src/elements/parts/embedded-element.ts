import { LitElement, type CSSResult, type PropertyValues } from 'lit';
import { keepTextSize } from './adopt-styles.js';

/** The base of both elements: stays whole on a page whose framework moves it, and that a browser translates. */
export abstract class EmbeddedElement extends LitElement {
  /** Registers the class, unless the tag is taken. A class can have one tag only, so further tags get a class of their own. */
  static define(
    this: CustomElementConstructor,
    tag: string,
    registry: CustomElementRegistry,
  ): CustomElementConstructor {
    if (!registry.get(tag))
      registry.define(tag, registry.getName(this) === null ? this : class extends this {});
    return this;
  }

  #isConnected = false;

  override connectedCallback(): void {
    if (this.#isConnected) return this.#restoreTopLayer();
    this.#isConnected = true;
    super.connectedCallback();
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = super.createRenderRoot() as ShadowRoot;
    const around = this.getRootNode();
    const isNested = around instanceof ShadowRoot && around.host instanceof EmbeddedElement;
    keepTextSize(root, (this.constructor as typeof LitElement).elementStyles as CSSResult[], isNested);
    return root;
  }

  /** Waits for the end of a move, which would abort what is being read, uploaded, or downloaded. */
  override disconnectedCallback(): void {
    queueMicrotask(() => {
      if (this.isConnected || !this.#isConnected) return;
      this.#isConnected = false;
      super.disconnectedCallback();
    });
  }

  /** `moveBefore()` keeps everything as it is: https://dom.spec.whatwg.org/#dom-parentnode-movebefore */
  connectedMoveCallback(): void {}

  /** A dialog that was taken out of the page is no longer modal, and a popover is hidden without an event. */
  #restoreTopLayer(): void {
    for (const dialog of this.#all<HTMLDialogElement>('dialog[open]')) {
      dialog.open = false;
      dialog.showModal();
    }
    for (const popover of this.#all('[popover]'))
      for (const type of ['beforetoggle', 'toggle'])
        popover.dispatchEvent(new ToggleEvent(type, { oldState: 'open', newState: 'closed' }));
  }

  /** Page translators put a `<font>` in the place of a text. Lit writes the next text to the `data` of that element. */
  protected override update(changed: PropertyValues): void {
    super.update(changed);
    for (const font of this.#all<HTMLElement & { data?: string }>('font'))
      if (font.data !== undefined) font.replaceWith(font.data);
  }

  #all<E extends Element>(selector: string): Iterable<E> {
    return this.renderRoot.querySelectorAll<E>(selector);
  }
}
