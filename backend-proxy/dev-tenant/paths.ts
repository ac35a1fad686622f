/**
 * A path as sent and as meant. User ids contain a `|`, which some callers encode and some do not; whoever names a
 * path in a fault or a count may write it either way.
 */
export function spellings(path: string): string[] {
  try {
    return [path, decodeURIComponent(path)];
  } catch {
    return [path];
  }
}
