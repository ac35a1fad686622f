/**
 * Checks and formats phone numbers by the number plans of all countries. Only the proxy loads it: the plans are larger than the
 * elements. https://gitlab.com/catamphetamine/libphonenumber-js
 */
import { ParseError, parsePhoneNumberWithError, type PhoneNumber } from 'libphonenumber-js/min';
import type { Violation } from './check-value.js';
import { readPhone } from './read-phone.js';

/**
 * Returns the number without zeros that are dialed only inside the country, or why no one can have it.
 * @param number - E.164, from {@link normalizeValue}.
 * @example checkPhone('+490305550100') // { number: '+49305550100', violation: null }
 */
export function checkPhone(number: string): {
  readonly number: string;
  readonly violation: Violation | null;
} {
  const parsed = parse(number);
  if (typeof parsed === 'string') return { number, violation: { code: parsed } };
  if (parsed.number !== number) {
    // Some plans complete a local number with an area code, which isn't what was typed. Argentina moves a digit of mobile numbers.
    const isCompleted = !number.endsWith(parsed.nationalNumber) && parsed.country !== 'AR';
    const problem = isCompleted ? 'number-length' : readPhone(parsed.number).problem;
    return problem ? { number, violation: { code: problem } } : checkPhone(parsed.number);
  }
  // A zero that belongs to no number of the country: with it, one digit is missing.
  const hasStrayZero = parsed.nationalNumber.startsWith('0') && !parsed.isValid();
  const violation = parsed.isPossible() && !hasStrayZero ? null : { code: 'number-length' as const };
  return { number, violation };
}

/**
 * Returns the number with its digits grouped as people in its country do, or `null` if it isn't one.
 * @example formatPhone('+49305550100') // '+49 30 5550100'
 */
export function formatPhone(number: string): string | null {
  const parsed = parse(number);
  if (typeof parsed === 'string' || parsed.number !== number || !parsed.isPossible()) return null;
  return parsed.formatInternational();
}

function parse(number: string): PhoneNumber | 'unknown-country-code' | 'number-length' {
  try {
    return parsePhoneNumberWithError(number);
  } catch (reason) {
    if (!(reason instanceof ParseError)) throw reason;
    return reason.message === 'INVALID_COUNTRY' ? 'unknown-country-code' : 'number-length';
  }
}
