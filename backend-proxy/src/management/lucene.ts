/**
 * Escapes user input for Lucene queries, so that it is matched literally.
 * https://auth0.com/docs/manage-users/user-search/user-search-query-syntax
 */

/** Returns a phrase. Inside its quotes, only a quote and a backslash have a meaning. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** Returns a condition that any of the values matches in one attribute. */
export function anyOf(attribute: string, values: readonly string[]): string {
  return `(${values.map((value) => `${attribute}:${quoted(value)}`).join(' OR ')})`;
}
