/** Converts input to the form in which it is stored. Free of zod, because the browser loads it. */
import { beforeInvisible, trimInvisible, withoutInvisible } from './invisible.js';
import { hasLookAlikes } from './look-alikes.js';
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
  if (kind === 'phone') return dialable(value) || null;
  // Pasted paragraphs can be full of soft hyphens and marks. In a name or an identifier, they are for `checkValue` to refuse.
  const text = (kind === 'multiline' ? withoutInvisible(value) : trimInvisible(value)).normalize('NFC');
  if (text === '') return null;
  if (kind === 'email') return withAsciiDomain(halfWidth(text).toLowerCase());
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

/** Japanese and Chinese keyboards type "＠" and "。" until they are switched. */
function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('。', '.');
}

/** In every runtime, but not in the types of the language. */
declare const URL: new (url: string) => { readonly hostname: string };

/**
 * Converts an international domain to the ASCII form that mail servers use. Letters that only look like ASCII ones ("ſ", "а")
 * are left, and refused: the conversion would turn them into another domain, or hide them. So are invisible characters.
 */
function withAsciiDomain(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  if (at < 1 || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) || /^[\0-\x7f]*$/.test(domain)) return address;
  if (hasLookAlikes(domain) || beforeInvisible(domain, true) !== null) return address;
  try {
    return address.slice(0, at + 1) + new URL(`https://${domain}`).hostname;
  } catch {
    return address;
  }
}
