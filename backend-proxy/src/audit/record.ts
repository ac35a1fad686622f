import type { Context } from 'hono';
import type { Actor } from '../access/actor.js';
import type { AuditEntry } from './audit-entry.js';
import type { Settings } from '../options.js';
import type { KnownNames } from './known-names.js';
import type { ActivityTrail } from '../storage/storage.js';
import type { AuthenticatedEnv } from '../http/request.js';

/** What was done, as far as the place that does it has to say. */
export type Change = Pick<AuditEntry, 'targetUserId' | 'invitationId' | 'action' | 'fields' | 'reason'>;

/** Tells the trail and the host of a change that has been made. Their own failure is not the caller's: the change stands. */
export async function recordAuditEntry(
  settings: Pick<Settings, 'audit'>,
  context: Context<AuthenticatedEnv>,
  change: Change,
): Promise<void> {
  const failure = await notifyAuditHook(settings, context.get('requestId'), context.get('actor'), change);
  if (failure !== null) context.set('auditFailure', failure);
}

/** Answers what went wrong, if anything did. */
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

/** The host's `audit`, and before it the trail that the organization's own people can read. */
export function withActivityLog(
  { audit }: Pick<Settings, 'audit'>,
  trail: ActivityTrail,
  names: KnownNames,
): Settings['audit'] {
  return async (entry) => {
    const { actor, targetUserId } = entry;
    await trail.append({
      ...entry,
      id: crypto.randomUUID(),
      actorName: names.of(actor.userId),
      targetName: targetUserId === null ? null : names.of(targetUserId),
    });
    await audit(entry);
  };
}
