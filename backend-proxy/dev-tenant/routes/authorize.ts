import { Hono } from 'hono';
import type { TenantEnv } from '../env.js';
import { OAuthError } from '../errors.js';
import { parseAuthorizationRequest, parseTarget } from '../oidc/authorization-request.js';
import { respond } from '../oidc/authorization-response.js';
import { grantCode, usableSession } from '../oidc/authorize.js';
import { readCookie, writeCookie } from '../oidc/cookies.js';
import { deviceOf } from '../oidc/device.js';
import { randomId } from '../random.js';
import type { TenantState } from '../state.js';

/** `GET /authorize`: authorization code with PKCE, https://auth0.com/docs/api/authentication/authorization-code-flow-with-pkce */
export function authorizeRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/authorize', (c) => {
    const query = c.req.query();
    const target = parseTarget(tenant, query);
    try {
      const request = parseAuthorizationRequest(tenant, target, query);
      const session = usableSession(tenant, readCookie(c, tenant, 'session'), request);
      if (session) return respond(c, target, { code: grantCode(tenant, session, request, deviceOf(c)) });
      if (request.prompt === 'none') throw new OAuthError(400, 'login_required', 'Login required');

      const browser = readCookie(c, tenant, 'browser') ?? randomId();
      writeCookie(c, tenant, 'browser', browser);
      const { state } = tenant.sessions.begin(request, browser);
      return c.redirect(`${tenant.url}/u/login?state=${state}`, 302);
    } catch (error) {
      if (error instanceof OAuthError) return respond(c, target, error);
      throw error;
    }
  });

  return app;
}
