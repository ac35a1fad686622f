/** What deleting an account comes to, whenever it is done. */
import type { DeletionStep } from '../../../src/contract/index.js';
import type { CallContext, Management } from '../management/index.js';
import type { Settings } from '../options.js';
import type { Storage } from '../storage/storage.js';
import { erasureId, requestErasure } from './erasure-webhook.js';

export interface Eraser {
  readonly settings: Settings;
  readonly management: Management;
  readonly storage: Storage;
}

/** @throws `erasure_failed`, and then nothing has been deleted */
export async function eraseAccount(
  { settings, management, storage }: Eraser,
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
