/** Resolves the policy to operation views for one actor and one person. */
import { decide, type Decision } from '../decide.js';
import { factsOf, type Operation } from '../operations.js';
import type { Policy } from '../file/schema.js';
import type { SessionContext, Target } from '../target.js';
import type { OperationView } from './view.js';

/** Everything that an operation's view depends on. */
export interface OperationContext {
  readonly actors: readonly string[];
  readonly target: Target;
  readonly moment: SessionContext;
  /** Whether the person is the last admin. `false` if that hasn't been counted. */
  readonly lastAdmin: boolean;
}

/**
 * Returns the views of the named operations, in that order, without those that have none.
 * @example resolveOperations(defaultPolicy, context, operationsOn('organization'))
 */
export function resolveOperations(
  policy: Policy,
  situation: OperationContext,
  names: readonly Operation[],
): readonly OperationView[] {
  return names.map((name) => resolveOperation(policy, situation, name)).filter((view) => view !== null);
}

/**
 * Returns the view of an operation, or `null` if no rule allows it or Auth0 doesn't have it for the connection.
 * @example resolveOperation(defaultPolicy, context, 'member.block')?.allowed
 */
export function resolveOperation(
  policy: Policy,
  situation: OperationContext,
  name: Operation,
): OperationView | null {
  const decision = decide(policy, { ...situation, operation: name });
  if (isAbsent(decision)) return null;
  const described = { name, consequences: factsOf(name).consequences };
  const { stepUp } = policy.safeguards;
  // Also for a recent sign-in: it can be too old when the view is used.
  const stepUpView = stepUp?.for.includes(name) ? { stepUp: { maxAge: stepUp.maxAge } } : {};
  if (decision.effect === 'allow' || decision.reason === 'step-up-required') {
    return { ...described, allowed: true, ...stepUpView };
  }
  return { ...described, allowed: false, reason: decision.reason };
}

/** Whether to leave an operation out instead of showing it locked: no rule mentions it, so there is no reason to show. */
function isAbsent(decision: Decision): boolean {
  if (decision.effect === 'allow') return false;
  return decision.gate === 'auth0' || (decision.gate === 'policy' && decision.rule === null);
}
