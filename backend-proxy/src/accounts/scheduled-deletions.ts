/** Runs scheduled account deletions: on a timer while the process lives, otherwise on the next request. */
import { describeError } from '../describe-error.js';
import { problemStatus } from '../../../src/contract/problem.js';
import { outcomeOf } from '../audit/outcome.js';
import { describeProblem, notifyAuditHook, type Change } from '../audit/record.js';
import type { CallContext } from '../management/index.js';
import type { StoredDeletion } from '../storage/storage.js';
import { ProblemError } from '../http/problem-error.js';
import type { Services } from '../services.js';
import { eraseAccount } from './erase-account.js';
import { authorizeAndRun } from '../access/last-admin.js';
import { situationOf } from '../access/subject.js';

/** Of one deletion, which yields to calls that someone waits for. */
const deadlineMs = 60_000;
/** Delay before a failed deletion is retried. */
const retryMs = 60 * 60 * 1000;
/** Minimum time between two checks that requests trigger. */
const pauseMs = 60 * 1000;
/** `setTimeout` overflows after 24.8 days, so a longer wait is split. */
const longestTimerMs = 24 * 60 * 60 * 1000;

export interface ScheduledDeletions {
  /** Starts a check at that time (RFC 3339), if the process still lives. */
  wakeAt(time: string): void;
  /** Carries out what is due, at most once a minute. */
  runDue(): Promise<void>;
  /** Called for every request. Starts a check at most once a minute, without waiting for it. */
  checkSoon(): void;
  /** Stops the timers, and waits for the account that is being deleted. */
  close(): Promise<void>;
}

export function createScheduledDeletions(
  services: Pick<Services, 'settings' | 'management' | 'storage' | 'people'>,
): ScheduledDeletions {
  const { settings, storage, people } = services;
  const { policy } = settings;
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let looked = 0;
  const closing = new AbortController();
  let checking: Promise<void> = Promise.resolve();

  async function carryOut(deletion: StoredDeletion, onWrite: () => void): Promise<void> {
    const { id, userId, organizationId } = deletion;
    const call: CallContext = {
      correlationId: id,
      deadline: Date.now() + deadlineMs,
      requestTimeoutMs: settings.deadlineMs,
      background: true,
      organizationId,
      onWrite,
      stopWaiting: closing.signal,
    };
    const actor = {
      userId,
      organizationId,
      permissions: [],
      clientId: null,
      sessionId: null,
      issuedAt: 0,
      expiresAt: 0,
      signedInAt: null,
      delegated: false,
    };
    const load = async () => {
      const person = await people.load(deletion, call);
      // The person signed in recently when they requested the deletion.
      const moment = { signInAge: 0, delegated: false };
      return { actor, call, person, situation: { ...situationOf(policy, actor, person), moment } };
    };
    await authorizeAndRun(
      services,
      { operation: 'profile.delete', organizationId, userId, load },
      async () => {
        // Skip a deletion that was canceled, or done by another instance.
        if ((await storage.deletions.read(userId))?.id !== id) return;
        await eraseAccount(services, deletion, call);
        // Only now: if the process dies earlier, the next one repeats the deletion.
        await storage.deletions.take(userId, id);
        await record(deletion, {});
      },
    );
  }

  async function record(
    { id, userId, organizationId }: StoredDeletion,
    ending: Pick<Change, 'outcome' | 'problem'>,
  ): Promise<string | null> {
    const source = {
      requestId: id,
      actor: { userId, organizationId, delegated: false },
      call: { correlationId: id },
    };
    return notifyAuditHook(settings, source, { targetUserId: userId, action: 'profile.delete', ...ending });
  }

  async function tryOne(deletion: StoredDeletion): Promise<void> {
    const startedAt = Date.now();
    let hasWritten = false;
    try {
      await carryOut(deletion, () => void (hasWritten = true));
    } catch (reason) {
      const problem =
        reason instanceof ProblemError ? reason : new ProblemError('internal', { cause: reason });
      // It stays due, for the next instance.
      if (closing.signal.aborted && problem.code === 'rate_limited') return;
      // Canceled meanwhile, or carried out by another instance, which has recorded it.
      if ((await storage.deletions.read(deletion.userId))?.id !== deletion.id) return;
      // Skip users who were deleted or are no longer members.
      if (problem.code === 'profile_not_found') await storage.deletions.take(deletion.userId, deletion.id);
      else await storage.deletions.note({ ...deletion, tryAt: new Date(startedAt + retryMs).toISOString() });
      const outcome = outcomeOf(problem, hasWritten);
      const auditFailure =
        outcome && (await record(deletion, { outcome, problem: describeProblem(problem) }));
      const { cause } = problem;
      settings.log({
        requestId: deletion.id,
        method: 'DELETE',
        path: '/v1/profile',
        status: problemStatus[problem.code],
        durationMs: Date.now() - startedAt,
        code: problem.code,
        userId: deletion.userId,
        organizationId: deletion.organizationId,
        ...(cause instanceof Error && { cause: `${cause.name}: ${cause.message}` }),
        ...(auditFailure && { cause: `audit: ${auditFailure}` }),
      });
    }
  }

  async function carryOutDue(): Promise<void> {
    looked = Date.now();
    for (const deletion of await storage.deletions.due(new Date(looked).toISOString())) {
      if (closing.signal.aborted) return;
      await tryOne(deletion);
    }
  }

  /** Runs in the background. A failure of the storage is logged, and the next request tries again. */
  function start(): void {
    if (closing.signal.aborted) return;
    const startedAt = Date.now();
    checking = carryOutDue().catch((reason: unknown) =>
      settings.log({
        requestId: crypto.randomUUID(),
        method: 'DELETE',
        path: '/v1/profile',
        status: problemStatus.internal,
        durationMs: Date.now() - startedAt,
        code: 'internal',
        cause: describeError(reason),
      }),
    );
  }

  function wakeAt(time: string): void {
    const left = Date.parse(time) - Date.now();
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        if (left > longestTimerMs) wakeAt(time);
        else start();
      },
      Math.max(0, Math.min(left, longestTimerMs)),
    );
    timers.add(timer);
    // Don't keep the process alive. Browsers and workers return a number.
    if (typeof timer === 'object') timer.unref();
  }

  return {
    close: async () => {
      closing.abort();
      for (const timer of timers) clearTimeout(timer);
      await checking;
    },
    wakeAt,
    runDue: async () => {
      if (Date.now() - looked >= pauseMs) await carryOutDue();
    },
    checkSoon: () => {
      if (policy.safeguards.deletionDelay > 0 && Date.now() - looked >= pauseMs) start();
    },
  };
}
