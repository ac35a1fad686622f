import type { Context } from 'hono';
import type { TenantEnv } from '../env.js';
import { OAuthError, PageError } from '../errors.js';
import type { TenantState } from '../state.js';
import type { Person } from '../users/user.js';
import type { AuthorizationRequest } from './authorization-request.js';
import { respond } from './authorization-response.js';
import { grantCode } from './authorize.js';
import { readCookie, writeCookie } from './cookies.js';
import { deviceOf } from './device.js';
import { signInPerson } from './login.js';
import { organizationChoice } from './organization-choice.js';
import type { LoginTransaction } from './logins.js';
import type { Session } from './sessions.js';

/** The next step after a sign-in: a page to show first, or the response to the app. */
export type NextStep =
  { readonly ask: 'organization' | 'consent' } | { readonly request: AuthorizationRequest };

/**
 * Determines the next step.
 * @throws OAuthError to send to the app
 */
export function nextStep(tenant: TenantState, session: Session, request: AuthorizationRequest): NextStep {
  const user = tenant.directory.users.get(session.userId);
  if (!user) throw new OAuthError(400, 'login_required', 'Login required');
  const choice = organizationChoice(tenant, user, request);
  if ('among' in choice) return { ask: 'organization' };
  if (needsConsent(tenant, session, request)) return { ask: 'consent' };
  return { request: { ...request, organizationId: choice.organizationId } };
}

/**
 * Auth0 also asks for consent on localhost for first-party applications; this tenant doesn't:
 * https://auth0.com/docs/get-started/applications/third-party-applications/user-consent-and-third-party-applications
 */
function needsConsent({ consents }: TenantState, session: Session, request: AuthorizationRequest): boolean {
  if (request.prompt.includes('consent')) return true;
  return !request.client.is_first_party && !consents.cover(consentOf(session, request));
}

export function consentOf({ userId }: Session, { client, audience, scope }: AuthorizationRequest) {
  return { userId, clientId: client.client_id, audience, scope };
}

/** Returns the login transaction of the page in this browser. */
export function pendingLogin(c: Context<TenantEnv>, tenant: TenantState): LoginTransaction {
  const found = tenant.logins.pending(c.req.query('state') ?? '', readCookie(c, tenant, 'browser'));
  if (found) return found;
  const message =
    'It has been used, has expired, or was begun in another browser. Go back to the application.';
  throw new PageError(400, 'This login link no longer works', message);
}

/** Creates a session for an authenticated user and continues the login. */
export function signedIn(
  c: Context<TenantEnv>,
  tenant: TenantState,
  transaction: LoginTransaction,
  person: Person,
) {
  tenant.sessions.end(readCookie(c, tenant, 'session'));
  return answering(c, tenant, transaction, () => {
    const session = signInPerson(tenant, person, transaction.request, deviceOf(c));
    writeCookie(c, tenant, 'session', session.secret);
    return proceed(c, tenant, transaction, session);
  });
}

/**
 * Redirects to the next page, or to the app with a code.
 * @throws OAuthError to send to the app
 */
export function proceed(
  c: Context<TenantEnv>,
  tenant: TenantState,
  { state, request }: LoginTransaction,
  session: Session,
) {
  const next = nextStep(tenant, session, request);
  if ('ask' in next) return c.redirect(`${tenant.url}/u/${next.ask}?state=${state}`, 302);
  const code = grantCode(tenant, session, next.request, deviceOf(c));
  tenant.logins.finish(state);
  return respond(c, request, { code });
}

/** Runs a step. If it throws an OAuthError, ends the login with that error. */
export function answering(
  c: Context<TenantEnv>,
  tenant: TenantState,
  { state, request }: LoginTransaction,
  step: () => Response | Promise<Response>,
) {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    tenant.logins.finish(state);
    return respond(c, request, error);
  }
}
