/**
 * Carries out what people asked for some days ago and have not taken back: by a timer while the proxy runs, and with
 * the next request where no timer survives until then.
 */
import { problemStatus } from '../../../src/contract/problem.js';
import { notifyAuditHook } from '../audit/record.js';
import type { StoredDeletion } from '../storage/storage.js';
import { ProblemError } from '../http/problem-error.js';
import type { Services } from '../services.js';
import { eraseAccount } from './erase-account.js';
import { authorizeAndRun } from '../access/last-admin.js';
import { situationOf } from '../access/subject.js';

/** What could not be done is tried again after this long. */
const retryMs = 60 * 60 * 1000;
/** Requests look no more often than this. */
const pauseMs = 60 * 1000;
/** Timers take no more than 24 days. */
const longestTimerMs = 24 * 60 * 60 * 1000;

export interface ScheduledDeletions {
  /** Sees to it that something happens then. */
  wakeAt(time: string): void;
  /** For every request: cheap, and without a wait for anybody. */
  look(): void;
}

export function createScheduledDeletions(
  services: Pick<Services, 'settings' | 'management' | 'storage' | 'people'>,
): ScheduledDeletions {
  const { settings, storage, people } = services;
  const { policy } = settings;
  let looked = 0;

  async function carryOut(deletion: StoredDeletion): Promise<void> {
    const { id, userId, organizationId } = deletion;
    const call = { correlationId: id, deadline: Date.now() + settings.deadlineMs };
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
      // Whoever asked had proven then who they are.
      const moment = { signInAge: 0, delegated: false };
      return { actor, call, person, situation: { ...situationOf(policy, actor, person), moment } };
    };
    await authorizeAndRun(
      services,
      { operation: 'profile.delete', organizationId, userId, load },
      async () => {
        // Taken back a moment ago, or done by another instance.
        if ((await storage.deletions.read(userId))?.id !== id) return;
        await eraseAccount(services, deletion, call);
        // Only now: whoever dies before has it done again by the next one.
        await storage.deletions.take(userId, id);
        await notifyAuditHook(settings, id, actor, { targetUserId: userId, action: 'profile.delete' });
      },
    );
  }

  async function tryOne(deletion: StoredDeletion): Promise<void> {
    const startedAt = Date.now();
    try {
      await carryOut(deletion);
    } catch (reason) {
      const problem =
        reason instanceof ProblemError ? reason : new ProblemError('internal', { cause: reason });
      // Who is gone, or no member any more, is nobody's to delete here.
      if (problem.code === 'profile_not_found') await storage.deletions.take(deletion.userId, deletion.id);
      else if ((await storage.deletions.read(deletion.userId))?.id === deletion.id)
        await storage.deletions.note({ ...deletion, tryAt: new Date(startedAt + retryMs).toISOString() });
      settings.log({
        requestId: deletion.id,
        method: 'DELETE',
        path: '/v1/profile',
        status: problemStatus[problem.code],
        durationMs: Date.now() - startedAt,
        code: problem.code,
        userId: deletion.userId,
        organizationId: deletion.organizationId,
      });
    }
  }

  async function carryOutDue(): Promise<void> {
    looked = Date.now();
    for (const deletion of await storage.deletions.due(new Date(looked).toISOString()))
      await tryOne(deletion);
  }

  /** Nobody waits for it: what the storage refuses is told to the log, and tried again by the next request. */
  function start(): void {
    const startedAt = Date.now();
    carryOutDue().catch((reason: unknown) =>
      settings.log({
        requestId: crypto.randomUUID(),
        method: 'DELETE',
        path: '/v1/profile',
        status: problemStatus.internal,
        durationMs: Date.now() - startedAt,
        code: 'internal',
        cause: reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason),
      }),
    );
  }

  function wakeAt(time: string): void {
    const left = Date.parse(time) - Date.now();
    const timer = setTimeout(
      () => (left > longestTimerMs ? wakeAt(time) : start()),
      Math.max(0, Math.min(left, longestTimerMs)),
    );
    // Nobody's process stays alive for it. Browsers and workers give a number.
    if (typeof timer === 'object') timer.unref();
  }

  return {
    wakeAt,
    look: () => {
      if (policy.safeguards.deletionDelay > 0 && Date.now() - looked >= pauseMs) start();
    },
  };
}
