import { decide, type Operation, type OperationQuestion, type Policy } from '../../../src/policy/index.js';
import { momentOf, type Actor } from './actor.js';
import { ProblemError } from '../http/problem-error.js';

/** @throws `operation_locked`, `step_up_required` */
export function assertAllowed(policy: Policy, question: OperationQuestion): void {
  const decision = decide(policy, question);
  if (decision.effect === 'allow') return;
  const { reason } = decision;
  if (reason !== 'step-up-required') throw new ProblemError('operation_locked', { reason });
  const maxAge = policy.safeguards.stepUp?.maxAge;
  throw new ProblemError('step_up_required', maxAge === undefined ? {} : { maxAge });
}

/** What holds for everybody alike is asked once, before many people are looked at. @throws `step_up_required` */
export function requireFreshSignIn({ safeguards }: Policy, actor: Actor, operation: Operation): void {
  const { stepUp } = safeguards;
  if (!stepUp?.for.includes(operation)) return;
  const { signInAge } = momentOf(actor);
  if (signInAge === null || signInAge > stepUp.maxAge) {
    throw new ProblemError('step_up_required', { maxAge: stepUp.maxAge });
  }
}
