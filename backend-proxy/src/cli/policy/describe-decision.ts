/** Describes decisions in words. */
import { reasonTexts, type MatrixRow, type Policy } from '../../../../src/policy/index.js';
import type { Case } from './group-answers.js';
import { list } from '../terminal.js';

const gateNames = { auth0: 'Auth0', policy: 'the policy', safeguard: 'a safeguard' } as const;

/** Returns a key that is equal for equal answers: effect, gate, rule, reason, masking. */
export function answerKey({ effect, gate, rule, reason, masked }: MatrixRow): string {
  return JSON.stringify([effect, gate, rule, reason, masked]);
}

/** Returns whether the denial is the default, because no rule matches. */
export function isUnmentioned({ effect, gate, rule }: MatrixRow): boolean {
  return effect === 'deny' && gate === 'policy' && rule === null;
}

/** Returns `allowed by the rule "own-names"`, `denied by Auth0: …`. */
export function describeAnswer(row: MatrixRow): string {
  if (row.effect === 'allow') return `allowed ${row.masked ? 'masked ' : ''}by the rule "${row.rule}"`;
  if (isUnmentioned(row)) return `denied: ${reasonTexts['not-allowed']}`;
  const by = row.rule === null ? gateNames[row.gate] : `the rule "${row.rule}"`;
  return `denied by ${by}${reasonOf(row)}`;
}

/** Omits the default reason: the rule itself explains the denial. */
function reasonOf({ reason }: MatrixRow): string {
  return reason === null || reason === 'not-allowed' ? '' : `: ${reasonTexts[reason]}`;
}

/** Returns `sync first-login or sync never, open`, or an empty text if nothing matters. */
export function describeWhen(when: Case<unknown>['when']): string {
  return Object.values(when)
    .map((values) => list(values, 'or'))
    .join(', ');
}

/** Describes who counts as this actor. */
export function describeActor({ actors }: Policy, actor: string): string {
  const permissions = actors[actor]?.permissions;
  return permissions ? `by the permission ${list(permissions, 'or')}` : 'on the own profile';
}
