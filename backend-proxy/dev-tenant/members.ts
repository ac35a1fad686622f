import { Lagging } from './eventual-consistency.js';
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

interface MembersOptions extends Omit<TableOptions<Membership>, 'compare'> {
  /** Milliseconds until a change appears in the organizations of a user. */
  readonly organizationsLag: () => number;
}

/** Memberships of one organization. */
export class Members {
  readonly #table: Table<Membership>;
  readonly #options: MembersOptions;
  #forUsers: Lagging<Membership>;
  readonly #byRole = new WeakMap<readonly Membership[], ReadonlyMap<string, readonly Membership[]>>();

  constructor(options: MembersOptions) {
    this.#options = options;
    this.#forUsers = new Lagging(options.clock, options.organizationsLag);
    this.#table = new Table({ ...options, compare: (a, b) => a.order - b.order });
  }

  get(userId: string): Membership | undefined {
    return this.#table.rows.get(userId);
  }

  set(membership: Membership): void {
    this.#forUsers.keep(membership.user_id, this.get(membership.user_id));
    this.#table.set(membership.user_id, membership);
  }

  delete(userId: string): void {
    if (this.get(userId)) this.#forUsers.keep(userId, this.get(userId));
    this.#table.delete(userId);
  }

  /** After a restore, everything is visible immediately. */
  snapshot(): Restore {
    const restore = this.#table.snapshot();
    return () => {
      restore();
      this.#forUsers = new Lagging(this.#options.clock, this.#options.organizationsLag);
    };
  }

  /** Members in the order they joined, as lists show them. */
  listed(): readonly Membership[] {
    return this.#table.listed();
  }

  isListed(userId: string): boolean {
    return this.#table.listedRow(userId) !== undefined;
  }

  /** Whether the user's own list of organizations has this one. */
  isListedForUser(userId: string): boolean {
    return this.#forUsers.showOne(userId, this.get(userId)) !== undefined;
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
