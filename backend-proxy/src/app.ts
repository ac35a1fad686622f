/** The proxy's table of contents: what surrounds every request, then the addresses by noun. */
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { createPendingInvitations } from './invitations/pending.js';
import type { Management } from './management/index.js';
import { createAuthenticate } from './http/authenticate.js';
import { withActivityLog } from './audit/record.js';
import { createPermissionRevalidation } from './access/revalidate-permissions.js';
import { answerProblem, openRequest, type ProxyEnv } from './http/request.js';
import type { Settings } from './options.js';
import { createScheduledDeletions } from './accounts/scheduled-deletions.js';
import { createHeldPermissions } from './access/held-permissions.js';
import { KnownNames } from './audit/known-names.js';
import { readsFor } from './access/load-person.js';
import { createOrganizationAuthorizer } from './access/authorize-organization.js';
import { createActiveMemberCheck } from './access/active-member-check.js';
import { createSubjects } from './access/subject.js';
import { ProblemError } from './http/problem-error.js';
import { activityRoutes } from './routes/activity.js';
import { bulkRunRoutes } from './routes/bulk-runs.js';
import { deletionRoutes } from './routes/deletion.js';
import { exportRoutes } from './routes/export.js';
import { invitationEmailRoutes } from './routes/invitation-emails.js';
import { invitationRoutes } from './routes/invitations.js';
import { emailRoutes } from './routes/emails.js';
import { memberExportRoutes } from './routes/member-export.js';
import { memberOperationRoutes } from './routes/member-operations.js';
import { memberRoleRoutes } from './routes/member-roles.js';
import { memberSecurityRoutes } from './routes/member-security.js';
import { memberRoutes } from './routes/members.js';
import { profileRoutes } from './routes/profile.js';
import { revealRoutes } from './routes/reveal.js';
import { sessionInfoRoutes } from './routes/session.js';
import { sessionRoutes } from './routes/sessions.js';
import { caller, namedMember } from './routes/subject-of.js';
import { address, type Services } from './routes/services.js';
import type { Storage } from './storage/storage.js';

