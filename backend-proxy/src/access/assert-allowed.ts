import { decide, type Operation, type OperationQuestion, type Policy } from '../../../src/policy/index.js';
import { momentOf, type Actor } from './actor.js';
import { ProblemError } from '../http/problem-error.js';

/** @throws {ProblemError} `operation_locked`, or `step_up_required` if signing in again would help. */
export function assertAllowed(policy: Policy, question: OperationQuestion): void {
  const decision = decide(policy, question);
  if (decision.effect === 'allow') return;
  const { reason } = decision;
  if (reason !== 'step-up-required') throw new ProblemError('operation_locked', { reason });
  const maxAge = policy.safeguards.stepUp?.maxAge;
  throw new ProblemError('step_up_required', maxAge === undefined ? {} : { maxAge });
}

/**
 * Checks the age of the sign-in alone. It is the same for every member, so a bulk action checks it once.
 * @throws {ProblemError} `step_up_required`
 */
export function requireFreshSignIn({ safeguards }: Policy, actor: Actor, operation: Operation): void {
  const { stepUp } = safeguards;
  if (!stepUp?.for.includes(operation)) return;
  const { signInAge } = momentOf(actor);
  if (signInAge === null || signInAge > stepUp.maxAge) {
    throw new ProblemError('step_up_required', { maxAge: stepUp.maxAge });
  }
}
