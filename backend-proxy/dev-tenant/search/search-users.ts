import { z } from 'zod';
import type { Directory } from '../directory.js';
import { ManagementError } from '../errors.js';
import type { TenantState } from '../state.js';
import type { User } from '../users/user.js';
import { parseQuery as parseParameters } from '../management/validation.js';
import { parseQuery, unreadable, type Query } from './lucene.js';
import { toMatch } from './match.js';

const parameters = z.object({
  q: z.string().optional(),
  search_engine: z.enum(['v1', 'v2', 'v3']).default('v3'),
  sort: z.string().optional(),
});

type Users = readonly Readonly<User>[];

/** Searches users and sorts the result. Lags behind writes, like Auth0's search. */
export function searchUsers({ directory }: TenantState, query: Record<string, string>): Users {
  const { q = '', search_engine, sort } = parseParameters(parameters, query);
  if (search_engine !== 'v3') {
    const instead = search_engine === 'v2' ? ' Use search_engine=v3 instead.' : '';
    const message = `You are not allowed to use search_engine=${search_engine}.${instead}`;
    throw new ManagementError(400, message, 'invalid_query_string');
  }
  const parsed = q.trim() === '' ? matchAll : parseQuery(q);
  const { users, left } = narrow(directory, parsed);
  const find = () => {
    const matches = toMatch(left);
    const isMember = (id: string, user: Readonly<User>) => directory.isListedMember(id, user.user_id);
    const found = users.filter((user) => matches({ user, organizations: (id) => isMember(id, user) }));
    return sort === undefined ? found : found.sort(comparison(sort));
  };
  // Remaining conditions on memberships can change while the list of users doesn't.
  return asksAbout('organization_id', left) ? find() : foundBefore(users, JSON.stringify([q, sort]), find);
}

const matchAll: Query = { kind: 'and', all: [] };

/**
 * Narrows the candidates by user ID or organization, which most searches specify, and returns the remaining
 * conditions.
 */
function narrow(directory: Directory, query: Query): { readonly users: Users; readonly left: Query } {
  const parts = query.kind === 'and' ? query.all : [query];
  for (const part of parts) {
    const ids = exactly('user_id', part);
    if (ids) return { users: [...new Set(ids)].flatMap((id) => directory.listedUser(id) ?? []), left: query };
  }
  for (const part of parts) {
    const [id, ...others] = exactly('organization_id', part) ?? [];
    if (id === undefined || others.length > 0) continue;
    const all = parts.filter((each) => each !== part);
    return { users: directory.listedUsersOf(id), left: { kind: 'and', all } };
  }
  return { users: directory.listedUsers(), left: query };
}

/** Returns the values that the query requires a field to have. */
function exactly(field: string, query: Query): readonly string[] | null {
  if (query.kind === 'term') {
    const isExact = query.field === field && query.term.pieces.length === 1;
    return isExact ? query.term.pieces : null;
  }
  if (query.kind !== 'or') return null;
  const all = query.all.map((one) => exactly(field, one));
  return all.every((values) => values !== null) ? all.flat() : null;
}

function asksAbout(field: string, query: Query): boolean {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.all.some((one) => asksAbout(field, one));
    case 'not':
      return asksAbout(field, query.one);
    default:
      return query.field === field;
  }
}

/** Caches results while the user list is unchanged, so that paging through a search costs one search. */
const found = new WeakMap<Users, Map<string, Users>>();
const maxRemembered = 20;

function foundBefore(users: Users, key: string, find: () => Users): Users {
  const searches = found.get(users) ?? new Map<string, Users>();
  found.set(users, searches);
  const known = searches.get(key) ?? find();
  if (searches.size < maxRemembered) searches.set(key, known);
  return known;
}

const sortable = [
  'user_id',
  'email',
  'name',
  'given_name',
  'family_name',
  'nickname',
  'username',
  'created_at',
  'updated_at',
  'last_login',
  'logins_count',
] as const;

/** `field:1` or `field:-1`. Users without a value come last. Metadata can't be sorted by. */
function comparison(sort: string): (a: Readonly<User>, b: Readonly<User>) => number {
  const [, name, direction] = /^([\w.]+):(-?1)$/.exec(sort) ?? [];
  const field = sortable.find((each) => each === name);
  if (!field) throw unreadable(`"${sort}" is no order`);
  const sign = Number(direction);
  return (a, b) => {
    const [one, other] = [a[field], b[field]];
    if (one === other) return 0;
    if (one === undefined) return 1;
    if (other === undefined) return -1;
    return one < other ? -sign : sign;
  };
}
