/** How each step is taken. One that was taken before, or was never needed, is no failure. */
import type { ReceiptStep } from '../../../src/contract/index.js';
import { revokeInvitation } from '../invitations/revoke.js';
import type { Change } from '../audit/record.js';
import type { CallContext } from '../management/index.js';
import { erasureId, requestErasure } from '../accounts/erasure-webhook.js';
import type { Subject } from '../access/subject.js';
import { ProblemError } from '../http/problem-error.js';
import { invitationsTo, mayRevokeInvitations } from './invitations.js';
import type { Performer } from './performer.js';
import type { Tally } from './receipt-builder.js';

/** What a step works with. */
export interface Work extends Performer {
  readonly subject: Subject;
  readonly call: CallContext;
  readonly record: (change: Change) => Promise<void>;
  readonly tally: Tally;
}

type TakeStep = (work: Work) => Promise<void>;

export const takeStep: Readonly<Record<ReceiptStep, TakeStep>> = {
  'block-account': (work) => work.tally.attempt('block-account', () => setBlocked(work, true)),
  'unblock-account': (work) => work.tally.attempt('unblock-account', () => setBlocked(work, false)),
  'end-sessions': endSessions,
  'revoke-refresh-tokens': revokeRefreshTokens,
  'clear-lockout': ({ management, subject, call, tally }) =>
    tally.attempt('clear-lockout', async () => {
      await management.lockouts.clear(subject.person.user.userId, call);
      return 'done';
    }),
  'remove-authenticator': removeAuthenticators,
  'forget-trusted-browsers': ({ management, subject, call, tally }) =>
    tally.attempt('forget-trusted-browsers', async () => {
      await management.authenticators.forgetBrowsers(subject.person.user.userId, call);
      return 'done';
    }),
  'remove-membership': ({ management, storage, subject, call, tally }) =>
    tally.attempt('remove-membership', async () => {
      const { userId } = subject.person.user;
      await management.members.remove(subject.person.organization.id, userId, call);
      await storage.recent.noteMembership(subject.person.organization.id, userId, { removed: true });
      // Invited again with a lesser role, they must not come back with the old token.
      await storage.demotions.note(subject.person.organization.id, userId);
      return 'done';
    }),
  'delete-account': (work) => work.tally.attempt('delete-account', () => deleteAccount(work)),
  'revoke-invitations': revokeInvitations,
};

async function setBlocked(
  { management, storage, subject, call }: Work,
  blocked: boolean,
): Promise<'done' | 'already'> {
  const { user } = subject.person;
  if (user.blocked === blocked) return 'already';
  await management.users.setBlocked(user.userId, blocked, call);
  await storage.recent.noteUser(user.userId, { blocked });
  return 'done';
}

/** One call ends the sessions and the refresh tokens, on plans that have it. */
async function endSessions({ management, subject, call, tally }: Work): Promise<void> {
  try {
    await management.sessions.revokeAll(subject.person.user.userId, call);
    tally.done.push('end-sessions', 'revoke-refresh-tokens');
  } catch (reason) {
    tally.fail('end-sessions', reason);
    const missing = reason instanceof ProblemError && reason.code === 'feature_unavailable';
    if (!missing) tally.fail('revoke-refresh-tokens', reason);
  }
}

/** What is left on the other plans: sessions cannot be ended there, refresh tokens can be revoked one by one. */
async function revokeRefreshTokens({ management, subject, call, tally }: Work): Promise<void> {
  if (tally.has('revoke-refresh-tokens')) return;
  await tally.attempt('revoke-refresh-tokens', async () => {
    const revoked = await management.refreshTokens.revokeAll(subject.person.user.userId, call);
    return revoked > 0 ? 'done' : 'already';
  });
}

/** One by one: Auth0 refuses to delete all at once where a passkey is among them. */
async function removeAuthenticators({ management, subject, call, tally }: Work): Promise<void> {
  const { userId } = subject.person.user;
  const found = await management.authenticators.list(userId, call);
  if (found.length === 0) tally.already.push('remove-authenticator');
  for (const { id } of found) {
    await tally.attempt('remove-authenticator', async () => {
      await management.authenticators.delete(userId, id, call);
      return 'done';
    });
  }
}

/** The product hears of it first, as when people delete their own account. */
async function deleteAccount({ settings, management, storage, subject, call }: Work): Promise<'done'> {
  const { userId } = subject.person.user;
  const organizationId = subject.person.organization.id;
  if (settings.erasure) {
    const id = await erasureId(organizationId, userId);
    await requestErasure(settings, settings.erasure, { id, userId, organizationId }, call);
  }
  await management.users.delete(userId, call);
  await storage.recent.noteUser(userId, { deleted: true });
  return 'done';
}

async function revokeInvitations(work: Work): Promise<void> {
  const { settings, pending, subject, call, record, tally } = work;
  if (!mayRevokeInvitations(settings.policy, subject)) return;
  try {
    const organizationId = subject.person.organization.id;
    for (const invitation of await invitationsTo(pending, subject.person, call)) {
      await tally.attempt('revoke-invitations', async () => {
        await revokeInvitation(work, organizationId, invitation, call);
        await record({ targetUserId: null, action: 'invitation.revoke', invitationId: invitation.id });
        return 'done';
      });
    }
  } catch (reason) {
    tally.fail('revoke-invitations', reason);
  }
}
