/**
 * Characters that no reader can see: zero-width, fillers, tags, variation selectors, blank Braille, and marks that reorder
 * text. One definition for forms, the proxy, search, files, and invitations. Free of zod, because the browser loads it.
 */

const invisible = '\\p{Default_Ignorable_Code_Point}\\u2800\\ufff9-\\ufffb';

/** Letters between which a joiner changes how they are written. Ranges where the script has unseen characters of its own. */
const joining =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mandaic}\\p{Script=Nko}\\u1820-\\u18aa\\p{Script=Adlam}' +
  '\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}' +
  '\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\u1780-\\u17b3\\u17b6-\\u17d3\\p{Script=Myanmar}' +
  '\\u064b-\\u065f\\u0670';
/** One emoji, with its skin tone and the choice between color and text. */
const emoji = '\\p{Extended_Pictographic}\\p{Emoji_Modifier}?[\\ufe0e\\ufe0f]?';
/** The tags of the flags of England, Scotland, and Wales. Others are invisible text. */
const flagTags = ['gbeng', 'gbsct', 'gbwls']
  .map((region) => [...region].map((letter) => `\\u{e00${letter.charCodeAt(0).toString(16)}}`).join(''))
  .join('|');

/** Sequences in which a character without a glyph changes what people see. */
const needed = [
  `\\u{1f3f4}(?:${flagTags})\\u{e007f}`,
  `${emoji}(?:\\u200d${emoji})*`,
  '[0-9#*]\\ufe0f\\u20e3',
  // Variants of one ideograph, which Japanese names use.
  '\\p{Script=Han}[\\ufe00-\\ufe02\\u{e0100}-\\u{e01ef}]',
  '[\\u1820-\\u18aa][\\u180b-\\u180f]',
  `[${joining}][\\u200c\\u200d](?=[${joining}])`,
  // The older spelling of Malayalam letters without a vowel, also at the end of a word.
  '\\u0d4d\\u200d',
  '[\\u2801-\\u28ff]\\u2800+(?=[\\u2801-\\u28ff])',
].join('|');

const neededOrInvisible = new RegExp(`(${needed})|[${invisible}]`, 'gu');
const neededOrVisible = new RegExp(`${needed}|[^\\s${invisible}]`, 'gu');
const anyInvisible = new RegExp(`[${invisible}]`, 'gu');
/** Marks that belong to a letter, and characters that have a glyph in no usual font. */
const nothingToSee = /^[\p{M}\p{Co}\p{Cf}\p{Z}]*$/u;

/**
 * Removes spaces and invisible characters from both ends, except those that a script or an emoji needs.
 * @example trimInvisible('\u200b Mia\u2060') // 'Mia'
 */
export function trimInvisible(text: string): string {
  let [start, end] = [-1, 0];
  for (const { index, 0: found } of text.matchAll(neededOrVisible)) {
    if (start < 0) start = index;
    end = index + found.length;
  }
  const trimmed = text.slice(Math.max(0, start), end);
  return nothingToSee.test(trimmed) ? '' : trimmed;
}

/**
 * Removes invisible characters everywhere, except those that a script or an emoji needs, and spaces from both ends.
 * @example withoutInvisible('Mi\u200ba') // 'Mia'
 */
export function withoutInvisible(text: string): string {
  return trimInvisible(text).replace(neededOrInvisible, (_, kept: string | undefined) => kept ?? '');
}

/** Letters in front of an invisible character, to find it by. */
const excerptLength = 12;

/**
 * Returns the text in front of the first invisible character, or `null` if there is none.
 * @param isIdentifier - Addresses and usernames have no use for joiners, in any script.
 * @example beforeInvisible('Mi\u200ba', false) // 'Mi'
 */
export function beforeInvisible(text: string, isIdentifier: boolean): string | null {
  for (const { index, 1: kept } of text.matchAll(isIdentifier ? anyInvisible : neededOrInvisible)) {
    if (kept === undefined) return [...text.slice(0, index)].slice(-excerptLength).join('');
  }
  return null;
}
