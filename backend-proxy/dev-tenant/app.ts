import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { matchedRoutes } from 'hono/route';
import { isRegistered } from './clients.js';
import type { TenantEnv } from './env.js';
import { ManagementError, OAuthError, PageError } from './errors.js';
import { logWrites } from './management/log-writes.js';
import { rateLimit } from './management/rate-limit.js';
import { messagePage } from './pages/message-page.js';
import { assetRoutes } from './routes/assets.js';
import { authenticationMethodRoutes } from './routes/authentication-methods.js';
import { authorizeRoutes } from './routes/authorize.js';
import { changePasswordRoutes } from './routes/change-password.js';
import { consentRoutes } from './routes/consent.js';
import { connectionRoutes } from './routes/connections.js';
import { devRoutes } from './routes/dev.js';
import { devTokenRoutes } from './routes/dev-tokens.js';
import { deviceCredentialRoutes } from './routes/device-credentials.js';
import { actionRoutes } from './routes/actions.js';
import { clientRoutes } from './routes/clients.js';
import { resourceServerRoutes } from './routes/resource-servers.js';
import { tenantSettingsRoutes } from './routes/tenant-settings.js';
import { clientGrantRoutes } from './routes/client-grants.js';
import { grantRoutes } from './routes/grants.js';
import { guardianRoutes } from './routes/guardian.js';
import { identityRoutes } from './routes/identities.js';
import { organizationGroupRoutes } from './routes/organization-groups.js';
import { userCreationRoutes } from './routes/user-creation.js';
import { userPermissionRoutes } from './routes/user-permissions.js';
import { userRoleRoutes } from './routes/user-roles.js';
import { invitationRoutes } from './routes/invitations.js';
import { exportRoutes, jobRoutes } from './routes/jobs.js';
import { loginRoutes } from './routes/login.js';
import { logoutRoutes } from './routes/logout.js';
import { logRoutes } from './routes/logs.js';
import { organizationChoiceRoutes } from './routes/organization-choice.js';
import { notSimulatedRoutes } from './routes/not-simulated.js';
import { organizationConnectionRoutes } from './routes/organization-connections.js';
import { organizationMemberRoutes } from './routes/organization-members.js';
import { organizationRoutes } from './routes/organizations.js';
import { refreshTokenRoutes } from './routes/refresh-tokens.js';
import { roleRoutes } from './routes/roles.js';
import { sessionRoutes } from './routes/sessions.js';
import { signUpRoutes } from './routes/sign-up.js';
import { ticketRoutes } from './routes/tickets.js';
import { tokenRoutes } from './routes/token.js';
import { userTicketRoutes } from './routes/user-tickets.js';
import { userinfoRoutes } from './routes/userinfo.js';
import { userBlockRoutes } from './routes/user-blocks.js';
import { userSearchRoutes } from './routes/user-search.js';
import { userRoutes } from './routes/users.js';
import { wellKnownRoutes } from './routes/well-known.js';
import type { TenantState } from './state.js';

const maxBytes = 1024 * 1024;

