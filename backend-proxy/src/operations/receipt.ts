/** What a receipt says beside the steps: what it never reaches, and what the person is in afterwards. */
import type { MemberReceipt, MemberStatus } from '../../../src/contract/index.js';
import { statusOf } from '../members/membership.js';
import type { Subject } from '../access/subject.js';
import type { MemberOperation } from './steps.js';

type Beyond = MemberReceipt['notCovered'];

/** An access token lives until it expires, and a product keeps sessions of its own. */
const elsewhere: Beyond = ['issued-access-tokens', 'application-sessions'];

export function beyondOf(operation: MemberOperation, { person }: Subject): Beyond {
  switch (operation) {
    case 'membership.remove':
      return person.otherOrganizations > 0 ? [...elsewhere, 'other-organizations'] : elsewhere;
    case 'member.block':
    case 'member.revoke-access':
    case 'user.delete':
      return elsewhere;
    case 'member.unblock':
    case 'member.clear-lockout':
    case 'member.mfa-reset':
      return [];
  }
}

/** Of somebody who is gone there is nothing to say. */
export function statusAfter(
  operation: MemberOperation,
  { person, situation }: Subject,
): readonly MemberStatus[] {
  if (operation === 'membership.remove' || operation === 'user.delete') return [];
  const changed =
    operation === 'member.block' ? true : operation === 'member.unblock' ? false : person.user.blocked;
  return statusOf({ ...person, user: { ...person.user, blocked: changed } }, situation);
}
