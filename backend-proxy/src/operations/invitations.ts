/** Invitations that would let somebody in again who has been taken out. */
import { decide, type Policy } from '../../../src/policy/index.js';
import type { PendingInvitations } from '../invitations/pending.js';
import type { CallContext, Invitation } from '../management/index.js';
import type { Subject } from '../access/subject.js';

/** Those to the person's address that can still be accepted. */
export async function invitationsTo(
  pending: PendingInvitations,
  { user, organization }: Subject['person'],
  call: CallContext,
): Promise<readonly Invitation[]> {
  const { email } = user.values;
  if (typeof email !== 'string') return [];
  return pending.to(organization.id, email, call);
}

/** Taking them back is an operation of its own, which not everybody may do who may remove somebody. */
export function mayRevokeInvitations(policy: Policy, { situation }: Subject): boolean {
  const { actors, target, moment } = situation;
  const question = { actors, target, moment, operation: 'invitation.revoke', lastAdmin: false } as const;
  return decide(policy, question).effect === 'allow';
}
