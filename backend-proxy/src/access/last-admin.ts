/** The last one who can manage an organization stays: counted, and acted upon, while nobody else can do the same. */
import { administratorPermissions, hasTrait, type Operation } from '../../../src/policy/index.js';
import type { CallContext } from '../management/index.js';
import type { Services } from '../services.js';
import { lockOrganizations, lockPerson } from './locks.js';
import { requireOperation } from './operations.js';
import type { Subject } from './subject.js';

/** Whether nobody else could manage one of these organizations. */
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

/** Those that the person would no longer manage: an account serves every organization, a membership one. */
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
  /** Where it is asked for. */
  readonly organizationId: string;
  /** To whom. */
  readonly userId: string;
  readonly load: () => Promise<Subject>;
}

/**
 * Does something to the person that `read` finds, if it may be done now: read, judged and done while nobody else writes to
 * them. What could take somebody out of the administration of an organization is judged and done under that organization's
 * lock as well.
 * @throws `operation_locked`, `step_up_required`, and what `read` throws
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
    // What is closed anyway is told without the cost of counting.
    require(subject, false);
    const concerned = await organizationsLeft(services, operation, subject);
    if (!concerned.every((id) => held.includes(id))) return { concerned };
    require(subject, await isLastAdmin(services, userId, concerned, subject.call));
    return { result: await task(subject) };
  }

  // Which organizations are concerned is known once the person has been read, and by then may have changed.
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
