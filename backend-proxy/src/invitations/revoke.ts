import type { CallContext, Invitation } from '../management/index.js';
import type { Services } from '../services.js';
import { claimOf } from './send.js';

/** Takes an invitation back, so that its link opens nothing any more. One that is gone already is a success. */
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
