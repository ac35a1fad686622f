/** A page of the organization's members, as its caller may see them. */
import type { memberSorts } from '../../../src/contract/index.js';
import { type MemberPage, type MemberRow, type MemberSort } from '../../../src/contract/index.js';
import {
  actorsOf,
  decide,
  resolveOperation,
  type FieldValue,
  type Policy,
} from '../../../src/policy/index.js';
import { momentOf, type Actor } from '../actor.js';
import type { CallContext, Management, RosterEntry, User } from '../management/index.js';
import type { ListedStatus } from '../management/member-query.js';
import { describePerson, type Person, type PersonReads } from '../person/load-person.js';
import type { RecentChanges } from '../storage/recent-changes.js';
import type { Cursors } from './cursor.js';

export interface ListWish {
  readonly search?: string | undefined;
  /** A role's id. */
  readonly role?: string | undefined;
  /** A connection's name. */
  readonly connection?: string | undefined;
  readonly status?: ListedStatus | undefined;
  readonly sort?: MemberSort | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface Lister {
  readonly policy: Policy;
  readonly management: Management;
  readonly reads: PersonReads;
  readonly recent: RecentChanges;
  readonly cursors: Cursors;
}

/** Auth0 finds no more people than these in one search. */
const mostFound = 1_000;
/** The list of members tells roles, search does not: of so small an organization one page of that list tells them all. */
const smallOrganization = 50;

const attributeOf: Readonly<Record<(typeof memberSorts)[number], string>> = {
  name: 'name',
  email: 'email',
  lastLogin: 'last_login',
  createdAt: 'created_at',
};

/** Somebody who is listed, before it is said what of them may be seen. */
interface Listed {
  readonly user: User | null;
  readonly entry: RosterEntry;
}

interface Found {
  readonly listed: readonly Listed[];
  /** Where the next page begins, in this way of listing. */
  readonly next: string | null;
  readonly total: MemberPage['total'];
  readonly truncated?: true;
}

export async function listMembers(
  lister: Lister,
  actor: Actor,
  caller: Person,
  wish: ListWish,
  call: CallContext,
): Promise<MemberPage> {
  const { cursors } = lister;
  const { organizationId } = actor;
  const { cursor, ...filters } = wish;
  const scope = JSON.stringify([organizationId, filters]);
  const position = cursor === undefined ? null : await cursors.read(cursor, scope);
  const find = isSearch(wish) ? bySearch : byRoster;
  const { listed, next, total, truncated } = await find(lister, organizationId, wish, position, call);
  return {
    members: await toRows(lister, actor, caller, listed, call),
    next: next === null ? null : await cursors.write(next, scope),
    total,
    ...(truncated && { truncated }),
  };
}

/** A role alone is a list of its own; everything else that narrows or orders is a search. */
function isSearch({ search, connection, status, sort, role }: ListWish): boolean {
  const narrows = (search ?? '').trim() !== '' || connection !== undefined || status !== undefined;
  return narrows ? role === undefined : sort !== undefined && role === undefined;
}

/** In the order people joined: at any place for the same two calls. */
async function byRoster(
  { management }: Lister,
  organizationId: string,
  { role, search, connection, status, limit }: ListWish,
  position: string | null,
  call: CallContext,
): Promise<Found> {
  const { memberList } = management;
  const page = { cursor: position, limit };
  const ofRole = role === undefined ? null : await memberList.ofRole(organizationId, role, page, call);
  const roster = ofRole ?? (await memberList.roster(organizationId, page, call));
  // Where the tenant has no list by role, what a page holds of others is left out of it.
  const entries =
    role === undefined || ofRole
      ? roster.entries
      : roster.entries.filter(({ roles }) => roles?.some(({ id }) => id === role));
  const userIds = entries.map(({ userId }) => userId);
  const filters = {
    userIds,
    ...(search !== undefined && { search }),
    ...(connection !== undefined && { connection }),
    ...(status !== undefined && { status }),
  };
  const [found, count] = await Promise.all([
    userIds.length === 0
      ? { users: [] }
      : memberList.search(organizationId, { filters, page: 0, limit: userIds.length }, call),
    role === undefined ? memberList.count(organizationId, call) : null,
  ]);
  const users = new Map(found.users.map((user) => [user.userId, user]));
  const narrowed = Boolean(search?.trim()) || connection !== undefined || status !== undefined;
  return {
    listed: entries
      .map((entry) => ({ entry, user: users.get(entry.userId) ?? null }))
      .filter(({ user }) => !narrowed || user !== null),
    next: roster.next,
    total: count === null ? null : { count: Math.min(count, mostFound), exact: count < mostFound },
  };
}

async function bySearch(
  { management }: Lister,
  organizationId: string,
  { search, connection, status, sort, limit }: ListWish,
  position: string | null,
  call: CallContext,
): Promise<Found> {
  const { memberList } = management;
  const page = Number(position ?? '0');
  const filters = {
    ...(search !== undefined && { search }),
    ...(connection !== undefined && { connection }),
    ...(status !== undefined && { status }),
  };
  const order = sort === undefined ? {} : { sort: toOrder(sort) };
  const [{ users, total }, roles] = await Promise.all([
    memberList.search(organizationId, { filters, page, limit, ...order }, call),
    knownRoles(management, organizationId, call),
  ]);
  const shown = (page + 1) * limit;
  const reachable = Math.min(total, mostFound);
  return {
    listed: users.map((user) => ({ user, entry: entryOf(user, roles?.get(user.userId) ?? null) })),
    next: users.length > 0 && shown < reachable && shown + limit <= mostFound ? String(page + 1) : null,
    total: { count: reachable, exact: total < mostFound },
    ...(total > mostFound && { truncated: true }),
  };
}

function toOrder(sort: MemberSort): string {
  const name = sort.replace(/^-/, '') as (typeof memberSorts)[number];
  return `${attributeOf[name]}:${sort.startsWith('-') ? -1 : 1}`;
}

/** Of a small organization everybody's, for one call that is shared with the list; of others nobody's. */
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
    name: textOf(values.name),
    email: textOf(values.email),
    picture: textOf(values.picture),
    roles,
  };
}

