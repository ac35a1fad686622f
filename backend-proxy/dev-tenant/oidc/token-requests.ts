import { z } from 'zod';
import { OAuthError } from '../errors.js';
import type { TenantState } from '../state.js';
import type { Grant } from './grants.js';
import { challengeOf } from './pkce.js';
import { boundKey, invalidProof, provenKey } from './dpop.js';
import { notAMember } from './login.js';
import { accessTokenClaims, accessTokenLifetime, grantedScope, idTokenClaims } from './tokens.js';
import { splitScope } from './split-scope.js';

/** Supported parameters of `POST /oauth/token`; SDKs can send more. */
export const tokenParameters = z.object({
  grant_type: z.string(),
  client_id: z.string(),
  client_secret: z.string().optional(),
  code: z.string().default(''),
  code_verifier: z.string().default(''),
  redirect_uri: z.string().optional(),
  refresh_token: z.string().default(''),
  audience: z.string().optional(),
  scope: z.string().optional(),
});
type TokenParameters = z.infer<typeof tokenParameters>;

/** Answers a token request of any of the three grant types. `proof` is the DPoP header, `issuer` that of the domain asked. */
export async function tokenResponse(
  tenant: TenantState,
  parameters: TokenParameters,
  proof: string | undefined,
  issuer: string,
) {
  const { client_id, grant_type } = parameters;
  const grantTypes = clientGrantTypes(tenant, parameters);
  if (!knownGrantTypes.includes(grant_type)) {
    throw new OAuthError(403, 'unsupported_grant_type', `Unsupported grant type: ${grant_type}`);
  }
  if (!grantTypes.includes(grant_type)) {
    const description = `Grant type '${grant_type}' not allowed for the client.`;
    throw new OAuthError(403, 'unauthorized_client', description);
  }
  // The Management API accepts bearer tokens, so a proof has no effect.
  if (grant_type === 'client_credentials') return machineTokens(tenant, parameters, issuer);
  // Check before redeeming anything: a client that has to retry with a nonce sends the same code.
  const jkt = proof === undefined ? undefined : await provenKey(tenant, proof);
  if (jkt === undefined && tenant.clients.get(client_id)?.require_proof_of_possession) {
    throw invalidProof('The application gets sender-constrained tokens only');
  }
  if (grant_type === 'refresh_token')
    return refreshedTokens(tenant, parameters.refresh_token, client_id, { jkt, issuer });
  return codeTokens(tenant, parameters, { jkt, issuer });
}

interface Circumstances {
  /** Thumbprint of the proven key. */
  readonly jkt: string | undefined;
  readonly issuer: string;
}

const knownGrantTypes = ['authorization_code', 'refresh_token', 'client_credentials'];

/** Checks the client's credentials and returns its allowed grant types. */
function clientGrantTypes(
  { clients }: TenantState,
  { client_id, client_secret }: TokenParameters,
): readonly string[] {
  const client = clients.get(client_id);
  const isPublic = client?.token_endpoint_auth_method === 'none';
  if (!client || (!isPublic && client.client_secret !== client_secret)) {
    throw new OAuthError(401, 'access_denied', 'Unauthorized');
  }
  return client.grant_types;
}

async function codeTokens(
  tenant: TenantState,
  { code, code_verifier, redirect_uri, client_id }: TokenParameters,
  { jkt, issuer }: Circumstances,
) {
  const redeemed = tenant.grants.redeemCode(code);
  if (!redeemed || redeemed.grant.clientId !== client_id) {
    throw new OAuthError(403, 'invalid_grant', 'Invalid authorization code');
  }
  if (redeemed.redirectUri !== redirect_uri) {
    throw new OAuthError(403, 'invalid_grant', 'The redirect URI is wrong.');
  }
  if ((await challengeOf(code_verifier)) !== redeemed.challenge) {
    throw new OAuthError(403, 'invalid_grant', 'Failed to verify code verifier');
  }
  if (redeemed.grant.jkt !== undefined && redeemed.grant.jkt !== jkt) {
    throw invalidProof('The code was asked for with another key');
  }
  return userTokens(tenant, redeemed.grant, redeemed.family, { jkt, issuer });
}

