/** What deleting an account comes to, whenever it is done. */
import type { DeletionStep } from '../../../src/contract/index.js';
import type { CallContext } from '../management/index.js';
import type { Services } from '../services.js';
import { erasureId, requestErasure } from './erasure-webhook.js';

/** @throws `erasure_failed`, and then nothing has been deleted */
export async function eraseAccount(
  { settings, management, storage }: Pick<Services, 'settings' | 'management' | 'storage'>,
  { userId, organizationId }: { readonly userId: string; readonly organizationId: string },
  call: CallContext,
): Promise<readonly DeletionStep[]> {
  const done: DeletionStep[] = [];
  if (settings.erasure) {
    const id = await erasureId(organizationId, userId);
    await requestErasure(settings, settings.erasure, { id, userId, organizationId }, call);
    done.push('product-data');
  }
  await management.users.delete(userId, call);
  await storage.recent.noteUser(userId, { deleted: true });
  return [...done, 'account', 'memberships', 'sessions'];
}
