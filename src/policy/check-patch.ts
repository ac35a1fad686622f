/**
 * Judges a patch against the same views the form was rendered from. A patch is an allowlist: one field that may not
 * be changed, or a value that may not be stored, refuses all of it.
 */
import { checkValue, normalizeValue, sameValue, type Violation } from './check-value.js';
import { resolveField } from './views/resolve.js';
import type { EvaluationContext } from './evaluation-context.js';
import type { Field, Policy } from './file/schema.js';
import type { Attribute, FieldValue, FieldReason } from './vocabulary.js';

declare const approval: unique symbol;
const approved = new WeakSet<Change>();

/** One attribute to store. Only {@link checkPatch} makes one, so whatever takes a `Change` cannot be reached around it. */
export interface Change {
  readonly [approval]: true;
  readonly field: string;
  readonly attribute: Attribute;
  readonly value: FieldValue;
}

export type Refusal =
  /** Not in the policy, or hidden from this actor: the answer does not tell which. */
  | { readonly field: string; readonly code: 'field_unknown' }
  | { readonly field: string; readonly code: 'field_locked'; readonly reason: FieldReason }
  | { readonly field: string; readonly code: 'value_invalid'; readonly violation: Violation }
  | { readonly field: string; readonly code: 'step_up_required' };

export type PatchVerdict =
  /** Only what differs from the stored values: Auth0 refuses some attributes even when they are unchanged. */
  | { readonly ok: true; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** `patch` is what came over the wire: any keys, any values. */
export function checkPatch(
  policy: Policy,
  situation: EvaluationContext,
  patch: Readonly<Record<string, unknown>>,
): PatchVerdict {
  const changes: Change[] = [];
  const refusals: Refusal[] = [];
  // Own keys only, each looked up as an own key: `__proto__` and `constructor` are names like any other.
  for (const name of Object.keys(patch)) {
    const judged = checkField(policy, situation, name, patch[name]);
    if (judged === null) continue;
    if ('code' in judged) refusals.push(judged);
    else changes.push(judged);
  }
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, changes };
}

/** `null` when the field already has this value. */
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
  const value = normalizeValue(view.kind, raw);
  const violation = checkValue(view, value);
  if (violation) return { field: name, code: 'value_invalid', violation };
  if (sameValue(value, view.value)) return null;
  if (view.stepUp) return { field: name, code: 'step_up_required' };
  return approve({ field: name, attribute: (policy.fields[name] as Field).attribute, value });
}

function approve(change: Omit<Change, typeof approval>): Change {
  approved.add(change as Change);
  return Object.freeze(change) as Change;
}

/** Whether a change came from {@link checkPatch}: what the types promise, at run time. */
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
