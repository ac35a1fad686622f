import type { ProfileView } from '../../contract/profile.js';

/** After the proxy stored changed fields: all that were sent, or some when the rest failed. */
export class ProfileSavedEvent extends Event {
  /** The names of the stored fields. */
  readonly changed: readonly string[];
  /** The profile as it is stored now. */
  readonly profile: ProfileView;

  constructor(changed: readonly string[], profile: ProfileView) {
    super('profile-saved', { bubbles: true, composed: true });
    this.changed = changed;
    this.profile = profile;
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
    'profile-saved': ProfileSavedEvent;
    'state-change': StateChangeEvent;
  }
}
