import { catalogTag, loadedMessages, loadMessages } from './catalog.js';
import type { Catalog, CatalogPart } from './types.js';
import { withOverrides, type OverridesOf } from './messages.js';

interface Host {
  requestUpdate(): void;
}

/**
 * The messages of one part in the reader's language, with the host's overrides. English until another catalog has
 * arrived, then an update of the host. A later change of the language is followed.
 * @example
 * const messages = new LocalizedMessages(this, 'members', members, () => readerLanguage(this));
 * messages.with({ title: 'Team' }).title; // "Team"
 */
export class LocalizedMessages<Part extends CatalogPart> {
  readonly #host: Host;
  readonly #part: Part;
  readonly #english: Catalog[Part];
  readonly #language: () => string;
  #requestedTag = 'en';
  #merged: { messages: Catalog[Part]; overrides: unknown; result: Catalog[Part] } | null = null;

  constructor(host: Host, part: Part, english: Catalog[Part], language: () => string) {
    this.#host = host;
    this.#part = part;
    this.#english = english;
    this.#language = language;
  }

  /** Whether the messages of the reader's language are here, or can't be had. */
  get isReady(): boolean {
    const tag = catalogTag(this.#language());
    if (tag === 'en' || loadedMessages(this.#part, tag)) return true;
    if (tag !== this.#requestedTag) void this.#load(tag);
    return this.#failedTag === tag;
  }

  /** Returns the messages that are here now, merged with the overrides. The result is the same object until one changes. */
  with(overrides: OverridesOf<Catalog[Part]>): Catalog[Part] {
    const tag = catalogTag(this.#language());
    const messages = (this.isReady && loadedMessages(this.#part, tag)) || this.#english;
    if (this.#merged?.messages !== messages || this.#merged.overrides !== overrides) {
      this.#merged = { messages, overrides, result: withOverrides(messages, overrides) };
    }
    return this.#merged.result;
  }

  #failedTag: string | null = null;

  async #load(tag: string): Promise<void> {
    this.#requestedTag = tag;
    await loadMessages(this.#part, tag);
    if (!loadedMessages(this.#part, tag)) this.#failedTag = tag;
    this.#host.requestUpdate();
  }
}
