import type { ProxyProblem } from '../../client/problem.js';
import type { ProfileForm } from './form/state.js';

/** A problem shown with the form. */
export interface Notice {
  /** The group that couldn't be saved; `null` if the profile couldn't be read. */
  readonly group: string | null;
  readonly problem: ProxyProblem;
  /** Fields that were stored before the rest failed. */
  readonly saved: readonly string[];
}

/** State of reading and saving a profile. */
export type ProfileState =
  /** `form` is set while the profile is read again. */
  | { readonly status: 'loading'; readonly form: ProfileForm | null }
  | { readonly status: 'signed-out' | 'error'; readonly form: null; readonly problem: ProxyProblem }
  | {
      readonly status: 'ready';
      readonly form: ProfileForm;
      readonly notice: Notice | null;
      /** The group that was saved last. Cleared by the next edit. */
      readonly savedGroup: string | null;
    }
  | { readonly status: 'saving'; readonly form: ProfileForm; readonly group: string };
