/** How much of a person's values somebody sees: all of one, a mask in its place, or nothing. */
import { accessOf, decide } from '../decide.js';
import { maskValue } from './mask.js';
import type { EvaluationContext } from '../evaluation-context.js';
import type { Policy } from '../file/schema.js';
import type { Attribute, FieldValue } from '../vocabulary.js';

export type Visibility = 'hidden' | 'masked' | 'plain';
type VisibilityContext = Pick<EvaluationContext, 'actors' | 'target' | 'moment' | 'values'>;

const visibilities = ['hidden', 'masked', 'plain'] as const;

export function visibilityOf(policy: Policy, context: VisibilityContext, field: string): Visibility {
  const allowed = permittedVisibility(policy, context, field);
  return allowed === 'plain' && leaksMaskedValue(policy, context, field).length > 0 ? 'masked' : allowed;
}

/** What a page shows of an attribute, where a field is kept in it; a picture has no part that could be shown. */
export function visibleText(policy: Policy, context: VisibilityContext, attribute: Attribute): string | null {
  const field = fieldOf(policy, attribute);
  const value = context.values[attribute];
  if (field === undefined || typeof value !== 'string') return null;
  const visibility = visibilityOf(policy, context, field);
  if (visibility === 'plain') return value;
  const kind = policy.fields[field]?.kind ?? 'text';
  return visibility === 'hidden' || kind === 'picture' ? null : maskValue(kind, value);
}

/** All of a value, for somebody who may have it on demand. `undefined` for who may not, and where there is no such field. */
export function revealField(
  policy: Policy,
  context: VisibilityContext,
  field: string,
): FieldValue | undefined {
  const attribute = Object.hasOwn(policy.fields, field) ? policy.fields[field]?.attribute : undefined;
  if (attribute === undefined || permittedVisibility(policy, context, field) === 'hidden') return undefined;
  const hiddenFields = leaksMaskedValue(policy, context, field).some(
    (other) => permittedVisibility(policy, context, other) === 'hidden',
  );
  return hiddenFields ? undefined : (context.values[attribute] ?? null);
}

/** What the rules say, whatever the values are. */
function permittedVisibility(
  policy: Policy,
  { actors, target, moment }: VisibilityContext,
  field: string,
): Visibility {
  return visibilities[accessOf(decide(policy, { actors, target, moment, field, action: 'read' }))];
}

/** What is often written into other attributes too: Auth0 names a person by their address where it has no better name. */
const repeated = ['email', 'phone_number'] as const;
/** So short a text is in others by chance. */
const leastLength = 5;

/** The fields not plainly seen whose value another one would give away. */
function leaksMaskedValue(policy: Policy, context: VisibilityContext, field: string): readonly string[] {
  const attribute = policy.fields[field]?.attribute;
  const text = attribute && context.values[attribute];
  if (typeof text !== 'string') return [];
  return repeated.flatMap((other) => {
    const name = fieldOf(policy, other);
    const value = context.values[other];
    const isRepeated = other !== attribute && typeof value === 'string' && repeats(attribute, text, value);
    return isRepeated && name !== undefined && permittedVisibility(policy, context, name) !== 'plain'
      ? [name]
      : [];
  });
}

/**
 * The whole of it anywhere, a number also with blanks between; or what stands before the `@`, which is Auth0's first
 * nickname for a person.
 */
function repeats(attribute: Attribute | undefined, text: string, value: string): boolean {
  const plain = value.includes('@') ? (each: string) => each.toLowerCase() : digitsOf;
  const [whole, within] = [plain(value), plain(text)];
  const at = whole.lastIndexOf('@');
  const isAlias = attribute === 'nickname' || attribute === 'username';
  return (
    (whole.length >= leastLength && within.includes(whole)) ||
    (isAlias && at > 0 && within === whole.slice(0, at))
  );
}

const digitsOf = (text: string) => text.replace(/\D/g, '');

function fieldOf({ fields }: Policy, attribute: Attribute): string | undefined {
  return Object.keys(fields).find((name) => fields[name]?.attribute === attribute);
}
