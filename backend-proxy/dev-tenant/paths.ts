/**
 * Decoded and raw form of a path. User IDs contain a `|`, which some callers encode. Faults and request counts accept
 * either form.
 */
export function spellings(path: string): string[] {
  try {
    return [path, decodeURIComponent(path)];
  } catch {
    return [path];
  }
}
