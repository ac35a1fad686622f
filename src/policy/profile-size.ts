/**
 * The size of a user profile. Auth0 limits its serialized form to 10 KB. It doesn't document what counts besides the data
 * that the API returns, so this counts the bytes of that JSON.
 * https://auth0.com/docs/troubleshoot/product-lifecycle/deprecations-and-migrations/migrate-oversized-user-profiles
 */
import type { Change } from './check-patch.js';
import { valueAt } from './metadata-path.js';
import type { AttributeValues } from './target.js';

/** Bytes. Auth0 still stores more, with a warning in the tenant's log, but not for much longer. */
export const maxProfileBytes = 10 * 1024;

/**
 * Returns the number of bytes of a value as JSON in UTF-8.
 * @example jsonBytes('é') // 4
 */
export function jsonBytes(value: unknown): number {
  const text = JSON.stringify(value ?? null);
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) bytes += bytesOf(text.charCodeAt(at));
  return bytes;
}

/** Of a code unit in UTF-8. Surrogates come in pairs of four bytes: JSON escapes the others. */
function bytesOf(unit: number): number {
  if (unit < 0x80) return 1;
  return unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
}

/**
 * Returns the fields that make a profile too large: the ones that grow most, until the rest would fit. Empty if the profile
 * fits, or if it is too large already and doesn't grow.
 * @param profileBytes - The size of the stored profile.
 * @example oversizedFields(10_000, {}, changes) // ['biography']
 */
export function oversizedFields(
  profileBytes: number,
  values: AttributeValues,
  changes: readonly Change[],
): readonly string[] {
  const growth = changes.map(({ field, attribute, value }) => ({
    field,
    bytes: jsonBytes(value) - jsonBytes(valueAt(values, attribute).stored),
  }));
  const total = growth.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= 0) return [];
  let excess = profileBytes + total - maxProfileBytes;
  return growth
    .toSorted((a, b) => b.bytes - a.bytes)
    .filter(({ bytes }) => {
      const isNeeded = excess > 0 && bytes > 0;
      excess -= bytes;
      return isNeeded;
    })
    .map(({ field }) => field);
}
