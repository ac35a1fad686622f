/**
 * Reads phone numbers as people write, copy, and paste them. Without number plans, which are large: `phone.ts` has them, in the
 * proxy. Free of zod, because the browser loads it.
 */

/** What makes a phone number unusable. The interface has a message for each code. */
export type PhoneProblem = 'format' | 'no-country-code' | 'extension' | 'two-numbers' | 'number-length';

interface PhoneReading {
  /** E.164, if the text is one number with a country code. */
  readonly number: string | null;
  readonly problem: PhoneProblem | null;
}

/** Marks that come with pasted text: directions, zero-width characters, variation selectors. */
const marks = /\p{Cf}|\p{Default_Ignorable_Code_Point}/gu;
/** "Tel.:", "tel:", "Mobil", in front of the number. */
const label = /^[\p{L}\s.:/]*(?=[+(\d])/u;
/** "(office)", behind it. */
const remark = /\([^()\d+]*\)/g;
/** What can stand between two numbers, or a number and its extension. A slash also follows an area code. */
const divider = /[/\u2044,;|\r\n\t]|\s(?:or|oder|ou|and|und|et|y|o|e)\s/iu;
/** "ext. 12", "x12", "Durchwahl 12", "#12". */
const extension = /\d[^\d]*[\p{L}#*][^\d]*\d/u;
/** What makes a number readable. */
const grouping = /[\s\p{Pd}.·•\u2212\u2044~/]/gu;

/** Digits that a number with its country and area code has. An area code has fewer, an extension as well. */
const wholeNumber = 7;
const restOfNumber = 5;
const maxDigits = 15;

/**
 * Returns the number that a text means, or why it can't be told.
 * @example readPhone('tel:+49 (0)30 5550100').number // '+49305550100'
 */
export function readPhone(text: string): PhoneReading {
  const plain = plainText(text).replace(label, '').replace(remark, '').trim();
  const [first = 0, ...others] = plain.split(divider).map(countDigits);
  const isWhole = first >= wholeNumber;
  if (/\+.*\+/.test(plain) || (isWhole && others.some((count) => count >= restOfNumber)))
    return problem('two-numbers');
  if (extension.test(plain) || (isWhole && others.some((count) => count > 0))) return problem('extension');
  const compact = plain
    .replace(grouping, '')
    .replace(/^\((\+?\d+)\)/, '$1')
    .replace(/^00/, '+')
    // Dialed only inside the country, except in Italy and its neighbors, where the zero belongs to the number.
    .replace(/^(\+(?!39|378|379)\d+)\(0\)/, '$1')
    .replace(/[()]/g, '');
  if (/^\d+$/.test(compact) || /^\+0/.test(compact)) return problem('no-country-code');
  if (!/^\+\d+$/.test(compact)) return problem('format');
  const digits = countDigits(compact);
  return digits < wholeNumber || digits > maxDigits
    ? problem('number-length')
    : { number: compact, problem: null };
}

const problem = (code: PhoneProblem): PhoneReading => ({ number: null, problem: code });

const countDigits = (text: string) => text.replace(/\D/g, '').length;

/**
 * Returns the text without invisible marks, with digits and signs of any script and width in ASCII.
 * @example plainText('＋４９') // '+49'
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(marks, '')
    .replace(/\p{Nd}/gu, asciiDigit)
    .trim();
}

/** The digits of a script follow each other, from zero to nine. */
function asciiDigit(digit: string): string {
  const isDigit = (code: number) => /\p{Nd}/u.test(String.fromCodePoint(code));
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (isDigit(code - value - 1)) value += 1;
  return String(value % 10);
}
