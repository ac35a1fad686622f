import { Chance } from './crowd/chance.js';
import type { Directory, Membership } from './directory.js';

/** A group of an identity provider and the roles it has in an organization. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly connection_id: string | undefined;
  readonly roles: ReadonlySet<string>;
}

/** Returns the groups of an organization that have at least one member. */
export function groupsOf(directory: Directory, organizationId: string): Group[] {
  return collect(directory, directory.listedMembers(organizationId));
}

/** Returns a user's groups, in all organizations or in one. */
export function groupsOfUser(directory: Directory, userId: string, organizationId?: string): Group[] {
  const organizations =
    organizationId === undefined ? directory.organizationsOf(userId) : [{ id: organizationId }];
  return collect(
    directory,
    organizations.flatMap(({ id }) => directory.membership(id, userId) ?? []),
  );
}

/** Returns the IDs of a group's members, in all organizations. */
export function membersOfGroup(directory: Directory, id: string): string[] {
  const memberships = directory.organizations.flatMap((organization) =>
    directory.listedMembers(organization.id),
  );
  const inGroup = memberships.filter(({ group_roles }) =>
    group_roles.some(({ group }) => groupId(group) === id),
  );
  return [...new Set(inGroup.map(({ user_id }) => user_id))];
}

function collect(directory: Directory, memberships: readonly Membership[]): Group[] {
  const groups = new Map<string, { connection_id: string | undefined; roles: Set<string> }>();
  for (const { user_id, group_roles } of memberships) {
    for (const { group, role } of group_roles) {
      const known = groups.get(group);
      if (known) known.roles.add(role);
      else groups.set(group, { connection_id: connectionId(directory, user_id), roles: new Set([role]) });
    }
  }
  return [...groups].map(([name, rest]) => ({ id: groupId(name), name, ...rest }));
}

function connectionId(directory: Directory, userId: string): string | undefined {
  const user = directory.users.get(userId);
  return user && directory.connectionOf(user)?.id;
}

/** Seeds name groups; Auth0 assigns IDs in this alphabet. */
const alphabet = [...'123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ'];

function groupId(name: string): string {
  const chance = new Chance(
    [...name].reduce((sum, character) => Math.imul(sum, 31) + (character.codePointAt(0) ?? 0), 7),
  );
  return `grp_${Array.from({ length: 18 }, () => chance.pick(alphabet)).join('')}`;
}

export function groupRow({ id, name, connection_id }: Group) {
  return {
    id,
    name,
    external_id: name,
    connection_id,
    tenant_name: 'dev-tenant',
    created_at: since,
    updated_at: since,
  };
}

const since = '2026-01-01T00:00:00.000Z';
