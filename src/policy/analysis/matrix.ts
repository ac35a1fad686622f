/** Lists every answer of a policy as rows, and compares two policies. */
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

/** One answer. Stable, because `orgdesk policy matrix --json` prints an array of rows. */
export type MatrixRow = {
  readonly actor: string;
  readonly connection: ConnectionClass;
  readonly attributeSync: AttributeSync;
  readonly provisioning: Provisioning;
  readonly shared: boolean;
  /** A second actor that the person is. Present if the two together get another answer than either of them alone. */
  readonly also?: string;
  /** Values that a rule names: a connection, an organization or a role. Absent in rows that name none. */
  readonly mention?: ReferencedValues;
  /** Values of a second rule, if an allow and a deny rule name different ones. */
  readonly besides?: ReferencedValues;
  /** Only in a {@link Difference}: the condition under which the policies differ. */
  readonly circumstance?: SafeguardCondition;
  readonly effect: 'allow' | 'deny';
  readonly gate: Gate;
  readonly rule: string | null;
  /** Present if a field can be read masked only. */
  readonly masked?: true;
  readonly reason: LockReason | null;
} & ({ readonly field: string; readonly action: Action } | { readonly operation: Operation });

/**
 * Returns the answer at one set of coordinates.
 * @example answerRow(policy, coordinates).effect // 'allow' or 'deny'
 */
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

/**
 * Returns every answer of a policy. Rows for two actors appear only if their combination changes the answer.
 * @example policyMatrix(policy).filter(({ effect }) => effect === 'allow')
 */
export function policyMatrix(policy: Policy): readonly MatrixRow[] {
  return [...allPeople(policy)]
    .filter((at) => !followsFromParts(policy, at))
    .map((at) => answerRow(policy, at));
}

/** Two actors together are allowed what either is, unless a deny rule for one overrides an allow rule for the other. */
function followsFromParts(policy: Policy, at: Coordinates): boolean {
  const { actor, also } = at;
  if (also !== undefined && !policy.rules.some((rule) => deniesOneOf(rule, actor, also))) return true;
  const mayBe = partsOf(at).map((part) => accessOf(decide(policy, toQuestion(part))));
  return mayBe.length > 0 && accessOf(decide(policy, toQuestion(at))) === Math.max(...mayBe);
}

function deniesOneOf({ effect, actors }: Rule, one: string, other: string): boolean {
  return effect === 'deny' && actors.includes(one) !== actors.includes(other);
}

/** The same question for each of two actors alone. */
function partsOf({ also, ...alone }: Coordinates): readonly Coordinates[] {
  return also === undefined ? [] : [alone, { ...alone, actor: also }];
}

/** A question to which two policies give different answers. */
export interface Difference {
  readonly change: 'widened' | 'narrowed';
  readonly before: MatrixRow;
  readonly after: MatrixRow;
}

/**
 * Returns all answers that differ between two policies, for the actors, fields and conditions of both, and under every
 * condition of a safeguard.
 * @example diffPolicies(before, after).filter(({ change }) => change === 'widened')
 */
export function diffPolicies(before: Policy, after: Policy): readonly Difference[] {
  return [...allSafeguardConditions(before, after)].flatMap((at) => {
    const change = changeOf(before, after, at);
    // A change for one actor changes every combination with it. Report a combination only if neither changes alone.
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
