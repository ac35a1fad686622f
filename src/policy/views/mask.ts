/** Masks values: enough is left to recognize a value, not enough to learn it. */
import type { FieldKind, FieldValue } from '../vocabulary.js';

/** Always the same number, so that the mask doesn't reveal a length. */
const dots = '••••••';
/** The last digits of a shorter number would reveal too much of it. */
const leastDigits = 7;

/**
 * Returns a text that hides most of a value. `null` stays `null`, because it is no secret that a field isn't set.
 * @example maskValue('email', 'mia@acme.example') // 'm••••••@acme.example'
 */
export function maskValue(kind: FieldKind, value: FieldValue): string | null {
  if (value === null) return null;
  if (typeof value !== 'string') return dots;
  if (kind === 'email') return maskEmail(value);
  return kind === 'phone' ? maskPhone(value) : dots;
}

/** Keeps the first letter and the domain. */
function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const [first = ''] = email;
  return at > 1 ? `${first}${dots}${email.slice(at)}` : dots;
}

/** Keeps the last two digits, as people do when they compare numbers. */
function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length >= leastDigits ? `${dots}${digits.slice(-2)}` : dots;
}
