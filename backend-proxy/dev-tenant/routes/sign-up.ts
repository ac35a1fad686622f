import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { PageError } from '../errors.js';
import { pendingLogin, signedIn } from '../oidc/login-flow.js';
import type { LoginTransaction } from '../oidc/logins.js';
import { hasAccount, signUp, signUpOffer, type SignUpOffer } from '../oidc/sign-up.js';
import { signUpPage } from '../pages/sign-up-page.js';
import type { TenantState } from '../state.js';
import { shortestPassword } from '../users/set-password.js';
import { sendPage } from './pages.js';

const form = z.object({ email: z.string().catch(''), password: z.string().catch('') });

/** `/u/signup`: creates an account for invited people, and for anyone if the connection allows it. */
export function signUpRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/u/signup', (c) => {
    const transaction = pendingLogin(c, tenant);
    const offer = offered(tenant, transaction);
    return show(c, tenant, transaction, { email: offer.invited ?? transaction.request.loginHint ?? '' });
  });

  app.post('/u/signup', async (c) => {
    const transaction = pendingLogin(c, tenant);
    const { organizationId } = transaction.request;
    const offer = offered(tenant, transaction);
    const { email: typed, password } = form.parse(await c.req.parseBody());
    const email = (offer.invited ?? typed).trim().toLowerCase();
    const error = complaint(tenant, offer, email, password);
    if (error !== undefined) return show(c, tenant, transaction, { email, error });
    const person = signUp(tenant, offer, { email, password, organizationId });
    return signedIn(c, tenant, transaction, person);
  });

  return app;
}

function offered(tenant: TenantState, { request }: LoginTransaction): SignUpOffer {
  const offer = signUpOffer(tenant, request);
  if (offer) return offer;
  throw new PageError(400, 'No sign-up', 'There is no account to be made here. Sign in instead.');
}

/** Auth0's message for a taken address is vague on purpose; this one helps developers. */
function complaint(tenant: TenantState, { connection }: SignUpOffer, email: string, password: string) {
  if (!z.email().safeParse(email).success) return 'That is no email address.';
  if (password.length < shortestPassword) {
    return `A password needs at least ${shortestPassword} characters.`;
  }
  return hasAccount(tenant, connection, email) ? 'The user already exists.' : undefined;
}

function show(
  c: Context<TenantEnv>,
  tenant: TenantState,
  { state, request }: LoginTransaction,
  entered: { email: string; error?: string },
) {
  const organization = tenant.directory.organization(request.organizationId ?? '');
  const page = signUpPage({ ...entered, state, organization });
  return sendPage(c, page, { app: request.redirectUri, status: entered.error === undefined ? 200 : 400 });
}
