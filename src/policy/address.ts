/** Reads and checks email addresses, of profiles and of invitations. Free of zod, because the browser loads it. */
import { beforeInvisible, trimInvisible } from './invisible.js';
import { hasLookAlikes } from './look-alikes.js';

/** Why a text isn't an address that someone can be reached at. */
export type AddressProblem = 'address-invalid' | 'address-invisible' | 'address-look-alike';

/** Auth0's limits: 64 characters before the `@`, 254 in total. Simpler than RFC 5321, which few mail servers support in full. */
const email = /^[^\s@"(),:;<>[\\\]]{1,64}@[a-z0-9](?:[a-z0-9-]{0,62}\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/u;
const maxLength = 254;
const unprintable = /[\p{Cc}\p{Cs}]/u;

/**
 * Returns whether a text has the form of an address.
 * @example isAddress('mia@acme') // false
 */
export function isAddress(text: string): boolean {
  return text.length <= maxLength && !text.includes('..') && email.test(text);
}

/**
 * Returns what is wrong with an address from {@link normalizeAddress}, or `null`.
 * @example addressProblem('mia@') // 'address-invalid'
 */
export function addressProblem(address: string): AddressProblem | null {
  if (unprintable.test(address)) return 'address-invalid';
  if (beforeInvisible(address, true) !== null) return 'address-invisible';
  if (hasLookAlikes(address)) return 'address-look-alike';
  return isAddress(address) ? null : 'address-invalid';
}

/**
 * Converts an address to the form in which it is stored and compared. Returns an empty text if there is none.
 * @example normalizeAddress(' Hugo＠Müller.example') // 'hugo@xn--mller-kva.example'
 */
export function normalizeAddress(text: string): string {
  return withAsciiDomain(halfWidth(trimInvisible(text).normalize('NFC')).toLowerCase());
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
