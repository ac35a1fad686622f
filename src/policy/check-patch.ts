/**
 * Checks a patch against the same views that the form was rendered from. One locked field or invalid value rejects the
 * whole patch.
 */
import { checkValue, type Violation } from './check-value.js';
import { normalizeValue, sameValue } from './normalize-value.js';
import { checkPhone } from './phone.js';
import { resolveField } from './views/resolve.js';
import type { EvaluationContext } from './evaluation-context.js';
import type { Field, Policy } from './file/schema.js';
import type { FieldView } from './views/view.js';
import type { Attribute, FieldValue, FieldReason } from './vocabulary.js';

declare const approval: unique symbol;
const approved = new WeakSet<Change>();

/** One attribute to store. Only {@link checkPatch} creates one, so code that takes a `Change` can't skip the check. */
export interface Change {
  readonly [approval]: true;
  readonly field: string;
  readonly attribute: Attribute;
  readonly value: FieldValue;
  /** For an email: the name is the old address, and becomes the new one with it. */
  readonly alsoName?: true;
}

/** Why a field rejects a patch. */
export type Refusal =
  /** Not in the policy, or hidden from this actor. Callers can't tell the two apart. */
  | { readonly field: string; readonly code: 'field_unknown' }
  | { readonly field: string; readonly code: 'field_locked'; readonly reason: FieldReason }
  | { readonly field: string; readonly code: 'value_invalid'; readonly violation: Violation }
  | { readonly field: string; readonly code: 'step_up_required' };

/** The changes of a valid patch, or all reasons to reject it. */
export type PatchVerdict =
  /** Without unchanged values, because Auth0 refuses some attributes even if they don't change. */
  | { readonly ok: true; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * Checks a patch and returns the changes to store.
 * @param patch - The request body: any keys, any values.
 * @example checkPatch(policy, context, { nickname: 'Mia' })
 */
export function checkPatch(
  policy: Policy,
  situation: EvaluationContext,
  patch: Readonly<Record<string, unknown>>,
): PatchVerdict {
  const changes: Change[] = [];
  const refusals: Refusal[] = [];
  // Own keys only, so that `__proto__` and `constructor` are ordinary unknown names.
  for (const name of Object.keys(patch)) {
    const judged = checkField(policy, situation, name, patch[name]);
    if (judged === null) continue;
    if ('code' in judged) refusals.push(judged);
    else changes.push(judged);
  }
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, changes: renamed(changes, situation) };
}

/**
 * Without a better name, Auth0 makes the address the name, and keeps it when the address changes. No one chose that name, so
 * it follows. https://auth0.com/docs/manage-users/user-accounts/user-profiles/normalized-user-profiles
 */
function renamed(changes: readonly Change[], { values }: EvaluationContext): readonly Change[] {
  const isNamedByAddress = typeof values.name === 'string' && sameAddress(values.name, values.email);
  if (!isNamedByAddress || changes.some(({ attribute }) => attribute === 'name')) return changes;
  return changes.map((change) =>
    change.attribute === 'email' && change.value !== null ? approve({ ...change, alsoName: true }) : change,
  );
}

function sameAddress(name: string, email: unknown): boolean {
  return typeof email === 'string' && name.toLowerCase() === email.toLowerCase();
}

/** Returns `null` if the field already has this value. */
function checkField(
  policy: Policy,
  situation: EvaluationContext,
  name: string,
  raw: unknown,
): Change | Refusal | null {
  const view = resolveField(policy, situation, name);
  if (!view) return { field: name, code: 'field_unknown' };
  if (!view.editable) return { field: name, code: 'field_locked', reason: view.reason ?? 'not-allowed' };
  if (!isFieldValue(raw)) return { field: name, code: 'value_invalid', violation: { code: 'type' } };
  const { value, violation } = readValue(view, raw);
  if (violation) return { field: name, code: 'value_invalid', violation };
  // Values that another application stored may not be normalized.
  if (sameValue(view.kind, value, normalizeValue(view.kind, view.value))) return null;
  if (view.stepUp) return { field: name, code: 'step_up_required' };
  return approve({ field: name, attribute: (policy.fields[name] as Field).attribute, value });
}

/** Phone numbers are checked twice: as the form does, and by the number plans of all countries. */
function readValue(
  view: FieldView,
  raw: FieldValue,
): { readonly value: FieldValue; readonly violation: Violation | null } {
  const value = normalizeValue(view.kind, raw);
  const violation = checkValue(view, value);
  if (view.kind !== 'phone' || typeof value !== 'string' || violation) return { value, violation };
  const { number, violation: misdialed } = checkPhone(value);
  return { value: number, violation: misdialed };
}

function approve(change: Omit<Change, typeof approval>): Change {
  approved.add(change as Change);
  return Object.freeze(change) as Change;
}

/**
 * Returns whether a change came from {@link checkPatch}. Checks at run time what the types promise.
 * @example if (!isApproved(change)) throw new Error('unchecked change');
 */
export function isApproved(change: Change): boolean {
  return approved.has(change);
}

function isFieldValue(value: unknown): value is FieldValue {
  return (
    value === null ||
    ['string', 'number', 'boolean'].includes(typeof value) ||
    (Array.isArray(value) && value.every((item) => typeof item === 'string'))
  );
}
