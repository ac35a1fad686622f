import { Hono, type Context } from 'hono';
import { decodeJwt } from 'jose';
import { isRegistered } from '../clients.js';
import type { TenantEnv } from '../env.js';
import { PageError } from '../errors.js';
import { deleteCookie, readCookie } from '../oidc/cookies.js';
import { verifyToken } from '../oidc/verify-token.js';
import type { TenantState } from '../state.js';

/**
 * Auth0's own logout and the OpenID Connect one. Neither touches refresh tokens, as in Auth0:
 * https://auth0.com/docs/authenticate/login/logout
 */
export function logoutRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/v2/logout', (c) => {
    const target = registeredTarget(tenant, c.req.query('returnTo'));
    endSession(c, tenant);
    return target === undefined ? c.text('OK') : c.redirect(target.href, 302);
  });

  app.get('/oidc/logout', async (c) => {
    const target = registeredTarget(tenant, c.req.query('post_logout_redirect_uri'));
    const hinted = await hintedSession(tenant, c.req.query('id_token_hint'));
    if (hinted !== undefined) tenant.sessions.endById(hinted);
    endSession(c, tenant);
    if (target === undefined) return c.text('OK');
    const state = c.req.query('state');
    if (state !== undefined) target.searchParams.set('state', state);
    return c.redirect(target.href, 302);
  });

  return app;
}

function endSession(c: Context<TenantEnv>, tenant: TenantState): void {
  tenant.sessions.end(readCookie(c, tenant, 'session'));
  deleteCookie(c, tenant, 'session');
}

function registeredTarget({ seed }: TenantState, url: string | undefined): URL | undefined {
  if (url === undefined) return undefined;
  if (isRegistered(seed.settings, 'logout_urls', url)) return new URL(url);
  throw new PageError(400, 'Logout URL mismatch', `"${url}" is not in the list of allowed logout URLs.`);
}

/** The session an ID token was issued in. The token may have expired long ago, but it must be ours. */
async function hintedSession(tenant: TenantState, hint: string | undefined): Promise<string | undefined> {
  if (hint === undefined) return undefined;
  try {
    const issuedAt = new Date((decodeJwt(hint).iat ?? 0) * 1000);
    const { sid } = await verifyToken(tenant, hint, { currentDate: issuedAt });
    return typeof sid === 'string' ? sid : undefined;
  } catch {
    return undefined;
  }
}
