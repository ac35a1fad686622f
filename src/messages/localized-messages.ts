import { catalogTag, loadMessages, type Catalog, type CatalogPart } from './catalog.js';

interface Host {
  requestUpdate(): void;
}

/**
 * The messages of one part in the reader's language. English until another catalog has arrived, then an update of the
 * host; a later change of the language is followed.
 * @example
 * const messages = new LocalizedMessages(this, 'members', members, () => readerLanguage(this));
 * messages.current.title;
 */
export class LocalizedMessages<Part extends CatalogPart> {
  readonly #host: Host;
  readonly #part: Part;
  readonly #english: Catalog[Part];
  readonly #language: () => string;
  #tag = 'en';
  #current: Catalog[Part];
  #loading: Promise<void> | null = null;

  constructor(host: Host, part: Part, english: Catalog[Part], language: () => string) {
    this.#host = host;
    this.#part = part;
    this.#english = english;
    this.#current = english;
    this.#language = language;
  }

  /** The messages that are here now. Starts loading if the language has changed. */
  get current(): Catalog[Part] {
    void this.load();
    return this.#current;
  }

  /** Whether the messages of the reader's language are here. */
  get isReady(): boolean {
    void this.load();
    return this.#loading === null;
  }

  /** Resolves when the messages of the reader's language are here. */
  async load(): Promise<void> {
    const tag = catalogTag(this.#language());
    if (tag === this.#tag) return this.#loading ?? undefined;
    this.#tag = tag;
    if (tag === 'en') {
      this.#current = this.#english;
      this.#loading = null;
      return;
    }
    return (this.#loading = this.#arrive(tag));
  }

  async #arrive(tag: string): Promise<void> {
    const messages = await loadMessages(this.#part, tag, this.#english);
    // The language may have changed again in the meantime.
    if (tag !== this.#tag) return;
    this.#current = messages;
    this.#loading = null;
    this.#host.requestUpdate();
  }
}
