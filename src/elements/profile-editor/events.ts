import type { DeletionReceipt } from '../../contract/account.js';
import type { ProfileView } from '../../contract/profile.js';

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

/**
 * Asks whether the account may be deleted. `preventDefault()` refuses at once; `waitFor` takes an answer that comes
 * later, such as that of the host's own question: `false` or a rejection refuses.
 */
export class AccountDeleteRequestEvent extends Event {
  readonly #answers: Promise<unknown>[] = [];

  constructor() {
    super('account-delete-request', { bubbles: true, composed: true, cancelable: true });
  }

  waitFor(answer: Promise<unknown>): void {
    this.#answers.push(answer);
  }

  /** What everybody who was asked has come to. */
  async isGranted(): Promise<boolean> {
    if (this.defaultPrevented) return false;
    const answers = await Promise.allSettled(this.#answers);
    return answers.every((answer) => answer.status === 'fulfilled' && answer.value !== false);
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

/** `error` is a profile that could not be loaded; after a failed save the form is `ready` again, with its message. */
export type EditorState = 'loading' | 'ready' | 'saving' | 'error' | 'signed-out';

/** Whenever the element comes into another state; also there for styling, as `:state(saving)`. */
export class StateChangeEvent extends Event {
  readonly state: EditorState;

  constructor(state: EditorState) {
    super('state-change', { bubbles: true, composed: true });
    this.state = state;
  }
}

declare global {
  interface HTMLElementEventMap {
    'account-delete-request': AccountDeleteRequestEvent;
    'account-deleted': AccountDeletedEvent;
    'profile-saved': ProfileSavedEvent;
    'state-change': StateChangeEvent;
  }
}
