/** Deletes an account, whichever operation asks for it: one's own, now or scheduled, or a member's. */
import type { DeletionStep } from '../../../src/contract/index.js';
import type { Actor } from '../access/actor.js';
import type { CallContext } from '../management/index.js';
import type { Services } from '../services.js';
import { erasureId, requestErasure } from './erasure-webhook.js';

/**
 * Asks the product to erase its own data, then deletes the user at Auth0. The order matters: if the webhook fails, the
 * account is still there and the deletion can be repeated.
 * @returns What was deleted, for the receipt of one's own deletion.
 * @throws {ProblemError} `erasure_failed` if the webhook doesn't confirm; nothing has been deleted then.
 */
export async function eraseAccount(
  { settings, management, storage }: Pick<Services, 'settings' | 'management' | 'storage'>,
  { userId, organizationId }: Pick<Actor, 'userId' | 'organizationId'>,
  call: CallContext,
): Promise<readonly DeletionStep[]> {
  const done: DeletionStep[] = [];
  if (settings.erasure) {
    const id = await erasureId(organizationId, userId);
    await requestErasure(settings, settings.erasure, { id, userId, organizationId }, call);
    done.push('product-data');
  }
  await management.users.delete(userId, call);
  await storage.recent.noteUser(userId, { deletedAt: Date.now() });
  return [...done, 'account', 'memberships', 'sessions'];
}
