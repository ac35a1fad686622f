import type { DeletionReceipt } from '../../contract/account.js';
import type { ProfileView } from '../../contract/profile.js';
import { RequestEvent } from '../parts/events.js';

/**
 * Fired after changes were saved: all that were sent, or some of them if the rest failed.
 * @example
 * editor.addEventListener('profile-saved', ({ changed, profile }) => {
 *   if (changed.includes('name')) showName(profile.person.name);
 * });
 */
export class ProfileSavedEvent extends Event {
  /** Names of the saved fields. */
  readonly changed: readonly string[];
  /** The profile after the save. */
  readonly profile: ProfileView;
  /** Claims of the ID token that the save made stale, such as `name`. */
  readonly staleClaims: readonly string[];
  /** With `renew-token`, resolves when the tokens are up to date, and rejects if that fails. Otherwise `null`. */
  readonly renewal: Promise<void> | null;

  constructor(
    changed: readonly string[],
    profile: ProfileView,
    staleClaims: readonly string[] = [],
    renewal: Promise<void> | null = null,
  ) {
    super('profile-saved', { bubbles: true, composed: true });
    this.changed = changed;
    this.profile = profile;
    this.staleClaims = staleClaims;
    this.renewal = renewal;
    // A host that ignores the renewal must not see an unhandled rejection.
    renewal?.catch(() => {});
  }
}

/**
 * Fired before the user's account is deleted. A listener can refuse that, see {@link RequestEvent}.
 * @example editor.addEventListener('account-delete-request', (event) => event.waitFor(hasNoOpenInvoice()));
 */
export class AccountDeleteRequestEvent extends RequestEvent {
  constructor() {
    super('account-delete-request');
  }
}

/**
 * Fired after the user's account was deleted.
 * @example editor.addEventListener('account-deleted', ({ receipt }) => endSession(receipt.userId));
 */
export class AccountDeletedEvent extends Event {
  /** Steps that were done and not done. */
  readonly receipt: DeletionReceipt;

  constructor(receipt: DeletionReceipt) {
    super('account-deleted', { bubbles: true, composed: true });
    this.receipt = receipt;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'account-delete-request': AccountDeleteRequestEvent;
    'account-deleted': AccountDeletedEvent;
    'profile-saved': ProfileSavedEvent;
  }
}
