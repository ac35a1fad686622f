/**
 * Last-admin safeguard: counts admins and runs the operation under one lock, so that two admins can't remove each other.
 */
import { administratorPermissions, hasTrait, type Operation } from '../../../src/policy/index.js';
import type { CallContext } from '../management/index.js';
import type { Services } from '../services.js';
import { lockOrganizations, lockPerson } from './locks.js';
import { requireOperation } from './operations.js';
import type { Subject } from './subject.js';

/**
 * Returns whether the operation would leave any of the organizations without an admin. Always `false` if the policy
 * turns the `lastAdmin` safeguard off.
 * @param organizationIds - Organizations the user would stop managing.
 * @throws {ProblemError} `upstream_unavailable` if Auth0 can't be reached; never guesses.
 * @example await isLastAdmin(services, 'auth0|1', ['org_acme'], call) // true
 */
export async function isLastAdmin(
  { settings: { policy }, management }: Pick<Services, 'settings' | 'management'>,
  userId: string,
  organizationIds: readonly string[],
  call: CallContext,
): Promise<boolean> {
  const permissions = administratorPermissions(policy);
  if (!policy.safeguards.lastAdmin || permissions.length === 0) return false;
  for (const organizationId of organizationIds) {
    if (await management.administrators.isLast({ userId, organizationId }, permissions, call)) return true;
  }
  return false;
}

/** Returns the organizations that a user would stop managing: one if a membership ends, all if an account does. */
export async function organizationsLeft(
  { management }: Pick<Services, 'management'>,
  operation: Operation,
  { person: { user, organization, otherOrganizations }, call }: Pick<Subject, 'person' | 'call'>,
): Promise<readonly string[]> {
  const own = [organization.id];
  if (operation === 'membership.remove' || otherOrganizations === 0) return own;
  return management.users.organizationIds(user.userId, call);
}

export interface GuardedOperation {
  readonly operation: Operation;
  /** The actor's organization. */
  readonly organizationId: string;
  /** The target. */
  readonly userId: string;
  /** Reads the target. Called while its lock is held, possibly more than once. */
  readonly load: () => Promise<Subject>;
}

/**
 * Loads the target, authorizes the operation, and runs it while holding the target's write lock. An operation that could
 * remove an admin also holds the locks of the organizations concerned.
 * @throws {ProblemError} `operation_locked`, `step_up_required`, and what `load` and `task` throw.
 */
export async function authorizeAndRun<T>(
  services: Pick<Services, 'settings' | 'management' | 'storage'>,
  { operation, organizationId, userId, load }: GuardedOperation,
  task: (subject: Subject) => Promise<T>,
): Promise<T> {
  const { policy } = services.settings;
  const { locks } = services.storage;
  const require = ({ person, situation }: Subject, lastAdmin: boolean) =>
    requireOperation(policy, situation, person, operation, lastAdmin);

  if (!policy.safeguards.lastAdmin || !hasTrait(operation, 'ends-administration')) {
    return lockPerson(locks, userId, async () => {
      const subject = await load();
      require(subject, false);
      return task(subject);
    });
  }

  async function judgeAndDo(
    held: readonly string[],
  ): Promise<{ readonly result: T } | { readonly concerned: readonly string[] }> {
    const subject = await load();
    // Counting admins costs calls, so everything else is checked first.
    require(subject, false);
    const concerned = await organizationsLeft(services, operation, subject);
    if (!concerned.every((id) => held.includes(id))) return { concerned };
    require(subject, await isLastAdmin(services, userId, concerned, subject.call));
    return { result: await task(subject) };
  }

  // The organizations are known only after the target is read, and may change until all locks are held.
  let held: readonly string[] = [organizationId];
  for (;;) {
    const holding = held;
    const outcome = await lockOrganizations(locks, holding, () =>
      lockPerson(locks, userId, () => judgeAndDo(holding)),
    );
    if ('result' in outcome) return outcome.result;
    held = [organizationId, ...outcome.concerned];
  }
}
