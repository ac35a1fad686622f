/** The members of an organization as lists show them. Lists and search lag behind writes; reads by id do not. */
import { OrganizationsClient } from 'auth0/organizations';
import { UsersClient } from 'auth0/users';
import { z } from 'zod';
import { ProblemError } from '../http/problem-error.js';
import type { ManagementAccess } from './access.js';
import { Cache } from './cache.js';
import { asUnavailable, Auth0Refusal, type CallContext } from './call.js';
import { toUser, userSchema, type User } from './mappers/user.js';
import { memberQuery, splitIds, type MemberFilters } from './member-query.js';

/** What the list of members says of somebody. */
export interface RosterEntry {
  readonly userId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly picture: string | null;
  /** Those given to the person; `null` where this list does not tell. */
  readonly roles: readonly { readonly id: string; readonly name: string }[] | null;
}

export interface RosterPage {
  readonly entries: readonly RosterEntry[];
  /** Auth0's cursor: forward only, and for a day. */
  readonly next: string | null;
}

export interface SearchPage {
  readonly users: readonly User[];
  readonly total: number;
}

export interface MemberList {
  /** A page in the order in which people joined, however many there are. @throws `query_invalid` for a cursor that has expired */
  roster(organizationId: string, page: PageQuery, context: CallContext): Promise<RosterPage>;
  /** Those to whom a role was given. `null` where the tenant has no such list. */
  ofRole(
    organizationId: string,
    roleId: string,
    page: PageQuery,
    context: CallContext,
  ): Promise<RosterPage | null>;
  /** By search: of at most 1,000 people, in an order. */
  search(organizationId: string, wish: SearchQuery, context: CallContext): Promise<SearchPage>;
  /** Those of the people that the filters fit, in one search or, where their ids are long, in several. */
  among(
    organizationId: string,
    userIds: readonly string[],
    filters: MemberFilters,
    context: CallContext,
  ): Promise<readonly User[]>;
  /** How many there are, as of the last minute. Beyond 1,000 it is not known how far Auth0 counts. */
  count(organizationId: string, context: CallContext): Promise<number>;
}

export interface PageQuery {
  readonly cursor: string | null;
  readonly limit: number;
}

export interface SearchQuery {
  readonly filters: MemberFilters;
  readonly page: number;
  readonly limit: number;
  /** `field:1` or `field:-1`. */
  readonly sort?: string;
}

const text = z.string().nullish();
const rosterPage = z.object({
  members: z.array(
    z.object({
      user_id: z.string(),
      name: text,
      email: text,
      picture: text,
      roles: z.array(z.object({ id: z.string(), name: z.string() })).nullish(),
    }),
  ),
  next: text,
});
const usersPage = z.object({ users: z.array(userSchema), total: z.number() });

/** The least a row needs: metadata can be large. */
const rowFields =
  'user_id,name,email,picture,phone_number,email_verified,blocked,identities,last_login,created_at';

/** Within these seconds everybody who looks at the same page shares its calls. */
const pageLifetimeMs = 5_000;
const countLifetimeMs = 60_000;

export function createMemberList({ clientOptions, call }: ManagementAccess): MemberList {
  const organizations = new OrganizationsClient(clientOptions);
  const users = new UsersClient(clientOptions);
  const rosters = new Cache<RosterPage | null>({ lifetimeMs: pageLifetimeMs, capacity: 1_000 });
  const searches = new Cache<SearchPage>({ lifetimeMs: pageLifetimeMs, capacity: 1_000 });
  const counts = new Cache<number>({ lifetimeMs: countLifetimeMs, capacity: 10_000 });

  const loadRoster = (organizationId: string, { cursor, limit }: PageQuery, context: CallContext) =>
    call(context, {
      kind: 'read',
      answer: rosterPage,
      run: async (options) => {
        const query = {
          take: limit,
          fields: 'user_id,name,email,picture,roles',
          ...(cursor && { from: cursor }),
        };
        return (await organizations.members.list(organizationId, query, options)).response;
      },
    }).then(toRoster, refusePage);

  const loadRole = (
    organizationId: string,
    roleId: string,
    { cursor, limit }: PageQuery,
    context: CallContext,
  ) =>
    call(context, {
      kind: 'read',
      dependsOnPlan: true,
      answer: rosterPage,
      run: async (options) => {
        const query = { take: limit, ...(cursor && { from: cursor }) };
        return (await organizations.roles.members.list(organizationId, roleId, query, options)).response;
      },
    }).then(toRoster, (reason: unknown) => {
      if (reason instanceof Auth0Refusal && (reason.status === 403 || reason.status === 404)) return null;
      return refusePage(reason);
    });

  const loadSearch = (
    organizationId: string,
    { filters, page, limit, sort }: SearchQuery,
    context: CallContext,
  ) =>
    call(context, {
      kind: 'read',
      answer: usersPage,
      run: async (options) => {
        const query = {
          q: memberQuery(organizationId, filters),
          search_engine: 'v3' as const,
          page,
          per_page: limit,
          include_totals: true,
          fields: rowFields,
          include_fields: true,
          ...(sort && { sort }),
        };
        return (await users.list(query, options)).response;
      },
    }).then(({ users: found, total }) => ({ users: found.map(toUser), total }), refusePage);

  // The SDK's list of members knows no totals.
  const loadCount = async (organizationId: string, context: CallContext) =>
    (await loadSearch(organizationId, { filters: {}, page: 0, limit: 1 }, context)).total;

  const search = (organizationId: string, wish: SearchQuery, context: CallContext) =>
    shared(searches, JSON.stringify([organizationId, wish]), context, () =>
      loadSearch(organizationId, wish, context),
    );

  return {
    roster: async (organizationId, wish, context) => {
      const key = JSON.stringify([organizationId, wish]);
      const page = await shared(rosters, key, context, () => loadRoster(organizationId, wish, context));
      return page ?? { entries: [], next: null };
    },
    ofRole: (organizationId, roleId, wish, context) =>
      shared(rosters, JSON.stringify([organizationId, roleId, wish]), context, () =>
        loadRole(organizationId, roleId, wish, context),
      ),
    search,
    among: async (organizationId, userIds, filters, context) => {
      const pages = await Promise.all(
        splitIds(userIds).map((some) =>
          search(
            organizationId,
            { filters: { ...filters, userIds: some }, page: 0, limit: some.length },
            context,
          ),
        ),
      );
      return pages.flatMap(({ users: found }) => found);
    },
    count: (organizationId, context) => counts.get(organizationId, () => loadCount(organizationId, context)),
  };
}

/** Who walks through everybody, with nobody waiting, comes by each page once: to keep them would only fill the memory. */
function shared<T>(cache: Cache<T>, key: string, { background }: CallContext, load: () => Promise<T>) {
  return background ? load() : cache.get(key, load);
}

function toRoster({ members, next }: z.infer<typeof rosterPage>): RosterPage {
  return {
    entries: members.map(({ user_id, name, email, picture, roles }) => ({
      userId: user_id,
      name: name ?? null,
      email: email ?? null,
      picture: picture ?? null,
      roles: roles ?? null,
    })),
    next: next ?? null,
  };
}

/** A cursor that has expired, or a page beyond the thousandth row. */
function refusePage(reason: unknown): never {
  if (reason instanceof Auth0Refusal && reason.status === 400) {
    throw new ProblemError('query_invalid', { cause: reason });
  }
  throw asUnavailable(reason);
}
