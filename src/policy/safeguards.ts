/**
 * Gate 3: what the moment forbids, whatever the rules allow. Each safeguard is switched on by the policy, so that a
 * reviewer finds all of them in one place of one file.
 */
import type { Policy } from './file/schema.js';
import { hasTrait } from './operations.js';
import type { Question } from './question.js';
import type { LockReason } from './vocabulary.js';

/**
 * The reason of the first safeguard that closes, in the order of how little the caller can do about it.
 * `mayAsThemselves`: what people may do with their own account reaches wherever they are, and is nobody else's business.
 */
export function safeguardDenies(
  { safeguards }: Policy,
  question: Question,
  mayAsThemselves: () => boolean,
): LockReason | null {
  const guarded = safeguards.sharedUsers === 'membership-only' && reachesOtherOrganizations(question);
  if (guarded && !mayAsThemselves()) return 'shared-user';
  if (
    safeguards.lastAdmin &&
    'operation' in question &&
    question.lastAdmin &&
    hasTrait(question.operation, 'ends-administration')
  ) {
    return 'last-admin';
  }
  if (question.moment.delegated && 'operation' in question && hasTrait(question.operation, 'sensitive')) {
    return 'delegated-session';
  }
  return needsStepUp(safeguards.stepUp, question) ? 'step-up-required' : null;
}

function reachesOtherOrganizations(question: Question): boolean {
  if (!question.target.shared) return false;
  return 'operation' in question ? hasTrait(question.operation, 'tenant-wide') : question.action === 'update';
}

function needsStepUp(stepUp: Policy['safeguards']['stepUp'], question: Question): boolean {
  if (!stepUp) return false;
  const subject = 'operation' in question ? question.operation : `field:${question.field}`;
  if ('action' in question && question.action === 'read') return false;
  const { signInAge } = question.moment;
  return stepUp.for.includes(subject) && (signInAge === null || signInAge > stepUp.maxAge);
}
