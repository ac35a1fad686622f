import { Hono } from 'hono';
import { z } from 'zod';
import { connectionClass } from '../connection-class.js';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import type { Job } from '../jobs.js';
import { sendVerification } from '../emails.js';
import { requireScope } from '../management/authorize.js';
import { linkOrigin } from '../management/custom-domain.js';
import { readJson } from '../management/read-json.js';
import { parseBody } from '../management/validation.js';
import type { TenantState } from '../state.js';
import { existingConnection, exportRequest, exportUsers } from '../users/export-users.js';
import { importUsers, readImport } from '../users/import-users.js';
import { memberOf } from './user-tickets.js';
import { inexistentUser } from './users.js';

const verification = z.strictObject({
  user_id: z.string(),
  client_id: z.string().optional(),
  identity: z
    .strictObject({ user_id: z.string(), provider: z.string(), connection_id: z.string().optional() })
    .optional(),
  organization_id: z.string().optional(),
});

/** `/api/v2/jobs`: https://auth0.com/docs/api/management/v2/jobs */
export function jobRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  const reads = requireScope(tenant, 'create:users', 'read:users');

  app.post('/jobs/verification-email', requireScope(tenant, 'update:users'), async (c) => {
    const { user_id, organization_id } = parseBody(verification, await readJson(c));
    const user = tenant.directory.users.get(user_id);
    if (!user) throw inexistentUser();
    const strategy = tenant.directory.connectionOf(user)?.strategy ?? '';
    if (connectionClass(strategy) !== 'database') {
      throw new ManagementError(400, 'Connection must be a database connection.', 'invalid_body');
    }
    if (user.email === undefined) {
      throw new ManagementError(400, 'User does not have an email address.', 'invalid_body');
    }
    if (organization_id !== undefined) memberOf(tenant, user_id, organization_id);
    const mail = { organizationId: organization_id, origin: linkOrigin(c, tenant) };
    sendVerification(tenant, user_id, user.email, mail);
    return c.json(jobRow(tenant, tenant.jobs.add('verification_email')), 201);
  });

  app.post('/jobs/users-exports', requireScope(tenant, 'read:users'), async (c) => {
    const request = parseBody(exportRequest, await readJson(c));
    if (request.connection_id !== undefined) existingConnection(tenant, request.connection_id);
    return c.json(jobRow(tenant, tenant.jobs.add('users_export', { connection: '', ...request })));
  });

  app.post('/jobs/users-imports', requireScope(tenant, 'create:users'), async (c) => {
    const request = await readImport(tenant, c);
    const { summary, errors } = importUsers(tenant, request);
    const { connection, external_id } = request;
    const details = { connection: connection.name, connection_id: connection.id, external_id, summary };
    return c.json(jobRow(tenant, tenant.jobs.add('users_import', details, errors)), 202);
  });

  app.get('/jobs/:id', reads, (c) =>
    c.json(jobRow(tenant, existingJob(tenant, c.req.param('id'), 'Job not found.'))),
  );

  app.get('/jobs/:id/errors', reads, (c) => {
    const job = existingJob(tenant, c.req.param('id'), 'The job does not exist');
    if (!isDone(tenant, job)) return c.json(jobRow(tenant, job));
    return job.errors.length > 0 ? c.json(job.errors) : c.body(null, 204);
  });

  return app;
}

/** URL of an exported file. Like Auth0's, it requires no token. */
export function exportRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/u/exports/:id', (c) => {
    const job = tenant.jobs.find(c.req.param('id'));
    if (job?.type !== 'users_export' || !isDone(tenant, job)) throw new ManagementError(404, 'Not Found');
    const file = new Blob([exportUsers(tenant, job.details)]).stream();
    return c.body(file.pipeThrough(new CompressionStream('gzip')), 200, {
      'content-type': 'application/gzip',
    });
  });

  return app;
}

function existingJob({ jobs }: TenantState, id: string, message: string): Job {
  const job = jobs.find(id);
  if (!job) throw new ManagementError(404, message);
  return job;
}

function isDone({ clock, lag }: TenantState, { createdAt }: Job): boolean {
  return clock.now() >= createdAt + lag;
}

function jobRow(tenant: TenantState, job: Job) {
  const { summary, ...details } = job.details;
  const done = isDone(tenant, job);
  return {
    id: job.id,
    type: job.type,
    status: done ? 'completed' : 'pending',
    created_at: new Date(job.createdAt).toISOString(),
    ...details,
    ...(done && { percentage_done: 100, summary }),
    ...(done && job.type === 'users_export' && { location: `${tenant.url}/u/exports/${job.id}` }),
  };
}
