import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { OAuthError, PageError } from '../errors.js';
import { respond } from '../oidc/authorization-response.js';
import { grantCode } from '../oidc/authorize.js';
import { readCookie, writeCookie } from '../oidc/cookies.js';
import { deviceOf } from '../oidc/device.js';
import { findPerson, signInPerson } from '../oidc/login.js';
import type { LoginTransaction } from '../oidc/sessions.js';
import { signUp, signUpConnection } from '../oidc/sign-up.js';
import { loginCss } from '../pages/login-css.js';
import { loginPage, type LoginPageContent } from '../pages/login-page.js';
import { webMessageScript } from '../pages/web-message.js';
import { describePerson, peopleOf } from '../personas.js';
import type { TenantState } from '../state.js';
import { shortestPassword } from '../users/set-password.js';
import type { Person } from '../users/user.js';

const form = z.object({
  username: z.string().catch(''),
  password: z.string().catch(''),
  /** The user id on the pressed persona button; then there is no password, for the button stands in for it. */
  persona: z.string().optional().catch(undefined),
});

/** So that the page of a crowd stays a page; everybody else uses the form. */
const mostPersonas = 50;

const noSignUp = 'There is no account to be made here. Sign in instead.';
const shortPassword = `A password needs at least ${shortestPassword} characters.`;
const wrongCredentials = 'Wrong username or password.';
const lockedOut =
  'Your account has been blocked after multiple consecutive login attempts. ' +
  "We've sent you an email with instructions on how to unblock it.";

/** `/u/login`: the tenant's own login page, and the files it needs. */
export function loginRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/u/login', (c) => {
    const transaction = pendingLogin(c, tenant);
    return show(c, tenant, transaction, { username: transaction.request.loginHint ?? '' });
  });

  app.post('/u/login', async (c) => {
    const transaction = pendingLogin(c, tenant);
    const { request } = transaction;
    const { username, password, persona } = form.parse(await c.req.parseBody());
    const person =
      persona === undefined
        ? findPerson(tenant, username, password, request.organizationId)
        : tenant.directory.people.get(persona);
    if (!person) return show(c, tenant, transaction, { username, error: wrongCredentials });
    if (person.lockedOut) return show(c, tenant, transaction, { username, error: lockedOut });

    tenant.sessions.finish(transaction);
    tenant.sessions.end(readCookie(c, tenant, 'session'));
    return answer(c, tenant, transaction, person);
  });

  app.post('/u/signup', async (c) => {
    const transaction = pendingLogin(c, tenant);
    const account = signUpConnection(tenant, transaction.request);
    const { password } = form.parse(await c.req.parseBody());
    if (!account) return show(c, tenant, transaction, { username: '', error: noSignUp });
    if (password.length < shortestPassword) {
      return show(c, tenant, transaction, { username: account.email, error: shortPassword });
    }
    const person = signUp(tenant, account, password);
    tenant.sessions.finish(transaction);
    tenant.sessions.end(readCookie(c, tenant, 'session'));
    return answer(c, tenant, transaction, person);
  });

  app.get('/u/login.css', (c) => c.body(loginCss, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get('/u/web-message.js', (c) =>
    c.body(webMessageScript, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );

  return app;
}

function answer(c: Context<TenantEnv>, tenant: TenantState, { request }: LoginTransaction, person: Person) {
  try {
    const device = deviceOf(c);
    const session = signInPerson(tenant, person, request, device);
    writeCookie(c, tenant, 'session', session.secret);
    return respond(c, request, { code: grantCode(tenant, session, request, device) });
  } catch (error) {
    if (error instanceof OAuthError) return respond(c, request, error);
    throw error;
  }
}

function pendingLogin(c: Context<TenantEnv>, tenant: TenantState): LoginTransaction {
  const found = tenant.sessions.pending(c.req.query('state') ?? '', readCookie(c, tenant, 'browser'));
  if (found) return found;
  const message =
    'It has been used, has expired, or was begun in another browser. Go back to the application.';
  throw new PageError(400, 'This login link no longer works', message);
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
  const { origin } = new URL(request.redirectUri);
  // Browsers hold the redirect after a form to form-action as well, hence the app's origin.
  c.header(
    'content-security-policy',
    `default-src 'none'; style-src 'self'; form-action 'self' ${origin}; frame-ancestors 'none'; base-uri 'none'`,
  );
  c.header('cache-control', 'no-store');
  const page = loginPage({
    ...entered,
    state,
    organization: organization?.display_name,
    invited: request.invitation?.invitee.email,
    signsUp: signUpConnection(tenant, request) !== null,
    personas: people.slice(0, mostPersonas).map((person) => describePerson(directory, person)),
  });
  return c.html(page, entered.error === undefined ? 200 : 400);
}
