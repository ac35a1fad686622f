/**
 * Every way a form changes. Pure: each function takes a form and answers with the next one. A page loads this when
 * somebody is about to edit.
 */
import type { Versioned } from '../../../client/proxy-client.js';
import type { FieldProblem, Problem } from '../../../contract/problem.js';
import type { ProfileView } from '../../../contract/profile.js';
import { checkValue, normalizeValue, type Violation } from '../../../policy/check-value.js';
import type { FieldView } from '../../../policy/views/view.js';
import type { FieldValue } from '../../../policy/vocabulary.js';
import { put, rebase, without } from './draft.js';
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

/** What to tell about a field now: what the proxy said, or else what the shared check says. */
export function errorOf(form: ProfileForm, field: FieldView): Violation | FieldProblem | null {
  const edit = form.draft.get(field.name);
  return edit?.refusal ?? (edit?.visited ? violationOf(form, field) : null);
}

export function typeValue(form: ProfileForm, name: string, typed: FieldValue): ProfileForm {
  const field = fieldNamed(form.profile, name);
  if (!field) return form;
  const edit = { ...form.draft.get(name), typed, refusal: undefined };
  return { ...form, draft: put(form.draft, field, edit), typing: name };
}

/** The person is done with a value: where it may be stored, it is shown as it will be stored. */
export function settleValue(form: ProfileForm, name: string): ProfileForm {
  const field = fieldNamed(form.profile, name);
  const settled = { ...form, typing: null };
  if (!field || violationOf(form, field)) return settled;
  return mark(settled, name, { typed: normalizeValue(field.kind, valueOf(form, field)) });
}

export function leaveField(form: ProfileForm, name: string): ProfileForm {
  return mark(settleValue(form, name), name, { visited: true });
}

/** Before saving a group: everything changed in it counts as visited, and refusals are up to the proxy again. */
export function leaveGroup(form: ProfileForm, group: string): ProfileForm {
  return changedFields(form.draft, form.profile, group).reduce(
    (next, { name }) => mark(leaveField(next, name), name, { refusal: undefined }),
    form,
  );
}

export function discardGroup(form: ProfileForm, group: string): ProfileForm {
  const names = changedFields(form.draft, form.profile, group).map((field) => field.name);
  return { ...form, draft: without(form.draft, names) };
}

export function keepMine(form: ProfileForm, name: string): ProfileForm {
  return mark(form, name, { conflict: false });
}

export function useStored(form: ProfileForm, name: string): ProfileForm {
  return { ...form, draft: without(form.draft, [name]) };
}

export function hasConflict(form: ProfileForm, group: string): boolean {
  return changedFields(form.draft, form.profile, group).some(({ name }) => form.draft.get(name)?.conflict);
}

/** Whether the person has to settle something before the group can be sent. */
export function isBlocked(form: ProfileForm, group: string): boolean {
  const changed = changedFields(form.draft, form.profile, group);
  return hasConflict(form, group) || changed.some((field) => violationOf(form, field));
}

/** The proxy stored these values: they are the stored ones from here on, and what was typed since stays a draft. */
export function confirm(form: ProfileForm, stored: Changes): ProfileForm {
  const fields = form.profile.fields.map((field) =>
    Object.hasOwn(stored, field.name) ? { ...field, value: stored[field.name] ?? null } : field,
  );
  const draft = fields.reduce((kept, field) => {
    const edit = kept.get(field.name);
    return edit ? put(kept, field, edit) : kept;
  }, form.draft);
  return { ...form, profile: { ...form.profile, fields }, draft };
}

/** Takes over what is stored now. A draft is carried along, unless the profile is somebody else's. */
export function renew(form: ProfileForm, stored: Versioned<ProfileView>): ProfileForm {
  const { value: profile, etag } = stored;
  if (!isSameMember(form.profile, profile)) return openForm(stored);
  const { draft, displaced } = rebase(form.draft, form.profile, profile);
  return { ...form, profile, etag, draft, displaced: [...form.displaced, ...displaced] };
}

/** Takes in what a refused save tells: what was stored all the same, what is stored now, what is wrong. */
export function absorb(form: ProfileForm, sent: Changes, problem: Problem | undefined): ProfileForm {
  const { saved = [], current, fields = [] } = problem ?? {};
  const stored = Object.entries(sent).filter(([name]) => saved.includes(name));
  const confirmed = confirm(form, Object.fromEntries(stored));
  const renewed = current ? renew(confirmed, { value: current.profile, etag: current.etag }) : confirmed;
  return fields.reduce((next, refusal) => mark(next, refusal.field, { refusal }), renewed);
}

/** What is left of a patch after somebody else's edit came first; `null` where the person has to look at it. */
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