export function createApp(given: Settings, auth0: Management, storage: Storage): Hono<ProxyEnv> {
  const names = new KnownNames();
  const management = names.listenTo(auth0);
  const settings = { ...given, audit: withActivityLog(given, storage.activity, names) };
  const reads = readsFor(settings.policy);
  const requireActiveMember = createActiveMemberCheck(management, reads, storage.recent);
  const subjects = createSubjects(settings.policy, management, reads, requireActiveMember);
  const held = createHeldPermissions(management, storage.recent);
  const revalidatePermissions = createPermissionRevalidation(storage.demotions, held);
  const tools: Services = {
    settings,
    management,
    storage,
    subjects,
    authorizeOrganization: createOrganizationAuthorizer(settings.policy, requireActiveMember),
    authenticate: createAuthenticate(settings, storage.proofs, revalidatePermissions),
    revalidatePermissions,
    pending: createPendingInvitations(management, storage.invitations),
  };

  const app = new Hono<ProxyEnv>().basePath(settings.basePath);
  app.use(openRequest(settings));
  app.use(
    cors({
      origin: (origin) => (settings.allowedOrigins.includes(origin) ? origin : null),
      allowMethods: ['GET', 'PATCH', 'POST', 'PUT', 'DELETE'],
      allowHeaders: ['Authorization', 'Content-Type', 'DPoP', 'Idempotency-Key', 'If-Match', 'If-None-Match'],
      exposeHeaders: [
        'Content-Disposition',
        'DPoP-Nonce',
        'ETag',
        'Retry-After',
        'X-Request-Id',
        'WWW-Authenticate',
      ],
      maxAge: 600,
    }),
  );

  const own = profileRoutes(tools, caller(subjects));
  const ownMails = emailRoutes(tools, caller(subjects));
  const ownSessions = sessionRoutes(tools, caller(subjects));
  const due = createScheduledDeletions(tools, settings.policy, reads);
  app.use(async (_, next) => {
    due.look();
    await next();
  });
  const deletion = deletionRoutes(tools, due);
  address(app, '/v1/profile', { GET: own.read, PATCH: own.update, DELETE: deletion.remove });
  address(app, '/v1/profile/password-reset', { POST: ownMails.resetPassword });
  address(app, '/v1/profile/email-verification', { POST: ownMails.verifyEmail });
  address(app, '/v1/profile/sessions', { GET: ownSessions.list, DELETE: ownSessions.endOthers });
  address(app, '/v1/profile/sessions/:sessionId', { DELETE: ownSessions.endOne });
  address(app, '/v1/profile/export', { GET: exportRoutes(tools).download });
  address(app, '/v1/profile/deletion', { GET: deletion.plan, DELETE: deletion.cancel });

  const members = memberRoutes(tools);
  address(app, '/v1/session', { GET: sessionInfoRoutes(tools).read });
  address(app, '/v1/roles', { GET: members.roles });
  address(app, '/v1/members', { GET: members.list });
  // Before the members: it could be an id.
  address(app, '/v1/members/export', { GET: memberExportRoutes(tools).download });

  const member = profileRoutes(tools, namedMember(subjects));
  const memberMails = emailRoutes(tools, namedMember(subjects));
  address(app, '/v1/members/:userId', { GET: member.read, PATCH: member.update });
  const memberSessions = sessionRoutes(tools, namedMember(subjects));
  address(app, '/v1/members/:userId/sessions', {
    GET: memberSessions.list,
    DELETE: memberSessions.endOthers,
  });
  address(app, '/v1/members/:userId/sessions/:sessionId', { DELETE: memberSessions.endOne });
  address(app, '/v1/members/:userId/reveal', { POST: revealRoutes(tools, namedMember(subjects)).reveal });
  address(app, '/v1/members/:userId/password-reset', { POST: memberMails.resetPassword });
  address(app, '/v1/members/:userId/email-verification', { POST: memberMails.verifyEmail });

  const operations = memberOperationRoutes(tools);
  address(app, '/v1/members/:userId/security', { GET: memberSecurityRoutes(tools).read });
  address(app, '/v1/members/:userId/block', { POST: operations.block });
  address(app, '/v1/members/:userId/unblock', { POST: operations.unblock });
  address(app, '/v1/members/:userId/clear-lockout', { POST: operations.clearLockout });
  address(app, '/v1/members/:userId/mfa-reset', { POST: operations.resetMfa });
  address(app, '/v1/members/:userId/revoke-access', { POST: operations.revokeAccess });
  address(app, '/v1/members/:userId/deprovision', { GET: operations.plan, POST: operations.deprovision });
  address(app, '/v1/members/:userId/roles', { PUT: memberRoleRoutes(tools).assign });

  const invitations = invitationRoutes(tools);
  address(app, '/v1/invitations', { GET: invitations.list, POST: invitations.create });
  address(app, '/v1/invitations/options', { GET: invitations.options });
  address(app, '/v1/invitations/:invitationId', { DELETE: invitations.revoke });
  const invitationMails = invitationEmailRoutes(tools);
  address(app, '/v1/invitations/:invitationId/resend', { POST: invitationMails.resend });
  address(app, '/v1/invitations/:invitationId/link', { POST: invitationMails.link });

  const runs = bulkRunRoutes(tools);
  address(app, '/v1/bulk-runs', { POST: runs.create });
  address(app, '/v1/bulk-runs/:runId', { GET: runs.read, DELETE: runs.cancel });

  address(app, '/v1/activity', { GET: activityRoutes(tools).list });

  app.notFound(() => {
    throw new ProblemError('route_not_found');
  });
  app.onError((reason, context) => answerProblem(settings, reason, context));
  return app;
}
