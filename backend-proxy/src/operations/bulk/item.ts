/** Processes one member of a bulk run, with the same functions as a single request. */
import type { BulkItem } from '../../../../src/contract/index.js';
import type { Actor } from '../../access/actor.js';
import type { CallContext } from '../../management/index.js';
import { outcomeOf } from '../../audit/outcome.js';
import { describeProblem, type Change } from '../../audit/record.js';
import { changeRoles } from '../change-roles.js';
import { perform } from '../perform.js';
import { isGone, noteGone, recordAtLeastOnce } from '../perform-again.js';
import type { Services } from '../../services.js';
import { sendEmail } from '../../accounts/send-email.js';
import { ProblemError } from '../../http/problem-error.js';
import type { RunResult, StoredRun } from '../../storage/storage.js';
import { refusal } from './preview.js';

export interface MemberTask {
  readonly run: Pick<StoredRun, 'request'>;
  readonly actor: Actor;
  readonly userId: string;
  readonly call: CallContext;
  readonly record: (change: Change) => Promise<void>;
  /** Whether a write was sent to Auth0 for this member. */
  readonly hasWritten: () => boolean;
  /** Whether a process that died had begun with the member: it may have done some of it, or all. */
  readonly isRepeated: boolean;
}

/** @throws {ProblemError} `rate_limited`, and then nothing was done. Rethrows anything but a ProblemError. */
export async function processMember(services: Services, task: MemberTask): Promise<RunResult> {
  const { userId, run } = task;
  const { operation } = run.request;
  if (userId === task.actor.userId) {
    await recordProblem(task, new ProblemError('operation_locked', { reason: 'not-allowed' }));
    return refusal(userId, 'yourself');
  }
  let isRecorded = false;
  const record = (change: Change) => {
    isRecorded ||= change.action === operation;
    return task.record(change);
  };
  try {
    const watched = { ...task, record };
    return {
      userId,
      state: 'done',
      ...(await (task.isRepeated ? repeat(services, watched) : act(services, watched))),
    };
  } catch (reason) {
    if (!(reason instanceof ProblemError) || reason.code === 'rate_limited') throw reason;
    if (!isRecorded) await recordProblem(task, reason);
    if (reason.code === 'profile_not_found') return refusal(userId, reason.code);
    if (reason.code === 'operation_locked' && reason.details.reason) {
      return refusal(userId, reason.details.reason);
    }
    return { userId, state: 'failed', code: reason.code };
  }
}

/** Records that a member couldn't be processed. */
export async function recordProblem(
  { run, userId, record, hasWritten }: Pick<MemberTask, 'run' | 'userId' | 'record' | 'hasWritten'>,
  problem: ProblemError,
): Promise<void> {
  const { operation, reason } = run.request;
  await record({
    targetUserId: userId,
    action: operation,
    outcome: outcomeOf(problem, hasWritten()) ?? 'refused',
    problem: describeProblem(problem),
    ...(reason !== undefined && { reason }),
  });
}

/**
 * Repeats what a process that died had begun. Every operation but an email finds out what was done already.
 * @throws {ProblemError} `outcome_unknown`: Auth0 doesn't say whether it sent an email.
 */
async function repeat(services: Services, task: MemberTask): Promise<Pick<BulkItem, 'receipt'>> {
  const { run, actor, userId } = task;
  const { operation, reason } = run.request;
  if (operation === 'password.reset') throw new ProblemError('outcome_unknown');
  return recordAtLeastOnce({ userId, operation, reason, record: task.record }, async (record) => {
    try {
      return await act(services, { ...task, record });
    } catch (problem) {
      if (!isGone(problem, operation)) throw problem;
      await noteGone(services, { actor, userId, operation });
      return {};
    }
  });
}

async function act(services: Services, task: MemberTask): Promise<Pick<BulkItem, 'receipt'>> {
  const { run, actor, userId, call, record } = task;
  const order = { actor, userId, call, record };
  const { operation, roles, reason } = run.request;
  if (operation === 'password.reset') {
    const subject = await services.subjects.member({ actor, call }, userId);
    await sendEmail(services, subject, operation);
    await record({ targetUserId: userId, action: operation, ...(reason !== undefined && { reason }) });
    return {};
  }
  if (operation === 'roles.assign') {
    await changeRoles(services, {
      ...order,
      reason,
      choose: (given) => ({
        add: (roles?.add ?? []).filter((id) => !given.has(id)),
        remove: (roles?.remove ?? []).filter((id) => given.has(id)),
      }),
    });
    return {};
  }
  return { receipt: await perform(services, { ...order, operation, reason }) };
}
