const maxLength = 400;

/**
 * Encodes identifiers as one key. Databases can't store every string: NUL ends a text in SQLite and is refused by
 * Postgres, lone surrogates are replaced, and an index entry in Postgres holds 2.7 kB. JSON escapes the former, a digest
 * stands in for what is too long.
 */
export async function keyOf(...parts: readonly string[]): Promise<string> {
  const key = JSON.stringify(parts);
  if (key.length <= maxLength) return key;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  return `sha256:${[...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
