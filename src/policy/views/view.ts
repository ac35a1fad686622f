import type { Consequence, Operation } from '../operations.js';
import type {
  ChangeOwner,
  FieldKind,
  FieldReason,
  FieldValue,
  LocalizedText,
  LockReason,
} from '../vocabulary.js';

/** One offered value of a `choice`, `multi-choice`, `language` or `time-zone` field. */
export interface Choice {
  readonly value: string;
  /** Absent where the value speaks for itself, or the browser can name it (languages, time zones). */
  readonly label?: LocalizedText;
}

/** What a username can be mistaken for. */
export type UsernameForm = 'email' | 'phone';

/** Serialisable limits on a value. Lengths in Unicode code points, dates as `YYYY-MM-DD`. */
export interface Constraints {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly choices?: readonly Choice[];
  readonly min?: number | string;
  readonly max?: number | string;
  /** A regular expression over the whole text, from the linear-time subset that policies may use. */
  readonly pattern?: string;
  /** Characters the text must not contain. */
  readonly prohibited?: string;
  /** Refuses text that mixes Latin letters with the Cyrillic and Greek ones that look like them. */
  readonly singleScript?: true;
  /** Of a username: what else it may look like. */
  readonly mayLookLike?: readonly UsernameForm[];
  /** `false`: a value that is set can be changed, but not taken away. */
  readonly removable?: false;
}

/** What storing another value brings with it, to be told before it is saved. Each has one message per locale. */
export type FieldConsequence =
  | 'changes-sign-in' // the person signs in with the new value from then on
  | 'verification-mail' // a mail that verifies it goes to the new address
  | 'ends-sessions'; // the person is signed out, and has to sign in again

/**
 * The resolved answer for one field, one actor and one person: what to show, and whether it may be edited.
 * A field this actor may not read is absent, not empty.
 */
export interface FieldView {
  readonly name: string;
  readonly kind: FieldKind;
  readonly group: string;
  readonly label: LocalizedText;
  readonly help?: LocalizedText;
  /** Of a masked field a text that stands for it; `null` where there is no value. */
  readonly value: FieldValue;
  /** All of it is told on demand. Never editable. */
  readonly masked?: true;
  readonly editable: boolean;
  /** Saving it needs a fresh sign-in. */
  readonly stepUp?: true;
  /** Where there are some, and the field is editable. */
  readonly consequences?: readonly FieldConsequence[];
  readonly required: boolean;
  /** Present exactly when `editable` is false. */
  readonly reason?: FieldReason;
  /** Likewise: who could change it all the same. */
  readonly changeableBy?: ChangeOwner;
  readonly constraints: Constraints;
  /** An HTML autofill token (WCAG 2.2, 1.3.5). */
  readonly autocomplete?: string;
  /** The ID token's claims that are out of date once this has been changed. */
  readonly claims?: readonly string[];
  /** For an email or phone number: whether Auth0 counts it as verified. */
  readonly verified?: boolean;
}

/** A heading of the form. */
export interface GroupView {
  readonly name: string;
  readonly label: LocalizedText;
}

/** The resolved answer for one operation, one actor and one person. One that no rule allows is absent. */
export interface OperationView {
  readonly name: Operation;
  readonly allowed: boolean;
  /** Present exactly when `allowed` is false. */
  readonly reason?: LockReason;
  /** Allowed after a fresh sign-in, which may be this many seconds old. */
  readonly stepUp?: { readonly maxAge: number };
  readonly consequences: readonly Consequence[];
}
