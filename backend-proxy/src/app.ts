/** The proxy's HTTP application: middleware, then every route. */
import { Hono, type Handler } from 'hono';
import { cors } from 'hono/cors';
import { createAuthenticate } from './http/authenticate.js';
import { answerProblem, openRequest, type AuthenticatedEnv, type ProxyEnv } from './http/request.js';
import { createRequestLimits } from './http/request-limits.js';
import type { BackgroundWork } from './background.js';
import { ProblemError } from './http/problem-error.js';
import type { Metrics } from './metrics/metrics.js';
import { activityRoutes } from './routes/activity.js';
import { bulkRunRoutes } from './routes/bulk-runs.js';
import { deletionRoutes } from './routes/deletion.js';
import { exportRoutes } from './routes/export.js';
import { healthRoutes } from './routes/health.js';
import { invitationEmailRoutes } from './routes/invitation-emails.js';
import { invitationRoutes } from './routes/invitations.js';
import { emailRoutes } from './routes/emails.js';
import { memberExportRoutes } from './routes/member-export.js';
import { memberOperationRoutes } from './routes/member-operations.js';
import { memberRoleRoutes } from './routes/member-roles.js';
import { memberSecurityRoutes } from './routes/member-security.js';
import { memberRoutes } from './routes/members.js';
import { metricsRoutes } from './routes/metrics.js';
import { profileRoutes } from './routes/profile.js';
import { revealRoutes } from './routes/reveal.js';
import { sessionInfoRoutes } from './routes/session.js';
import { sessionRoutes } from './routes/sessions.js';
import type { Services } from './services.js';

/** Creates the application: middleware for every request, probes, authentication for `/v1`, and the routes. */
export function createApp(services: Services, background: BackgroundWork, metrics: Metrics): Hono<ProxyEnv> {
  const { settings } = services;
  const app = new Hono<ProxyEnv>().basePath(settings.basePath);
  app.use(metrics.countRequests);
  app.use(openRequest(settings));
  app.use(
    cors({
      origin: (origin) => (settings.allowedOrigins.includes(origin) ? origin : null),
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
    }),
  );
  app.use(async (_, next) => {
    background.checkSoon();
    await next();
  });

  const health = healthRoutes(services);
  app.get('/livez', health.live);
  app.get('/readyz', health.ready);
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

function addRoutes(
  v1: Hono<AuthenticatedEnv>,
  services: Services,
  { deletions, runs: runner, progress }: BackgroundWork,
): void {
  const profile = profileRoutes(services);
  const emails = emailRoutes(services);
  const sessions = sessionRoutes(services);
  const deletion = deletionRoutes(services, deletions);
  addPath(v1, '/profile', { GET: profile.read, PATCH: profile.update, DELETE: deletion.remove });
  addPath(v1, '/profile/password-reset', { POST: emails.resetPassword });
  addPath(v1, '/profile/email-verification', { POST: emails.verifyEmail });
  addPath(v1, '/profile/sessions', { GET: sessions.list, DELETE: sessions.endOthers });
  addPath(v1, '/profile/sessions/:sessionId', { DELETE: sessions.endOne });
  addPath(v1, '/profile/export', { GET: exportRoutes(services).download });
  addPath(v1, '/profile/deletion', { GET: deletion.plan, DELETE: deletion.cancel });

  const members = memberRoutes(services);
  addPath(v1, '/session', { GET: sessionInfoRoutes(services).read });
  addPath(v1, '/roles', { GET: members.roles });
  addPath(v1, '/members', { GET: members.list });
  // Before `/members/:userId`, which would match it too.
  addPath(v1, '/members/export', { GET: memberExportRoutes(services).download });

  addPath(v1, '/members/:userId', { GET: profile.read, PATCH: profile.update });
  addPath(v1, '/members/:userId/sessions', { GET: sessions.list, DELETE: sessions.endOthers });
  addPath(v1, '/members/:userId/sessions/:sessionId', { DELETE: sessions.endOne });
  addPath(v1, '/members/:userId/reveal', { POST: revealRoutes(services).reveal });
  addPath(v1, '/members/:userId/password-reset', { POST: emails.resetPassword });
  addPath(v1, '/members/:userId/email-verification', { POST: emails.verifyEmail });

  const operations = memberOperationRoutes(services);
  addPath(v1, '/members/:userId/security', { GET: memberSecurityRoutes(services).read });
  for (const [path, perform] of operations.byPath) addPath(v1, `/members/:userId/${path}`, { POST: perform });
  addPath(v1, '/members/:userId/deprovision', { GET: operations.plan, POST: operations.deprovision });
  addPath(v1, '/members/:userId/roles', { PUT: memberRoleRoutes(services).assign });

  const invitations = invitationRoutes(services);
  const invitationEmails = invitationEmailRoutes(services);
  addPath(v1, '/invitations', { GET: invitations.list, POST: invitations.create });
  addPath(v1, '/invitations/options', { GET: invitations.options });
  addPath(v1, '/invitations/:invitationId', { DELETE: invitations.revoke });
  addPath(v1, '/invitations/:invitationId/resend', { POST: invitationEmails.resend });
  addPath(v1, '/invitations/:invitationId/link', { POST: invitationEmails.link });

  const runs = bulkRunRoutes(services, runner, progress);
  addPath(v1, '/bulk-runs', { POST: runs.create });
  addPath(v1, '/bulk-runs/:runId/events', { GET: runs.events });
  addPath(v1, '/bulk-runs/:runId', { GET: runs.read, PATCH: runs.update, DELETE: runs.cancel });

  addPath(v1, '/activity', { GET: activityRoutes(services).list });
}

type Method = 'GET' | 'PATCH' | 'POST' | 'PUT' | 'DELETE';

/** Adds the handlers of one path. Other methods get a 405 that names these (RFC 9110 §15.5.6). */
function addPath(
  v1: Hono<AuthenticatedEnv>,
  path: string,
  handlers: Partial<Record<Method, Handler<AuthenticatedEnv>>>,
): void {
  for (const [method, handler] of Object.entries(handlers)) v1.on(method, path, handler);
  v1.all(path, (context) => {
    context.header('allow', Object.keys(handlers).join(', '));
    throw new ProblemError('method_not_allowed');
  });
}
