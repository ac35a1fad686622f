/** The state of a profile form and how to read it. The code that changes it is loaded when editing starts: `edit.ts`. */
import type { Versioned } from '../../../client/proxy-client.js';
import type { FieldProblem } from '../../../contract/problem.js';
import type { ProfileView } from '../../../contract/profile.js';
import type { FieldView } from '../../../policy/views/view.js';
import type { FieldValue } from '../../../policy/vocabulary.js';

/** An unsaved value. */
export interface Edit {
  /** As typed, before normalization. */
  readonly typed: FieldValue;
  /** Whether the user has left the field. Until then, no error is shown. */
  readonly visited?: boolean;
  /** Whether another value was stored in the meantime, so that the user has to choose. */
  readonly conflict?: boolean;
  /** The proxy's rejection of the value. Cleared by the next edit. */
  readonly refusal?: FieldProblem | undefined;
}

/** Edits by field name. A field whose value equals the stored one has none. */
export type Draft = ReadonlyMap<string, Edit>;

/** Normalized values by field name, as a patch sends them. */
export type Changes = Readonly<Record<string, FieldValue>>;

/** An unsaved value whose field can no longer be edited. Shown to the user, so that it isn't lost silently. */
export interface Displaced {
  readonly field: FieldView;
  readonly typed: FieldValue;
}

export interface ProfileForm {
  readonly profile: ProfileView;
  readonly etag: string;
  readonly draft: Draft;
  readonly displaced: readonly Displaced[];
  /** The field being typed into. Its control isn't updated, so that typing isn't overwritten. */
  readonly typing: string | null;
}

export function openForm({ value: profile, etag }: Versioned<ProfileView>): ProfileForm {
  return { profile, etag, draft: new Map(), displaced: [], typing: null };
}

/** Whether two profiles are of the same user in the same organization. */
export function isSameMember(a: ProfileView, b: ProfileView): boolean {
  return a.person.userId === b.person.userId && a.organization.id === b.organization.id;
}

export function valueOf({ draft }: ProfileForm, { name, value }: FieldView): FieldValue {
  return draft.has(name) ? typedIn(draft, name) : value;
}

export function typedIn(draft: Draft, name: string): FieldValue {
  return draft.get(name)?.typed ?? null;
}

export function fieldNamed(profile: ProfileView, name: string): FieldView | undefined {
  return profile.fields.find((field) => field.name === name);
}

/** The fields that have unsaved values. */
export function changedFields({ draft, profile }: ProfileForm): FieldView[] {
  return profile.fields.filter((field) => draft.has(field.name));
}
