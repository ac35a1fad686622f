/** Every answer a policy gives, as rows; and what changed between two policies. */
import { decide } from './decide.js';
import {
  allCircumstances,
  allCoordinates,
  toQuestion,
  type Circumstance,
  type Coordinates,
  type Mention,
} from './questions.js';
import type { Policy } from './schema.js';
import type {
  Action,
  AttributeSync,
  ConnectionClass,
  Gate,
  LockReason,
  Operation,
  Provisioning,
} from './vocabulary.js';

/** One answer. A stable interface: `orgdesk policy matrix --json` prints an array of these. */
export type MatrixRow = {
  readonly actor: string;
  readonly connection: ConnectionClass;
  readonly attributeSync: AttributeSync;
  readonly provisioning: Provisioning;
  readonly shared: boolean;
  /** Present only where the policy names a connection, an organization or a role: the case in which it is so. */
  readonly mention?: Mention;
  /** Present only in a {@link Difference}: the circumstance in which two policies differ. */
  readonly circumstance?: Circumstance;
  readonly effect: 'allow' | 'deny';
  readonly gate: Gate;
  readonly rule: string | null;
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
    reason: decision.effect === 'deny' ? decision.reason : null,
  };
}

export function policyMatrix(policy: Policy): readonly MatrixRow[] {
  return Array.from(allCoordinates(policy), (at) => answerRow(policy, at));
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
  const differences: Difference[] = [];
  for (const at of allCircumstances(before, after)) {
    const [was, is] = [answerRow(before, at), answerRow(after, at)];
    if (was.effect === is.effect) continue;
    differences.push({ change: is.effect === 'allow' ? 'widened' : 'narrowed', before: was, after: is });
  }
  return differences;
}
