type Metadata = Record<string, unknown>;

/**
 * Merges the first level only: nested objects are replaced, `null` removes a key, and an empty object removes all.
 * https://auth0.com/docs/manage-users/user-accounts/metadata/manage-metadata-api
 *
 * Uses `Object.fromEntries`, which treats `__proto__` as an ordinary key.
 */
export function mergeMetadata(current: Metadata | undefined, patch: Metadata): Metadata {
  const changes = Object.entries(patch);
  if (changes.length === 0) return {};
  const merged = new Map([...Object.entries(current ?? {}), ...changes]);
  return Object.fromEntries([...merged].filter(([, value]) => value !== null));
}
