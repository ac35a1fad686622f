import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { pendingLogin, signedIn } from '../oidc/login-flow.js';
import { findPerson } from '../oidc/login.js';
import type { LoginTransaction } from '../oidc/logins.js';
import { signUpOffer } from '../oidc/sign-up.js';
import { loginPage, type LoginPageContent } from '../pages/login-page.js';
import { describePerson, peopleOf } from '../personas.js';
import type { TenantState } from '../state.js';
import { sendPage } from './pages.js';

const form = z.object({
  username: z.string().catch(''),
  password: z.string().catch(''),
  /** User ID from a persona button, which replaces the password. */
  persona: z.string().optional().catch(undefined),
});

/** Limits the number of persona buttons; everyone else uses the form. */
const maxPersonas = 50;

const wrongCredentials = 'Wrong username or password.';
const lockedOut =
  'Your account has been blocked after multiple consecutive login attempts. ' +
  "We've sent you an email with instructions on how to unblock it.";

/** `/u/login`: the tenant's login page. */
export function loginRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/u/login', (c) => {
    const transaction = pendingLogin(c, tenant);
    return show(c, tenant, transaction, { username: transaction.request.loginHint ?? '' });
  });

  app.post('/u/login', async (c) => {
    const transaction = pendingLogin(c, tenant);
    const { username, password, persona } = form.parse(await c.req.parseBody());
    const person =
      persona === undefined
        ? findPerson(tenant, username, password, transaction.request)
        : tenant.directory.people.get(persona);
    if (!person) return show(c, tenant, transaction, { username, error: wrongCredentials });
    if (person.lockedOut) return show(c, tenant, transaction, { username, error: lockedOut });
    return signedIn(c, tenant, transaction, person);
  });

  return app;
}

function show(
  c: Context<TenantEnv>,
  tenant: TenantState,
  { state, request }: LoginTransaction,
  entered: Pick<LoginPageContent, 'username' | 'error'>,
) {
  const { directory } = tenant;
  const organization = directory.organization(request.organizationId ?? '');
  const people = organization ? peopleOf(directory, organization) : directory.people.cast();
  const page = loginPage({
    ...entered,
    state,
    organization,
    invited: request.invitation?.invitee.email,
    signsUp: signUpOffer(tenant, request) !== null,
    personas: people
      .filter(({ connection }) => request.connection === undefined || connection === request.connection)
      .slice(0, maxPersonas)
      .map((person) => describePerson(directory, person)),
  });
  return sendPage(c, page, { app: request.redirectUri, status: entered.error === undefined ? 200 : 400 });
}
