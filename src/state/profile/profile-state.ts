import type { ProxyProblem } from '../../client/problem.js';
import type { ProfileForm } from './form/state.js';

/** A failure that left the form standing. */
export interface Notice {
  /** Whose Save failed; `null` when reading again did. */
  readonly group: string | null;
  readonly problem: ProxyProblem;
  /** Fields stored all the same, before the rest failed. */
  readonly saved: readonly string[];
}

/** Where reading and saving a profile stands. */
export type ProfileState =
  /** The form is there when it is read again. */
  | { readonly status: 'loading'; readonly form: ProfileForm | null }
  | { readonly status: 'signed-out' | 'error'; readonly form: null; readonly problem: ProxyProblem }
  | {
      readonly status: 'ready';
      readonly form: ProfileForm;
      readonly notice: Notice | null;
      /** The group that was saved last, until something is typed again. */
      readonly savedGroup: string | null;
    }
  | { readonly status: 'saving'; readonly form: ProfileForm; readonly group: string };
