import type { z } from 'zod';
import { isRoleIn } from './role-owner.js';
import type { seedShape } from './seed-shape.js';

type Shape = z.output<typeof seedShape>;
/** A path in the seed and what is wrong there. */
export type Contradiction = [path: (string | number)[], message: string];

/** Finds duplicate IDs and dangling references. */
export function contradictions(seed: Shape): Contradiction[] {
  return [...duplicates(seed), ...danglingReferences(seed)];
}

function duplicates(seed: Shape): Contradiction[] {
  return [
    ...repeated('clients', seed.clients, (client) => client.client_id),
    ...repeated('users', seed.users, (user) => user.user_id),
    ...repeated('roles', seed.roles, (role) => role.id),
    ...repeated('organizations', seed.organizations, (organization) => organization.id),
    ...repeated('organizations', seed.organizations, (organization) => organization.name),
    ...repeated('invitations', seed.invitations, (invitation) => invitation.id),
    ...repeated('connections', seed.connections, (connection) => connection.id),
    ...repeated('connections', seed.connections, (connection) => connection.name),
    ...repeated('memberships', seed.memberships, (row) => `${row.user_id} in ${row.organization_id}`),
  ];
}

function repeated<T>(path: string, rows: readonly T[], key: (row: T) => string): Contradiction[] {
  const values = new Set<string>();
  return rows.flatMap((row, index): Contradiction[] => {
    const value = key(row);
    if (values.has(value)) return [[[path, index], `"${value}" appears twice`]];
    values.add(value);
    return [];
  });
}

function danglingReferences(seed: Shape): Contradiction[] {
  const users = new Set(seed.users.map((user) => user.user_id));
  const organizations = new Set(seed.organizations.map((organization) => organization.id));
  const connections = new Set(seed.connections.map((connection) => connection.id));
  const connectionNames = new Set(seed.connections.map((connection) => connection.name));
  const found: Contradiction[] = [];
  const expect = (known: ReadonlySet<string>, value: string, noun: string, ...path: (string | number)[]) => {
    if (!known.has(value)) found.push([path, `there is no ${noun} "${value}"`]);
  };
  seed.users.forEach((row, i) => {
    expect(connectionNames, row.connection, 'connection', 'users', i, 'connection');
  });
  seed.enabled_connections.forEach(({ organization_id, connection_id }, i) => {
    expect(organizations, organization_id, 'organization', 'enabled_connections', i, 'organization_id');
    expect(connections, connection_id, 'connection', 'enabled_connections', i, 'connection_id');
  });
  seed.roles.forEach(({ owner_id }, i) => {
    if (owner_id !== undefined) expect(organizations, owner_id, 'organization', 'roles', i, 'owner_id');
  });
  const rolesIn = (organizationId: string) =>
    new Set(seed.roles.filter((role) => isRoleIn(role, organizationId)).map(({ id }) => id));
  seed.invitations.forEach((row, i) => {
    expect(organizations, row.organization_id, 'organization', 'invitations', i, 'organization_id');
    const roles = rolesIn(row.organization_id);
    for (const role of row.roles) expect(roles, role, 'role', 'invitations', i, 'roles');
    if (row.connection_id !== undefined) {
      expect(connections, row.connection_id, 'connection', 'invitations', i, 'connection_id');
    }
  });
  const inhabited = new Set(seed.enabled_connections.map(({ organization_id }) => organization_id));
  seed.crowds.forEach(({ organization_id }, i) => {
    expect(organizations, organization_id, 'organization', 'crowds', i, 'organization_id');
    expect(inhabited, organization_id, 'connection enabled for', 'crowds', i, 'organization_id');
  });
  seed.memberships.forEach((row, i) => {
    expect(organizations, row.organization_id, 'organization', 'memberships', i, 'organization_id');
    expect(users, row.user_id, 'user', 'memberships', i, 'user_id');
    const held = [...row.roles, ...row.group_roles.map(({ role }) => role)];
    const roles = held.length > 0 ? rolesIn(row.organization_id) : new Set<string>();
    for (const role of held) expect(roles, role, 'role', 'memberships', i, 'roles');
  });
  return found;
}
