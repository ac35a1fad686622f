import type { Organization } from '../directory.js';
import { OAuthError } from '../errors.js';
import type { TenantState } from '../state.js';
import type { User } from '../users/user.js';
import type { AuthorizationRequest } from './authorization-request.js';

/** Which organization somebody signs in to, or those to choose from. */
export type OrganizationChoice =
  | { readonly organizationId: string | undefined }
  | { readonly among: readonly Organization[]; readonly withoutOne: boolean };

/** The picker shows the first ones: https://auth0.com/docs/manage-users/organizations/login-flows-for-organizations */
const maxListed = 20;

/** Whether an app that named no organization has the person name one first. */
export function asksBefore({ client, organizationId }: AuthorizationRequest): boolean {
  const { organization_usage, organization_require_behavior } = client;
  return (
    organizationId === undefined &&
    organization_usage === 'require' &&
    organization_require_behavior === 'pre_login_prompt'
  );
}

/**
 * Where a person who is signed in goes on. That somebody with one organization is not asked is in no document, and taken
 * to be so.
 * @throws `invalid_request` for somebody who belongs to none, where the app requires one
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

/** Membership at login without an organization named: where one and only one would give it through this connection. */
function joinOnlyOne({ directory }: TenantState, user: Readonly<User>): void {
  const connection = directory.connectionOf(user);
  const [only, second] = directory.enabledConnections.filter(
    (row) => row.connection_id === connection?.id && row.assign_membership_on_login,
  );
  if (only && !second) directory.addMember(only.organization_id, user.user_id);
}

/** Those somebody can sign in to by the connection they came through. */
function organizationsOf({ directory }: TenantState, user: Readonly<User>): Organization[] {
  const connection = user.identities[0]?.connection ?? '';
  return directory
    .organizationsOf(user.user_id)
    .filter(({ id }) => directory.enabledConnection(id, connection));
}
