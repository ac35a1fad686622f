/** Transitions of a profile form. Pure functions from one form to the next, loaded when editing starts. */
import type { Versioned } from '../../../client/proxy-client.js';
import type { FieldProblem, Problem } from '../../../contract/problem.js';
import type { ProfileView } from '../../../contract/profile.js';
import { checkValue, type Violation } from '../../../policy/check-value.js';
import { normalizeValue } from '../../../policy/normalize-value.js';
import type { FieldView } from '../../../policy/views/view.js';
import type { FieldValue } from '../../../policy/vocabulary.js';
import { put, rebase, without } from './draft.js';
import { followNames } from './full-name.js';
import {
  changedFields,
  fieldNamed,
  isSameMember,
  openForm,
  valueOf,
  type Changes,
  type Edit,
  type ProfileForm,
} from './state.js';

export function violationOf(form: ProfileForm, field: FieldView): Violation | null {
  return form.draft.has(field.name)
    ? checkValue(field, normalizeValue(field.kind, valueOf(form, field)))
    : null;
}

/** The problem to show for a field: the proxy's, or else the local check's once the user has left the field. */
export function errorOf(form: ProfileForm, field: FieldView): Violation | FieldProblem | null {
  const edit = form.draft.get(field.name);
  return edit?.refusal ?? (edit?.visited ? violationOf(form, field) : null);
}

export function typeValue(form: ProfileForm, name: string, typed: FieldValue): ProfileForm {
  const field = fieldNamed(form.profile, name);
  if (!field) return form;
  const edit = { ...form.draft.get(name), typed, refusal: undefined };
  return followNames(form, { ...form, draft: put(form.draft, field, edit), typing: name });
}

/** Ends typing. A valid value is replaced by its normalized form. */
export function settleValue(form: ProfileForm, name: string): ProfileForm {
  const field = fieldNamed(form.profile, name);
  const settled = { ...form, typing: null };
  if (!field || violationOf(form, field)) return settled;
  return mark(settled, name, { typed: normalizeValue(field.kind, valueOf(form, field)) });
}

export function leaveField(form: ProfileForm, name: string): ProfileForm {
  return mark(settleValue(form, name), name, { visited: true });
}

/** Prepares the form for saving: marks its changed fields as visited, and clears the proxy's refusals. */
export function leaveAll(form: ProfileForm): ProfileForm {
  return changedFields(form).reduce(
    (next, { name }) => mark(leaveField(next, name), name, { refusal: undefined }),
    form,
  );
}

export function discardAll(form: ProfileForm): ProfileForm {
  return { ...form, draft: new Map(), typing: null };
}

export function keepMine(form: ProfileForm, name: string): ProfileForm {
  return mark(form, name, { conflict: false });
}

export function useStored(form: ProfileForm, name: string): ProfileForm {
  return { ...form, draft: without(form.draft, [name]) };
}

export function hasConflict({ draft }: ProfileForm): boolean {
  return [...draft.values()].some(({ conflict }) => conflict);
}

/** Whether a conflict or an invalid value keeps the form from being saved. */
export function isBlocked(form: ProfileForm): boolean {
  return hasConflict(form) || changedFields(form).some((field) => violationOf(form, field));
}

/** Whether saving needs a recent sign-in, and the one of this session is too old. */
export function needsSignIn(form: ProfileForm): boolean {
  return changedFields(form).some(({ stepUp }) => stepUp);
}

/** Marks these values as stored. What was typed since then stays in the draft. */
export function confirm(form: ProfileForm, stored: Changes): ProfileForm {
  const fields = form.profile.fields.map((field) => {
    if (!Object.hasOwn(stored, field.name)) return field;
    // The proxy formats the new value, and sends it with the profile.
    const { formatted: _, ...rest } = field;
    return { ...rest, value: stored[field.name] ?? null };
  });
  const draft = fields.reduce((kept, field) => {
    const edit = kept.get(field.name);
    return edit ? put(kept, field, edit) : kept;
  }, form.draft);
  return { ...form, profile: { ...form.profile, fields }, draft };
}

/** Replaces the stored profile. Keeps the draft, unless the profile is another member's. */
export function renew(form: ProfileForm, stored: Versioned<ProfileView>): ProfileForm {
  const { value: profile, etag } = stored;
  if (!isSameMember(form.profile, profile)) return openForm(stored);
  const { draft, displaced } = rebase(form.draft, form.profile, profile);
  return { ...form, profile, etag, draft, displaced: [...form.displaced, ...displaced] };
}

/** Applies the problem of a failed save: the values that were stored, the current profile, and the rejected fields. */
export function absorb(form: ProfileForm, sent: Changes, problem: Problem | undefined): ProfileForm {
  const { saved = [], current, fields = [] } = problem ?? {};
  const stored = Object.entries(sent).filter(([name]) => saved.includes(name));
  const confirmed = confirm(form, Object.fromEntries(stored));
  const renewed = current ? renew(confirmed, { value: current.profile, etag: current.etag }) : confirmed;
  return fields.reduce((next, refusal) => mark(next, refusal.field, { refusal }), renewed);
}

/**
 * The values to send again after another change preceded the save.
 * @returns `null` if the user has to decide first, or if the profile didn't change.
 */
export function stillToSend(before: ProfileForm, after: ProfileForm, sent: Changes): Changes | null {
  const open = Object.entries(sent).filter(([name]) => after.draft.has(name));
  const undecided = open.some(([name]) => after.draft.get(name)?.conflict);
  const lost = after.displaced.length > before.displaced.length;
  return undecided || lost || after.etag === before.etag ? null : Object.fromEntries(open);
}

function mark(form: ProfileForm, name: string, marks: Partial<Edit>): ProfileForm {
  const edit = form.draft.get(name);
  return edit ? { ...form, draft: new Map(form.draft).set(name, { ...edit, ...marks }) } : form;
}
