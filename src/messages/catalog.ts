/** The catalogs by locale: English is built in, every other locale is loaded part by part. */
import type { Catalog, CatalogPart, Locale } from './types.js';

/** By BCP 47 tag, lower case. English isn't here: it comes with the code that shows it. */
const locales: Readonly<Record<string, () => Promise<Locale>>> = {
  de: async () => (await import('./de/locale.js')).locale,
};

/** The locale tags that have a catalog. */
export const localeTags: readonly string[] = ['en', ...Object.keys(locales)];

/** Returns the tag of the catalog for a language: the exact tag, its primary language, or English. */
export function catalogTag(language: string): string {
  const tag = language.toLowerCase();
  return [tag, tag.split('-')[0] ?? ''].find((each) => Object.hasOwn(locales, each)) ?? 'en';
}

/** Catalogs that have been loaded, by tag and part, so that a part rendered later starts in its language. */
const loaded = new Map<string, unknown>();

/**
 * Loads the messages of one part in a language, if there is a catalog for it. Later reads are synchronous.
 * A failure isn't reported: without the catalog, the part is shown in English.
 * @example await loadMessages('account', 'de-AT');
 */
export async function loadMessages(part: CatalogPart, language: string): Promise<void> {
  const tag = catalogTag(language);
  const load = locales[tag];
  if (!load || loaded.has(`${tag} ${part}`)) return;
  try {
    loaded.set(`${tag} ${part}`, await (await load())[part]());
  } catch {
    // Offline, or an old page after a deployment: English is better than nothing.
  }
}

/** Returns the loaded messages of one part in a language, or `null`. */
export function loadedMessages<Part extends CatalogPart>(part: Part, language: string): Catalog[Part] | null {
  return (loaded.get(`${catalogTag(language)} ${part}`) as Catalog[Part] | undefined) ?? null;
}
