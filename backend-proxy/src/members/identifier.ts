/** Masks sign-in identifiers according to the visibility of their fields. */
import {
  maskValue,
  visibilityOf,
  type Attribute,
  type Policy,
  type EvaluationContext,
} from '../../../src/policy/index.js';

/** Returns the contact attributes a name may contain: Auth0 falls back to the email address or phone number. */
export function contactsIn(name: string): readonly Attribute[] {
  return [
    ...(name.includes('@') ? (['email'] as const) : []),
    ...(/\d[\d\s().-]{3,}\d/.test(name) ? (['phone_number'] as const) : []),
  ];
}

const kinds = [
  ['email', /@/],
  ['phone_number', /^\+?[\d\s().-]+$/],
  ['username', /^/],
] as const;

export function visibleIdentifier(policy: Policy, situation: EvaluationContext, identifier: string): string {
  const [attribute] = kinds.find(([, shape]) => shape.test(identifier)) ?? ['username'];
  const field = Object.keys(policy.fields).find((name) => policy.fields[name]?.attribute === attribute);
  // Without a field, the policy doesn't restrict the attribute.
  if (field === undefined || visibilityOf(policy, situation, field) === 'plain') return identifier;
  return maskValue(policy.fields[field]?.kind ?? 'text', identifier) ?? '';
}
