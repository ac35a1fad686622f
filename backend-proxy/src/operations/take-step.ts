/** Runs the steps of operations. A step without effect, because it was done before, isn't a failure. */
import type { ReceiptStep } from '../../../src/contract/index.js';
import { revokeInvitation } from '../invitations/revoke.js';
import type { Change } from '../audit/record.js';
import type { CallContext } from '../management/index.js';
import { eraseAccount } from '../accounts/erase-account.js';
import type { Subject } from '../access/subject.js';
import { ProblemError } from '../http/problem-error.js';
import { invitationsTo, mayRevokeInvitations } from './invitations.js';
import type { Services } from '../services.js';
import type { ReceiptBuilder } from './receipt-builder.js';

/** Dependencies of a step. */
export interface StepContext extends Services {
  readonly subject: Subject;
  readonly call: CallContext;
  readonly record: (change: Change) => Promise<void>;
  readonly receipt: ReceiptBuilder;
}

type TakeStep = (work: StepContext) => Promise<void>;

export const takeStep: Readonly<Record<ReceiptStep, TakeStep>> = {
  'block-account': (work) => work.receipt.attempt('block-account', () => setBlocked(work, true)),
  'unblock-account': (work) => work.receipt.attempt('unblock-account', () => setBlocked(work, false)),
  'end-sessions': endSessions,
  'revoke-refresh-tokens': revokeRefreshTokens,
  'clear-lockout': ({ management, subject, call, receipt }) =>
    receipt.attempt('clear-lockout', async () => {
      await management.lockouts.clear(subject.person.user.userId, call);
      return 'done';
    }),
  'remove-authenticator': removeAuthenticators,
  'forget-trusted-browsers': ({ management, subject, call, receipt }) =>
    receipt.attempt('forget-trusted-browsers', async () => {
      await management.authenticators.forgetBrowsers(subject.person.user.userId, call);
      return 'done';
    }),
  'remove-membership': ({ management, storage, subject, call, receipt }) =>
    receipt.attempt('remove-membership', async () => {
      const { user, organization } = subject.person;
      // If they are invited again with a lesser role, their old token must not bring back the old permissions. Noted
      // first, because the process can die and an outcome can stay unknown.
      await storage.demotions.note(organization.id, user.userId);
      await management.members.remove(organization.id, user.userId, call);
      await storage.recent.noteMembership(organization.id, user.userId, {
        removedAt: Date.now(),
        roles: null,
      });
      return 'done';
    }),
  'delete-account': (work) =>
    work.receipt.attempt('delete-account', async () => {
      const { user, organization } = work.subject.person;
      await eraseAccount(work, { userId: user.userId, organizationId: organization.id }, work.call);
      return 'done';
    }),
  'delete-linked-identities': noteLinkedIdentities,
  'revoke-invitations': revokeInvitations,
};

/**
 * Auth0 has deleted them with the account.
 * https://auth0.com/docs/manage-users/user-accounts/user-account-linking
 */
function noteLinkedIdentities({ subject, receipt }: StepContext): Promise<void> {
  if (subject.person.user.linkedConnections.length > 0) receipt.done.push('delete-linked-identities');
  return Promise.resolve();
}

async function setBlocked(
  { management, storage, subject, call }: StepContext,
  blocked: boolean,
): Promise<'done' | 'already'> {
  const { user } = subject.person;
  if (user.blocked === blocked) return 'already';
  await management.users.setBlocked(user.userId, blocked, call);
  await storage.recent.noteUser(user.userId, { blocked });
  return 'done';
}

/** Ends sessions and refresh tokens in one call, on plans with the sessions API. */
async function endSessions({ management, subject, call, receipt }: StepContext): Promise<void> {
  try {
    await management.sessions.revokeAll(subject.person.user.userId, call);
    receipt.done.push('end-sessions', 'revoke-refresh-tokens');
  } catch (reason) {
    receipt.fail('end-sessions', reason);
    const missing = reason instanceof ProblemError && reason.code === 'feature_unavailable';
    if (!missing) receipt.fail('revoke-refresh-tokens', reason);
  }
}

/** Without the sessions API, refresh tokens can still be revoked one by one. */
async function revokeRefreshTokens({ management, subject, call, receipt }: StepContext): Promise<void> {
  if (receipt.has('revoke-refresh-tokens')) return;
  await receipt.attempt('revoke-refresh-tokens', async () => {
    const revoked = await management.refreshTokens.revokeAll(subject.person.user.userId, call);
    return revoked > 0 ? 'done' : 'already';
  });
}

/** Removes authenticators one by one, because Auth0 refuses to delete all of them if one is a passkey. */
async function removeAuthenticators({ management, subject, call, receipt }: StepContext): Promise<void> {
  const { userId } = subject.person.user;
  const found = await management.authenticators.list(userId, call);
  if (found.length === 0) receipt.already.push('remove-authenticator');
  for (const { id } of found) {
    await receipt.attempt('remove-authenticator', async () => {
      await management.authenticators.delete(userId, id, call);
      return 'done';
    });
  }
}

async function revokeInvitations(work: StepContext): Promise<void> {
  const { settings, pending, subject, call, record, receipt } = work;
  if (!mayRevokeInvitations(settings.policy, subject)) return;
  try {
    const organizationId = subject.person.organization.id;
    for (const invitation of await invitationsTo(pending, subject.person, call)) {
      await receipt.attempt('revoke-invitations', async () => {
        await revokeInvitation(work, organizationId, invitation, call);
        await record({
          targetUserId: null,
          action: 'invitation.revoke',
          invitationId: invitation.id,
          email: invitation.email,
        });
        return 'done';
      });
    }
  } catch (reason) {
    receipt.fail('revoke-invitations', reason);
  }
}
