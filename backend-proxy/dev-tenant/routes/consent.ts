import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { OAuthError, PageError } from '../errors.js';
import { readCookie } from '../oidc/cookies.js';
import { answering, consentOf, pendingLogin, proceed } from '../oidc/login-flow.js';
import type { Session } from '../oidc/sessions.js';
import { splitScope } from '../oidc/split-scope.js';
import { consentPage } from '../pages/consent-page.js';
import type { TenantState } from '../state.js';
import { sendPage } from './pages.js';

const form = z.object({ answer: z.string().catch('') });

/** `/u/consent`: asks the user to authorize a third-party application. */
export function consentRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/u/consent', (c) => {
    const { state, request } = pendingLogin(c, tenant);
    const client = request.client.name || request.client.client_id;
    const page = consentPage({ state, client, scopes: splitScope(request.scope) });
    return sendPage(c, page, { app: request.redirectUri });
  });

  app.post('/u/consent', async (c) => {
    const transaction = pendingLogin(c, tenant);
    const { answer } = form.parse(await c.req.parseBody());
    return answering(c, tenant, transaction, () => {
      const session = signedInSession(c, tenant);
      if (answer !== 'accept') {
        throw new OAuthError(403, 'access_denied', 'User did not authorize the request');
      }
      tenant.consents.give(consentOf(session, transaction.request));
      const prompt = transaction.request.prompt.filter((each) => each !== 'consent');
      return proceed(c, tenant, tenant.logins.amend(transaction, { prompt }), session);
    });
  });

  return app;
}

function signedInSession(c: Context<TenantEnv>, tenant: TenantState): Session {
  const session = tenant.sessions.get(readCookie(c, tenant, 'session'));
  if (session) return session;
  throw new PageError(400, 'You are signed out', 'Go back to the application and sign in again.');
}
