/** Records audit entries: for the host's `audit` callback and for the activity log. */
import type { Context } from 'hono';
import type { AuditAction } from '../../../src/contract/index.js';
import { ProblemError } from '../http/problem-error.js';
import type { AuthenticatedEnv, RequestContext } from '../http/request.js';
import type { Settings } from '../options.js';
import type { ActivityLog, Storage } from '../storage/storage.js';
import type { AuditEntry } from './audit-entry.js';
import type { KnownNames } from './known-names.js';
import { outcomeOf } from './outcome.js';

/** The part of an audit entry that differs between the actions of one request. */
export type Change = Omit<
  AuditEntry,
  'at' | 'requestId' | 'correlationId' | 'actor' | 'organizationId' | 'outcome'
> &
  Partial<Pick<AuditEntry, 'outcome'>>;

/** What an entry says about the request behind it. */
export interface AuditSource {
  readonly requestId: string;
  readonly actor: Pick<RequestContext['actor'], 'userId' | 'organizationId' | 'delegated'>;
  readonly call: Pick<RequestContext['call'], 'correlationId'>;
}

/**
 * Records an audit entry and notifies the host. Failures are logged, not returned: the change already happened.
 */
export async function recordAuditEntry(
  settings: Pick<Settings, 'audit'>,
  context: Context<AuthenticatedEnv>,
  change: Change,
): Promise<void> {
  context.set('recordedActions', [...(context.get('recordedActions') ?? []), change.action]);
  const { requestId, actor, call } = context.var;
  const failure = await notifyAuditHook(settings, { requestId, actor, call }, change);
  if (failure !== null) context.set('auditFailure', failure);
}

/** Calls the `audit` callback. Returns its error message instead of throwing, or `null`. */
export async function notifyAuditHook(
  { audit }: Pick<Settings, 'audit'>,
  { requestId, actor, call }: AuditSource,
  change: Change,
): Promise<string | null> {
  const { userId, organizationId, delegated } = actor;
  const at = new Date().toISOString();
  const { correlationId } = call;
  try {
    await audit({
      at,
      requestId,
      correlationId,
      actor: { userId, delegated },
      organizationId,
      outcome: 'done',
      ...change,
    });
    return null;
  } catch (reason) {
    return reason instanceof Error ? reason.message : String(reason);
  }
}

/** Refused and failed requests of one person that become entries. More are in the request log only. */
const refusalQuota = { max: 100, seconds: 3600 };
/** Auth0's limit. A longer ID in a path is no one's. */
const maxUserIdLength = 255;

/** What a route does, for the entry that a request leaves if it fails. */
export interface AuditedRoute {
  /** `null` if nothing is recorded, or if the handler sets `auditAction` once it has read the body. */
  readonly action: AuditAction | null;
  /** Whether the path is about the caller's own account. */
  readonly isOwn: boolean;
}

/** Records that a request failed, unless its handler recorded the action itself. */
export async function recordFailure(
  { settings, storage }: { readonly settings: Settings; readonly storage: Pick<Storage, 'quotas'> },
  context: Context<AuthenticatedEnv>,
  route: AuditedRoute,
  reason: unknown,
): Promise<void> {
  const action = context.get('auditAction') ?? route.action;
  const problem = reason instanceof ProblemError ? reason : new ProblemError('internal');
  const outcome = outcomeOf(problem, context.get('hasWritten') === true);
  if (action === null || outcome === null || context.get('isDryRun')) return;
  if (context.get('recordedActions')?.includes(action)) return;
  const { userId, organizationId } = context.get('actor');
  try {
    const key = JSON.stringify(['audit.refused', organizationId, userId]);
    if (outcome === 'refused' && (await storage.quotas.take(key, refusalQuota)) > 0) return;
  } catch {
    // Better an entry too many than one too few.
  }
  const target = context.req.param('userId') ?? (route.isOwn ? userId : null);
  const invitationId = context.req.param('invitationId');
  const fields = problem.details.fields?.map(({ field }) => field);
  const given = context.get('auditReason');
  await recordAuditEntry(settings, context, {
    targetUserId: target !== null && target.length <= maxUserIdLength ? target : null,
    ...(invitationId !== undefined && invitationId.length <= maxUserIdLength && { invitationId }),
    action,
    outcome,
    problem: describeProblem(problem),
    ...(fields && fields.length > 0 && { fields }),
    ...(given !== undefined && { reason: given }),
  });
}

export function describeProblem({ code, details: { reason } }: ProblemError): NonNullable<Change['problem']> {
  return { code, ...(reason !== undefined && { reason }) };
}

/** Wraps the host's `audit` callback so that entries are also stored in the activity log. */
export function withActivityLog(
  { audit }: Pick<Settings, 'audit'>,
  activity: ActivityLog,
  names: KnownNames,
): Settings['audit'] {
  return async (entry) => {
    const { organizationId, actor, targetUserId } = entry;
    await activity.append({
      ...entry,
      id: crypto.randomUUID(),
      actorName: names.of(organizationId, actor.userId),
      targetName: targetUserId === null ? null : names.of(organizationId, targetUserId),
    });
    await audit(entry);
  };
}
