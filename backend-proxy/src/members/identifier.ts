/** What somebody signs in with, as it may be shown: an address, a number or a username only as far as its field is. */
import {
  maskValue,
  visibilityOf,
  type Attribute,
  type Policy,
  type EvaluationContext,
} from '../../../src/policy/index.js';

/** What a name may stand for: Auth0 names a person by their address or number where it has no better one. */
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
  // What the policy has no field for it says nothing of.
  if (field === undefined || visibilityOf(policy, situation, field) === 'plain') return identifier;
  return maskValue(policy.fields[field]?.kind ?? 'text', identifier) ?? '';
}
