/**
 * Gate 3: what the moment forbids, whatever the rules allow. Each safeguard is switched on by the policy, so that a
 * reviewer finds all of them in one place of one file.
 */
import type { Policy } from './file/schema.js';
import type { Question } from './question.js';
import type { LockReason, Operation } from './vocabulary.js';

/**
 * What reaches beyond the organization it is done in: one user record serves every organization of the tenant, and a
 * session does not say in which of them it is used.
 */
const tenantWide: ReadonlySet<Operation> = new Set<Operation>([
  'sessions.read',
  'sessions.revoke',
  'member.block',
  'member.unblock',
  'member.clear-lockout',
  'member.mfa-reset',
  'member.revoke-access',
  'user.delete',
]);

/** What takes somebody out of the administration of their organization. */
export const endsAdministration: ReadonlySet<Operation> = new Set<Operation>([
  'member.block',
  'membership.remove',
  'user.delete',
  'profile.delete',
]);

/** What cannot be undone, or takes away somebody's access. */
export const destructive: ReadonlySet<Operation> = new Set<Operation>([
  'profile.delete',
  'sessions.revoke',
  'member.block',
  'member.mfa-reset',
  'member.revoke-access',
  'membership.remove',
  'user.delete',
]);

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
    endsAdministration.has(question.operation)
  ) {
    return 'last-admin';
  }
  if (question.moment.delegated && 'operation' in question && destructive.has(question.operation)) {
    return 'delegated-session';
  }
  return needsStepUp(safeguards.stepUp, question) ? 'step-up-required' : null;
}

function reachesOtherOrganizations(question: Question): boolean {
  if (!question.target.shared) return false;
  return 'operation' in question ? tenantWide.has(question.operation) : question.action === 'update';
}

function needsStepUp(stepUp: Policy['safeguards']['stepUp'], question: Question): boolean {
  if (!stepUp) return false;
  const asked = 'operation' in question ? question.operation : `field:${question.field}`;
  if ('action' in question && question.action === 'read') return false;
  const { signInAge } = question.moment;
  return stepUp.for.includes(asked) && (signInAge === null || signInAge > stepUp.maxAge);
}
