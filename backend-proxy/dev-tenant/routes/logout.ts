import { Hono, type Context } from 'hono';
import { decodeJwt } from 'jose';
import { isRegistered, spaClient } from '../clients.js';
import type { TenantEnv } from '../env.js';
import { PageError } from '../errors.js';
import { deleteCookie, readCookie } from '../oidc/cookies.js';
import { verifyToken } from '../oidc/verify-token.js';
import { confirmLogoutPage } from '../pages/confirm-logout-page.js';
import type { TenantState } from '../state.js';
import { sendPage } from './pages.js';

/**
 * Auth0's logout and OpenID Connect's. As in Auth0, neither revokes refresh tokens:
 * https://auth0.com/docs/authenticate/login/logout
 */
export function logoutRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/v2/logout', (c) => {
    const target = registeredTarget(tenant, c.req.query('client_id'), c.req.query('returnTo'));
    endSession(c, tenant);
    return target === undefined ? c.text('OK') : c.redirect(target.href, 302);
  });

  app.get('/oidc/logout', async (c) => {
    const { sid, clientId } = await readHints(c, tenant);
    const target = registeredTarget(tenant, clientId, c.req.query('post_logout_redirect_uri'));
    const session = tenant.sessions.get(readCookie(c, tenant, 'session'));
    // The user may not have started this logout:
    // https://auth0.com/docs/authenticate/login/logout/log-users-out-of-auth0#logout-consent-prompt
    if (session && session.id !== sid) {
      return sendPage(c, confirmLogoutPage(new URL(c.req.url).search), target ? { app: target.href } : {});
    }
    return signOut(c, tenant, target);
  });

  app.post('/oidc/logout/confirm', async (c) => {
    const { clientId } = await readHints(c, tenant);
    return signOut(c, tenant, registeredTarget(tenant, clientId, c.req.query('post_logout_redirect_uri')));
  });

  return app;
}

function signOut(c: Context<TenantEnv>, tenant: TenantState, target: URL | undefined) {
  endSession(c, tenant);
  if (target === undefined) return c.text('OK');
  const state = c.req.query('state');
  if (state !== undefined) target.searchParams.set('state', state);
  return c.redirect(target.href, 302);
}

function endSession(c: Context<TenantEnv>, tenant: TenantState): void {
  tenant.sessions.end(readCookie(c, tenant, 'session'), 'rp-logout');
  deleteCookie(c, tenant, 'session');
}

/** The application's list or, if none is named, the tenant's: here, that of the product's app. */
function registeredTarget({ clients }: TenantState, id: string | undefined, url: string | undefined) {
  if (url === undefined) return undefined;
  const client = clients.get(id ?? spaClient.clientId);
  if (client && isRegistered(client, 'allowed_logout_urls', url)) return new URL(url);
  throw new PageError(400, 'Logout URL mismatch', `"${url}" is not in the list of allowed logout URLs.`);
}

/**
 * Resolves the session and application.
 * @throws PageError if two hints contradict each other
 */
async function readHints(c: Context<TenantEnv>, tenant: TenantState) {
  const token = await readIdToken(tenant, c.req.query('id_token_hint'));
  const sid = agreed('logout_hint', token?.sid, c.req.query('logout_hint'));
  const clientId = agreed('client_id', token?.clientId, c.req.query('client_id'));
  return { sid, clientId };
}

function agreed(name: string, fromToken: string | undefined, given: string | undefined): string | undefined {
  if (fromToken === undefined || given === undefined || fromToken === given) return fromToken ?? given;
  throw new PageError(400, 'Invalid request', `${name} does not fit the id_token_hint.`);
}

/** Accepts expired ID tokens, but only our own. */
async function readIdToken(tenant: TenantState, hint: string | undefined) {
  if (hint === undefined) return undefined;
  try {
    const issuedAt = new Date((decodeJwt(hint).iat ?? 0) * 1000);
    const { sid, aud } = await verifyToken(tenant, hint, { currentDate: issuedAt });
    return typeof sid === 'string' && typeof aud === 'string' ? { sid, clientId: aud } : undefined;
  } catch {
    return undefined;
  }
}
