/**
 * Gate 3: safeguards that can deny what the rules allow, depending on the session, the target and the other admins. The
 * policy turns each of them on, so that a reviewer finds them all in one place.
 */
import type { Policy } from './file/schema.js';
import { hasTrait } from './operations.js';
import type { Question } from './question.js';
import type { SessionContext } from './target.js';
import type { LockReason } from './vocabulary.js';

/**
 * Returns the reason of the first safeguard that denies the question, or `null`. A reason that the caller can do least
 * about comes first.
 * @param mayAsThemselves - Whether the rules allow it to callers for their own account, which can affect every
 *   organization they belong to.
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
  return stepUp.for.includes(subject) && isSignInTooOld(stepUp, question.moment);
}

/** Whether the caller has to sign in again for what the safeguard protects. */
export function isSignInTooOld(
  stepUp: Policy['safeguards']['stepUp'],
  { signInAge }: SessionContext,
): boolean {
  return stepUp !== undefined && (signInAge === null || signInAge > stepUp.maxAge);
}
