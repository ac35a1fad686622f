/** The catalogs by locale: English is built in, every other locale is loaded part by part. */
import { closestTag } from '../policy/localized-text.js';
import type { Catalog, CatalogPart, Locale } from './types.js';

/** By BCP 47 tag. English isn't here: it comes with the code that shows it. */
const locales: Record<string, () => Promise<Locale>> = {
  de: async () => (await import('./de/locale.js')).locale,
  fr: async () => (await import('./fr/locale.js')).locale,
  es: async () => (await import('./es/locale.js')).locale,
  'pt-BR': async () => (await import('./pt-BR/locale.js')).locale,
  it: async () => (await import('./it/locale.js')).locale,
  nl: async () => (await import('./nl/locale.js')).locale,
  pl: async () => (await import('./pl/locale.js')).locale,
  ja: async () => (await import('./ja/locale.js')).locale,
  'zh-Hans': async () => (await import('./zh-Hans/locale.js')).locale,
  ko: async () => (await import('./ko/locale.js')).locale,
  ar: async () => (await import('./ar/locale.js')).locale,
  he: async () => (await import('./he/locale.js')).locale,
};

/** The locale tags that have a catalog. */
export const localeTags = (): readonly string[] => ['en', ...Object.keys(locales)];

/**
 * Returns the tag of the catalog that a reader of `language` reads best, or `en`.
 * @example catalogTag('de-AT') // "de"
 */
export const catalogTag = (language: string): string => closestTag(localeTags(), language) ?? 'en';

/** Catalogs that have been loaded, by tag and part, so that a part rendered later starts in its language. */
const loaded = new Map<string, unknown>();

/**
 * Adds a locale, or replaces one. Call it before an element is rendered in that language.
 * @param tag - A BCP 47 tag, such as `sv` or `pt-PT`.
 * @param locale - How each part is loaded. Only the parts that a page shows are.
 * @example addLocale('sv', { profile: async () => (await import('./sv/profile.js')).profile, … });
 */
export function addLocale(tag: string, locale: Locale): void {
  locales[tag] = () => Promise.resolve(locale);
  for (const key of loaded.keys()) if (key.startsWith(`${tag} `)) loaded.delete(key);
}

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
