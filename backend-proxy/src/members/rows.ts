/** Builds rows of the member list: patched with recent changes, reduced to what the reader may see. */
import type { MemberRow } from '../../../src/contract/index.js';
import type { Policy } from '../../../src/policy/index.js';
import type { OrganizationContext } from '../access/authorize-organization.js';
import type { CallContext, Management, RosterEntry, User } from '../management/index.js';
import type { ListedStatus } from '../management/member-query.js';
import type { Person } from '../access/load-person.js';
import { createDepartureCheck } from './departures.js';
import { isUnverified } from './membership.js';
import { createReader, toRow, toUnknownRow } from './row.js';
import type { Services } from '../services.js';
import type { MembershipChange, UserChange } from '../storage/storage.js';

/** A listed member before visibility is applied. `user` is `null` if Auth0's search doesn't know them yet. */
export interface ListedMember {
  readonly user: User | null;
  readonly entry: RosterEntry;
}

/** Filters that are applied again after recent changes. */
export interface RowFilter {
  readonly role?: string | undefined;
  readonly status?: ListedStatus | undefined;
  /** Drops members whose name isn't fully visible. */
  readonly guards: boolean;
}

export async function toRows(
  { settings, management, storage, people }: Pick<Services, 'settings' | 'management' | 'storage' | 'people'>,
  { actor, caller, call }: OrganizationContext,
  filter: RowFilter,
  listed: readonly ListedMember[],
): Promise<readonly MemberRow[]> {
  const { policy } = settings;
  const { organizationId } = actor;
  const userIds = listed.map(({ entry }) => entry.userId);
  const [changes, enabled, inheritable] = await Promise.all([
    storage.recent.read(organizationId, userIds),
    management.connections.enabledFor(organizationId, call),
    inheritableRoles(policy, management, organizationId, call),
  ]);
  const hasLeft = createDepartureCheck(management, organizationId, call);
  const reader = createReader(policy, actor);
  const rows = await Promise.all(
    listed.map(async ({ entry, user }): Promise<MemberRow | null> => {
      const change = changes.get(entry.userId);
      const { userId } = entry;
      if (await hasLeft({ userId, lastLogin: user?.lastLogin ?? null }, change)) return null;
      const blocked = change?.blocked ?? user?.blocked ?? false;
      const current = { ...entry, ...change, roles: change?.roles ?? entry.roles, blocked };
      if (change && isOutdated(filter, change, blocked)) return null;
      const record = { organization: caller.organization, otherOrganizations: 0 };
      const roles = (current.roles ?? []).map(({ name }) => name);
      const person = user && (await people.describe({ user, roles, ...record }, enabled, call));
      // The list shows assigned roles at most: a condition may hold for someone who has a role through a group.
      const unlisted = current.roles === null ? rolesInConditions(policy) : inheritable;
      if (person && contradicts(filter, person)) return null;
      const row = person ? toRow(reader, person, current, unlisted) : toUnknownRow(reader, caller, current);
      return filter.guards && row.name !== current.name ? null : row;
    }),
  );
  return rows.filter((row) => row !== null);
}

/** Names of the roles that the policy's conditions ask about. */
function rolesInConditions({ rules }: Policy): readonly string[] {
  return [...new Set(rules.flatMap(({ when }) => when?.targetRole ?? []))];
}

/** Names of roles that members may have through groups, as far as the policy asks about them. */
async function inheritableRoles(
  policy: Policy,
  { groups }: Pick<Management, 'groups'>,
  organizationId: string,
  call: CallContext,
): Promise<readonly string[]> {
  const named = rolesInConditions(policy);
  if (named.length === 0) return [];
  const found = await groups.ofOrganization(organizationId, call);
  return found?.length === 0 ? [] : named;
}

/** Returns whether a recent change made the member fall out of the filter. */
function isOutdated(
  { role, status }: RowFilter,
  { roles, blocked: change }: UserChange & MembershipChange,
  blocked: boolean,
): boolean {
  if (role !== undefined && roles && !roles.some(({ id }) => id === role)) return true;
  if (change === undefined) return false;
  return (status === 'active' && blocked) || (status === 'blocked' && !blocked);
}

/** Whether the search found someone by another identity than the one that holds the address. */
function contradicts({ status }: RowFilter, person: Person): boolean {
  if (status === 'unverified') return !isUnverified(person);
  return status === 'active' && isUnverified(person);
}
