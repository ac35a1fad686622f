/** Turns the policy into the answer about operations: which there are for one actor and one person, and what they do. */
import { decide, type Decision } from '../decide.js';
import { factsOf, type Operation } from '../operations.js';
import type { Policy } from '../file/schema.js';
import type { SessionContext, Target } from '../target.js';
import type { OperationView } from './view.js';

/** Everything an operation's view depends on. */
export interface OperationContext {
  readonly actors: readonly string[];
  readonly target: Target;
  readonly moment: SessionContext;
  /** Where it has been counted; a view that has not counted says what holds for everybody else. */
  readonly lastAdmin: boolean;
}

/** The views of those operations among `names` that exist for this actor and this person, in the order given. */
export function resolveOperations(
  policy: Policy,
  situation: OperationContext,
  names: readonly Operation[],
): readonly OperationView[] {
  return names.map((name) => resolveOperation(policy, situation, name)).filter((view) => view !== null);
}

/** `null` when nothing allows it, or Auth0 has nothing of the kind for people of this connection. */
export function resolveOperation(
  policy: Policy,
  situation: OperationContext,
  name: Operation,
): OperationView | null {
  const decision = decide(policy, { ...situation, operation: name });
  if (isAbsent(decision)) return null;
  const described = { name, consequences: factsOf(name).consequences };
  const { stepUp } = policy.safeguards;
  // Not only when the sign-in is old by now: a view is read now and used later.
  const fresh = stepUp?.for.includes(name) ? { stepUp: { maxAge: stepUp.maxAge } } : {};
  if (decision.effect === 'allow' || decision.reason === 'step-up-required') {
    return { ...described, allowed: true, ...fresh };
  }
  return { ...described, allowed: false, reason: decision.reason };
}

/** A locked operation has a reason that is worth telling; what nobody granted is not even mentioned. */
function isAbsent(decision: Decision): boolean {
  if (decision.effect === 'allow') return false;
  return decision.gate === 'auth0' || (decision.gate === 'policy' && decision.rule === null);
}
