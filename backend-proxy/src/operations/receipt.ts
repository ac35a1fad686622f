/** The parts of a receipt besides the steps: what the operation doesn't cover, and the member's status after it. */
import type { MemberReceipt, MemberStatus } from '../../../src/contract/index.js';
import { factsOf, hasTrait, type SteppedOperation } from '../../../src/policy/index.js';
import { statusOf } from '../members/membership.js';
import type { Subject } from '../access/subject.js';

export function notCoveredBy(operation: SteppedOperation, { person }: Subject): MemberReceipt['notCovered'] {
  return factsOf(operation).notCovered.filter(
    (what) => what !== 'other-organizations' || person.otherOrganizations > 0,
  );
}

/** Empty if the person is no longer a member. */
export function statusAfter(operation: SteppedOperation, { person }: Subject): readonly MemberStatus[] {
  if (hasTrait(operation, 'ends-membership')) return [];
  const { steps } = factsOf(operation);
  const blocked =
    steps.includes('block-account') || (person.user.blocked && !steps.includes('unblock-account'));
  return statusOf({ ...person, user: { ...person.user, blocked } });
}
