/** Processes a bulk run in the background, one member at a time. */
import type { BulkItem } from '../../../../src/contract/index.js';
import type { RequestContext } from '../../http/request.js';
import type { CallContext } from '../../management/index.js';
import { notifyAuditHook, type Change } from '../../audit/record.js';
import type { Services } from '../../services.js';
import { ProblemError } from '../../http/problem-error.js';
import type { StoredRun } from '../../storage/storage.js';
import { processMember } from './item.js';
import { refusal } from './preview.js';

/** Deadline for one member, waits for Auth0's rate limit included. */
const itemDeadlineMs = 600_000;
/** Retries after `rate_limited`: a cool-down of the member, or a limit outside the Management API. */
const maxWaits = 5;

/** Permissions from the actor's roles when the run started. Permissions from other sources can't be rechecked. */
interface Watch {
  atStart: ReadonlySet<string> | null;
}

/** Starts the run without waiting for it. Failures of the storage are logged. */
export function startRun(services: Services, run: StoredRun): void {
  processRun(services, run).catch((reason: unknown) => logFailure(services, run, run.id, reason));
}

async function processRun(services: Services, run: StoredRun): Promise<void> {
  const { bulkRuns } = services.storage;
  const { organizationId } = run.actor;
  const watch: Watch = { atStart: null };
  const waiting = run.items.filter(({ state }) => state === 'waiting').map(({ userId }) => userId);
  for (const [index, userId] of waiting.entries()) {
    const item = await processWithRetry(services, run, userId, watch);
    if (item === 'cancelled') return;
    if (item === 'stopped') {
      const rest = waiting.slice(index).map((each) => refusal(each, 'not-allowed'));
      await bulkRuns.note(organizationId, run.id, rest);
      break;
    }
    await bulkRuns.note(organizationId, run.id, [item]);
  }
  await bulkRuns.end(organizationId, run.id, 'done');
}

/** Processes one member, and retries when rate-limited. */
async function processWithRetry(
  services: Services,
  run: StoredRun,
  userId: string,
  watch: Watch,
): Promise<BulkItem | 'cancelled' | 'stopped'> {
  for (let waits = 0; ; waits += 1) {
    const now = await services.storage.bulkRuns.read(run.actor.organizationId, run.id);
    if (now?.state !== 'running') return 'cancelled';
    const call = memberCall(services);
    const actor = { ...run.actor, requestTime: Math.floor(Date.parse(run.startedAt) / 1000) };
    try {
      if (!(await mayContinue(services, { actor, call }, watch))) return 'stopped';
      const record = (change: Change) => recordChange(services, run, { actor, call }, change);
      return await processMember(services, { run, actor, userId, call, record });
    } catch (reason) {
      const code = reason instanceof ProblemError ? reason.code : 'internal';
      if (!(reason instanceof ProblemError)) logFailure(services, run, call.correlationId, reason);
      if (code !== 'rate_limited' || waits === maxWaits) return { userId, state: 'failed', code };
      await pause(reason instanceof ProblemError ? (reason.details.retryAfter ?? 1) : 1);
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

/** Returns `false` if the actor was blocked, removed, or lost a permission since the run started. */
async function mayContinue(
  { authorizeOrganization, heldPermissions }: Services,
  request: RequestContext,
  watch: Watch,
): Promise<boolean> {
  try {
    await authorizeOrganization(request, 'bulk.run');
  } catch (reason) {
    const refused = reason instanceof ProblemError && refusals.has(reason.code);
    if (refused) return false;
    throw reason;
  }
  const { actor, call } = request;
  const now = await heldPermissions(actor, call);
  const atStart = (watch.atStart ??= now);
  return actor.permissions.every((permission) => now.has(permission) || !atStart.has(permission));
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

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
