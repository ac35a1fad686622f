/** Every answer a policy gives, as rows; and what changed between two policies. */
import { accessOf, decide } from '../decide.js';
import type { ReferencedValues } from '../file/referenced-values.js';
import {
  allSafeguardConditions,
  allPeople,
  toQuestion,
  type SafeguardCondition,
  type Coordinates,
} from './questions.js';
import type { Policy, Rule } from '../file/schema.js';
import type {
  Action,
  AttributeSync,
  ConnectionClass,
  Gate,
  LockReason,
  Operation,
  Provisioning,
} from '../vocabulary.js';

/** One answer. A stable interface: `orgdesk policy matrix --json` prints an array of these. */
export type MatrixRow = {
  readonly actor: string;
  readonly connection: ConnectionClass;
  readonly attributeSync: AttributeSync;
  readonly provisioning: Provisioning;
  readonly shared: boolean;
  /** A second actor the same person is. Present only where the two together are answered as neither is alone. */
  readonly also?: string;
  /** Present only where the policy names a connection, an organization or a role: the case in which it is so. */
  readonly mention?: ReferencedValues;
  /** What is the case besides, where an allowance and a denial name different things. */
  readonly besides?: ReferencedValues;
  /** Present only in a {@link Difference}: the circumstance in which two policies differ. */
  readonly circumstance?: SafeguardCondition;
  readonly effect: 'allow' | 'deny';
  readonly gate: Gate;
  readonly rule: string | null;
  /** Present where a field may be read in part only. */
  readonly masked?: true;
  readonly reason: LockReason | null;
} & ({ readonly field: string; readonly action: Action } | { readonly operation: Operation });

export function answerRow(policy: Policy, at: Coordinates): MatrixRow {
  const { subject, ...coordinates } = at;
  const decision = decide(policy, toQuestion(at));
  return {
    ...coordinates,
    ...subject,
    effect: decision.effect,
    gate: decision.gate,
    rule: decision.rule,
    ...(decision.effect === 'allow' && decision.masked && { masked: true }),
    reason: decision.effect === 'deny' ? decision.reason : null,
  };
}

export function policyMatrix(policy: Policy): readonly MatrixRow[] {
  return [...allPeople(policy)]
    .filter((at) => !followsFromParts(policy, at))
    .map((at) => answerRow(policy, at));
}

/** Being two actors adds up to what either may, unless a denial for the one takes away what the other was allowed. */
function followsFromParts(policy: Policy, at: Coordinates): boolean {
  const { actor, also } = at;
  if (also !== undefined && !policy.rules.some((rule) => deniesOneOf(rule, actor, also))) return true;
  const mayBe = partsOf(at).map((part) => accessOf(decide(policy, toQuestion(part))));
  return mayBe.length > 0 && accessOf(decide(policy, toQuestion(at))) === Math.max(...mayBe);
}

function deniesOneOf({ effect, actors }: Rule, one: string, other: string): boolean {
  return effect === 'deny' && actors.includes(one) !== actors.includes(other);
}

/** The same question, asked by somebody who is only one of two actors. */
function partsOf({ also, ...alone }: Coordinates): readonly Coordinates[] {
  return also === undefined ? [] : [alone, { ...alone, actor: also }];
}

/** A question that two policies answer differently. */
export interface Difference {
  readonly change: 'widened' | 'narrowed';
  readonly before: MatrixRow;
  readonly after: MatrixRow;
}

/**
 * Whose access widened or narrowed. Asked for the actors, fields and conditions of both policies, so that something
 * only one of them knows is seen too, and once more in each circumstance that a safeguard looks at.
 */
export function diffPolicies(before: Policy, after: Policy): readonly Difference[] {
  return [...allSafeguardConditions(before, after)].flatMap((at) => {
    const change = changeOf(before, after, at);
    // Somebody who is two actors gains with either; it is news only where neither gains alone.
    if (!change || partsOf(at).some((part) => changeOf(before, after, part) === change)) return [];
    return [{ change, before: answerRow(before, at), after: answerRow(after, at) }];
  });
}

function changeOf(before: Policy, after: Policy, at: Coordinates): Difference['change'] | null {
  const question = toQuestion(at);
  const [was, is] = [accessOf(decide(before, question)), accessOf(decide(after, question))];
  if (was === is) return null;
  return is > was ? 'widened' : 'narrowed';
}
