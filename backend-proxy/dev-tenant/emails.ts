import type { Invitation } from './invitations.js';
import type { EmailOrganization } from './outbox.js';
import type { TenantState } from './state.js';

interface MailOptions {
  readonly organizationId?: string | undefined;
  /** Domain of the link. Default: the tenant's own. */
  readonly origin?: string | undefined;
}

/** Sends the verification email. */
export function sendVerification(
  state: TenantState,
  userId: string,
  to: string,
  { organizationId, origin = state.url }: MailOptions = {},
): void {
  const ticket = state.tickets.issue({ kind: 'verify_email', userId, email: to, organizationId });
  const organization = organizationOf(state, organizationId);
  state.outbox.send({
    kind: 'verify_email',
    to,
    user_id: userId,
    subject: organization ? `Verify your email for ${organization.display_name}` : 'Verify your email',
    organization,
    url: `${origin}/u/email-verification?ticket=${ticket}`,
    sent_at: state.clock.timestamp(),
  });
}

/** Sends the password reset email. */
export function sendPasswordReset(
  state: TenantState,
  userId: string,
  to: string,
  organizationId?: string,
): void {
  const ticket = state.tickets.issue({ kind: 'reset_password', userId, email: to, organizationId });
  const organization = organizationOf(state, organizationId);
  state.outbox.send({
    kind: 'reset_email',
    to,
    user_id: userId,
    subject: organization ? `Reset your ${organization.display_name} password` : 'Reset your password',
    organization,
    url: resetUrl(state.url, ticket),
    sent_at: state.clock.timestamp(),
  });
}

/** Sends the email that lifts a brute-force lockout. */
export function sendUnblock(state: TenantState, userId: string, to: string): void {
  const ticket = state.tickets.issue({ kind: 'unblock', userId, email: to });
  state.outbox.send({
    kind: 'blocked_account',
    to,
    user_id: userId,
    subject: 'Your account has been blocked',
    organization: undefined,
    url: `${state.url}/u/unblock?ticket=${ticket}`,
    sent_at: state.clock.timestamp(),
  });
}

/** Sends the invitation email. Its link opens the app's login route, which redirects to this tenant. */
export function sendInvitation(state: TenantState, invitation: Invitation, url: string): void {
  const organization = organizationOf(state, invitation.organization_id);
  state.outbox.send({
    kind: 'invitation',
    to: invitation.invitee.email,
    subject: `${invitation.inviter.name} invites you to ${organization?.display_name ?? ''}`,
    organization,
    url,
    sent_at: state.clock.timestamp(),
  });
}

export function resetUrl(origin: string, ticket: string): string {
  return `${origin}/u/reset-password?ticket=${ticket}`;
}

function organizationOf({ directory }: TenantState, id: string | undefined): EmailOrganization | undefined {
  const found = directory.organization(id ?? '');
  return found && { id: found.id, name: found.name, display_name: found.display_name };
}
