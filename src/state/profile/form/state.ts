/** What a form is, and how it is read. How it is edited is in `profile-form.ts`, which is loaded when it is needed. */
import type { Versioned } from '../../../client/proxy-client.js';
import type { FieldProblem } from '../../../contract/problem.js';
import type { ProfileView } from '../../../contract/profile.js';
import type { FieldView } from '../../../policy/views/view.js';
import type { FieldValue } from '../../../policy/vocabulary.js';

/** A field that holds something else than what is stored. */
export interface Edit {
  /** The value as typed, not yet as it will be stored. */
  readonly typed: FieldValue;
  /** The person has been through the field; before that, it does not complain. */
  readonly visited?: boolean;
  /** Somebody else stored another value meanwhile: the person has to choose. */
  readonly conflict?: boolean;
  /** What the proxy refused, until the field is typed into again. */
  readonly refusal?: FieldProblem | undefined;
}

/** By field name. A field that is back at its stored value is absent. */
export type Draft = ReadonlyMap<string, Edit>;

/** A patch as it is sent: values as they will be stored, by field name. */
export type Changes = Readonly<Record<string, FieldValue>>;

/** A typed value whose field can no longer be edited. It is shown, so that nobody loses it unaware. */
export interface Displaced {
  readonly field: FieldView;
  readonly typed: FieldValue;
}

/** Everything the form knows between two renders. */
export interface ProfileForm {
  readonly profile: ProfileView;
  readonly etag: string;
  readonly draft: Draft;
  readonly displaced: readonly Displaced[];
  /** The field being typed into. Its control is left alone: rewriting it would fight the person. */
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

/** The fields of one group that hold something not saved. */
export function changedFields(draft: Draft, profile: ProfileView, group: string): FieldView[] {
  return profile.fields.filter((field) => field.group === group && draft.has(field.name));
}
