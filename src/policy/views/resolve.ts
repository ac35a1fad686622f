/** Resolves the policy to field views for one actor and one person. */
import { auth0PermitsRemoval, canVerify, isSignInIdentifier } from '../auth0-gate.js';
import { changeOwnerOf } from './who-can-change.js';
import { decide, type Decision } from '../decide.js';
import { maskValue } from './mask.js';
import { formatPhone } from '../phone.js';
import type { Field, Policy } from '../file/schema.js';
import { visibilityOf } from './visibility.js';
import type { EvaluationContext } from '../evaluation-context.js';
import { readStored } from '../stored-value.js';
import type { ConnectionFacts } from '../target.js';
import type { Choice, Constraints, FieldConsequence, FieldView, GroupView } from './view.js';
import {
  fieldReasons,
  type Attribute,
  type FieldReason,
  type FieldValue,
  type LockReason,
} from '../vocabulary.js';

/**
 * Returns the views of all fields that the actor can read, in the policy's order.
 * @example resolveFields(defaultPolicy, context).filter(({ editable }) => editable)
 */
export function resolveFields(policy: Policy, situation: EvaluationContext): readonly FieldView[] {
  return Object.keys(policy.fields)
    .map((name) => resolveField(policy, situation, name))
    .filter((view) => view !== null);
}

/**
 * Returns the view of a field, or `null` if the actor can't read it or it doesn't exist. Callers can't tell the two apart.
 * @example resolveField(defaultPolicy, context, 'email')?.reason // 'invited-address'
 */
export function resolveField(policy: Policy, situation: EvaluationContext, name: string): FieldView | null {
  const { actors, target, moment } = situation;
  const visibility = visibilityOf(policy, situation, name);
  if (visibility === 'hidden') return null;
  const field = policy.fields[name] as Field; // a field that isn't in the policy is hidden
  const update = decide(policy, { actors, target, moment, field: name, action: 'update' });
  const { value, isReadable } = readStored(field.kind, situation.values, field.attribute);
  const staysSet = value !== null && !auth0PermitsRemoval(field.attribute, situation.target.connection);
  const autocomplete = field.autocomplete ?? autofill[field.attribute];
  const claims = claimsOf[field.attribute];
  const verified = verificationOf(field.attribute, situation);
  const allowed = editability(update, consequencesOf(field.attribute, target.connection));
  const editing = isReadable ? allowed : locked(allowed, 'unreadable-value');
  const { reason, ...display } =
    visibility === 'masked'
      ? {
          value: maskValue(isReadable ? field.kind : 'text', value),
          masked: true as const,
          ...locked(editing, 'masked'),
        }
      : { value, ...formattedOf(field, value), ...editing };
  return {
    name,
    kind: field.kind,
    group: field.group,
    label: field.label,
    ...(field.help && { help: field.help }),
    ...display,
    ...(reason && { reason, changeableBy: changeOwnerOf(policy, situation, name, reason) }),
    required: isRequired(field, situation.target.connection),
    constraints: {
      ...resolveConstraints(field, situation.target.connection),
      ...(staysSet && { removable: false }),
    },
    ...(autocomplete && { autocomplete }),
    ...(claims && { claims }),
    ...(verified !== undefined && { verified }),
    ...(canVerify(field.attribute, target.connection) && { verifiable: true }),
  };
}

function formattedOf({ kind }: Field, value: FieldValue): Pick<FieldView, 'formatted'> {
  const formatted = kind === 'phone' && typeof value === 'string' && formatPhone(value);
  return formatted ? { formatted } : {};
}

type Editability = Pick<FieldView, 'editable' | 'stepUp' | 'consequences' | 'reason'>;

/** A field that only needs a recent sign-in isn't locked, because the person can sign in again. */
function editability(update: Decision, consequences: readonly FieldConsequence[] | undefined): Editability {
  const extra = consequences && { consequences };
  if (update.effect === 'allow') return { editable: true, ...extra };
  const { reason } = update;
  if (reason === 'step-up-required') return { editable: true, stepUp: true, ...extra };
  return { editable: false, reason: isFieldReason(reason) ? reason : 'not-allowed' };
}

/** Locks a field because of its value. A reason that it has anyway explains more. */
function locked({ reason }: Editability, otherwise: FieldReason): Pick<FieldView, 'editable' | 'reason'> {
  return { editable: false, reason: reason ?? otherwise };
}

