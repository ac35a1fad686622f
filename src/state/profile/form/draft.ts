/** Unsaved values: adding, removing and sending them, and rebasing them onto a newer profile. Pure functions. */
import type { ProfileView } from '../../../contract/profile.js';
import { normalizeValue, sameValue } from '../../../policy/normalize-value.js';
import type { FieldView } from '../../../policy/views/view.js';
import {
  changedFields,
  fieldNamed,
  typedIn,
  type Changes,
  type Displaced,
  type Draft,
  type Edit,
  type ProfileForm,
} from './state.js';

export function put(draft: Draft, field: FieldView, edit: Edit): Draft {
  const typed = normalizeValue(field.kind, edit.typed);
  // Values that another application stored may not be normalized.
  return sameValue(field.kind, typed, normalizeValue(field.kind, field.value))
    ? without(draft, [field.name])
    : new Map(draft).set(field.name, edit);
}

export function without(draft: Draft, names: readonly string[]): Draft {
  return new Map([...draft].filter(([name]) => !names.includes(name)));
}

/** The unsaved values, normalized. */
export function changesOf(form: ProfileForm): Changes {
  return Object.fromEntries(
    changedFields(form).map(({ name, kind }) => [name, normalizeValue(kind, typedIn(form.draft, name))]),
  );
}

/**
 * Moves a draft from the profile it was typed on to the one stored now.
 * Values whose field changed too are in conflict. Values whose field can't be edited any longer are displaced.
 */
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
      kept = put(kept, now, {
        ...edit,
        conflict: edit.conflict || !sameValue(now.kind, was.value, now.value),
      });
    } else if (was) {
      displaced.push({ field: now ?? was, typed: edit.typed });
    }
  }
  return { draft: kept, displaced };
}
