/** Performs an operation on one member step by step, for single requests, de-provisioning and bulk runs. */
import type { MemberReceipt } from '../../../src/contract/index.js';
import {
  factsOf,
  hasTrait,
  isCriticalStep,
  type Operation,
  type SteppedOperation,
} from '../../../src/policy/index.js';
import { issuedTokensUntil, type Actor } from '../access/actor.js';
import type { CallContext } from '../management/index.js';
import { describeProblem, type Change } from '../audit/record.js';
import type { Settings } from '../options.js';
import { authorizeAndRun } from '../access/last-admin.js';
import type { Subject } from '../access/subject.js';
import { ProblemError } from '../http/problem-error.js';
import type { Services } from '../services.js';
import { notCoveredBy, statusAfter } from './receipt.js';
import { takeStep } from './take-step.js';
import { ReceiptBuilder } from './receipt-builder.js';

export interface Order {
  readonly actor: Actor;
  readonly userId: string;
  readonly operation: SteppedOperation;
  /** The caller's reason. */
  readonly reason?: string | undefined;
  readonly call: CallContext;
  /** Records an audit entry. */
  readonly record: (change: Change) => Promise<void>;
}

/**
 * Authorizes and performs an operation under the member's write lock, and returns its receipt.
 * @throws `operation_locked`, `step_up_required`, `reason_required`, `profile_not_found`, or the first problem of a step
 *   if nothing was done
 */
export function perform(services: Services, order: Order): Promise<MemberReceipt> {
  const { subjects } = services;
  const { actor, userId, operation, call } = order;
  const load = () => subjects.member({ actor, call }, userId);
  const guarded = { operation, organizationId: actor.organizationId, userId, load };
  return authorizeAndRun(services, guarded, (subject) => carryOut(services, order, subject));
}

async function carryOut(services: Services, order: Order, subject: Subject): Promise<MemberReceipt> {
  const { userId, operation, reason, call, record } = order;
  requireReason(services.settings, operation, reason);
  const receipt = new ReceiptBuilder();
  for (const step of factsOf(operation).steps) {
    await takeStep[step]({ ...services, subject, call, record, receipt });
    if (isCriticalStep(step)) receipt.assertSomething();
  }
  receipt.assertSomething();
  if (receipt.done.length > 0) {
    const { firstProblem } = receipt;
    await record({
      targetUserId: userId,
      action: operation,
      ...(firstProblem && { outcome: 'partly', problem: describeProblem(firstProblem) }),
      ...(reason !== undefined && { reason }),
    });
  }
  const notCovered = notCoveredBy(operation, subject);
  return {
    id: call.correlationId,
    at: new Date().toISOString(),
    userId,
    operation,
    done: receipt.done,
    ...(receipt.already.length > 0 && { already: receipt.already }),
    notDone: receipt.notDone,
    notCovered,
    ...(notCovered.includes('issued-access-tokens') && {
      accessTokensUntil: issuedTokensUntil(order.actor),
    }),
    status: statusAfter(operation, subject),
  };
}

/** @throws `reason_required` if the policy wants a reason for the operation and there is none */
export function requireReason(
  { policy }: Pick<Settings, 'policy'>,
  operation: Operation,
  reason: string | undefined,
): void {
  const asks = policy.safeguards.auditReason === 'required' && hasTrait(operation, 'asks-reason');
  if (asks && reason === undefined) {
    throw new ProblemError('reason_required');
  }
}
