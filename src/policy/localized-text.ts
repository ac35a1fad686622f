/** Chooses among texts in several languages. */
import type { LocalizedText } from './vocabulary.js';

/** Tags that a page or a policy uses. Callers of the proxy can name any number of others. */
const maxRemembered = 100;
const writtenLanguages = new Map<string, string | null>();

/**
 * Returns what decides whether a reader of one tag can read another: `zh-Hant` for `zh-TW`, `zh-Hans` for `zh-CN` and `zh`.
 * `null` for a tag that `Intl.Locale` refuses, such as `en_US`.
 */
function writtenLanguage(tag: string): string | null {
  const known = writtenLanguages.get(tag);
  if (known !== undefined) return known;
  const found = maximize(tag);
  if (writtenLanguages.size >= maxRemembered) writtenLanguages.clear();
  writtenLanguages.set(tag, found);
  return found;
}

function maximize(tag: string): string | null {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return null;
  }
}

/**
 * Returns the tag that a reader of `language` reads best: the same, or one of the same language in the same script (by the
 * likely subtags of CLDR), the shortest first. `undefined` if there is none.
 * @param tags - BCP 47 tags.
 * @example closestTag(['de', 'zh-Hans'], 'zh-CN') // "zh-Hans"
 */
export function closestTag(tags: readonly string[], language: string): string | undefined {
  const wanted = language.toLowerCase();
  const exact = tags.find((tag) => tag.toLowerCase() === wanted);
  if (exact !== undefined) return exact;
  const written = writtenLanguage(language);
  if (written === null) return undefined;
  const closest = (some: readonly string[]) =>
    some.filter((tag) => writtenLanguage(tag) === written).sort((a, b) => a.length - b.length)[0];
  // Tags that spell the language alike are asked first: a page has a dozen languages, and each answer takes CLDR's data.
  const prefix = written.slice(0, written.indexOf('-'));
  return closest(tags.filter((tag) => tag.toLowerCase().startsWith(prefix))) ?? closest(tags);
}

const rightToLeft = /-(?:Adlm|Arab|Hebr|Nkoo|Rohg|Syrc|Thaa)$/;

/**
 * Returns whether a language is written from right to left.
 * @example isRightToLeft('he') // true
 */
export const isRightToLeft = (tag: string): boolean => rightToLeft.test(writtenLanguage(tag) ?? '');

/** Selects the text for a language: the closest tag's, else English, else the first one. */
export function textFor(text: LocalizedText, language: string): string | undefined {
  const tags = Object.keys(text);
  const tag = closestTag(tags, language) ?? (Object.hasOwn(text, 'en') ? 'en' : tags[0]);
  return tag === undefined ? undefined : text[tag];
}
