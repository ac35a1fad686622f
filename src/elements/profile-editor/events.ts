import type { DeletionReceipt } from '../../contract/account.js';
import type { ProfileView } from '../../contract/profile.js';
import { RequestEvent } from '../parts/events.js';

/** After the proxy stored changed fields: all that were sent, or some when the rest failed. */
export class ProfileSavedEvent extends Event {
  /** The names of the stored fields. */
  readonly changed: readonly string[];
  /** The profile as it is stored now. */
  readonly profile: ProfileView;
  /** Claims of the ID token that are out of date now, such as `name`. */
  readonly staleClaims: readonly string[];
  /** With `renew-token`: done once the tokens are up to date, rejected where that did not work. */
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
    // Not everybody listens: the save stands without it.
    renewal?.catch(() => {});
  }
}

/** Asks whether the account may be deleted. */
export class AccountDeleteRequestEvent extends RequestEvent {
  constructor() {
    super('account-delete-request');
  }
}

/** After the account has been deleted. */
export class AccountDeletedEvent extends Event {
  readonly receipt: DeletionReceipt;

  constructor(receipt: DeletionReceipt) {
    super('account-deleted', { bubbles: true, composed: true });
    this.receipt = receipt;
  }
}

declare global {
  interface HTMLElementEventMap {
    'account-delete-request': AccountDeleteRequestEvent;
    'account-deleted': AccountDeletedEvent;
    'profile-saved': ProfileSavedEvent;
  }
}
