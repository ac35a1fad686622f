import { spaClient, productAudience } from '../clients.js';
import type { Api } from '../apis.js';
import { permissionsOf } from '../role.js';
import type { TenantState } from '../state.js';
import type { User } from '../users/user.js';
import type { Grant } from './grants.js';
import { splitScope } from './split-scope.js';

type Claims = Record<string, unknown>;

const oidcScopes = ['openid', 'profile', 'email', 'offline_access'];
const idTokenLifetime = 36_000;

/**
 * Granted = requested ∩ (OIDC scopes + the user's permissions). An API without RBAC grants each of its scopes:
 * https://auth0.com/docs/get-started/apis/enable-role-based-access-control-for-apis
 */
export function grantedScope(state: TenantState, grant: Grant): string {
  const api = apiOf(state, grant);
  const byRbac = api?.enforce_policies ? permissions(state, grant, api) : [];
  const granted = api?.enforce_policies === false ? api.scopes.map(({ value }) => value) : byRbac;
  const oidc = api?.allow_offline_access === false ? oidcScopes.filter(isOnline) : oidcScopes;
  const allowed = new Set([...oidc, ...granted]);
  return splitScope(grant.scope)
    .filter((scope) => allowed.has(scope))
    .join(' ');
}

const isOnline = (scope: string) => scope !== 'offline_access';

const apiOf = ({ applications }: TenantState, { audience }: Grant): Api | undefined =>
  applications.apis.get(audience ?? '');

/**
 * With an organization, `permissions` contains only permissions from roles assigned in that organization:
 * https://auth0.com/docs/manage-users/organizations/using-tokens
 */
function permissions(state: TenantState, { organizationId, userId }: Grant, { identifier }: Api): string[] {
  const { directory } = state;
  if (organizationId === undefined) return tenantPermissions(state, userId, identifier);
  const membership = directory.membership(organizationId, userId);
  return permissionsOf(membership ? directory.effectiveRolesOf(membership) : [], identifier);
}

/** Permissions outside organizations. */
function tenantPermissions({ directory }: TenantState, userId: string, api: string): string[] {
  const { roles, tenantRoles } = directory;
  const held = tenantRoles.rolesOf(userId);
  const direct = tenantRoles
    .permissionsOf(userId)
    .filter(({ resource_server_identifier }) => resource_server_identifier === api)
    .map(({ permission_name }) => permission_name);
  const byRole = permissionsOf(
    roles.filter(({ id }) => held.includes(id)),
    api,
  );
  return [...new Set([...direct, ...byRole])];
}

/** Without `auth_time`, email, or connection: Auth0 adds these to access tokens only through an Action. */
export function accessTokenClaims(state: TenantState, grant: Grant): Claims {
  const scope = grantedScope(state, grant);
  const api = apiOf(state, grant);
  return {
    iss: state.issuer,
    sub: grant.userId,
    aud: audiences(state, grant.audience, scope),
    ...lifetime(state, accessTokenLifetime(state, grant)),
    scope,
    azp: grant.clientId,
    ...organizationClaims(state, grant.organizationId),
    ...(listsPermissions(api) && { permissions: permissions(state, grant, api) }),
    ...(grant.jkt !== undefined && { cnf: { jkt: grant.jkt } }),
    ...claimsOfAction(state, grant),
  };
}

/** In seconds. */
export function accessTokenLifetime(state: TenantState, grant: Grant): number {
  return apiOf(state, grant)?.token_lifetime ?? state.seed.settings.access_token_lifetime;
}

/** "Add Permissions in the Access Token", which has no effect without RBAC. */
function listsPermissions(api: Api | undefined): api is Api {
  return api?.enforce_policies === true && api.token_dialect.endsWith('_authz');
}

/** The name is included only if the tenant accepts it in place of the ID. */
function organizationClaims({ directory, seed }: TenantState, id: string | undefined): Claims {
  if (id === undefined) return {};
  const name = seed.settings.organization_names ? directory.organization(id)?.name : undefined;
  return { org_id: id, ...(name !== undefined && { org_name: name }) };
}

/** Claims added by the seed's post-login Action and by deployed ones. Tokens created without a sign-in have none. */
function claimsOfAction({ seed, actions }: TenantState, { authTime, sessionId }: Grant): Claims {
  if (sessionId === noSession) return {};
  const { auth_time, session_id } = seed.settings.action ?? {};
  const values = { auth_time: authTime, session_id: sessionId };
  const added = Object.entries(actions.claims()).map(([claim, fact]) => [claim, values[fact]] as const);
  return {
    ...(auth_time !== undefined && { [auth_time]: authTime }),
    ...(session_id !== undefined && { [session_id]: sessionId }),
    ...Object.fromEntries(added),
  };
}

/** With `openid`, the token is also valid at /userinfo. Without, `aud` is a string, not an array. */
function audiences(state: TenantState, audience: string | undefined, scope: string) {
  const userinfo = `${state.url}/userinfo`;
  if (audience === undefined) return userinfo;
  return splitScope(scope).includes('openid') ? [audience, userinfo] : audience;
}

export function idTokenClaims(state: TenantState, grant: Grant): Claims {
  const user = state.directory.users.get(grant.userId);
  return {
    ...(user && profileClaims(user, grant.scope)),
    iss: state.issuer,
    sub: grant.userId,
    aud: grant.clientId,
    ...lifetime(state, idTokenLifetime),
    auth_time: grant.authTime,
    sid: grant.sessionId,
    ...(grant.nonce !== undefined && { nonce: grant.nonce }),
    ...organizationClaims(state, grant.organizationId),
  };
}

/** User claims released by the `profile` and `email` scopes. */
export function profileClaims(user: User, scope: string): Claims {
  const scopes = splitScope(scope);
  const { name, nickname, given_name, family_name, picture, updated_at, email, email_verified } = user;
  return {
    ...(scopes.includes('profile') && { name, nickname, given_name, family_name, picture, updated_at }),
    ...(scopes.includes('email') && { email, email_verified }),
  };
}

const noSession = 'issued-without-a-session';

/** A synthetic grant, for tokens that tests create directly. */
export function looseGrant(state: TenantState, userId: string, organizationId: string | undefined): Grant {
  return {
    clientId: spaClient.clientId,
    userId,
    organizationId,
    audience: productAudience,
    scope: 'openid profile email',
    nonce: undefined,
    sessionId: noSession,
    authTime: state.clock.seconds(),
    jkt: undefined,
  };
}

function lifetime(state: TenantState, seconds: number): { iat: number; exp: number } {
  const iat = state.clock.seconds();
  return { iat, exp: iat + seconds };
}