const textOf = (value: FieldValue | undefined) => (typeof value === 'string' ? value : null);

/** What is true by now, and what of it this caller may see. */
async function toRows(
  lister: Lister,
  actor: Actor,
  caller: Person,
  listed: readonly Listed[],
  call: CallContext,
): Promise<readonly MemberRow[]> {
  const { management, recent } = lister;
  const { organizationId } = actor;
  const userIds = listed.map(({ entry }) => entry.userId);
  const [changes, enabled] = await Promise.all([
    recent.read(organizationId, userIds),
    management.connections.enabledFor(organizationId, call),
  ]);
  const rows = await Promise.all(
    listed.map(async ({ entry, user }): Promise<MemberRow | null> => {
      const change = changes.get(entry.userId);
      if (change?.removed || change?.deleted) return null;
      const current = { ...entry, ...change };
      const record = { organization: caller.organization, otherOrganizations: 0 };
      const roles = (current.roles ?? []).map(({ name }) => name);
      const person =
        user && (await describePerson(management, lister.reads, { user, roles, ...record }, enabled, call));
      return toRow(lister.policy, actor, person, current, change?.blocked ?? user?.blocked ?? false);
    }),
  );
  return rows.filter((row) => row !== null);
}

/** Of somebody whom the search does not know yet, nothing is known that would let their name be shown. */
function toRow(
  policy: Policy,
  actor: Actor,
  person: Person | null,
  entry: RosterEntry,
  blocked: boolean,
): MemberRow {
  const { userId } = entry;
  const you = userId === actor.userId;
  const actors = actorsOf(policy, actor.permissions, you);
  const moment = momentOf(actor);
  const mayRead = (attribute: string) =>
    person !== null &&
    Object.entries(policy.fields).some(
      ([field, each]) =>
        each.attribute === attribute &&
        decide(policy, { actors, target: person.target, moment, action: 'read', field }).effect === 'allow',
    );
  const seesRoles =
    person !== null &&
    resolveOperation(policy, { actors, target: person.target, moment, lastAdmin: false }, 'roles.assign') !==
      null;
  const seesEmail = mayRead('email');
  const unverified = seesEmail && entry.email !== null && person?.user.verification.email === false;
  return {
    userId,
    name: mayRead('name') ? entry.name : null,
    email: seesEmail ? entry.email : null,
    picture: mayRead('picture') ? entry.picture : null,
    ...(seesRoles && { roles: entry.roles }),
    connection: person && {
      class: person.target.connection.class,
      name: person.target.connection.name,
      label: person.connectionLabel,
    },
    status: [...(blocked ? (['blocked'] as const) : []), ...(unverified ? (['unverified'] as const) : [])],
    lastLogin: person?.user.lastLogin ?? null,
    createdAt: person?.user.createdAt ?? null,
    you,
  };
}
