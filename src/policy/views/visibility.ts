/** Field visibility: `plain`, `masked`, or `hidden`. */
import { accessOf, decide } from '../decide.js';
import { maskValue } from './mask.js';
import type { EvaluationContext } from '../evaluation-context.js';
import type { Field, Policy } from '../file/schema.js';
import { valueAt } from '../metadata-path.js';
import { listedPicture, listedText, readStored, shownAsText } from '../stored-value.js';
import type { Attribute, FieldValue } from '../vocabulary.js';

/** How much of a value an actor sees. */
export type Visibility = 'hidden' | 'masked' | 'plain';
type VisibilityContext = Pick<EvaluationContext, 'actors' | 'target' | 'moment' | 'values'>;

const visibilities = ['hidden', 'masked', 'plain'] as const;

/**
 * Returns how much of a field an actor sees. A field that repeats a value which the actor can't see in full is masked too.
 * @example visibilityOf(policy, context, 'email') // 'masked'
 */
export function visibilityOf(policy: Policy, context: VisibilityContext, field: string): Visibility {
  const allowed = permittedVisibility(policy, context, field);
  return allowed === 'plain' && leaksMaskedValue(policy, context, field).length > 0 ? 'masked' : allowed;
}

/**
 * Returns the text that an actor sees of an attribute: the value, its mask, or `null`. A masked picture is `null`.
 * @example visibleText(policy, context, 'name') // 'Mia Okafor'
 */
export function visibleText(policy: Policy, context: VisibilityContext, attribute: Attribute): string | null {
  const field = fieldOf(policy, attribute);
  const stored = context.values[attribute];
  const text = attribute === 'picture' ? listedPicture(stored) : listedText(stored);
  if (field === undefined || text === null) return null;
  const kind = typeof stored === 'string' ? (policy.fields[field]?.kind ?? 'text') : 'text';
  const visibility = visibilityOf(policy, context, field);
  if (visibility === 'plain') return text;
  return visibility === 'hidden' || kind === 'picture' ? null : maskValue(kind, text);
}

/**
 * Returns the full value of a masked field. `undefined` if the actor can't read the field or it doesn't exist.
 * @example revealField(policy, context, 'phoneNumber') // '+351912345678'
 */
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
  const { kind } = policy.fields[field] as Field;
  return hiddenFields ? undefined : readStored(kind, context.values, attribute).value;
}

/** The visibility by the rules alone, regardless of the values. */
function permittedVisibility(
  policy: Policy,
  { actors, target, moment }: VisibilityContext,
  field: string,
): Visibility {
  return visibilities[accessOf(decide(policy, { actors, target, moment, field, action: 'read' }))];
}

/** Attributes that other attributes often repeat: Auth0 uses an address as the name if it has no other. */
const repeated = ['email', 'phone_number'] as const;
/** Shorter texts occur in others by chance. */
const leastLength = 5;

/** The masked or hidden fields whose values this field would reveal. */
function leaksMaskedValue(policy: Policy, context: VisibilityContext, field: string): readonly string[] {
  const attribute = policy.fields[field]?.attribute;
  const stored = attribute && valueAt(context.values, attribute).stored;
  if (stored === undefined || stored === null) return [];
  const text = shownAsText(stored);
  return repeated.flatMap((other) => {
    const name = fieldOf(policy, other);
    if (name === undefined || other === attribute) return [];
    // Asked first: mostly there is nothing to hide.
    if (permittedVisibility(policy, context, name) === 'plain') return [];
    const value = listedText(context.values[other]);
    return value !== null && repeats(attribute, text, value) ? [name] : [];
  });
}

/**
 * Whether a text contains a value, ignoring case, and for numbers everything but digits. A nickname or username also
 * repeats an address by its local part, which is Auth0's initial nickname.
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

const fieldNames = new WeakMap<Policy, ReadonlyMap<Attribute, string>>();

/** Looked up, since each row of a list asks several times. No two fields have the same attribute. */
function fieldOf(policy: Policy, attribute: Attribute): string | undefined {
  const known =
    fieldNames.get(policy) ??
    new Map(Object.entries(policy.fields).map(([name, field]) => [field.attribute, name]));
  fieldNames.set(policy, known);
  return known.get(attribute);
}
