import { Table, type TableOptions } from './table.js';
import type { Restore } from './snapshot.js';

/** A user in one organization. `order` increases with every membership, for stable paging. */
export interface Membership {
  readonly organization_id: string;
  readonly user_id: string;
  readonly order: number;
  readonly roles: readonly string[];
  /** Roles through a group of the identity provider. */
  readonly group_roles: readonly { readonly role: string; readonly group: string }[];
}

/** Memberships of one organization. */
export class Members {
  readonly #table: Table<Membership>;
  readonly #byRole = new WeakMap<readonly Membership[], ReadonlyMap<string, readonly Membership[]>>();

  constructor(options: Omit<TableOptions<Membership>, 'compare'>) {
    this.#table = new Table({ ...options, compare: (a, b) => a.order - b.order });
  }

  get(userId: string): Membership | undefined {
    return this.#table.rows.get(userId);
  }

  set(membership: Membership): void {
    this.#table.set(membership.user_id, membership);
  }

  delete(userId: string): void {
    this.#table.delete(userId);
  }

  snapshot(): Restore {
    return this.#table.snapshot();
  }

  /** Members in the order they joined, as lists show them. */
  listed(): readonly Membership[] {
    return this.#table.listed();
  }

  isListed(userId: string): boolean {
    return this.#table.listedRow(userId) !== undefined;
  }

  /** Members with a direct assignment of the role, as lists show them. */
  listedWithRole(role: string): readonly Membership[] {
    const listed = this.listed();
    let byRole = this.#byRole.get(listed);
    if (!byRole) {
      byRole = groupByRole(listed);
      this.#byRole.set(listed, byRole);
    }
    return byRole.get(role) ?? [];
  }
}

function groupByRole(members: readonly Membership[]): ReadonlyMap<string, readonly Membership[]> {
  const groups = new Map<string, Membership[]>();
  for (const membership of members) {
    for (const role of membership.roles) {
      const group = groups.get(role);
      if (group) group.push(membership);
      else groups.set(role, [membership]);
    }
  }
  return groups;
}
