import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import type { AuthorizationRequest } from '../oidc/authorization-request.js';
import { usableSession } from '../oidc/authorize.js';
import { readCookie } from '../oidc/cookies.js';
import { answering, pendingLogin, proceed } from '../oidc/login-flow.js';
import { asksBefore, organizationChoice } from '../oidc/organization-choice.js';
import type { LoginTransaction } from '../oidc/logins.js';
import type { Session } from '../oidc/sessions.js';
import { organizationNamePage, organizationPickerPage } from '../pages/organization-page.js';
import type { TenantState } from '../state.js';
import { sendPage } from './pages.js';

/** A name before the sign-in, an ID after; empty for none. */
const form = z.object({ organization: z.string().catch('') });

/** `/u/organization`: asks for the organization, before or after the sign-in as configured by the application. */
export function organizationChoiceRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/u/organization', (c) => {
    const transaction = pendingLogin(c, tenant);
    const { state, request } = transaction;
    if (asksBefore(request))
      return sendPage(c, organizationNamePage({ state }), { app: request.redirectUri });
    return answering(c, tenant, transaction, () => pick(c, tenant, transaction));
  });

  app.post('/u/organization', async (c) => {
    const transaction = pendingLogin(c, tenant);
    const { organization } = form.parse(await c.req.parseBody());
    if (asksBefore(transaction.request)) return named(c, tenant, transaction, organization);
    return answering(c, tenant, transaction, () => pick(c, tenant, transaction, organization));
  });

  return app;
}

function named(c: Context<TenantEnv>, tenant: TenantState, transaction: LoginTransaction, name: string) {
  const found = tenant.directory.organizationNamed(name.trim());
  if (!found) {
    const page = organizationNamePage({ state: transaction.state, error: 'There is no such organization.' });
    return sendPage(c, page, { app: transaction.request.redirectUri, status: 400 });
  }
  return onward(c, tenant, transaction, { organizationId: found.id });
}

/** Shows the picker or accepts a choice. Ignores organizations that weren't offered. */
function pick(c: Context<TenantEnv>, tenant: TenantState, transaction: LoginTransaction, picked?: string) {
  const { state, request } = transaction;
  const session = sessionOf(c, tenant);
  const user = tenant.directory.users.get(session?.userId ?? '');
  if (!session || !user) return c.redirect(`${tenant.url}/u/login?state=${state}`, 302);
  const choice = organizationChoice(tenant, user, request);
  if (!('among' in choice)) return proceed(c, tenant, transaction, session);
  const { among, withoutOne } = choice;
  if (among.some(({ id }) => id === picked)) {
    return onward(c, tenant, transaction, { organizationId: picked }, session);
  }
  if (picked === '' && withoutOne) return onward(c, tenant, transaction, { personal: true }, session);
  const page = organizationPickerPage({ state, organizations: among, withoutOne });
  return sendPage(c, page, { app: request.redirectUri });
}

function onward(
  c: Context<TenantEnv>,
  tenant: TenantState,
  transaction: LoginTransaction,
  decided: Partial<AuthorizationRequest>,
  session = usableSession(tenant, readCookie(c, tenant, 'session'), transaction.request),
) {
  const settled = tenant.logins.amend(transaction, decided);
  if (!session) return c.redirect(`${tenant.url}/u/login?state=${settled.state}`, 302);
  return answering(c, tenant, settled, () => proceed(c, tenant, settled, session));
}

function sessionOf(c: Context<TenantEnv>, tenant: TenantState): Session | undefined {
  return tenant.sessions.get(readCookie(c, tenant, 'session'));
}
