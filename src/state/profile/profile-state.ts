import type { ProxyProblem } from '../../client/problem.js';
import type { ProfileForm } from './form/state.js';

/** A problem shown with the form. */
export interface Notice {
  /** Whether it concerns a save, or else reading the profile. */
  readonly isOfSave: boolean;
  readonly problem: ProxyProblem;
  /** Fields that were stored before the rest failed. */
  readonly saved: readonly string[];
}

/** Why changes from before a sign-in are gone: it took too long, or another account or organization came back. */
export type LostDraft = 'expired' | 'other-account';

/** State of reading and saving a profile. */
export type ProfileState =
  /** `form` is set while the profile is read again. */
  | { readonly status: 'loading'; readonly form: ProfileForm | null }
  | { readonly status: 'signed-out' | 'error'; readonly form: null; readonly problem: ProxyProblem }
  | {
      readonly status: 'ready';
      readonly form: ProfileForm;
      readonly notice: Notice | null;
    }
  | { readonly status: 'saving'; readonly form: ProfileForm };
