import { Expiring } from './expiring.js';
import type { MembershipChange, RecentChanges, UserChange } from '../storage.js';

const lifetimeMs = 60_000;

export function createMemoryRecentChanges(now: () => number): RecentChanges {
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
