/** The proxy's HTTP application: middleware, then every route. */
import { Hono, type Context, type Handler, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { createAuthenticate } from './http/authenticate.js';
import { answerProblem, openRequest, type AuthenticatedEnv, type ProxyEnv } from './http/request.js';
import { createRequestLimits } from './http/request-limits.js';
import type { BackgroundWork } from './background.js';
import { ProblemError } from './http/problem-error.js';
import type { AuditAction } from '../../src/contract/index.js';
import { recordFailure } from './audit/record.js';
import type { Metrics } from './metrics/metrics.js';
import { activityRoutes } from './routes/activity.js';
import { bulkRunRoutes } from './routes/bulk-runs.js';
import { deletionRoutes } from './routes/deletion.js';
import { exportRoutes } from './routes/export.js';
import { healthRoutes } from './routes/health.js';
import { invitationEmailRoutes } from './routes/invitation-emails.js';
import { invitationRoutes } from './routes/invitations.js';
import { emailRoutes } from './routes/emails.js';
import { memberStreamRoutes } from './routes/member-streams.js';
import { memberOperationRoutes } from './routes/member-operations.js';
import { memberRoleRoutes } from './routes/member-roles.js';
import { memberSecurityRoutes } from './routes/member-security.js';
import { memberRoutes } from './routes/members.js';
import { metricsRoutes } from './routes/metrics.js';
import { openApiRoutes } from './routes/openapi.js';
import { profileRoutes } from './routes/profile.js';
import { revealRoutes } from './routes/reveal.js';
import { sessionInfoRoutes } from './routes/session.js';
import { sessionRoutes } from './routes/sessions.js';
import type { Settings } from './options.js';
import type { Services } from './services.js';

/** Creates the application: middleware for every request, probes, authentication for `/v1`, and the routes. */
export function createApp(services: Services, background: BackgroundWork, metrics: Metrics): Hono<ProxyEnv> {
  const { settings } = services;
  const app = new Hono<ProxyEnv>().basePath(settings.basePath);
  app.use(metrics.countRequests);
  app.use(openRequest(settings));
  app.use(allowOrigins(settings));
  app.use(async (_, next) => {
    background.checkSoon();
    await next();
  });

  const health = healthRoutes(services);
  app.get('/livez', health.live);
  app.get('/readyz', health.ready);
  app.get('/openapi.json', openApiRoutes(services).read);
  if (settings.metricsToken !== null) {
    app.get('/metrics', metricsRoutes(metrics, settings.metricsToken).read);
  }

  const v1 = new Hono<AuthenticatedEnv>();
  v1.use((_, next) => services.lifecycle.track(next));
  // Before every route, so that none can forget it. Without a token even an unknown path is a 401.
  v1.use(createAuthenticate(services));
  v1.use(createRequestLimits(services));
  addRoutes(v1, services, background);
  app.route('/v1', v1);

  app.notFound(() => {
    throw new ProblemError('route_not_found');
  });
  app.onError((reason, context) => answerProblem(settings, reason, context));
  return app;
}

/** Responses to other origins are copied to add their headers, which those to the own origin don't need. */
function allowOrigins({ allowedOrigins }: Settings): MiddlewareHandler<ProxyEnv> {
  const allow = cors({
    origin: (origin) => (allowedOrigins.includes(origin) ? origin : null),
    allowMethods: ['GET', 'PATCH', 'POST', 'PUT', 'DELETE'],
    allowHeaders: [
      'Authorization',
      'Content-Type',
      'DPoP',
      'Idempotency-Key',
      'If-Match',
      'If-None-Match',
      'Last-Event-ID',
    ],
    exposeHeaders: [
      'Content-Disposition',
      'DPoP-Nonce',
      'ETag',
      'RateLimit',
      'RateLimit-Policy',
      'Retry-After',
      'X-Request-Id',
      'WWW-Authenticate',
    ],
    maxAge: 600,
  });
  return async function allowOrigin(context, next) {
    if (context.req.header('origin') !== undefined || context.req.method === 'OPTIONS') {
      return allow(context, next);
    }
    await next();
    context.res.headers.append('vary', 'Origin');
  };
}

function addRoutes(
  v1: Hono<AuthenticatedEnv>,
  services: Services,
  { deletions, runs: runner, progress }: BackgroundWork,
): void {
  const addPath = pathAdder(v1, services);
  const profile = profileRoutes(services);
  const emails = emailRoutes(services);
  const sessions = sessionRoutes(services);
  const deletion = deletionRoutes(services, deletions);
  addPath('/profile', {
    GET: profile.read,
    PATCH: audited('profile.update', profile.update),
    DELETE: audited('profile.delete', deletion.remove),
  });
  addPath('/profile/password-reset', { POST: audited('password.reset', emails.resetPassword) });
  addPath('/profile/email-verification', { POST: audited('email.verify', emails.verifyEmail) });
  addPath('/profile/sessions', {
    GET: sessions.list,
    DELETE: audited('sessions.revoke', sessions.endOthers),
  });
  addPath('/profile/sessions/:sessionId', { DELETE: audited('sessions.revoke', sessions.endOne) });
  addPath('/profile/export', { GET: audited('profile.export', exportRoutes(services).download) });
  addPath('/profile/deletion', {
    GET: deletion.plan,
    DELETE: audited('profile.deletion-cancel', deletion.cancel),
  });

  const members = memberRoutes(services);
  addPath('/session', { GET: sessionInfoRoutes(services).read });
  addPath('/roles', { GET: members.roles });
  addPath('/members', { GET: members.list });
  // Before `/members/:userId`, which would match them too.
  const streams = memberStreamRoutes(services);
  addPath('/members/export', { GET: audited('members.export', streams.download) });
  addPath('/members/selection', { GET: streams.select });

  addPath('/members/:userId', { GET: profile.read, PATCH: audited('profile.update', profile.update) });
  addPath('/members/:userId/sessions', {
    GET: sessions.list,
    DELETE: audited('sessions.revoke', sessions.endOthers),
  });
  addPath('/members/:userId/sessions/:sessionId', { DELETE: audited('sessions.revoke', sessions.endOne) });
  addPath('/members/:userId/reveal', { POST: audited('field.reveal', revealRoutes(services).reveal) });
  addPath('/members/:userId/password-reset', { POST: audited('password.reset', emails.resetPassword) });
  addPath('/members/:userId/email-verification', { POST: audited('email.verify', emails.verifyEmail) });

  const operations = memberOperationRoutes(services);
  addPath('/members/:userId/security', { GET: memberSecurityRoutes(services).read });
  for (const { path, operation, perform } of operations.byPath)
    addPath(`/members/:userId/${path}`, { POST: audited(operation, perform) });
  addPath('/members/:userId/deprovision', {
    GET: operations.plan,
    POST: audited(null, operations.deprovision),
  });
  addPath('/members/:userId/roles', { PUT: audited('roles.assign', memberRoleRoutes(services).assign) });

  const invitations = invitationRoutes(services);
  const invitationEmails = invitationEmailRoutes(services);
  addPath('/invitations', {
    GET: invitations.list,
    POST: audited('invitation.create', invitations.create),
  });
  addPath('/invitations/options', { GET: invitations.options });
  addPath('/invitations/:invitationId', { DELETE: audited('invitation.revoke', invitations.revoke) });
  addPath('/invitations/:invitationId/resend', {
    POST: audited('invitation.resend', invitationEmails.resend),
  });
  addPath('/invitations/:invitationId/link', { POST: audited('invitation.link', invitationEmails.link) });

  const runs = bulkRunRoutes(services, runner, progress);
  addPath('/bulk-runs', { POST: audited('bulk.run', runs.create) });
  addPath('/bulk-runs/:runId/events', { GET: runs.events });
  // Pausing and canceling change nothing by themselves: each member of a run has an entry of their own.
  addPath('/bulk-runs/:runId', {
    GET: runs.read,
    PATCH: audited(null, runs.update),
    DELETE: audited(null, runs.cancel),
  });

  const activity = activityRoutes(services);
  addPath('/activity', { GET: activity.list });
  addPath('/activity/export', { GET: audited('activity.export', activity.download) });
}

type Method = 'GET' | 'PATCH' | 'POST' | 'PUT' | 'DELETE';

/** A handler, and what a request that it refuses is recorded as. */
interface AuditedHandler {
  readonly action: AuditAction | null;
  readonly handle: (context: Context<AuthenticatedEnv>) => Promise<Response>;
}

function audited(action: AuditAction | null, handle: AuditedHandler['handle']): AuditedHandler {
  return { action, handle };
}

/** A handler that writes has to say what it does: its failures are recorded here, where none can be forgotten. */
type Handlers = {
  readonly [M in Method]?: M extends 'GET' ? Handler<AuthenticatedEnv> | AuditedHandler : AuditedHandler;
};

/** Returns a function that adds the handlers of one path. Other methods get a 405 that names these (RFC 9110 §15.5.6). */
function pathAdder(v1: Hono<AuthenticatedEnv>, services: Services) {
  return function addPath(path: string, handlers: Handlers): void {
    const isOwn = path.startsWith('/profile');
    for (const [method, given] of Object.entries(handlers)) {
      if (typeof given === 'function') {
        v1.on(method, path, given);
        continue;
      }
      const { action, handle } = given;
      v1.on(method, path, async (context) => {
        try {
          return await handle(context);
        } catch (reason) {
          await recordFailure(services, context, { action, isOwn }, reason);
          throw reason;
        }
      });
    }
    v1.all(path, (context) => {
      context.header('allow', Object.keys(handlers).join(', '));
      throw new ProblemError('method_not_allowed');
    });
  };
}
