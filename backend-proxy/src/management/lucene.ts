/**
 * Terms of Auth0's query language, which is Lucene's. Everything that somebody typed goes through here, so that it is
 * searched for and never read as a part of the query.
 * https://auth0.com/docs/manage-users/user-search/user-search-query-syntax
 */

/** A phrase: between its quotes only a quote and a backslash mean anything. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** Any of the values in one attribute. */
export function anyOf(attribute: string, values: readonly string[]): string {
  return `(${values.map((value) => `${attribute}:${quoted(value)}`).join(' OR ')})`;
}
