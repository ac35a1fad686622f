import { Expiring } from './memory/expiring.js';

/**
 * What has just been changed and lists do not show yet: Auth0's lists lag behind by some seconds. Whoever writes notes it
 * here, and lists are corrected by it.
 */
export interface RecentChanges {
  /** About the person in every organization. */
  noteUser(userId: string, change: UserChange): Promise<void>;
  noteMembership(organizationId: string, userId: string, change: MembershipChange): Promise<void>;
  /** Both together, for those of whom there is anything. */
  read(
    organizationId: string,
    userIds: readonly string[],
  ): Promise<ReadonlyMap<string, UserChange & MembershipChange>>;
}

export interface UserChange {
  readonly deleted?: true;
  readonly blocked?: boolean;
  readonly name?: string | null;
  readonly email?: string | null;
  readonly picture?: string | null;
}

export interface MembershipChange {
  readonly removed?: boolean;
  readonly roles?: readonly { readonly id: string; readonly name: string }[];
}

/** Longer than the lag that has been seen (ten seconds), by far. */
const lifetimeMs = 60_000;

export function createRecentChanges(now: () => number): RecentChanges {
  const users = new Expiring<UserChange>(now);
  const memberships = new Expiring<MembershipChange>(now);
  const keyOf = (organizationId: string, userId: string) => JSON.stringify([organizationId, userId]);
  const merge = <T extends object>(known: Expiring<T>, key: string, change: T) =>
    known.set(key, { ...known.get(key)?.value, ...change }, lifetimeMs);
  return {
    noteUser: async (userId, change) => merge(users, userId, change),
    noteMembership: async (organizationId, userId, change) =>
      merge(memberships, keyOf(organizationId, userId), change),
    read: async (organizationId, userIds) => {
      const found = new Map<string, UserChange & MembershipChange>();
      for (const userId of userIds) {
        const user = users.get(userId)?.value;
        const membership = memberships.get(keyOf(organizationId, userId))?.value;
        if (user || membership) found.set(userId, { ...user, ...membership });
      }
      return found;
    },
  };
}
