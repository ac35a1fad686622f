/** Invitations that would let a removed member back in. */
import { decide, type Policy } from '../../../src/policy/index.js';
import type { PendingInvitations } from '../invitations/pending.js';
import type { CallContext, Invitation } from '../management/index.js';
import type { Subject } from '../access/subject.js';

/** Returns the pending invitations to the person's address. */
export async function invitationsTo(
  pending: PendingInvitations,
  { user, organization }: Subject['person'],
  call: CallContext,
): Promise<readonly Invitation[]> {
  const { email } = user.values;
  if (typeof email !== 'string') return [];
  return pending.to(organization.id, email, call);
}

/** Whether the caller can revoke invitations. A caller who can remove members doesn't have to be allowed that. */
export function mayRevokeInvitations(policy: Policy, { situation }: Subject): boolean {
  const { actors, target, moment } = situation;
  const question = { actors, target, moment, operation: 'invitation.revoke', lastAdmin: false } as const;
  return decide(policy, question).effect === 'allow';
}
