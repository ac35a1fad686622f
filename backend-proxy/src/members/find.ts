/** Lists members at Auth0: in join order, or by search. Each has its own paging. */
import type { MemberPage, MemberSort, memberSorts } from '../../../src/contract/index.js';
import { listedPicture, listedText } from '../../../src/policy/index.js';
import type { RequestContext } from '../http/request.js';
import type { CallContext, EnabledConnection, Management, RosterEntry, User } from '../management/index.js';
import { connectionClassOf } from '../access/connection-class.js';
import type { ListedStatus, MemberFilters, SearchedAttribute } from '../management/member-query.js';
import type { ListedMember } from './rows.js';

export interface MemberQuery {
  readonly search?: string | undefined;
  /** Attributes to search. */
  readonly within: readonly SearchedAttribute[];
  /** ID of a role. */
  readonly role?: string | undefined;
  /** Name of a connection. */
  readonly connection?: string | undefined;
  readonly status?: ListedStatus | undefined;
  readonly sort?: MemberSort | undefined;
  readonly limit: number;
}

export interface MemberQueryResult {
  readonly listed: readonly ListedMember[];
  /** Position of the next page. Its format depends on how the list was made. */
  readonly next: string | null;
  readonly total: MemberPage['total'];
  readonly truncated?: true;
}

/** Auth0 returns at most this many results per search. */
const maxSearchResults = 1_000;
/** Search results lack roles. Up to this size, one page of the member list has the roles of all members. */
const smallOrganization = 50;

const attributeOf: Readonly<Record<(typeof memberSorts)[number], string>> = {
  name: 'name',
  email: 'email',
  lastLogin: 'last_login',
  createdAt: 'created_at',
};

/** Returns the page at a position. `null` is the first. */
export function findMembers(
  management: Management,
  request: RequestContext,
  query: MemberQuery,
  position: string | null,
): Promise<MemberQueryResult> {
  const find = isSearch(query) ? searchMembers : listInJoinOrder;
  return find(management, request, query, position);
}

/** The members of a role are a list of their own, which is filtered. Any other filter or order needs a search. */
function isSearch(query: MemberQuery): boolean {
  return query.role === undefined && (narrows(query) || query.sort !== undefined);
}

function narrows({ search, connection, status }: MemberQuery): boolean {
  return (search ?? '').trim() !== '' || connection !== undefined || status !== undefined;
}

async function filtersOf(
  { connections }: Pick<Management, 'connections'>,
  { actor, call }: RequestContext,
  { search, within, connection, status }: MemberQuery,
): Promise<MemberFilters> {
  const enabled =
    status === undefined || status === 'blocked'
      ? []
      : await connections.enabledFor(actor.organizationId, call);
  const isVerifying = ({ strategy }: EnabledConnection) => connectionClassOf(strategy) === 'database';
  const namesOf = (rows: readonly EnabledConnection[]) => rows.map(({ name }) => name);
  return {
    ...(search !== undefined && { search: { typed: search, within } }),
    ...(connection !== undefined && { connection }),
    ...(status !== undefined && {
      status,
      verification: {
        verifying: namesOf(enabled.filter(isVerifying)),
        others: namesOf(enabled.filter((row) => !isVerifying(row))),
      },
    }),
  };
}

/** Lists members in the order they joined. Any page costs two calls, and there is no limit. */
export async function listInJoinOrder(
  management: Management,
  request: RequestContext,
  query: MemberQuery,
  position: string | null,
): Promise<MemberQueryResult> {
  const { memberList } = management;
  const { organizationId } = request.actor;
  const { call } = request;
  const { role } = query;
  const page = { cursor: position, limit: query.limit };
  const ofRole = role === undefined ? null : await memberList.ofRole(organizationId, role, page, call);
  const roster = ofRole ?? (await memberList.roster(organizationId, page, call));
  // If the tenant has no list by role, members without the role are dropped from the page.
  const entries =
    role === undefined || ofRole
      ? roster.entries
      : roster.entries.filter(({ roles }) => roles?.some(({ id }) => id === role));
  const userIds = entries.map(({ userId }) => userId);
  const filters = await filtersOf(management, request, query);
  const [found, count] = await Promise.all([
    memberList.among(organizationId, userIds, filters, call),
    role === undefined ? memberList.count(organizationId, call) : null,
  ]);
  const users = new Map(found.map((user) => [user.userId, user]));
  return {
    listed: entries
      .map((entry) => ({ entry, user: users.get(entry.userId) ?? null }))
      .filter(({ user }) => user !== null || !narrows(query)),
    next: roster.next,
    total:
      count === null ? null : { count: Math.min(count, maxSearchResults), exact: count < maxSearchResults },
  };
}

async function searchMembers(
  management: Management,
  request: RequestContext,
  query: MemberQuery,
  position: string | null,
): Promise<MemberQueryResult> {
  const { organizationId } = request.actor;
  const { call } = request;
  const { sort, limit } = query;
  const page = Number(position ?? '0');
  const order = sort === undefined ? {} : { sort: toOrder(sort) };
  const filters = await filtersOf(management, request, query);
  const [{ users, total }, roles] = await Promise.all([
    management.memberList.search(organizationId, { filters, page, limit, ...order }, call),
    knownRoles(management, organizationId, call),
  ]);
  const reached = (page + 1) * limit;
  const hasNext = users.length > 0 && reached < total && reached + limit <= maxSearchResults;
  return {
    listed: users.map((user) => ({ user, entry: entryOf(user, roles?.get(user.userId) ?? null) })),
    next: hasNext ? String(page + 1) : null,
    total: { count: Math.min(total, maxSearchResults), exact: total < maxSearchResults },
    // Also if the last full page ends before the limit of 1,000.
    ...((total > maxSearchResults || (!hasNext && reached < total && users.length > 0)) && {
      truncated: true,
    }),
  };
}

function toOrder(sort: MemberSort): string {
  const name = sort.replace(/^-/, '') as (typeof memberSorts)[number];
  return `${attributeOf[name]}:${sort.startsWith('-') ? -1 : 1}`;
}

/** Returns all roles in a small organization, for one call that shares the list's cache. Otherwise `null`. */
async function knownRoles(
  { memberList }: Management,
  organizationId: string,
  call: CallContext,
): Promise<ReadonlyMap<string, RosterEntry['roles']> | null> {
  if ((await memberList.count(organizationId, call)) > smallOrganization) return null;
  const { entries } = await memberList.roster(
    organizationId,
    { cursor: null, limit: smallOrganization },
    call,
  );
  return new Map(entries.map(({ userId, roles }) => [userId, roles]));
}

function entryOf({ userId, values }: User, roles: RosterEntry['roles']): RosterEntry {
  return {
    userId,
    name: listedText(values.name),
    email: listedText(values.email),
    picture: listedPicture(values.picture),
    roles,
  };
}
