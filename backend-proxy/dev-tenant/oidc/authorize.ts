import type { TenantState } from '../state.js';
import { OAuthError } from '../errors.js';
import { enterOrganization } from './login.js';
import type { AuthorizationRequest } from './authorization-request.js';
import type { Device, Session } from './sessions.js';

/** Returns a session that can answer the request without a new sign-in. */
export function usableSession(
  state: TenantState,
  sessionId: string | undefined,
  { prompt, maxAge, invitation, connection }: AuthorizationRequest,
): Session | undefined {
  const session = state.sessions.get(sessionId);
  const user = state.directory.users.get(session?.userId ?? '');
  // A block invalidates the session: https://auth0.com/docs/manage-users/user-accounts/block-and-unblock-users
  if (!session || !user || user.blocked || prompt.includes('login')) return undefined;
  // The signed-in user may not be the invited one: only a sign-in can tell.
  if (invitation) return undefined;
  // Assumption: Auth0 doesn't document what happens to a session of another connection.
  if (connection !== undefined && user.identities[0]?.connection !== connection) return undefined;
  const age = state.clock.seconds() - session.authTime;
  // max_age=0 always requires a sign-in: https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest
  const isRecent = maxAge === undefined || (maxAge > 0 && age <= maxAge);
  return isRecent ? session : undefined;
}

/**
 * Issues a code for a signed-in user.
 * @throws OAuthError if they aren't a member of the organization
 */
export function grantCode(
  state: TenantState,
  session: Session,
  request: AuthorizationRequest,
  device: Device,
): string {
  const user = state.directory.users.get(session.userId);
  if (!user) throw new OAuthError(400, 'login_required', 'Login required');
  enterOrganization(state, user, request.organizationId);
  state.sessions.use(session.id, request.client.client_id, device);
  const grant = {
    clientId: request.client.client_id,
    userId: session.userId,
    organizationId: request.organizationId,
    audience: request.audience,
    scope: request.scope,
    nonce: request.nonce,
    sessionId: session.id,
    authTime: session.authTime,
    jkt: request.dpopKey,
  };
  return state.grants.issueCode(grant, request.redirectUri, request.challenge);
}
