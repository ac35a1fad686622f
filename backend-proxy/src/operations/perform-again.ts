/** Repeats an operation that may have been carried out, because its answer or its process was lost. */
import type { MemberReceipt } from '../../../src/contract/index.js';
import { factsOf, hasTrait, type Operation } from '../../../src/policy/index.js';
import { issuedTokensUntil } from '../access/actor.js';
import type { Change } from '../audit/record.js';
import { ProblemError } from '../http/problem-error.js';
import type { Services } from '../services.js';
import { perform, type Order } from './perform.js';

/**
 * Performs an operation again. Each step finds out whether it was done already, and a person who is gone, as they were to be,
 * isn't a failure.
 * @throws what `perform` throws
 */
export async function performAgain(services: Services, order: Order): Promise<MemberReceipt> {
  return recordAtLeastOnce(order, async (record) => {
    try {
      return await perform(services, { ...order, record });
    } catch (problem) {
      if (!isGone(problem, order.operation)) throw problem;
      await noteGone(services, order);
      return receiptOfGone(order);
    }
  });
}

/** Returns whether the problem shows that an operation that ends a membership was carried out. */
export function isGone(problem: unknown, operation: Operation): boolean {
  const isNotFound = problem instanceof ProblemError && problem.code === 'profile_not_found';
  return isNotFound && hasTrait(operation, 'ends-membership');
}

/** Remembers what the attempt that was lost could not. */
export async function noteGone(
  { storage: { recent, demotions } }: Pick<Services, 'storage'>,
  {
    actor: { organizationId },
    userId,
    operation,
  }: Pick<Order, 'actor' | 'userId'> & { readonly operation: Operation },
): Promise<void> {
  if (operation === 'user.delete') await recent.noteUser(userId, { deletedAt: Date.now() });
  else await recent.noteMembership(organizationId, userId, { removedAt: Date.now(), roles: null });
  await demotions.note(organizationId, userId);
}

/** What was done already may not be in the audit log yet. Twice is better than never. */
export async function recordAtLeastOnce<T>(
  {
    userId,
    operation,
    reason,
    record,
  }: Pick<Order, 'userId' | 'record' | 'reason'> & { readonly operation: Change['action'] },
  task: (record: Order['record']) => Promise<T>,
): Promise<T> {
  let isRecorded = false;
  const result = await task((change: Change) => {
    isRecorded ||= change.action === operation;
    return record(change);
  });
  if (!isRecorded) {
    await record({ targetUserId: userId, action: operation, ...(reason !== undefined && { reason }) });
  }
  return result;
}

function receiptOfGone({ actor, userId, operation, call }: Order): MemberReceipt {
  const { steps, notCovered } = factsOf(operation);
  const ending = steps.filter((step) => step === 'remove-membership' || step === 'delete-account');
  return {
    id: call.correlationId,
    at: new Date().toISOString(),
    userId,
    operation,
    done: [],
    already: ending,
    notDone: [],
    notCovered: notCovered.filter((what) => what !== 'other-organizations'),
    ...(notCovered.includes('issued-access-tokens') && { accessTokensUntil: issuedTokensUntil(actor) }),
    status: [],
  };
}
