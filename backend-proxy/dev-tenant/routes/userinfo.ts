import { Hono } from 'hono';
import type { TenantEnv } from '../env.js';
import { OAuthError } from '../errors.js';
import { profileClaims } from '../oidc/tokens.js';
import { bearerToken, verifyToken } from '../oidc/verify-token.js';
import type { TenantState } from '../state.js';

/** `GET /userinfo`: https://auth0.com/docs/api/authentication/user-profile/get-user-info */
export function userinfoRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/userinfo', async (c) => {
    const token = bearerToken(c.req.header('authorization')) ?? '';
    const options = { audience: `${tenant.url}/userinfo` };
    const claims = await verifyToken(tenant, token, options).catch(() => undefined);
    const user = tenant.directory.users.get(claims?.sub ?? '');
    if (!claims || !user) throw new OAuthError(401, 'invalid_token', 'Unauthorized');
    const scope = typeof claims['scope'] === 'string' ? claims['scope'] : '';
    return c.json({ sub: user.user_id, ...profileClaims(user, scope) });
  });

  return app;
}
