import { Hono } from 'hono';
import type { TenantEnv } from '../env.js';
import type { TenantState } from '../state.js';

/**
 * OpenID Connect Discovery: https://openid.net/specs/openid-connect-discovery-1_0.html. Lists what this tenant
 * supports.
 */
export function wellKnownRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  const supportsBackChannelLogout = tenant.plan === 'enterprise';

  app.get('/.well-known/openid-configuration', async (c) => {
    const url = tenant.originOf(c.req.url);
    return c.json({
      issuer: `${url}/`,
      authorization_endpoint: `${url}/authorize`,
      token_endpoint: `${url}/oauth/token`,
      userinfo_endpoint: `${url}/userinfo`,
      jwks_uri: `${url}/.well-known/jwks.json`,
      revocation_endpoint: `${url}/oauth/revoke`,
      end_session_endpoint: `${url}/oidc/logout`,
      response_types_supported: ['code'],
      response_modes_supported: ['query', 'web_message'],
      grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['none', 'client_secret_post', 'client_secret_basic'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      claims_supported,
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: await tenant.keys.algorithms(),
      dpop_signing_alg_values_supported: ['ES256'],
      request_parameter_supported: false,
      request_uri_parameter_supported: false,
      ...(supportsBackChannelLogout && {
        backchannel_logout_supported: true,
        backchannel_logout_session_supported: true,
      }),
    });
  });

  app.get('/.well-known/jwks.json', async (c) => c.json(await tenant.keys.jwks()));

  return app;
}

const claims_supported = [
  'aud',
  'auth_time',
  'email',
  'email_verified',
  'exp',
  'family_name',
  'given_name',
  'iat',
  'iss',
  'name',
  'nickname',
  'nonce',
  'org_id',
  'org_name',
  'picture',
  'sid',
  'sub',
  'updated_at',
];
