/** A text that stands for a value somebody may not see all of: enough to recognise it, not enough to learn it. */
import type { FieldKind, FieldValue } from '../vocabulary.js';

/** Always as many, so that nobody counts the letters. */
const dots = '••••••';
/** Shorter numbers would be given away by their end. */
const leastDigits = 7;

/** `null` stays `null`: that something is not set is no secret. */
export function maskValue(kind: FieldKind, value: FieldValue): string | null {
  if (value === null) return null;
  if (typeof value !== 'string') return dots;
  if (kind === 'email') return maskEmail(value);
  return kind === 'phone' ? maskPhone(value) : dots;
}

/** The first letter and the domain. */
function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const [first = ''] = email;
  return at > 1 ? `${first}${dots}${email.slice(at)}` : dots;
}

/** The last two digits, which is what people read out to each other. */
function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length >= leastDigits ? `${dots}${digits.slice(-2)}` : dots;
}