function isFieldReason(reason: LockReason): reason is FieldReason {
  return (fieldReasons as readonly LockReason[]).includes(reason);
}

/**
 * Returns the groups of the given fields, in the policy's order.
 * @example resolveGroups(policy, resolveFields(policy, context))
 */
export function resolveGroups(policy: Policy, fields: readonly FieldView[]): readonly GroupView[] {
  const visibleGroups = new Set(fields.map((field) => field.group));
  return Object.entries(policy.groups)
    .filter(([name]) => visibleGroups.has(name))
    .map(([name, { label }]) => ({ name, label }));
}

/** Auth0's own limits, from the user schema of the Management API, so that the form checks them while people type. */
const auth0Limits: Partial<Record<Attribute, { readonly maxLength: number }>> = {
  name: { maxLength: 150 },
  given_name: { maxLength: 150 },
  family_name: { maxLength: 150 },
  nickname: { maxLength: 300 },
  email: { maxLength: 254 },
};

const autofill: Partial<Record<Attribute, string>> = {
  name: 'name',
  given_name: 'given-name',
  family_name: 'family-name',
  nickname: 'nickname',
  picture: 'photo',
  email: 'email',
  phone_number: 'tel',
  username: 'username',
};

/** Claims by attribute. https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims */
const claimsOf: Partial<Record<Attribute, readonly string[]>> = {
  name: ['name'],
  given_name: ['given_name'],
  family_name: ['family_name'],
  nickname: ['nickname'],
  picture: ['picture'],
  email: ['email', 'email_verified'],
  phone_number: ['phone_number', 'phone_number_verified'],
};

/** Side effects of an update in Auth0. https://auth0.com/docs/manage-users/user-accounts/manage-users-using-the-management-api */
const sideEffects: Partial<Record<Attribute, readonly FieldConsequence[]>> = {
  email: ['verification-mail', 'ends-sessions'],
};

function consequencesOf(
  attribute: Attribute,
  connection: ConnectionFacts,
): readonly FieldConsequence[] | undefined {
  const changesSignIn = isSignInIdentifier(attribute, connection) ? (['changes-sign-in'] as const) : [];
  const all = [...changesSignIn, ...(sideEffects[attribute] ?? [])];
  return all.length > 0 ? all : undefined;
}

/** Required by the policy or by the connection. */
function isRequired({ attribute, constraints }: Field, { requiredAttributes }: ConnectionFacts): boolean {
  return constraints?.required === true || requiredAttributes.some((required) => required === attribute);
}

/** Combines the policy's constraints with Auth0's. The narrower one wins. */
function resolveConstraints(field: Field, connection: ConnectionFacts): Constraints {
  const { required: _, choices, minLength, maxLength, ...others } = field.constraints ?? {};
  const limits =
    field.attribute === 'username'
      ? { minLength: connection.usernameLength.min, maxLength: connection.usernameLength.max }
      : auth0Limits[field.attribute];
  const { usernameForms } = connection;
  const forms = field.attribute === 'username' && usernameForms.length > 0 ? usernameForms : undefined;
  return withoutUndefined({
    ...others,
    mayLookLike: forms,
    minLength: largest(minLength, limits && 'minLength' in limits ? limits.minLength : undefined),
    maxLength: smallest(maxLength, limits?.maxLength),
    choices: choices?.map(toChoice),
  });
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as never;
}

function toChoice(choice: NonNullable<NonNullable<Field['constraints']>['choices']>[number]): Choice {
  if (typeof choice === 'string') return { value: choice };
  return choice.label ? { value: choice.value, label: choice.label } : { value: choice.value };
}

function verificationOf(attribute: Attribute, { verification }: EvaluationContext): boolean | undefined {
  if (attribute === 'email') return verification.email;
  if (attribute === 'phone_number') return verification.phoneNumber;
  return undefined;
}

function smallest(...limits: readonly (number | undefined)[]): number | undefined {
  const set = limits.filter((limit) => limit !== undefined);
  return set.length > 0 ? Math.min(...set) : undefined;
}

function largest(...limits: readonly (number | undefined)[]): number | undefined {
  const set = limits.filter((limit) => limit !== undefined);
  return set.length > 0 ? Math.max(...set) : undefined;
}
