/** A clipboard in place of the browser's, which needs a permission that tests don't have. */
export class ClipboardStub {
  readonly copied: string[] = [];
  readonly #own = navigator.clipboard;
  #isAllowed = true;

  constructor() {
    this.#replace({
      writeText: async (text: string) => {
        if (!this.#isAllowed) throw new DOMException('Denied', 'NotAllowedError');
        this.copied.push(text);
      },
    });
  }

  refuse(): void {
    this.#isAllowed = false;
  }

  /** As on a page without HTTPS. */
  remove(): void {
    this.#replace(undefined);
  }

  restore(): void {
    this.#replace(this.#own);
  }

  #replace(value: unknown): void {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value });
  }
}
