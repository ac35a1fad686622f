type Metadata = Record<string, unknown>;

/**
 * Merges the first level only: a nested object replaces the old one whole, `null` removes a key, and an empty
 * object wipes everything. https://auth0.com/docs/manage-users/user-accounts/metadata/manage-metadata-api
 *
 * Built by `Object.fromEntries`, which makes a key called `__proto__` an ordinary one instead of following it.
 */
export function mergeMetadata(current: Metadata | undefined, patch: Metadata): Metadata {
  const changes = Object.entries(patch);
  if (changes.length === 0) return {};
  const merged = new Map([...Object.entries(current ?? {}), ...changes]);
  return Object.fromEntries([...merged].filter(([, value]) => value !== null));
}
