import type { Clock } from './clock.js';
import { peopleOfCrowd } from './crowd/people-of-crowd.js';
import { Members, type Membership } from './members.js';
import { People } from './people.js';
import { seededRole, type Role } from './role.js';
import type { ParsedSeed } from './seed.js';
import { snapshotAll, type Restore } from './snapshot.js';
import { Table } from './table.js';
import { Links } from './users/links.js';
import { TenantRoles } from './users/tenant-roles.js';
import { Identifiers } from './users/identifiers.js';
import { seededPerson, seededUser, type User } from './users/user.js';

export type { Membership } from './members.js';
export type { Role } from './role.js';

export type Connection = ParsedSeed['connections'][number];
export type Organization = ParsedSeed['organizations'][number];
export type EnabledConnection = ParsedSeed['enabled_connections'][number];

/** Member lists of an organization, derived from one state of the user list. */
interface Roster {
  readonly users: readonly Readonly<User>[];
  readonly rows: readonly Readonly<User>[];
}

/**
 * The tables of the tenant and the queries that routes share. Rows change only through these methods, so that lists
 * and search can lag.
 */
export class Directory {
  readonly people = new People();
  /** Tenant-level roles and permissions, independent of organizations. */
  readonly tenantRoles = new TenantRoles();
  readonly links = new Links();
  readonly connections: readonly Connection[];
  organizations: readonly Organization[];
  enabledConnections: readonly EnabledConnection[];
  roles: readonly Role[];
  readonly #users: Table<User>;
  readonly #identifiers = new Identifiers();
  readonly #members: Map<string, Members>;
  readonly #newMembers: () => Members;
  readonly #rosters = new WeakMap<readonly Membership[], Roster>();
  #order = 0;

  /**
   * Seeded data is visible immediately.
   * @param lag - Milliseconds until a change appears in lists and search.
   * @param organizationsLag - The same for the organizations of a user.
   */
  constructor(seed: ParsedSeed, clock: Clock, lag: () => number, organizationsLag: () => number) {
    const { connections, organizations, enabled_connections, roles, users } = structuredClone(seed);
    let seeding = true;
    const unlessSeeding = (ms: () => number) => () => (seeding ? 0 : ms());
    const lagNow = unlessSeeding(lag);
    this.connections = connections;
    this.organizations = organizations;
    this.enabledConnections = enabled_connections;
    this.roles = roles.map(seededRole);
    this.#users = new Table({ clock, lag: lagNow });
    const lags = { lag: lagNow, organizationsLag: unlessSeeding(organizationsLag) };
    this.#newMembers = () => new Members({ clock, ...lags });
    this.#members = new Map(organizations.map(({ id }) => [id, this.#newMembers()]));
    for (const user of users) this.#addSeeded(user);
    for (const { organization_id, user_id, roles, group_roles } of seed.memberships) {
      this.addMember(organization_id, user_id, roles, group_roles);
    }
    for (const crowd of seed.crowds) {
      for (const { user, roles, group_roles } of peopleOfCrowd(seed, crowd)) {
        this.#addSeeded(user, true);
        this.addMember(crowd.organization_id, user.user_id, roles, group_roles);
      }
    }
    seeding = false;
  }

