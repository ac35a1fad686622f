import { decide, type OperationQuestion, type Policy } from '../../../src/policy/index.js';
import { ProblemError } from '../problem-error.js';

/** @throws `operation_locked`, `step_up_required` */
export function assertAllowed(policy: Policy, question: OperationQuestion): void {
  const decision = decide(policy, question);
  if (decision.effect === 'allow') return;
  const { reason } = decision;
  if (reason !== 'step-up-required') throw new ProblemError('operation_locked', { reason });
  const maxAge = policy.safeguards.stepUp?.maxAge;
  throw new ProblemError('step_up_required', maxAge === undefined ? {} : { maxAge });
}
