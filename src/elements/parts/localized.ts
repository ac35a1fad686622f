import type { LitElement } from 'lit';
import { loadMessages } from '../../messages/catalog.js';
import type { Catalog, CatalogPart } from '../../messages/types.js';
import { LocalizedMessages } from '../../messages/localized-messages.js';
import { readerLanguage } from './language.js';

/** The messages of one part of an element, in its reader's language. */
export function localized<Part extends CatalogPart>(
  host: LitElement,
  part: Part,
  english: Catalog[Part],
): LocalizedMessages<Part> {
  return new LocalizedMessages(host, part, english, () => readerLanguage(host));
}

/** Loads the messages of a part beside its code, so that it is never rendered in English first. */
export function prepareMessages(host: LitElement, ...parts: readonly CatalogPart[]): Promise<unknown> {
  return Promise.all(parts.map((part) => loadMessages(part, readerLanguage(host))));
}
