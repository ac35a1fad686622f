/** What must not interleave: writes to one person, and who leaves the administration of an organization. */
import type { Locks } from '../storage/storage.js';

/** Reading the version and storing the change belong together. */
export function lockPerson<T>(locks: Locks, userId: string, task: () => Promise<T>): Promise<T> {
  return locks.hold(`user ${userId}`, task);
}

/**
 * Counting the administrators and taking one out belong together. Several are locked in one order, so that two who need
 * the same ones do not wait for each other; of both kinds of lock this one comes first.
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
