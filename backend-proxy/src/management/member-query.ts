/**
 * Queries for Auth0's user search, built from parts and never from text: whatever somebody typed is escaped, so that it
 * is looked for and cannot become a part of the query.
 * https://auth0.com/docs/manage-users/user-search/user-search-query-syntax
 */
import { quoted } from './lucene.js';

export type ListedStatus = 'active' | 'blocked' | 'unverified';

export interface MemberFilters {
  /** What was typed into a search field. */
  readonly search?: string;
  /** A connection's name. */
  readonly connection?: string;
  readonly status?: ListedStatus;
  /** Only these people. */
  readonly userIds?: readonly string[];
}

/** More words than these say nothing more, and make the query longer than an address may be. */
const mostWords = 5;
/** A wildcard before or within a word needs this many other characters. */
const leastInfix = 3;

const searched = ['name', 'given_name', 'family_name', 'nickname', 'email'];
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
    ...wordsOf(search ?? '').map(oneOfTheNames),
    ...(connection === undefined ? [] : [`identities.connection:${quoted(connection)}`]),
    ...(status === undefined ? [] : [byStatus[status]]),
  ].join(' AND ');
}

function wordsOf(search: string): readonly string[] {
  return search
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords);
}

function oneOfTheNames(word: string): string {
  const literal = escapeTerm(word);
  const infix = [...word].length >= leastInfix ? '*' : '';
  return `(${searched.map((field) => `${field}:${infix}${literal}*`).join(' OR ')})`;
}

/** Everything but letters and digits behind a backslash: what has no meaning in a query has none behind one either. */
export function escapeTerm(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '\\$&');
}
