import { OAuthError } from '../errors.js';
import type { Invitation } from '../invitations.js';
import type { TenantState } from '../state.js';
import type { User } from '../users/user.js';

/**
 * Accepts an invitation after a sign-in. It is used up even if someone else signed in:
 * https://support.auth0.com/center/s/article/auth0-organization-invitation-disappears-without-being-accepted
 * @throws `access_denied` for an account other than the invited one
 */
export function acceptInvitation(state: TenantState, user: Readonly<User>, invitation: Invitation): void {
  const { directory, invitations, log } = state;
  invitations.remove(invitation.id);
  const connection = directory.connectionOf(user);
  const isInvitee = user.email?.toLowerCase() === invitation.invitee.email.toLowerCase();
  const isConnection = invitation.connection_id === undefined || invitation.connection_id === connection?.id;
  if (!isInvitee || !isConnection) {
    const description = 'the specified account is not allowed to accept the current invitation';
    log.write({ type: 'fi', description, user_id: user.user_id });
    throw new OAuthError(403, 'access_denied', description);
  }
  const { organization_id, roles, user_metadata, app_metadata } = invitation;
  directory.addMember(organization_id, user.user_id, roles);
  directory.changeUser(user.user_id, (changed) => {
    // Accepting proves ownership of the address.
    changed.email_verified = true;
    changed.user_metadata = { ...changed.user_metadata, ...user_metadata };
    changed.app_metadata = { ...changed.app_metadata, ...app_metadata };
  });
  log.write({ type: 'si', description: 'Successfully accepted a user invitation', user_id: user.user_id });
}
