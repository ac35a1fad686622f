import { snapshotMap, type Restore } from '../snapshot.js';

/** A permission assigned directly to a user. */
export interface DirectPermission {
  readonly resource_server_identifier: string;
  readonly permission_name: string;
}

/**
 * Roles and permissions at tenant level. They have no effect in organizations:
 * https://auth0.com/docs/manage-users/organizations/using-tokens
 */
export class TenantRoles {
  readonly #roles = new Map<string, readonly string[]>();
  readonly #permissions = new Map<string, readonly DirectPermission[]>();

  /** Role IDs. */
  rolesOf(userId: string): readonly string[] {
    return this.#roles.get(userId) ?? [];
  }

  setRoles(userId: string, roles: readonly string[]): void {
    this.#roles.set(userId, roles);
  }

  usersWith(role: string): string[] {
    return [...this.#roles].flatMap(([userId, roles]) => (roles.includes(role) ? [userId] : []));
  }

  permissionsOf(userId: string): readonly DirectPermission[] {
    return this.#permissions.get(userId) ?? [];
  }

  setPermissions(userId: string, permissions: readonly DirectPermission[]): void {
    this.#permissions.set(userId, permissions);
  }

  snapshot(): Restore {
    const restores = [snapshotMap(this.#roles), snapshotMap(this.#permissions)];
    return () => restores.forEach((restore) => restore());
  }

  forget(userId: string): void {
    this.#roles.delete(userId);
    this.#permissions.delete(userId);
  }
}
