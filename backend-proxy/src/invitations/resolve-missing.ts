/** Finds out what became of an invitation that Auth0 no longer lists. */
import type { CallContext, Management } from '../management/index.js';
import { ProblemError } from '../http/problem-error.js';
import type { InvitationEnd, InvitationRecord } from '../storage/storage.js';
import { isExpired } from './view.js';

/** `unresolved`: it no longer exists, but what would show why can't be read right now. */
export type Finding = InvitationEnd | 'still-there' | 'unresolved' | 'unknown';

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
  return accepted === undefined ? 'unresolved' : toEnd(record, accepted);
}

/**
 * Auth0 deletes an invitation as soon as anyone uses it, even an account with another address, which isn't let in:
 * https://support.auth0.com/center/s/article/auth0-organization-invitation-disappears-without-being-accepted
 * So an invitation that is gone before it expires, while no one with its address is a member, was used by someone else,
 * accepted by someone who has left, or revoked outside the proxy. Nothing shows which, so none of them is claimed.
 */
function toEnd({ expiresAt, end }: InvitationRecord, accepted: boolean): InvitationEnd {
  const at = new Date().toISOString();
  if (accepted) return { state: 'accepted', at };
  if (end) return end;
  if (isExpired({ expiresAt })) return { state: 'expired', at: expiresAt ?? at };
  return { state: 'gone', at };
}

async function isMember(
  { usersByEmail, users }: Management,
  { organizationId, email }: InvitationRecord,
  call: CallContext,
): Promise<boolean> {
  // Auth0 stores addresses of its own databases in lower case, and those of other providers unchanged.
  for (const spelling of new Set([email, email.toLowerCase()])) {
    for (const userId of await usersByEmail.holders(spelling, call)) {
      if (await users.membership(userId, organizationId, call)) return true;
    }
  }
  // In whatever spelling: the search ignores capitals, but lags.
  return (await usersByEmail.ofMembers(organizationId, [email], call)).size > 0;
}

/** A failure here must not fail the list. */
function unlessProblem(reason: unknown): undefined {
  if (!(reason instanceof ProblemError)) throw reason;
}
