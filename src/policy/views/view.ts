import type { Consequence, Operation } from '../operations.js';
import type {
  ChangeOwner,
  FieldKind,
  FieldReason,
  FieldValue,
  LocalizedText,
  LockReason,
} from '../vocabulary.js';

/** An option of a `choice`, `multi-choice`, `language` or `time-zone` field. */
export interface Choice {
  readonly value: string;
  /** Absent if the value is its own label, or if the browser can name it (languages, time zones). */
  readonly label?: LocalizedText;
}

/** Another identifier that a username can look like. */
export type UsernameForm = 'email' | 'phone';

/** Limits on a value. Lengths are in Unicode code points, dates are `YYYY-MM-DD`. */
export interface Constraints {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly choices?: readonly Choice[];
  /** For a `list`, whose other limits apply to each item. */
  readonly maxItems?: number;
  readonly min?: number | string;
  readonly max?: number | string;
  /** A regular expression for the whole text, from the linear-time subset that policies can use. */
  readonly pattern?: string;
  /** Characters that the text must not contain. */
  readonly prohibited?: string;
  /** Rejects text that mixes Latin letters with Cyrillic or Greek ones that look like them. */
  readonly singleScript?: true;
  /** Other identifiers that a username is allowed to look like. */
  readonly mayLookLike?: readonly UsernameForm[];
  /** If `false`, a value can be changed but not removed. */
  readonly removable?: false;
}

/** A consequence of changing a field, shown before it is saved. Each has one message per locale. */
export type FieldConsequence =
  | 'changes-sign-in' // the person signs in with the new value from then on
  | 'verification-mail' // the new address gets a verification email
  | 'ends-sessions'; // the person has to sign in again

/**
 * A field as one actor sees it on one profile: its value, and whether it can be edited. A field that the actor can't
 * read has no view.
 */
export interface FieldView {
  readonly name: string;
  readonly kind: FieldKind;
  readonly group: string;
  readonly label: LocalizedText;
  readonly help?: LocalizedText;
  /** `null` if it isn't set. For a masked field, a text that hides most of it. */
  readonly value: FieldValue;
  /** For a phone number: its digits grouped for reading. Absent if they can't be, or if it is masked. */
  readonly formatted?: string;
  /** The value is masked and never editable. It can be revealed on demand. */
  readonly masked?: true;
  readonly editable: boolean;
  /** Saving needs a recent sign-in. */
  readonly stepUp?: true;
  /** Present if the field is editable and a change has consequences. */
  readonly consequences?: readonly FieldConsequence[];
  readonly required: boolean;
  /** Present if `editable` is `false`. */
  readonly reason?: FieldReason;
  /** Present if `editable` is `false`: who can change it. */
  readonly changeableBy?: ChangeOwner;
  readonly constraints: Constraints;
  /** An HTML autofill token (WCAG 2.2, 1.3.5). */
  readonly autocomplete?: string;
  /** Claims of the ID token that are outdated after a change. */
  readonly claims?: readonly string[];
  /** For an email or phone number: whether Auth0 counts it as verified. */
  readonly verified?: boolean;
  /** Whether it can be verified. If not, don't call it unverified: no one could change that. */
  readonly verifiable?: true;
}

/** A heading of the form. */
export interface GroupView {
  readonly name: string;
  readonly label: LocalizedText;
}

/** An operation as it applies to one actor and one person. An operation that no rule allows has no view. */
export interface OperationView {
  readonly name: Operation;
  readonly allowed: boolean;
  /** Present if `allowed` is `false`. */
  readonly reason?: LockReason;
  /** Needs a sign-in that is at most `maxAge` seconds old. */
  readonly stepUp?: { readonly maxAge: number };
  readonly consequences: readonly Consequence[];
}
