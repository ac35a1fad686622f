/**
 * What a person typed and has not saved yet, and what becomes of it when the stored profile changes underneath.
 * Pure: every function answers with new data and touches nothing.
 */
import type { FieldProblem } from '../contract/problem.js';
import type { ProfileView } from '../contract/profile.js';
import { normalizeValue, sameValue } from '../policy/check-value.js';
import type { FieldView } from '../policy/view.js';
import type { FieldValue } from '../policy/vocabulary.js';

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

export function fieldNamed(profile: ProfileView, name: string): FieldView | undefined {
  return profile.fields.find((field) => field.name === name);
}

export function put(draft: Draft, field: FieldView, edit: Edit): Draft {
  const typed = normalizeValue(field.kind, edit.typed);
  // Stored values are compared as they would be typed: what was stored elsewhere need not be normalized.
  return sameValue(typed, normalizeValue(field.kind, field.value))
    ? without(draft, [field.name])
    : new Map(draft).set(field.name, edit);
}

export function without(draft: Draft, names: readonly string[]): Draft {
  return new Map([...draft].filter(([name]) => !names.includes(name)));
}

/** The fields of one group that hold something not saved. */
export function changedFields(draft: Draft, profile: ProfileView, group: string): FieldView[] {
  return profile.fields.filter((field) => field.group === group && draft.has(field.name));
}

/** Exactly what changed in one group, normalized as it will be stored. */
export function changesOf(draft: Draft, profile: ProfileView, group: string): Changes {
  const changed = changedFields(draft, profile, group);
  return Object.fromEntries(
    changed.map(({ name, kind }) => [name, normalizeValue(kind, typedIn(draft, name))]),
  );
}

export function typedIn(draft: Draft, name: string): FieldValue {
  return draft.get(name)?.typed ?? null;
}

/** Carries a draft over from the profile it was typed against to the one that is stored now. */
export function rebase(
  draft: Draft,
  before: ProfileView,
  after: ProfileView,
): { draft: Draft; displaced: Displaced[] } {
  let kept: Draft = new Map();
  const displaced: Displaced[] = [];
  for (const [name, edit] of draft) {
    const was = fieldNamed(before, name);
    const now = fieldNamed(after, name);
    if (now?.editable && now.kind === was?.kind) {
      kept = put(kept, now, { ...edit, conflict: edit.conflict || !sameValue(was.value, now.value) });
    } else if (was) {
      displaced.push({ field: now ?? was, typed: edit.typed });
    }
  }
  return { draft: kept, displaced };
}
