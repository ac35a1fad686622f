/** Processes bulk runs in the background, one member at a time. A run whose process died is continued by another one. */
import type { BulkItem } from '../../../../src/contract/index.js';
import type { RequestContext } from '../../http/request.js';
import type { CallContext } from '../../management/index.js';
import { notifyAuditHook, type Change } from '../../audit/record.js';
import type { Services } from '../../services.js';
import { ProblemError } from '../../http/problem-error.js';
import type { Lease, StoredRun } from '../../storage/storage.js';
import { processMember } from './item.js';
import { refusal } from './preview.js';

/** Deadline for one member, waits for Auth0's rate limit included. */
const itemDeadlineMs = 600_000;
/** Retries after `rate_limited`: a cool-down of the member, or a limit outside the Management API. */
const maxWaits = 5;
/** How long a run rests after its process died. */
const leaseSeconds = 4;
const renewMs = 1_000;
/** How long `close` waits for the members being processed. */
const closeMs = 2_000;

export interface BulkRunner {
  /** Stores the run and starts it, without waiting for it. Failures of the storage are logged. */
  start(run: StoredRun): Promise<void>;
  /** Continues the runs whose process died, and waits for them. */
  continueAbandoned(): Promise<void>;
  /** Stops every run before its next member, so that another process can continue it at once. Returns how many. */
  close(): Promise<number>;
}

export function createBulkRunner(services: Services): BulkRunner {
  const { bulkRuns } = services.storage;
  const stop = new AbortController();
  const active = new Set<Promise<void>>();

  async function process(run: StoredRun, holder: string): Promise<void> {
    const { organizationId } = run.actor;
    const lease = { holder, seconds: leaseSeconds };
    const renewal = setInterval(
      () => void bulkRuns.renew(organizationId, run.id, lease).catch(() => {}),
      renewMs,
    );
    // Don't keep the process alive. Browsers and workers return a number.
    if (typeof renewal === 'object') renewal.unref();
    try {
      await processRun(services, run, lease, stop.signal);
    } catch (reason) {
      logFailure(services, run, run.id, reason);
    } finally {
      clearInterval(renewal);
    }
    if (!stop.signal.aborted) return;
    // If this fails, the lease ends by itself. The storage may be closed already.
    await bulkRuns.renew(organizationId, run.id, { holder, seconds: 0 }).catch(() => {});
  }

  function track(work: Promise<void>): Promise<void> {
    active.add(work);
    return work.finally(() => active.delete(work));
  }

  return {
    start: async (run) => {
      const holder = crypto.randomUUID();
      await bulkRuns.add(run, { holder, seconds: leaseSeconds });
      void track(process(run, holder));
    },
    continueAbandoned: async () => {
      const continued: Promise<void>[] = [];
      while (!stop.signal.aborted) {
        const holder = crypto.randomUUID();
        const run = await bulkRuns.claim({ holder, seconds: leaseSeconds });
        if (!run) break;
        continued.push(track(process(run, holder)));
      }
      await Promise.all(continued);
    },
    close: async () => {
      stop.abort();
      const count = active.size;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const timeout = new Promise<void>((resolve) => (timer = setTimeout(resolve, closeMs)));
      await Promise.race([Promise.allSettled(active), timeout]);
      clearTimeout(timer);
      return count;
    },
  };
}

/** Permissions from the actor's roles when the run started. Permissions from other sources can't be rechecked. */
interface Watch {
  permissionsAtStart: readonly string[] | null;
}

async function processRun(
  services: Services,
  run: StoredRun,
  lease: Lease,
  stop: AbortSignal,
): Promise<void> {
  const { bulkRuns } = services.storage;
  const { organizationId } = run.actor;
  const watch: Watch = { permissionsAtStart: run.permissionsAtStart };
  const waiting = run.items.filter(({ state }) => state === 'waiting').map(({ userId }) => userId);
  for (const [index, userId] of waiting.entries()) {
    const item = await processWithRetry(services, { run, userId, lease, stop }, watch);
    if (item === 'interrupted') return;
    if (item === 'refused') {
      const rest = waiting.slice(index).map((each) => refusal(each, 'not-allowed'));
      await bulkRuns.note(organizationId, run.id, rest);
      break;
    }
    await bulkRuns.note(organizationId, run.id, [item]);
  }
  await bulkRuns.end(organizationId, run.id, 'done');
}

