import type { CallContext, Invitation } from '../management/index.js';
import type { Services } from '../services.js';
import { claimOf } from './send.js';

/** Revokes an invitation, so that its link stops working. Succeeds if it is already gone. */
export async function revokeInvitation(
  { management, storage }: Pick<Services, 'management' | 'storage'>,
  organizationId: string,
  { id, email }: Pick<Invitation, 'id' | 'email'>,
  call: CallContext,
): Promise<void> {
  await management.invitations.delete(organizationId, id, call);
  await storage.invitations.settle(organizationId, id, { state: 'revoked', at: new Date().toISOString() });
  await storage.cooldowns.cancel(claimOf(organizationId, email));
}
