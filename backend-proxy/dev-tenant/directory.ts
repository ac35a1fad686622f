import type { Clock } from './clock.js';
import { Lagging } from './lagging.js';
import type { ParsedSeed } from './seed.js';
import { seededPerson, seededUser, type Person, type User } from './users/user.js';

export type Connection = ParsedSeed['connections'][number];
export type Organization = ParsedSeed['organizations'][number];
export type EnabledConnection = ParsedSeed['enabled_connections'][number];
export type Role = ParsedSeed['roles'][number];

/** A user seen inside one organization. `order` grows with every membership and makes paging stable. */
export interface Membership {
  readonly organization_id: string;
  readonly user_id: string;
  readonly order: number;
  readonly roles: readonly string[];
  /** Through a group of the identity provider. */
  readonly group_roles: readonly { readonly role: string; readonly group: string }[];
}

/** A table of rows by key, and what lists still show of it. */
class Table<T extends object> {
  readonly rows = new Map<string, T>();
  readonly lagging: Lagging<T>;

  constructor(clock: Clock, lag: () => number) {
    this.lagging = new Lagging(clock, lag);
  }

  listed(): T[] {
    return this.lagging.show(this.rows);
  }

  listedRow(key: string): T | undefined {
    return this.lagging.showOne(key, this.rows.get(key));
  }

  set(key: string, row: T): void {
    this.lagging.keep(key, this.rows.get(key));
    this.rows.set(key, row);
  }

  delete(key: string): void {
    if (!this.rows.has(key)) return;
    this.lagging.keep(key, this.rows.get(key));
    this.rows.delete(key);
  }
}

/**
 * Who and what is in the tenant: the tables, and the questions every route asks of them. A row is changed only
 * through the methods here, so that lists and search can lag behind.
 */
export class Directory {
  readonly people = new Map<string, Person>();
  readonly connections: readonly Connection[];
  readonly organizations: readonly Organization[];
  readonly enabledConnections: readonly EnabledConnection[];
  readonly roles: readonly Role[];
  readonly #users: Table<User>;
  readonly #members: ReadonlyMap<string, Table<Membership>>;
  #order = 0;

  /** `lag`: milliseconds until a change reaches lists and search; what the seed says is there from the start. */
  constructor(seed: ParsedSeed, clock: Clock, lag: () => number) {
    const { connections, organizations, enabled_connections, roles } = structuredClone(seed);
    let seeding = true;
    const lagNow = () => (seeding ? 0 : lag());
    this.connections = connections;
    this.organizations = organizations;
    this.enabledConnections = enabled_connections;
    this.roles = roles;
    this.#users = new Table(clock, lagNow);
    this.#members = new Map(organizations.map(({ id }) => [id, new Table(clock, lagNow)]));
    for (const user of seed.users) {
      const strategy = this.connectionNamed(user.connection)?.strategy ?? '';
      this.people.set(user.user_id, seededPerson(user));
      this.addUser(seededUser(user, strategy));
    }
    for (const { organization_id, user_id, roles, group_roles } of seed.memberships) {
      this.addMember(organization_id, user_id, roles, group_roles);
    }
    seeding = false;
  }

  /** As a read by id finds them: always up to date. */
  get users(): ReadonlyMap<string, Readonly<User>> {
    return this.#users.rows;
  }

  /** As lists and search find them. */
  listedUsers(): Readonly<User>[] {
    return this.#users.listed();
  }

  listedUser(userId: string): Readonly<User> | undefined {
    return this.#users.listedRow(userId);
  }

  addUser(user: User): void {
    this.#users.set(user.user_id, user);
  }

  /** Changes a user in place; throws a RangeError if there is none of that id. */
  changeUser(userId: string, change: (user: User) => void): void {
    const user = this.#users.rows.get(userId);
    if (!user) throw new RangeError(`[dev tenant] there is no user "${userId}"`);
    this.#users.lagging.keep(userId, user);
    change(user);
  }

  connectionNamed(name: string): Connection | undefined {
    return this.connections.find((connection) => connection.name === name);
  }

  /** The connection of the primary identity: the one that decides what may be changed. */
  connectionOf(user: Readonly<User>): Connection | undefined {
    return this.connectionNamed(user.identities[0]?.connection ?? '');
  }

  organization(id: string): Organization | undefined {
    return this.organizations.find((organization) => organization.id === id);
  }

  organizationNamed(name: string): Organization | undefined {
    return this.organizations.find((organization) => organization.name === name.toLowerCase());
  }

  /** How an organization has enabled the connection of that name, if it has. */
  enabledConnection(organizationId: string, connectionName: string): EnabledConnection | undefined {
    const id = this.connectionNamed(connectionName)?.id;
    return this.enabledConnections.find(
      (row) => row.organization_id === organizationId && row.connection_id === id,
    );
  }

  /** As the list of members shows them, in the order they joined. */
  listedMembers(organizationId: string): Readonly<Membership>[] {
    const members = this.#members.get(organizationId)?.listed() ?? [];
    // Somebody who has just been removed is shown after everybody else, and belongs where they were.
    return isInOrder(members) ? members : members.sort((a, b) => a.order - b.order);
  }

  isListedMember(organizationId: string, userId: string): boolean {
    return this.#members.get(organizationId)?.listedRow(userId) !== undefined;
  }

  membership(organizationId: string, userId: string): Readonly<Membership> | undefined {
    return this.#members.get(organizationId)?.rows.get(userId);
  }

  organizationsOf(userId: string): Organization[] {
    return this.organizations.filter(({ id }) => this.membership(id, userId));
  }

  /** Those given to the person; see {@link Membership.group_roles} for the others. */
  rolesOf(membership: Readonly<Membership>): Role[] {
    return membership.roles.flatMap((id) => this.roles.find((role) => role.id === id) ?? []);
  }

  /** Given to the person or to a group they are in: what they may do with. */
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
    if (!members || members.rows.has(userId)) return;
    this.#order += 1;
    members.set(userId, {
      organization_id: organizationId,
      user_id: userId,
      order: this.#order,
      roles: [...roles],
      group_roles: groupRoles,
    });
  }

  /** Does nothing where there is no such membership. */
  setMemberRoles(organizationId: string, userId: string, roles: readonly string[]): void {
    const membership = this.membership(organizationId, userId);
    if (membership) this.#members.get(organizationId)?.set(userId, { ...membership, roles: [...roles] });
  }

  removeMember(organizationId: string, userId: string): void {
    this.#members.get(organizationId)?.delete(userId);
  }

  /** Memberships go with the user; the person stays, see {@link Person}. */
  deleteUser(userId: string): void {
    this.#users.delete(userId);
    for (const members of this.#members.values()) members.delete(userId);
  }
}

function isInOrder(members: readonly Membership[]): boolean {
  return members.every(({ order }, index) => index === 0 || (members[index - 1]?.order ?? 0) < order);
}