/** Refreshes tokens. Blocked, deleted, or removed users get none. */
function refreshedTokens(
  tenant: TenantState,
  token: string,
  clientId: string,
  { jkt, issuer }: Circumstances,
) {
  const bound = tenant.grants.boundKey(token);
  // The token stays valid: a wrong key isn't reuse, and must not affect the owner of the right one.
  if (bound !== undefined && bound !== jkt) throw invalidProof('The refresh token is bound to another key');
  const redeemed = tenant.grants.redeemRefreshToken(token, clientId);
  const user = tenant.directory.users.get(redeemed?.grant.userId ?? '');
  if (!redeemed || !user) {
    // auth0-spa-js checks for this message before it falls back to silent authentication.
    throw new OAuthError(403, 'invalid_grant', 'Unknown or invalid refresh token.');
  }
  if (user.blocked) throw new OAuthError(403, 'invalid_grant', 'user is blocked');
  const { organizationId } = redeemed.grant;
  // Auth0 documents neither behavior. A proxy must not rely on it: issued access tokens stay valid.
  if (organizationId !== undefined && !tenant.directory.membership(organizationId, user.user_id)) {
    throw new OAuthError(403, 'invalid_grant', notAMember(user, organizationId));
  }
  return userTokens(tenant, redeemed.grant, redeemed.family, { jkt, issuer });
}

async function userTokens(
  tenant: TenantState,
  granted: Grant,
  family: string,
  { jkt, issuer }: Circumstances,
) {
  const grant = { ...granted, jkt: boundKey(tenant, granted.audience, jkt) };
  const scope = grantedScope(tenant, grant);
  const scopes = splitScope(scope);
  const refreshes = tenant.clients.get(grant.clientId)?.grant_types.includes('refresh_token') ?? false;
  return {
    access_token: await accessToken(tenant, grant, issuer),
    ...(scopes.includes('offline_access') &&
      refreshes && {
        refresh_token: tenant.grants.issueRefreshToken(grant, family),
      }),
    ...(scopes.includes('openid') && {
      id_token: await tenant.keys.sign({}, { ...idTokenClaims(tenant, grant), iss: issuer }),
    }),
    scope,
    expires_in: accessTokenLifetime(tenant, grant),
    token_type: grant.jkt === undefined ? 'Bearer' : 'DPoP',
  };
}

/** A token without an audience is opaque, because no API reads it. */
function accessToken(tenant: TenantState, grant: Grant, iss: string): Promise<string> {
  const claims = { ...accessTokenClaims(tenant, grant), iss };
  return grant.audience === undefined ? tenant.opaqueTokens.seal(claims) : tenant.keys.sign({}, claims);
}

const machineTokenLifetime = 86_400;

/** Client credentials: a token for an API that a grant names, such as the Management API: https://auth0.com/docs/secure/tokens/access-tokens/management-api-access-tokens */
async function machineTokens(
  tenant: TenantState,
  { client_id, audience, scope }: TokenParameters,
  iss: string,
) {
  if (audience === undefined || !tenant.applications.apis.has(audience)) {
    throw new OAuthError(403, 'access_denied', `Service not enabled within domain: ${audience ?? ''}`);
  }
  const granted = tenant.applications.grantOf(client_id, audience)?.scope;
  if (!granted) {
    const message = `Client is not authorized to access "${audience}". You need to create a "client-grant" associated to this API.`;
    throw new OAuthError(403, 'access_denied', message);
  }
  const requested =
    scope === undefined ? granted : splitScope(scope).filter((each) => granted.includes(each));
  const iat = tenant.clock.seconds();
  const claims = {
    iss,
    sub: `${client_id}@clients`,
    aud: audience,
    iat,
    exp: iat + machineTokenLifetime,
    scope: requested.join(' '),
    gty: 'client-credentials',
    azp: client_id,
  };
  return {
    access_token: await tenant.keys.sign({}, claims),
    scope: claims.scope,
    expires_in: machineTokenLifetime,
    token_type: 'Bearer',
  };
}