/** Assembles all routes of the tenant. */
export function createApp(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  app.onError(refuse);
  app.notFound((c) => refuse(new ManagementError(404, 'Not Found'), c));

  app.use(async (c, next) => {
    await next();
    const route = matchedRoutes(c).at(-1)?.path ?? '/*';
    if (!route.includes('*')) c.env.reached?.(route.replaceAll(/:(\w+)/g, '{$1}'));
    c.res.headers.set('x-orgdesk-dev-tenant', '1');
    c.res.headers.set('x-content-type-options', 'nosniff');
  });
  app.use(checkPath);
  app.use(bodyLimit({ maxSize: maxBytes, onError: refuseLargeBody }));

  for (const path of ['/oauth/*', '/.well-known/*', '/userinfo']) app.use(path, registeredOrigins(tenant));
  app.route('/', wellKnownRoutes(tenant));
  app.route('/', authorizeRoutes(tenant));
  app.route('/', assetRoutes(tenant));
  app.route('/', loginRoutes(tenant));
  app.route('/', signUpRoutes(tenant));
  app.route('/', organizationChoiceRoutes(tenant));
  app.route('/', consentRoutes(tenant));
  app.route('/', ticketRoutes(tenant));
  app.route('/', changePasswordRoutes(tenant));
  app.route('/', tokenRoutes(tenant));
  app.route('/', userinfoRoutes(tenant));
  app.route('/', logoutRoutes(tenant));
  app.route('/', exportRoutes(tenant));

  app.use('/api/v2/*', rateLimit(tenant));
  app.use('/api/v2/*', logWrites(tenant));
  app.route('/api/v2', notSimulatedRoutes());
  app.route('/api/v2', userSearchRoutes(tenant));
  app.route('/api/v2', userRoutes(tenant));
  app.route('/api/v2', organizationRoutes(tenant));
  app.route('/api/v2', organizationConnectionRoutes(tenant));
  app.route('/api/v2', organizationMemberRoutes(tenant));
  app.route('/api/v2', invitationRoutes(tenant));
  app.route('/api/v2', userBlockRoutes(tenant));
  app.route('/api/v2', authenticationMethodRoutes(tenant));
  app.route('/api/v2', connectionRoutes(tenant));
  app.route('/api/v2', roleRoutes(tenant));
  app.route('/api/v2', logRoutes(tenant));
  app.route('/api/v2', sessionRoutes(tenant));
  app.route('/api/v2', refreshTokenRoutes(tenant));
  app.route('/api/v2', deviceCredentialRoutes(tenant));
  app.route('/api/v2', userTicketRoutes(tenant));
  app.route('/api/v2', jobRoutes(tenant));
  app.route('/api/v2', userCreationRoutes(tenant));
  app.route('/api/v2', identityRoutes(tenant));
  app.route('/api/v2', userRoleRoutes(tenant));
  app.route('/api/v2', userPermissionRoutes(tenant));
  app.route('/api/v2', guardianRoutes(tenant));
  app.route('/api/v2', grantRoutes(tenant));
  app.route('/api/v2', organizationGroupRoutes(tenant));
  app.route('/api/v2', clientGrantRoutes(tenant));
  app.route('/api/v2', clientRoutes(tenant));
  app.route('/api/v2', resourceServerRoutes(tenant));
  app.route('/api/v2', actionRoutes(tenant));
  app.route('/api/v2', tenantSettingsRoutes(tenant));

  app.route('/', devRoutes(tenant));
  const send = async (request: Request) => app.fetch(request, { transport: 'in-process' });
  app.route('/', devTokenRoutes(tenant, send));
  return app;
}

/** Endpoints that browser apps call from their own origin, auth0-spa-js from a web worker. */
function registeredOrigins({ clients }: TenantState) {
  const isKnown = (origin: string) =>
    [...clients.values()].some((client) => isRegistered(client, 'web_origins', origin));
  return cors({
    origin: (origin) => (isKnown(origin) ? origin : null),
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['authorization', 'content-type', 'auth0-client', 'dpop'],
    exposeHeaders: ['dpop-nonce', 'www-authenticate'],
    maxAge: 600,
  });
}

async function checkPath(c: Context<TenantEnv>, next: () => Promise<void>): Promise<void> {
  try {
    decodeURIComponent(new URL(c.req.url).pathname);
  } catch {
    throw new ManagementError(400, 'Invalid request URI', 'invalid_uri');
  }
  await next();
}

function refuseLargeBody(): never {
  throw new ManagementError(413, `Payload content length greater than maximum allowed: ${maxBytes}`);
}

function refuse(error: Error, c: Context<TenantEnv>): Response | Promise<Response> {
  if (error instanceof ManagementError) return c.json(error.body, error.status);
  if (error instanceof OAuthError) return c.json(error.body, error.status);
  if (error instanceof PageError) return c.html(messagePage(error.title, error.message), error.status);
  return c.json(new ManagementError(500, error.message).body, 500);
}
