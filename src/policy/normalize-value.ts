/** Converts input to the form in which it is stored. Free of zod, because the browser loads it. */
import type { FieldKind, FieldValue } from './vocabulary.js';

/**
 * Converts input to the form in which it is stored: trimmed, composed (NFC), and without characters that no reader can see.
 * Emails and usernames are in lower case as in Auth0, phone numbers without separators. An empty value becomes `null`.
 * @example normalizeValue('phone', '+351 (91) 234') // '+35191234'
 */
export function normalizeValue(kind: FieldKind, value: FieldValue): FieldValue {
  if (kind === 'list' && Array.isArray(value)) {
    const texts = textsOf(value);
    return texts.length === 0 ? null : texts;
  }
  if (kind === 'multi-choice' && Array.isArray(value)) return value.length === 0 ? null : value;
  if (typeof value !== 'string') return value;
  if (kind === 'phone') return dialable(value) || null;
  const text = (isIdentifier(kind) ? value.replace(unseen, '') : withoutUnseen(value))
    .trim()
    .normalize('NFC');
  if (text === '') return null;
  if (kind === 'email') return withAsciiDomain(text.toLowerCase());
  return kind === 'username' ? text.toLowerCase() : text;
}

/** Each item on its own, without empty ones and repetitions. */
function textsOf(items: readonly string[]): readonly string[] {
  const texts = items.map((item) => normalizeValue('text', item)).filter((item) => item !== null);
  return [...new Set(texts as string[])];
}

const isIdentifier = (kind: FieldKind) => kind === 'email' || kind === 'username' || kind === 'url';

/**
 * Returns whether two values of a field are equal. The order of choices doesn't matter, that of a free list does.
 * @example sameValue('multi-choice', ['a', 'b'], ['b', 'a']) // true
 */
export function sameValue(kind: FieldKind, a: FieldValue, b: FieldValue): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    if (kind === 'list') return a.length === b.length && a.every((item, index) => item === b[index]);
    return a.every((item) => b.includes(item)) && b.every((item) => a.includes(item));
  }
  return a === b;
}

/** Characters without a glyph of their own: zero-width, fillers, tags, variation selectors, blank Braille. */
const unseen = /[\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/gu;
/** Marks that reorder text stay for `checkValue`, which refuses them: without them the text reads differently. */
const reordersText = /^\p{Bidi_C}$/u;

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
const seen = [
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
const seenOrUnseen = new RegExp(`(${seen})|${unseen.source}`, 'gu');

/** Removes characters that no reader can see, and keeps those that scripts and emoji need. */
function withoutUnseen(text: string): string {
  return text.replace(seenOrUnseen, (found: string, kept: string | undefined) =>
    kept === undefined && !reordersText.test(found) ? '' : found,
  );
}

/** What people and apps put into phone numbers for reading, and invisible marks that come with pasted ones. */
const phoneSeparators = /[\s\p{Pd}\p{Cf}.·/\u2044]|\p{Default_Ignorable_Code_Point}/gu;

/** "+49 (0)30" is dialed without the zero, except in Italy, where it belongs to the number. */
function dialable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(phoneSeparators, '')
    .replace(/^tel:/i, '')
    .replace(/^(\+(?!39)\d+)\(0\)/, '$1')
    .replace(/[()]/g, '');
}

/** In every runtime, but not in the types of the language. */
declare const URL: new (url: string) => { readonly hostname: string };

/**
 * Converts an international domain to the ASCII form that mail servers use. Letters that only look like ASCII ones ("ſ") are
 * left, and refused, because the conversion would turn them into another domain.
 */
function withAsciiDomain(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  if (at < 1 || !/^[\p{L}\p{M}\p{N}.-]*[^\0-\x7f][\p{L}\p{M}\p{N}.-]*$/u.test(domain)) return address;
  if (domain.normalize('NFKC') !== domain) return address;
  try {
    return address.slice(0, at + 1) + new URL(`https://${domain}`).hostname;
  } catch {
    return address;
  }
}
