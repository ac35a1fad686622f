/**
 * Builds queries for Auth0's user search from parts. User input is escaped, so that it is matched literally.
 * https://auth0.com/docs/manage-users/user-search/user-search-query-syntax
 */
import { quoted } from './lucene.js';

export type ListedStatus = 'active' | 'blocked' | 'unverified';

export type SearchedAttribute = 'name' | 'given_name' | 'family_name' | 'nickname' | 'email';

export interface MemberFilters {
  /** Text of a search field, and the attributes it is matched in. */
  readonly search?: { readonly typed: string; readonly within: readonly SearchedAttribute[] };
  /** Name of a connection. */
  readonly connection?: string;
  readonly status?: ListedStatus;
  /** Needed for `active` and `unverified`: only an address of a database can be verified, so only there it counts. */
  readonly verification?: VerifyingConnections;
  /** Only these users. */
  readonly userIds?: readonly string[];
}

/** The organization's connections by whether Auth0 can verify their users' addresses. Names. */
export interface VerifyingConnections {
  readonly verifying: readonly string[];
  readonly others: readonly string[];
}

/** More terms narrow nothing, and make the query longer than a URL may be. */
const maxTerms = 5;
const maxCharacters = 80;
/** Length in the URL of a GET: fifty ids of the usual length, with room for the rest of the query. */
const maxIdCharacters = 4_000;
/** Auth0 accepts a wildcard before or inside a term only beside this many other characters. */
const minInfixLength = 3;

const byStatus: Readonly<Record<ListedStatus, (connections: VerifyingConnections) => string>> = {
  active: ({ verifying, others }) => {
    if (verifying.length === 0) return 'NOT blocked:true';
    const linked = others.length > 0 ? ` AND NOT ${signsInWith(others)}` : '';
    return `NOT blocked:true AND NOT (email_verified:false AND ${signsInWith(verifying)}${linked})`;
  },
  blocked: () => 'blocked:true',
  // Nothing matches if no address can be verified.
  unverified: ({ verifying }) =>
    `email_verified:false AND ${verifying.length > 0 ? signsInWith(verifying) : 'email_verified:true'}`,
};

/**
 * Matches any identity, as a search can't ask for the primary one. People with linked identities of both kinds match either
 * way, and their rows are judged one by one.
 */
function signsInWith(names: readonly string[]): string {
  return `identities.connection:(${names.map(quoted).join(' OR ')})`;
}

const noConnections: VerifyingConnections = { verifying: [], others: [] };

/** Builds the query. The organization comes first and can't be left out: it isolates customers from each other. */
export function memberQuery(organizationId: string, filters: MemberFilters): string {
  const { search, connection, status, verification = noConnections, userIds } = filters;
  return [
    `organization_id:${quoted(organizationId)}`,
    ...(userIds ? [`user_id:(${userIds.map(quoted).join(' OR ')})`] : []),
    ...(search ? splitTerms(search.typed).map((term) => matchAnyAttribute(search.within, term)) : []),
    ...(connection === undefined ? [] : [`identities.connection:${quoted(connection)}`]),
    ...(status === undefined ? [] : [byStatus[status](verification)]),
  ].join(' AND ');
}

function splitTerms(search: string): readonly string[] {
  const considered = [...search.trim()].slice(0, maxCharacters).join('');
  return considered
    .split(/\s+/)
    .filter((term) => term !== '')
    .slice(0, maxTerms);
}

/** Splits ids into batches that fit into one query each. */
export function splitIds(userIds: readonly string[]): readonly (readonly string[])[] {
  const batches: string[][] = [];
  let room = 0;
  for (const userId of userIds) {
    const length = encodeURIComponent(`${quoted(userId)} OR `).length;
    if (length > room || batches.length === 0) {
      batches.push([]);
      room = maxIdCharacters;
    }
    batches.at(-1)?.push(userId);
    room -= length;
  }
  return batches;
}

/** A name is stored with the apostrophe that someone typed, straight or typographic. */
function matchAnyAttribute(attributes: readonly SearchedAttribute[], term: string): string {
  const infix = [...term].length >= minInfixLength ? '*' : '';
  const spellings = [...new Set([term, term.replaceAll("'", '’')])].map(escapeTerm);
  const conditions = attributes.flatMap((field) => spellings.map((each) => `${field}:${infix}${each}*`));
  return `(${conditions.join(' OR ')})`;
}

/** Puts a backslash before everything but letters and digits. Characters without a meaning take no harm from it. */
function escapeTerm(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '\\$&');
}
