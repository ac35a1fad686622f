/**
 * Queries for Auth0's user search, built from parts and never from text: whatever somebody typed is escaped, so that it
 * is looked for and cannot become a part of the query.
 * https://auth0.com/docs/manage-users/user-search/user-search-query-syntax
 */
import { quoted } from './lucene.js';

export type ListedStatus = 'active' | 'blocked' | 'unverified';

export type SearchedAttribute = 'name' | 'given_name' | 'family_name' | 'nickname' | 'email';

export interface MemberFilters {
  /** What was typed into a search field, and where to look for it. */
  readonly search?: { readonly typed: string; readonly within: readonly SearchedAttribute[] };
  /** A connection's name. */
  readonly connection?: string;
  readonly status?: ListedStatus;
  /** Only these people. */
  readonly userIds?: readonly string[];
}

/** More than these say nothing more, and make the query longer than an address may be. */
const maxTerms = 5;
const maxCharacters = 80;
/** As they stand in the address of a GET: fifty ids of the usual length, with room for the rest of the query. */
const maxIdCharacters = 4_000;
/** A wildcard before or within a word needs this many other characters. */
const minInfixLength = 3;

const byStatus: Readonly<Record<ListedStatus, string>> = {
  active: 'NOT blocked:true AND NOT email_verified:false',
  blocked: 'blocked:true',
  unverified: 'email_verified:false',
};

/** The organization comes first and cannot be left out: it is the wall. */
export function memberQuery(organizationId: string, filters: MemberFilters): string {
  const { search, connection, status, userIds } = filters;
  return [
    `organization_id:${quoted(organizationId)}`,
    ...(userIds ? [`user_id:(${userIds.map(quoted).join(' OR ')})`] : []),
    ...(search ? splitTerms(search.typed).map((word) => matchAnyAttribute(search.within, word)) : []),
    ...(connection === undefined ? [] : [`identities.connection:${quoted(connection)}`]),
    ...(status === undefined ? [] : [byStatus[status]]),
  ].join(' AND ');
}

function splitTerms(search: string): readonly string[] {
  const considered = [...search.trim()].slice(0, maxCharacters).join('');
  return considered
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, maxTerms);
}

/** Ids in portions that fit into one query each. */
export function splitIds(userIds: readonly string[]): readonly (readonly string[])[] {
  const portions: string[][] = [];
  let room = 0;
  for (const userId of userIds) {
    const length = encodeURIComponent(`${quoted(userId)} OR `).length;
    if (length > room || portions.length === 0) {
      portions.push([]);
      room = maxIdCharacters;
    }
    portions.at(-1)?.push(userId);
    room -= length;
  }
  return portions;
}

function matchAnyAttribute(attributes: readonly SearchedAttribute[], word: string): string {
  const literal = escapeTerm(word);
  const infix = [...word].length >= minInfixLength ? '*' : '';
  return `(${attributes.map((field) => `${field}:${infix}${literal}*`).join(' OR ')})`;
}

/** Everything but letters and digits behind a backslash: what has no meaning in a query has none behind one either. */
function escapeTerm(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '\\$&');
}
