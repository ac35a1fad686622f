/** Processes one bulk run, one member at a time. */
import { describeError } from '../../describe-error.js';
import type { RequestContext } from '../../http/request.js';
import type { CallContext } from '../../management/index.js';
import { notifyAuditHook, type Change } from '../../audit/record.js';
import type { Services } from '../../services.js';
import { ProblemError } from '../../http/problem-error.js';
import type { ClaimedRun, Lease, RunResult, StoredRun } from '../../storage/storage.js';
import { processMember, recordProblem } from './item.js';
import { pause } from './pause.js';
import { refusal } from './preview.js';

/** Deadline for one member, waits for Auth0's rate limit included. */
const itemDeadlineMs = 600_000;
/** Retries after `rate_limited`: a cool-down of the member, or a limit outside the Management API. */
const maxWaits = 5;
/** Results stored at once, so that no transaction outlasts a lease. */
const resultsPerNote = 500;

/** Where a run was stopped. */
export interface StoppedRun {
  readonly id: string;
  /** How many of its members have a result. */
  readonly processed: number;
  readonly size: number;
  /** Whether a member was still being processed after 2 seconds. The run is continued with them. */
  readonly isInterrupted: boolean;
}

type Interrupted = 'interrupted' | 'refused';

/** Processes a run as long as its lease is held, it isn't paused or canceled, and `stop` isn't aborted. */
export class RunProcess {
  /** Resolves when nothing is processed any longer. Never rejects: failures are logged. */
  readonly ended: Promise<void>;
  readonly #services: Services;
  readonly #run: StoredRun;
  readonly #lease: Lease;
  readonly #stop: AbortSignal;
  /** Permissions from the actor's roles when the run started. Permissions from other sources can't be rechecked. */
  #permissionsAtStart: readonly string[] | null;
  #processed: number;
  #isProcessing = false;

  constructor(services: Services, { run, waiting }: ClaimedRun, lease: Lease, stop: AbortSignal) {
    this.#services = services;
    this.#run = run;
    this.#lease = lease;
    this.#stop = stop;
    this.#permissionsAtStart = run.permissionsAtStart;
    this.#processed = this.#size - waiting.length;
    this.ended = this.#processAll(waiting);
  }

  /** Where the run is; `null` if no member is left. */
  get position(): StoppedRun | null {
    const size = this.#size;
    const processed = this.#processed;
    return processed < size ? { id: this.#run.id, processed, size, isInterrupted: this.#isProcessing } : null;
  }

  get #size(): number {
    const { waiting, done, refused, failed } = this.#run.counts;
    return waiting + done + refused + failed;
  }

  async #processAll(waiting: readonly string[]): Promise<void> {
    const { bulkRuns } = this.#services.storage;
    const { id, actor } = this.#run;
    try {
      await this.#processEach(waiting);
    } catch (reason) {
      this.#logFailure(id, reason);
    }
    // If this fails, the lease ends by itself. The storage may be closed already.
    await bulkRuns.finish(actor.organizationId, id, this.#lease).catch(() => {});
  }

