import type { Client } from '../clients.js';
import { OAuthError } from '../errors.js';
import type { Invitation } from '../invitations.js';
import type { TenantState } from '../state.js';

// Resolves what a request to `/authorize` refers to: it must exist, and the application must be allowed to use it.
// Each function throws the error to send to the application.

export function knownAudience(
  { applications }: TenantState,
  audience: string | undefined,
): string | undefined {
  if (audience === undefined || applications.apis.get(audience)?.is_system === false) return audience;
  throw new OAuthError(400, 'access_denied', `Service not found: ${audience}`);
}

/** Resolves an organization by ID or, if the tenant's settings allow it, by name. */
export function namedOrganization(
  { directory, seed }: TenantState,
  organization: string | undefined,
): string | undefined {
  if (organization === undefined || organization === '') return undefined;
  if (!seed.settings.organization_names && !organization.startsWith('org_')) {
    const message = 'authorization request parameter organization must be an organization id';
    throw new OAuthError(400, 'invalid_request', message);
  }
  const found = directory.organization(organization) ?? directory.organizationNamed(organization);
  if (!found) throw new OAuthError(400, 'invalid_request', 'parameter organization is invalid');
  return found.id;
}

/** https://auth0.com/docs/manage-users/organizations/configure-organizations/define-organization-behavior */
export function checkUsage(
  { organization_usage, organization_require_behavior }: Client,
  organizationId: string | undefined,
): void {
  const isGiven = organizationId !== undefined;
  const isMissing =
    !isGiven && organization_usage === 'require' && organization_require_behavior === 'no_prompt';
  if (organization_usage === 'deny' && isGiven) {
    throw new OAuthError(400, 'invalid_request', 'parameter organization is not allowed for this client');
  }
  if (isMissing) {
    throw new OAuthError(400, 'invalid_request', 'parameter organization is required for this client');
  }
}

/** Auth0 doesn't document the message for a connection that the organization hasn't enabled. */
export function knownConnection(
  { directory }: TenantState,
  name: string | undefined,
  organizationId: string | undefined,
): string | undefined {
  if (name === undefined) return undefined;
  const isKnown =
    organizationId === undefined
      ? directory.connectionNamed(name)
      : directory.enabledConnection(organizationId, name);
  if (isKnown) return name;
  throw new OAuthError(400, 'invalid_request', 'the connection was not found');
}

/** Undocumented message, taken from applications that check for it. */
export function namedInvitation(
  { invitations }: TenantState,
  organizationId: string | undefined,
  ticket: string | undefined,
): Invitation | undefined {
  if (ticket === undefined) return undefined;
  const found = organizationId === undefined ? undefined : invitations.byTicket(organizationId, ticket);
  if (!found) throw new OAuthError(400, 'invalid_request', 'invitation not found or already used');
  return found;
}
