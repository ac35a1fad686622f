/** Letters that look like others: "аda" with a Cyrillic а is another name. Free of zod, because the browser loads it. */

const latin = /\p{Script=Latin}/u;
/** Scripts with letters that look like Latin ones, in use and historic. */
const lookAlike =
  /\p{Script=Cyrillic}|\p{Script=Greek}|\p{Script=Armenian}|\p{Script=Cherokee}|\p{Script=Coptic}|\p{Script=Lisu}/u;
/** Cyrillic letters with a Latin double. A word of nothing else is read as a Latin one. */
const doubles = /[асԁеһіјӏорԛѕԝхуьв]/gu;
const isInDisguise = (word: string) => /\p{L}/u.test(word) && /^[0-9-]*$/.test(word.replace(doubles, ''));
/** Phonetic letters, such as "ɡ" and "ɑ", which no name has. */
const phonetic = /[\u0250-\u02af]/;

/**
 * Returns whether a text has both Latin letters and others that look like them.
 * @example mixesScripts('Аda') // true: the first letter is Cyrillic
 */
export function mixesScripts(text: string): boolean {
  return latin.test(text) && lookAlike.test(text);
}

/**
 * Returns whether an address or a domain, in lower case, could be taken for another one. Each part between dots is judged by
 * itself: a Cyrillic domain can end with ".com".
 * @example hasLookAlikes('mia@аррӏе.example') // true
 */
export function hasLookAlikes(address: string): boolean {
  if (address.normalize('NFKC') !== address) return true;
  return address
    .split(/[.@]/)
    .some((part) => mixesScripts(part) || phonetic.test(part) || isInDisguise(part));
}
