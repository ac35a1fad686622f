import { Hono, type Context } from 'hono';
import type { TenantEnv } from '../env.js';
import { OAuthError } from '../errors.js';
import type { AuthorizationRequest } from '../oidc/authorization-request.js';
import { respond } from '../oidc/authorization-response.js';
import { grantCode, usableSession } from '../oidc/authorize.js';
import { readCookie, writeCookie } from '../oidc/cookies.js';
import { deviceOf } from '../oidc/device.js';
import { nextStep } from '../oidc/login-flow.js';
import { asksBefore } from '../oidc/organization-choice.js';
import { parseAuthorizationRequest, parseTarget } from '../oidc/parse-authorization-request.js';
import { signUpOffer } from '../oidc/sign-up.js';
import { randomId } from '../random.js';
import type { TenantState } from '../state.js';

/** `GET /authorize`: authorization code with PKCE, https://auth0.com/docs/api/authentication/authorization-code-flow-with-pkce */
export function authorizeRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/authorize', (c) => {
    const query = c.req.query();
    const target = parseTarget(tenant, query);
    try {
      return authorize(c, tenant, parseAuthorizationRequest(tenant, target, query));
    } catch (error) {
      if (error instanceof OAuthError) return respond(c, target, error);
      throw error;
    }
  });

  return app;
}

type Page = 'login' | 'signup' | 'organization' | 'consent';

/** Issues a code immediately if possible, otherwise redirects to the next page. */
function authorize(c: Context<TenantEnv>, tenant: TenantState, request: AuthorizationRequest) {
  if (asksBefore(request)) return ask(c, tenant, request, 'organization');
  const session = usableSession(tenant, readCookie(c, tenant, 'session'), request);
  if (session) {
    const next = nextStep(tenant, session, request);
    if ('ask' in next) return ask(c, tenant, request, next.ask);
    return respond(c, request, { code: grantCode(tenant, session, next.request, deviceOf(c)) });
  }
  const signsUp = request.screenHint === 'signup' && !request.invitation && signUpOffer(tenant, request);
  return ask(c, tenant, request, signsUp ? 'signup' : 'login');
}

function ask(c: Context<TenantEnv>, tenant: TenantState, request: AuthorizationRequest, page: Page) {
  if (request.prompt.includes('none')) throw refusals[page]();
  const browser = readCookie(c, tenant, 'browser') ?? randomId();
  writeCookie(c, tenant, 'browser', browser);
  const { state } = tenant.logins.begin(request, browser);
  return c.redirect(`${tenant.url}/u/${page}?state=${state}`, 302);
}

/** Error for apps that requested no interaction. */
const loginRequired = () => new OAuthError(400, 'login_required', 'Login required');
const refusals: Readonly<Record<Page, () => OAuthError>> = {
  login: loginRequired,
  signup: loginRequired,
  organization: () => new OAuthError(400, 'interaction_required', 'Interaction required'),
  consent: () => new OAuthError(400, 'consent_required', 'Consent required'),
};