interface MemberTurn {
  readonly run: StoredRun;
  readonly userId: string;
  readonly lease: Lease;
  readonly stop: AbortSignal;
}

/**
 * Processes one member, and retries when rate-limited. Returns `interrupted` if the run was canceled, is stopped, or has
 * been taken over, and `refused` if the actor may no longer do it.
 */
async function processWithRetry(
  services: Services,
  { run, userId, lease, stop }: MemberTurn,
  watch: Watch,
): Promise<BulkItem | 'interrupted' | 'refused'> {
  const { bulkRuns } = services.storage;
  const { organizationId } = run.actor;
  const isRepeated = run.current === userId;
  for (let waits = 0; ; waits += 1) {
    if (stop.aborted) return 'interrupted';
    const call = memberCall(services);
    const actor = { ...run.actor, requestTime: Math.floor(Date.parse(run.startedAt) / 1000) };
    try {
      const permissionsAtStart = await permittedSinceStart(services, { actor, call }, watch);
      if (permissionsAtStart === null) return 'refused';
      const hasBegun = await bulkRuns.begin(organizationId, run.id, { userId, permissionsAtStart }, lease);
      if (!hasBegun) return 'interrupted';
      const record = (change: Change) => recordChange(services, run, { actor, call }, change);
      return await processMember(services, { run, actor, userId, call, record, isRepeated });
    } catch (reason) {
      const code = reason instanceof ProblemError ? reason.code : 'internal';
      if (!(reason instanceof ProblemError)) logFailure(services, run, call.correlationId, reason);
      if (code !== 'rate_limited' || waits === maxWaits) return { userId, state: 'failed', code };
      // Nothing was done to the member, unless by a process that died: one that continues from here needs to know.
      if (!isRepeated) await bulkRuns.note(organizationId, run.id, []);
      await pause(reason instanceof ProblemError ? (reason.details.retryAfter ?? 1) : 1, stop);
    }
  }
}

async function recordChange(
  services: Services,
  run: StoredRun,
  { actor, call: { correlationId } }: RequestContext,
  change: Change,
): Promise<void> {
  const failure = await notifyAuditHook(services.settings, correlationId, actor, change);
  if (failure !== null) logFailure(services, run, correlationId, `audit: ${failure}`);
}

/**
 * Returns the permissions that the actor's roles gave when the run started, or `null` if the actor was blocked, removed, or
 * lost one of them since.
 */
async function permittedSinceStart(
  { authorizeOrganization, heldPermissions }: Services,
  request: RequestContext,
  watch: Watch,
): Promise<readonly string[] | null> {
  try {
    await authorizeOrganization(request, 'bulk.run');
  } catch (reason) {
    const refused = reason instanceof ProblemError && refusals.has(reason.code);
    if (refused) return null;
    throw reason;
  }
  const { actor, call } = request;
  const now = await heldPermissions(actor, call);
  const atStart = (watch.permissionsAtStart ??= [...now]);
  const lost = actor.permissions.some((permission) => atStart.includes(permission) && !now.has(permission));
  return lost ? null : atStart;
}

const refusals: ReadonlySet<string> = new Set(['user_blocked', 'profile_not_found', 'operation_locked']);

function memberCall({ settings }: Services): CallContext {
  return {
    correlationId: crypto.randomUUID(),
    deadline: Date.now() + itemDeadlineMs,
    requestTimeoutMs: settings.deadlineMs,
    background: true,
  };
}

function logFailure(
  { settings }: Services,
  { id, actor, startedAt }: StoredRun,
  requestId: string,
  reason: unknown,
): void {
  settings.log({
    requestId,
    method: 'POST',
    path: `/v1/bulk-runs/${id}`,
    status: 500,
    durationMs: Date.now() - Date.parse(startedAt),
    userId: actor.userId,
    organizationId: actor.organizationId,
    cause: reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason),
  });
}

/** Waits, or until the signal is aborted. */
function pause(seconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stop.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, seconds * 1000);
    stop.addEventListener('abort', end);
    if (stop.aborted) end();
  });
}
