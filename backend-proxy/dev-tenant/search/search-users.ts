import { z } from 'zod';
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

/** Everybody a search finds, in its order. It lags behind writes, as Auth0's does. */
export function searchUsers(tenant: TenantState, query: Record<string, string>): readonly Readonly<User>[] {
  const { q, search_engine, sort } = parseParameters(parameters, query);
  if (search_engine !== 'v3') {
    throw unreadable(`You are not allowed to use search_engine=${search_engine}`);
  }
  const asked = q === undefined || q.trim() === '' ? null : parseQuery(q);
  const matches = asked ? toMatch(asked) : () => true;
  const { directory } = tenant;
  const found = (asked ? candidates(tenant, asked) : directory.listedUsers()).filter((user) =>
    matches({ user, organizations: (id) => directory.isListedMember(id, user.user_id) }),
  );
  return sort === undefined ? found : found.sort(comparison(sort));
}

/** Those who alone can match: most searches name people, or an organization. */
function candidates({ directory }: TenantState, query: Query): Readonly<User>[] {
  for (const part of query.kind === 'and' ? query.all : [query]) {
    const ids = exactly('user_id', part);
    if (ids) return [...new Set(ids)].flatMap((id) => directory.listedUser(id) ?? []);
  }
  for (const part of query.kind === 'and' ? query.all : [query]) {
    const [id, ...others] = exactly('organization_id', part) ?? [];
    if (id === undefined || others.length > 0) continue;
    return directory.listedMembers(id).flatMap(({ user_id }) => directory.listedUser(user_id) ?? []);
  }
  return directory.listedUsers();
}

/** The values a field must be one of, where the query says so. */
function exactly(field: string, query: Query): readonly string[] | null {
  if (query.kind === 'term') {
    const isExact = query.field === field && query.term.pieces.length === 1;
    return isExact ? query.term.pieces : null;
  }
  if (query.kind !== 'or') return null;
  const all = query.all.map((one) => exactly(field, one));
  return all.every((values) => values !== null) ? all.flat() : null;
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

/** `field:1` or `field:-1`; who has no value comes last. Metadata is no order. */
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
