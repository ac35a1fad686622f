/** Locks for writes to one user, and for changes that could remove an organization's last admin. */
import type { Locks } from '../storage/storage.js';

/** Serializes writes to a user, so that the version check and the write are atomic. */
export function lockPerson<T>(locks: Locks, userId: string, task: () => Promise<T>): Promise<T> {
  return locks.hold(`user ${userId}`, task);
}

/**
 * Makes counting the admins and removing one atomic. Locks are taken in sorted order, and before any user's lock, so
 * that two tasks can't deadlock.
 */
export function lockOrganizations<T>(
  locks: Locks,
  organizationIds: readonly string[],
  task: () => Promise<T>,
): Promise<T> {
  const [first, ...rest] = [...new Set(organizationIds)].sort();
  if (first === undefined) return task();
  return locks.hold(`organization ${first}`, () => lockOrganizations(locks, rest, task));
}