  #addSeeded(user: ParsedSeed['users'][number], inCrowd = false): void {
    const strategy = this.connectionNamed(user.connection)?.strategy ?? '';
    this.people.add(seededPerson(user, inCrowd));
    this.addUser(seededUser(user, strategy));
  }

  /** Users as reads by ID see them: always up to date. */
  get users(): ReadonlyMap<string, Readonly<User>> {
    return this.#users.rows;
  }

  /** Users as lists and search see them. */
  listedUsers(): readonly Readonly<User>[] {
    return this.#users.listed();
  }

  listedUser(userId: string): Readonly<User> | undefined {
    return this.#users.listedRow(userId);
  }

  /** Returns the members of an organization as search sees them. */
  listedUsersOf(organizationId: string): readonly Readonly<User>[] {
    const members = this.listedMembers(organizationId);
    const users = this.listedUsers();
    const known = this.#rosters.get(members);
    if (known?.users === users) return known.rows;
    const rows = members.flatMap(({ user_id }) => this.listedUser(user_id) ?? []);
    this.#rosters.set(members, { users, rows });
    return rows;
  }

  /** Finds users by email address, username, or phone number. */
  usersIdentifiedBy(identifier: string): Readonly<User>[] {
    return this.#identifiers.find(identifier).flatMap((id) => this.users.get(id) ?? []);
  }

  addUser(user: User): void {
    this.#users.set(user.user_id, user);
    this.#identifiers.add(user);
    this.people.setKnown(user.user_id, true);
  }

  /**
   * Updates a user in place.
   * @throws RangeError if no user has that ID
   */
  changeUser(userId: string, change: (user: User) => void): void {
    if (!this.users.has(userId)) throw new RangeError(`[dev tenant] there is no user "${userId}"`);
    this.#users.change(userId, (user) => {
      this.#identifiers.remove(user);
      try {
        change(user);
      } finally {
        this.#identifiers.add(user);
      }
    });
  }

  connectionNamed(name: string): Connection | undefined {
    return this.connections.find((connection) => connection.name === name);
  }

  /** Returns the connection of the primary identity, which determines what can change. */
  connectionOf(user: Readonly<User>): Connection | undefined {
    return this.connectionNamed(user.identities[0]?.connection ?? '');
  }

  organization(id: string): Organization | undefined {
    return this.organizations.find((organization) => organization.id === id);
  }

  organizationNamed(name: string): Organization | undefined {
    return this.organizations.find((organization) => organization.name === name.toLowerCase());
  }

  /** Updates only the given attributes and replaces each as a whole. */
  changeOrganization(id: string, changes: Partial<Organization>): Organization {
    this.organizations = this.organizations.map((each) => (each.id === id ? { ...each, ...changes } : each));
    const changed = this.organization(id);
    if (!changed) throw new RangeError(`[dev tenant] there is no organization "${id}"`);
    return changed;
  }

  addOrganization(organization: Organization): void {
    this.organizations = [...this.organizations, organization];
    this.#members.set(organization.id, this.#newMembers());
  }

  /** Adds a role, or replaces the one with the same ID. */
  setRole(role: Role): void {
    const isKnown = this.roles.some(({ id }) => id === role.id);
    this.roles = isKnown
      ? this.roles.map((each) => (each.id === role.id ? role : each))
      : [...this.roles, role];
  }

  /** Returns an organization's settings for a connection, or `undefined` if it isn't enabled. */
  enabledConnection(organizationId: string, connectionName: string): EnabledConnection | undefined {
    const id = this.connectionNamed(connectionName)?.id;
    return this.enabledConnections.find(
      (row) => row.organization_id === organizationId && row.connection_id === id,
    );
  }

  /** Enables a connection for an organization or updates its settings. */
  enableConnection(row: EnabledConnection): EnabledConnection {
    this.disableConnection(row.organization_id, row.connection_id);
    this.enabledConnections = [...this.enabledConnections, row];
    return row;
  }

  disableConnection(organizationId: string, connectionId: string): void {
    this.enabledConnections = this.enabledConnections.filter(
      (row) => row.organization_id !== organizationId || row.connection_id !== connectionId,
    );
  }

  /** Members in the order they joined, as member lists show them. */
  listedMembers(organizationId: string): readonly Membership[] {
    return this.#members.get(organizationId)?.listed() ?? [];
  }

  listedMembersWithRole(organizationId: string, role: string): readonly Membership[] {
    return this.#members.get(organizationId)?.listedWithRole(role) ?? [];
  }

  isListedMember(organizationId: string, userId: string): boolean {
    return this.#members.get(organizationId)?.isListed(userId) ?? false;
  }

  membership(organizationId: string, userId: string): Readonly<Membership> | undefined {
    return this.#members.get(organizationId)?.get(userId);
  }

  organizationsOf(userId: string): Organization[] {
    return this.organizations.filter(({ id }) => this.membership(id, userId));
  }

  /** The organizations of a user as the Management API lists them, which can lag. */
  listedOrganizationsOf(userId: string): Organization[] {
    return this.organizations.filter(({ id }) => this.#members.get(id)?.isListedForUser(userId));
  }

  /** Roles assigned directly. For roles through groups, see {@link Membership.group_roles}. */
  rolesOf(membership: Readonly<Membership>): Role[] {
    return membership.roles.flatMap((id) => this.roles.find((role) => role.id === id) ?? []);
  }

  /** Effective roles: assigned directly or through a group. */
  effectiveRolesOf(membership: Readonly<Membership>): Role[] {
    const held = new Set([...membership.roles, ...membership.group_roles.map(({ role }) => role)]);
    return this.roles.filter(({ id }) => held.has(id));
  }

  addMember(
    organizationId: string,
    userId: string,
    roles: readonly string[] = [],
    groupRoles: Membership['group_roles'] = [],
  ): void {
    const members = this.#members.get(organizationId);
    if (!members || members.get(userId)) return;
    this.#order += 1;
    members.set({
      organization_id: organizationId,
      user_id: userId,
      order: this.#order,
      roles: [...roles],
      group_roles: groupRoles,
    });
  }

  /** Does nothing if there is no such membership. */
  setMemberRoles(organizationId: string, userId: string, roles: readonly string[]): void {
    const membership = this.membership(organizationId, userId);
    if (membership) this.#members.get(organizationId)?.set({ ...membership, roles: [...roles] });
  }

  removeMember(organizationId: string, userId: string): void {
    this.#members.get(organizationId)?.delete(userId);
  }

  snapshot(): Restore {
    const { organizations, enabledConnections, roles } = this;
    const restore = snapshotAll([
      this.#users,
      this.people,
      this.tenantRoles,
      this.links,
      ...this.#members.values(),
    ]);
    return () => {
      restore();
      this.#identifiers.rebuild(this.users.values());
      this.organizations = organizations;
      this.enabledConnections = enabledConnections;
      this.roles = roles;
    };
  }

  /** Deletes a user and their memberships. The {@link Person} stays. */
  deleteUser(userId: string): void {
    const user = this.users.get(userId);
    if (!user) return;
    this.#identifiers.remove(user);
    this.people.setKnown(userId, false);
    this.tenantRoles.forget(userId);
    this.links.forget(userId);
    this.#users.delete(userId);
    for (const members of this.#members.values()) members.delete(userId);
  }
}
