/** Converts input to the form in which it is stored. Free of zod, because the browser loads it. */
import { normalizeAddress } from './address.js';
import { trimInvisible, withoutInvisible } from './invisible.js';
import { plainText, readPhone } from './read-phone.js';
import type { FieldKind, FieldValue } from './vocabulary.js';

/**
 * Converts input to the form in which it is stored: composed (NFC), and without spaces and invisible characters at its ends.
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
  if (kind === 'email') return normalizeAddress(value) || null;
  // What isn't a number stays as it was typed, for the person to correct.
  if (kind === 'phone') return readPhone(value).number ?? (plainText(value) || null);
  // Pasted paragraphs can be full of soft hyphens and marks. In a name or an identifier, they are for `checkValue` to refuse.
  const text = (kind === 'multiline' ? withoutInvisible(value) : trimInvisible(value)).normalize('NFC');
  if (text === '') return null;
  return kind === 'username' ? text.toLowerCase() : text;
}

/** Each item on its own, without empty ones and repetitions. */
function textsOf(items: readonly string[]): readonly string[] {
  const texts = items.map((item) => normalizeValue('text', item)).filter((item) => item !== null);
  return [...new Set(texts as string[])];
}

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
