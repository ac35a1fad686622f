/** Records audit entries: for the host's `audit` callback and for the activity log. */
import type { Context } from 'hono';
import type { Actor } from '../access/actor.js';
import type { AuditEntry } from './audit-entry.js';
import type { Settings } from '../options.js';
import type { KnownNames } from './known-names.js';
import type { ActivityLog } from '../storage/storage.js';
import type { AuthenticatedEnv } from '../http/request.js';

/** The part of an audit entry that differs between changes of one request. */
export type Change = Pick<AuditEntry, 'targetUserId' | 'invitationId' | 'action' | 'fields' | 'reason'>;

/**
 * Records an audit entry and notifies the host. Failures are logged, not returned: the change already happened.
 */
export async function recordAuditEntry(
  settings: Pick<Settings, 'audit'>,
  context: Context<AuthenticatedEnv>,
  change: Change,
): Promise<void> {
  const failure = await notifyAuditHook(settings, context.get('requestId'), context.get('actor'), change);
  if (failure !== null) context.set('auditFailure', failure);
}

/** Calls the `audit` callback. Returns its error message instead of throwing, or `null`. */
export async function notifyAuditHook(
  { audit }: Pick<Settings, 'audit'>,
  requestId: string,
  { userId, organizationId, delegated }: Pick<Actor, 'userId' | 'organizationId' | 'delegated'>,
  change: Change,
): Promise<string | null> {
  const at = new Date().toISOString();
  try {
    await audit({ at, requestId, actor: { userId, delegated }, organizationId, ...change });
    return null;
  } catch (reason) {
    return reason instanceof Error ? reason.message : String(reason);
  }
}

/** Wraps the host's `audit` callback so that entries are also stored in the activity log. */
export function withActivityLog(
  { audit }: Pick<Settings, 'audit'>,
  activity: ActivityLog,
  names: KnownNames,
): Settings['audit'] {
  return async (entry) => {
    const { actor, targetUserId } = entry;
    await activity.append({
      ...entry,
      id: crypto.randomUUID(),
      actorName: names.of(actor.userId),
      targetName: targetUserId === null ? null : names.of(targetUserId),
    });
    await audit(entry);
  };
}