  async #processEach(waiting: readonly string[]): Promise<void> {
    for (const [index, userId] of waiting.entries()) {
      const result = await this.#processWithRetry(userId);
      if (result === 'interrupted') return;
      if (result === 'refused') return this.#refuse(waiting.slice(index));
      if (!(await this.#note([result]))) return;
    }
  }

  /** One entry in the audit log, not one for each member: the actor's access was checked, theirs wasn't. */
  async #refuse(userIds: readonly string[]): Promise<void> {
    const { actor } = this.#run;
    await this.#recordChange(
      { actor, call: this.#memberCall() },
      {
        targetUserId: null,
        action: 'bulk.run',
        outcome: 'refused',
        problem: { code: 'operation_locked', reason: 'not-allowed' },
      },
    );
    for (let from = 0; from < userIds.length; from += resultsPerNote) {
      const some = userIds.slice(from, from + resultsPerNote);
      if (!(await this.#note(some.map((userId) => refusal(userId, 'not-allowed'))))) return;
    }
  }

  async #note(results: readonly RunResult[]): Promise<boolean> {
    const { id, actor } = this.#run;
    const { bulkRuns } = this.#services.storage;
    const isNoted = await bulkRuns.note(actor.organizationId, id, results, this.#lease);
    if (isNoted) this.#processed += results.length;
    return isNoted;
  }

  /**
   * Processes one member, and retries when rate-limited. Returns `interrupted` if the run is paused, canceled, stopped, or
   * taken over, and `refused` if the actor may no longer do it.
   */
  async #processWithRetry(userId: string): Promise<RunResult | Interrupted> {
    const run = this.#run;
    const isRepeated = run.current === userId;
    for (let waits = 0; ; waits += 1) {
      if (this.#stop.aborted) return 'interrupted';
      const { call, hasWritten, end } = this.#stoppableCall();
      const actor = { ...run.actor, requestTime: Math.floor(Date.parse(run.startedAt) / 1000) };
      this.#isProcessing = true;
      const record = (change: Change) => this.#recordChange({ actor, call }, change);
      const task = { run, actor, userId, call, record, isRepeated, hasWritten };
      try {
        const permissionsAtStart = await this.#permittedSinceStart({ actor, call });
        if (permissionsAtStart === null) return 'refused';
        if (!(await this.#begin(userId, permissionsAtStart))) return 'interrupted';
        return await processMember(this.#services, task);
      } catch (reason) {
        const code = reason instanceof ProblemError ? reason.code : 'internal';
        if (!(reason instanceof ProblemError)) this.#logFailure(call.correlationId, reason);
        if (code !== 'rate_limited' || (waits === maxWaits && !this.#stop.aborted)) {
          await recordProblem(task, reason instanceof ProblemError ? reason : new ProblemError('internal'));
          return { userId, state: 'failed', code };
        }
        // Nothing was done to the member, unless by a process that died: one that continues from here needs to know.
        if (!isRepeated) await this.#note([]);
        await pause(reason instanceof ProblemError ? (reason.details.retryAfter ?? 1) : 1, this.#stop);
      } finally {
        end();
        this.#isProcessing = false;
      }
    }
  }

  /** The calls for one member. Until the first write is sent, a stop ends what they wait for. */
  #stoppableCall(): {
    readonly call: CallContext;
    readonly hasWritten: () => boolean;
    readonly end: () => void;
  } {
    const waits = new AbortController();
    let writes = 0;
    const stop = () => {
      if (writes === 0 && this.#stop.aborted) waits.abort();
    };
    this.#stop.addEventListener('abort', stop);
    const call = {
      ...this.#memberCall(),
      stopWaiting: waits.signal,
      onWrite: () => void (writes += 1),
      onWriteRejected: () => {
        writes -= 1;
        stop();
      },
    };
    const end = () => this.#stop.removeEventListener('abort', stop);
    return { call, hasWritten: () => writes > 0, end };
  }

  #begin(userId: string, permissionsAtStart: readonly string[]): Promise<boolean> {
    const { id, actor } = this.#run;
    const { bulkRuns } = this.#services.storage;
    return bulkRuns.begin(actor.organizationId, id, { userId, permissionsAtStart }, this.#lease);
  }

  async #recordChange({ actor, call: { correlationId } }: RequestContext, change: Change): Promise<void> {
    const source = { requestId: this.#run.id, actor, call: { correlationId } };
    const failure = await notifyAuditHook(this.#services.settings, source, change);
    if (failure !== null) this.#logFailure(correlationId, `audit: ${failure}`);
  }

  /**
   * Returns the permissions that the actor's roles gave when the run started, or `null` if the actor was blocked, removed,
   * or lost one of them since.
   */
  async #permittedSinceStart(request: RequestContext): Promise<readonly string[] | null> {
    const { authorizeOrganization, heldPermissions } = this.#services;
    try {
      await authorizeOrganization(request, 'bulk.run');
    } catch (reason) {
      const refused = reason instanceof ProblemError && refusals.has(reason.code);
      if (refused) return null;
      throw reason;
    }
    const { actor, call } = request;
    const now = await heldPermissions(actor, call);
    const atStart = (this.#permissionsAtStart ??= [...now]);
    const lost = actor.permissions.some((permission) => atStart.includes(permission) && !now.has(permission));
    return lost ? null : atStart;
  }

  #memberCall(): CallContext {
    return {
      correlationId: crypto.randomUUID(),
      deadline: Date.now() + itemDeadlineMs,
      requestTimeoutMs: this.#services.settings.deadlineMs,
      background: true,
      organizationId: this.#run.actor.organizationId,
    };
  }

  #logFailure(requestId: string, reason: unknown): void {
    const { id, actor, startedAt } = this.#run;
    this.#services.settings.log({
      requestId,
      method: 'POST',
      path: `/v1/bulk-runs/${id}`,
      status: 500,
      durationMs: Date.now() - Date.parse(startedAt),
      userId: actor.userId,
      organizationId: actor.organizationId,
      cause: describeError(reason),
    });
  }
}

const refusals: ReadonlySet<string> = new Set(['user_blocked', 'profile_not_found', 'operation_locked']);
