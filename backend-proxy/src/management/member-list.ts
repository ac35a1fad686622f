/** Lists the members of an organization. Lists and search lag behind writes; reads by id don't. */
import { z } from 'zod';
import { listedPicture, listedText } from '../../../src/policy/index.js';
import { ProblemError } from '../http/problem-error.js';
import type { ManagementApi } from './api.js';
import { asUnavailable, Auth0Refusal } from './auth0-refusal.js';
import { Cache } from './cache.js';
import type { CallContext } from './http.js';
import { lenientList } from './mappers/lenient.js';
import { toUser, userSchema, type User } from './mappers/user.js';
import { memberQuery, splitIds, type MemberFilters } from './member-query.js';
import { remembered } from './remembered.js';
import { jsonRows, offsetPage, type Rows } from './rows.js';

/** A member as Auth0's list of members shows them. */
export interface RosterEntry {
  readonly userId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly picture: string | null;
  /** Roles assigned to the member; `null` if this list doesn't say. */
  readonly roles: readonly { readonly id: string; readonly name: string }[] | null;
}

export interface RosterPage {
  readonly entries: readonly RosterEntry[];
  /** Auth0's cursor: forward only, valid for a day. */
  readonly next: string | null;
}

export interface SearchPage {
  readonly users: readonly User[];
  readonly total: number;
}

export interface MemberList {
  /**
   * Returns a page in the order members joined, without a limit on their number.
   * @throws {ProblemError} `query_invalid` for an expired cursor
   */
  roster(organizationId: string, page: PageQuery, context: CallContext): Promise<RosterPage>;
  /** Returns a page of members that a role is assigned to, or `null` if the tenant has no such list. */
  ofRole(
    organizationId: string,
    roleId: string,
    page: PageQuery,
    context: CallContext,
  ): Promise<RosterPage | null>;
  /** Searches at most 1,000 members, sorted. */
  search(organizationId: string, query: SearchQuery, context: CallContext): Promise<SearchPage>;
  /** Returns the users among `userIds` that match the filters: in one search, or several if the ids are long. */
  among(
    organizationId: string,
    userIds: readonly string[],
    filters: MemberFilters,
    context: CallContext,
  ): Promise<readonly User[]>;
  /** Returns the number of members, as of the last minute. Whether Auth0 counts beyond 1,000 isn't documented. */
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

const text = z.unknown().optional().transform(listedText);
const memberSchema = z.object({
  user_id: z.string(),
  name: text,
  email: text,
  picture: z.unknown().optional().transform(listedPicture),
  roles: lenientList(z.object({ id: z.string(), name: text })),
});

/** Columns of a row. Metadata can be large, so it stays out. */
const rowFields =
  'user_id,name,email,picture,phone_number,email_verified,blocked,identities,last_login,created_at';

/** Viewers of the same page share its calls this long. */
const pageLifetimeMs = 5_000;
const countLifetimeMs = 60_000;

export function createMemberList(api: ManagementApi): MemberList {
  const rosterResponse = remembered(jsonRows('members', memberSchema), toRoster);
  const searchResponse = remembered(jsonRows('users', userSchema), ({ rows, ...page }): Rows<User> => ({
    ...page,
    rows: rows.map(toUser),
  }));
  const rosters = new Cache<RosterPage | null>({ lifetimeMs: pageLifetimeMs, capacity: 1_000 });
  const searches = new Cache<SearchPage>({ lifetimeMs: pageLifetimeMs, capacity: 1_000 });
  const counts = new Cache<number>({ lifetimeMs: countLifetimeMs, capacity: 10_000 });

  const loadRoster = (organizationId: string, { cursor, limit }: PageQuery, context: CallContext) =>
    api(context, {
      method: 'GET',
      path: ['organizations', organizationId, 'members'],
      query: { take: limit, fields: 'user_id,name,email,picture,roles', from: cursor },
      expect: rosterResponse,
    }).catch(refusePage);

  const loadRole = (
    organizationId: string,
    roleId: string,
    { cursor, limit }: PageQuery,
    context: CallContext,
  ) =>
    api(context, {
      method: 'GET',
      path: ['organizations', organizationId, 'roles', roleId, 'members'],
      query: { take: limit, from: cursor },
      dependsOnPlan: true,
      expect: rosterResponse,
    }).catch((reason: unknown) => {
      if (reason instanceof Auth0Refusal && (reason.status === 403 || reason.status === 404)) return null;
      return refusePage(reason);
    });

  const loadSearch = (
    organizationId: string,
    { filters, page, limit, sort }: SearchQuery,
    context: CallContext,
  ): Promise<SearchPage> =>
    api(context, {
      method: 'GET',
      path: ['users'],
      query: {
        q: memberQuery(organizationId, filters),
        search_engine: 'v3',
        ...offsetPage(page, limit),
        fields: rowFields,
        include_fields: true,
        sort,
      },
      expect: searchResponse,
    }).then(({ rows, total }) => ({ users: rows, total: total ?? page * limit + rows.length }), refusePage);

  // The list of members gives no total with a cursor.
  const loadCount = async (organizationId: string, context: CallContext) =>
    (await loadSearch(organizationId, { filters: {}, page: 0, limit: 1 }, context)).total;

  const search = (organizationId: string, query: SearchQuery, context: CallContext) =>
    shared(searches, JSON.stringify([organizationId, query]), context, () =>
      loadSearch(organizationId, query, context),
    );

  return {
    roster: async (organizationId, page, context) => {
      const key = JSON.stringify([organizationId, page]);
      const roster = await shared(rosters, key, context, () => loadRoster(organizationId, page, context));
      return roster ?? { entries: [], next: null };
    },
    ofRole: (organizationId, roleId, page, context) =>
      shared(rosters, JSON.stringify([organizationId, roleId, page]), context, () =>
        loadRole(organizationId, roleId, page, context),
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
      return pages.flatMap(({ users }) => users);
    },
    count: (organizationId, context) => counts.get(organizationId, () => loadCount(organizationId, context)),
  };
}

/** Background work visits each page once, so caching it would only fill the memory. */
function shared<T>(cache: Cache<T>, key: string, { background }: CallContext, load: () => Promise<T>) {
  return background ? load() : cache.get(key, load);
}

function toRoster({ rows, next }: Rows<z.infer<typeof memberSchema>>): RosterPage {
  return {
    entries: rows.map(({ user_id, name, email, picture, roles }) => ({
      userId: user_id,
      name,
      email,
      picture,
      roles: roles?.map((role) => ({ id: role.id, name: role.name ?? role.id })) ?? null,
    })),
    next,
  };
}

/** Auth0 answers 400 to an expired cursor, and to a page beyond the thousandth row. */
function refusePage(reason: unknown): never {
  if (reason instanceof Auth0Refusal && reason.status === 400) {
    throw new ProblemError('query_invalid', { cause: reason });
  }
  throw asUnavailable(reason);
}
