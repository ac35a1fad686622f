/** Checks email addresses that aren't a field of a profile. Free of zod, because the browser loads it. */
import { checkValue } from './check-value.js';

/** Why a text isn't an address that someone can be reached at. */
export type AddressProblem = 'address-invalid' | 'address-invisible' | 'address-look-alike';

/**
 * Returns what is wrong with an address from {@link normalizeValue}, or `null`.
 * @example addressProblem('mia@') // 'address-invalid'
 */
export function addressProblem(email: string): AddressProblem | null {
  const violation = checkValue({ kind: 'email', required: true, constraints: {} }, email);
  if (violation?.code === 'invisible' || violation?.code === 'look-alike') return `address-${violation.code}`;
  return violation && 'address-invalid';
}
