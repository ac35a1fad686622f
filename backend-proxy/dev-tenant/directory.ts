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
  roles: string[];
}

/** Who and what is in the tenant: the tables, and the questions every route asks of them. */
export class Directory {
  readonly users = new Map<string, User>();
  readonly people = new Map<string, Person>();
  readonly connections: readonly Connection[];
  readonly organizations: readonly Organization[];
  readonly enabledConnections: readonly EnabledConnection[];
  readonly roles: readonly Role[];
  readonly #members: ReadonlyMap<string, Map<string, Membership>>;
  #order = 0;

  constructor(seed: ParsedSeed) {
    const { connections, organizations, enabled_connections, roles } = structuredClone(seed);
    this.connections = connections;
    this.organizations = organizations;
    this.enabledConnections = enabled_connections;
    this.roles = roles;
    this.#members = new Map(organizations.map(({ id }) => [id, new Map()]));
    for (const user of seed.users) {
      const strategy = this.connectionNamed(user.connection)?.strategy ?? '';
      this.people.set(user.user_id, seededPerson(user));
      this.users.set(user.user_id, seededUser(user, strategy));
    }
    for (const { organization_id, user_id, roles } of seed.memberships) {
      this.addMember(organization_id, user_id, roles);
    }
  }

  connectionNamed(name: string): Connection | undefined {
    return this.connections.find((connection) => connection.name === name);
  }

  /** The connection of the primary identity: the one that decides what may be changed. */
  connectionOf(user: User): Connection | undefined {
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

  /** In the order they joined. */
  members(organizationId: string): Membership[] {
    return [...(this.#members.get(organizationId)?.values() ?? [])];
  }

  membership(organizationId: string, userId: string): Membership | undefined {
    return this.#members.get(organizationId)?.get(userId);
  }

  organizationsOf(userId: string): Organization[] {
    return this.organizations.filter(({ id }) => this.membership(id, userId));
  }

  rolesOf(membership: Membership): Role[] {
    return membership.roles.flatMap((id) => this.roles.find((role) => role.id === id) ?? []);
  }

  addMember(organizationId: string, userId: string, roles: readonly string[] = []): void {
    const members = this.#members.get(organizationId);
    if (!members || members.has(userId)) return;
    this.#order += 1;
    members.set(userId, {
      organization_id: organizationId,
      user_id: userId,
      order: this.#order,
      roles: [...roles],
    });
  }

  removeMember(organizationId: string, userId: string): void {
    this.#members.get(organizationId)?.delete(userId);
  }

  /** Memberships go with the user; the person stays, see {@link Person}. */
  deleteUser(userId: string): void {
    this.users.delete(userId);
    for (const members of this.#members.values()) members.delete(userId);
  }
}
