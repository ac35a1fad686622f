/**
 * What a person typed and has not saved yet, and what becomes of it when the stored profile changes underneath.
 * Pure: every function answers with new data and touches nothing.
 */
import type { ProfileView } from '../../../contract/profile.js';
import { normalizeValue, sameValue } from '../../../policy/check-value.js';
import type { FieldView } from '../../../policy/views/view.js';
import {
  changedFields,
  fieldNamed,
  typedIn,
  type Changes,
  type Displaced,
  type Draft,
  type Edit,
} from './state.js';

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

/** Exactly what changed in one group, normalized as it will be stored. */
export function changesOf(draft: Draft, profile: ProfileView, group: string): Changes {
  const changed = changedFields(draft, profile, group);
  return Object.fromEntries(
    changed.map(({ name, kind }) => [name, normalizeValue(kind, typedIn(draft, name))]),
  );
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
