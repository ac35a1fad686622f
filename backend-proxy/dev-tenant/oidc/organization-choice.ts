import type { Organization } from '../directory.js';
import { OAuthError } from '../errors.js';
import type { TenantState } from '../state.js';
import type { User } from '../users/user.js';
import type { AuthorizationRequest } from './authorization-request.js';

/** The organization to sign in to, or the ones to choose from. */
export type OrganizationChoice =
  | { readonly organizationId: string | undefined }
  | { readonly among: readonly Organization[]; readonly withoutOne: boolean };

/** Maximum in the picker: https://auth0.com/docs/manage-users/organizations/login-flows-for-organizations */
const maxListed = 20;

/** Returns whether an app asks for the organization before the sign-in. */
export function asksBefore({ client, organizationId }: AuthorizationRequest): boolean {
  const { organization_usage, organization_require_behavior } = client;
  return (
    organizationId === undefined &&
    organization_usage === 'require' &&
    organization_require_behavior === 'pre_login_prompt'
  );
}

/**
 * Determines the organization of a signed-in user. Skipping the picker for users with one organization is an
 * assumption: Auth0 doesn't document it.
 * @throws `invalid_request` if the app requires an organization and the user has none
 */
export function organizationChoice(
  state: TenantState,
  user: Readonly<User>,
  { client, organizationId, personal }: AuthorizationRequest,
): OrganizationChoice {
  const { organization_usage, organization_require_behavior } = client;
  const asks = organization_usage !== 'deny' && organization_require_behavior === 'post_login_prompt';
  if (organizationId !== undefined || personal || !asks) return { organizationId };
  joinOnlyOne(state, user);
  const own = organizationsOf(state, user);
  const [only, second] = own;
  if (organization_usage === 'allow') {
    return only ? { among: own.slice(0, maxListed), withoutOne: true } : { organizationId: undefined };
  }
  if (!only) {
    const message = 'client requires organization membership, but user does not belong to any organization';
    throw new OAuthError(400, 'invalid_request', message);
  }
  return second ? { among: own.slice(0, maxListed), withoutOne: false } : { organizationId: only.id };
}

/** Membership at login without a named organization: only if exactly one offers it through this connection. */
function joinOnlyOne({ directory }: TenantState, user: Readonly<User>): void {
  const connection = directory.connectionOf(user);
  const [only, second] = directory.enabledConnections.filter(
    (row) => row.connection_id === connection?.id && row.assign_membership_on_login,
  );
  if (only && !second) directory.addMember(only.organization_id, user.user_id);
}

/** Organizations the user can sign in to with their current connection. */
function organizationsOf({ directory }: TenantState, user: Readonly<User>): Organization[] {
  const connection = user.identities[0]?.connection ?? '';
  return directory
    .organizationsOf(user.user_id)
    .filter(({ id }) => directory.enabledConnection(id, connection));
}
