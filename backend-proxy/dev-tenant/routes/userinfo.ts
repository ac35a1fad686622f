import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { OAuthError } from '../errors.js';
import { checkNonce, checkProof } from '../oidc/dpop.js';
import { OpaqueTokens } from '../oidc/opaque-tokens.js';
import { profileClaims } from '../oidc/tokens.js';
import { accessTokenOf, verifyToken } from '../oidc/verify-token.js';
import type { TenantState } from '../state.js';
import type { Limit } from '../token-buckets.js';

/**
 * Ten at once, then five per minute, for each user:
 * https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy
 */
const limit: Limit = { burst: 10, perSecond: 5 / 60 };

const claimsShape = z.object({
  sub: z.string(),
  scope: z.string().default(''),
  cnf: z.object({ jkt: z.string() }).optional(),
});

/** `/userinfo`: https://auth0.com/docs/api/authentication/user-profile/get-user-info */
export function userinfoRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.on(['GET', 'POST'], '/userinfo', async (c) => {
    const { sub, scope } = await authenticate(c, tenant);
    const user = tenant.directory.users.get(sub);
    if (!user) throw unauthorized(c);
    if (!tenant.buckets.take(`userinfo of ${sub}`, limit) && tenant.rateLimits === 'enforced') {
      return c.json({ error: 'too_many_requests', error_description: 'Too Many Requests' }, 429);
    }
    return c.json({ sub: user.user_id, ...profileClaims(user, scope) });
  });

  return app;
}

async function authenticate(c: Context<TenantEnv>, tenant: TenantState) {
  const { scheme, token } = accessTokenOf(c.req.header('authorization')) ?? { scheme: 'bearer', token: '' };
  const claims = claimsShape.safeParse(await readToken(tenant, token).catch(() => undefined)).data;
  // A bound token isn't accepted as Bearer, and a bearer token proves nothing with DPoP.
  if (!claims || (claims.cnf !== undefined) !== (scheme === 'dpop')) throw unauthorized(c);
  if (claims.cnf) await checkBinding(c, tenant, token, claims.cnf.jkt);
  return claims;
}

function readToken(tenant: TenantState, token: string) {
  if (OpaqueTokens.isOne(token)) return tenant.opaqueTokens.open(token, new Date(tenant.clock.now()));
  return verifyToken(tenant, token, { audience: `${tenant.url}/userinfo` });
}

/**
 * Auth0's documentation sends a nonce but doesn't say that it's required, so only a wrong one is rejected. As in
 * Auth0, proofs can be reused here:
 * https://auth0.com/docs/secure/sender-constraining/demonstrating-proof-of-possession-dpop#important-considerations
 */
async function checkBinding(c: Context<TenantEnv>, tenant: TenantState, accessToken: string, jkt: string) {
  const request = { method: c.req.method, path: '/userinfo', accessToken };
  try {
    const proof = await checkProof(tenant, c.req.header('dpop') ?? '', request);
    if (proof.nonce !== undefined) checkNonce(tenant, proof.nonce);
    if (proof.jkt === jkt) return;
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    c.header('dpop-nonce', tenant.proofs.nonce());
    c.header('www-authenticate', `DPoP error="${error.error}", algs="ES256"`);
    throw new OAuthError(401, error.error, error.message);
  }
  throw unauthorized(c);
}

function unauthorized(c: Context<TenantEnv>): OAuthError {
  c.header('www-authenticate', 'Bearer error="invalid_token", DPoP error="invalid_token", algs="ES256"');
  return new OAuthError(401, 'invalid_token', 'Unauthorized');
}
