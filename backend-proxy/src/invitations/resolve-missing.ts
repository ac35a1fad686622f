/** What became of an invitation that Auth0 does not list any more. */
import type { CallContext, Management } from '../management/index.js';
import { ProblemError } from '../http/problem-error.js';
import type { InvitationEnd, InvitationRecord } from '../storage/storage.js';
import { isExpired } from './view.js';

/** `gone`: it is, and what became of it cannot be found out at this moment. */
export type Finding = InvitationEnd | 'still-there' | 'gone' | 'unknown';

export async function findEnd(
  management: Management,
  record: InvitationRecord,
  call: CallContext,
): Promise<Finding> {
  const { invitations } = management;
  const left = await invitations.read(record.organizationId, record.id, call).catch(unlessProblem);
  if (left === undefined) return 'unknown';
  if (left) return 'still-there';
  const accepted = await isMember(management, record, call).catch(unlessProblem);
  return accepted === undefined ? 'gone' : toEnd(record, accepted);
}

/**
 * Auth0 takes an invitation away as soon as anybody uses it, also an account with another address, which is not let in:
 * https://support.auth0.com/center/s/article/auth0-organization-invitation-disappears-without-being-accepted
 * So one that is gone before its time although nobody with its address is a member has been used up by somebody else,
 * or was taken back past the proxy. Auth0 does not say which.
 */
function toEnd({ expiresAt }: InvitationRecord, accepted: boolean): InvitationEnd {
  const at = new Date().toISOString();
  if (accepted) return { state: 'accepted', at };
  if (isExpired({ expiresAt })) return { state: 'expired', at: expiresAt ?? at };
  return { state: 'consumed-by-another', at };
}

async function isMember(
  { addresses, users }: Management,
  { organizationId, email }: InvitationRecord,
  call: CallContext,
): Promise<boolean> {
  // Auth0 keeps the addresses of its own stores in lower case, those of others as they come.
  for (const spelling of new Set([email, email.toLowerCase()])) {
    for (const userId of await addresses.holders(spelling, call)) {
      if (await users.membership(userId, organizationId, call)) return true;
    }
  }
  return false;
}

/** An explanation is a courtesy: its failure does not fail the list. */
function unlessProblem(reason: unknown): undefined {
  if (!(reason instanceof ProblemError)) throw reason;
}
