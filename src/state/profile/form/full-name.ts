/** The full name follows the first and last name, until it is edited by hand. */
import type { FieldView } from '../../../policy/views/view.js';
import { put } from './draft.js';
import { valueOf, type ProfileForm } from './state.js';

type Join = (given: string, family: string) => string;

/** The orders in which names are written. https://www.w3.org/International/questions/qa-personal-names */
const orders: readonly Join[] = [
  (given, family) => `${given} ${family}`,
  (given, family) => `${family} ${given}`,
  (given, family) => family + given,
];

/** Whether the full name is what the first and last name say, in any order, or empty. */
export function followsNames(form: ProfileForm, field: FieldView): boolean {
  if (field.autocomplete !== 'name' || !field.editable) return false;
  const canChange = nameFields(form).some((name) => name?.editable);
  return canChange && orderOf(form, field) !== undefined;
}

/**
 * Returns the form with the full name that belongs to the names just typed. A full name that was edited by hand, or stored
 * as something else, stays as it is. Empty, it follows again.
 */
export function followNames(before: ProfileForm, after: ProfileForm): ProfileForm {
  const full = fieldFor(after, 'name');
  if (!full || after.typing === full.name || !followsNames(before, full)) return after;
  if (after.draft.get(full.name)?.conflict) return after;
  const names = namesOf(after);
  if (names.join() === namesOf(before).join()) return after;
  const typed = orderOf(before, full)?.(...names).trim() ?? null;
  return { ...after, draft: put(after.draft, full, { typed }) };
}

function orderOf(form: ProfileForm, full: FieldView): Join | undefined {
  const names = namesOf(form);
  const current = textOf(form, full);
  return orders.find((join) => current === '' || join(...names).trim() === current);
}

function namesOf(form: ProfileForm): [given: string, family: string] {
  const [given, family] = nameFields(form);
  return [textOf(form, given), textOf(form, family)];
}

function nameFields(form: ProfileForm) {
  return [fieldFor(form, 'given-name'), fieldFor(form, 'family-name')] as const;
}

/** By the autofill token, which names the attribute of Auth0. */
function fieldFor({ profile }: ProfileForm, autocomplete: string): FieldView | undefined {
  return profile.fields.find((field) => field.autocomplete === autocomplete && field.kind === 'text');
}

function textOf(form: ProfileForm, field: FieldView | undefined): string {
  const value = field && valueOf(form, field);
  return typeof value === 'string' ? value.trim() : '';
}
