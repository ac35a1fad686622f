import type { CallContext, Invitation, Management } from '../management/index.js';
import type { Storage } from '../storage/storage.js';
import { claimOf } from './send.js';

/** Takes an invitation back, so that its link opens nothing any more. One that is gone already is a success. */
export async function revokeInvitation(
  { management, storage }: { readonly management: Management; readonly storage: Storage },
  organizationId: string,
  { id, email }: Pick<Invitation, 'id' | 'email'>,
  call: CallContext,
): Promise<void> {
  await management.invitations.delete(organizationId, id, call);
  await storage.invitations.settle(organizationId, id, { state: 'revoked', at: new Date().toISOString() });
  await storage.cooldowns.cancel(claimOf(organizationId, email));
}
