import type { Context } from 'hono';
import type { Actor } from '../actor.js';
import type { AuditEntry, Settings } from '../options.js';
import type { ProxyEnv } from './request.js';

/** Tells the host of a change that has been made. Its own failure is not the caller's: the change stands. */
export function recordChange(
  { audit }: Settings,
  context: Context<ProxyEnv>,
  actor: Actor,
  change: Pick<AuditEntry, 'targetUserId' | 'invitationId' | 'action' | 'fields' | 'reason'>,
): void {
  try {
    audit({
      at: new Date().toISOString(),
      requestId: context.get('requestId'),
      actor: { userId: actor.userId, delegated: actor.delegated },
      organizationId: actor.organizationId,
      ...change,
    });
  } catch (reason) {
    context.set('auditFailure', reason instanceof Error ? reason.message : String(reason));
  }
}
