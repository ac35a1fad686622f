import { Hono } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { requireScope } from '../management/authorize.js';
import { requirePlan } from '../management/not-in-plan.js';
import { checkpointPage } from '../management/paging.js';
import { readJson } from '../management/read-json.js';
import { parseBody } from '../management/validation.js';
import type { Session } from '../oidc/sessions.js';
import type { TenantState } from '../state.js';

const metadataPatch = z.strictObject({
  session_metadata: z
    .record(z.string(), z.string().max(255))
    .refine((entries) => Object.keys(entries).length <= 25, 'At most 25 metadata properties are allowed')
    .nullable()
    .optional(),
});

const revocation = z.strictObject({
  session_id: z.string().max(50).optional(),
  preserve_refresh_tokens: z.boolean().optional(),
});

/**
 * Users' sessions (Enterprise plans only). Auth0 deletes them asynchronously; here it's immediate.
 * https://auth0.com/docs/manage-users/sessions/manage-user-sessions-with-auth0-management-api
 */
export function sessionRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  const plan = requirePlan(tenant, 'enterprise');
  const { sessions } = tenant;

  app.get('/users/:user_id/sessions', requireScope(tenant, 'read:sessions'), plan, (c) => {
    const userId = c.req.param('user_id');
    if (!tenant.directory.users.has(userId)) throw new ManagementError(404, 'User not found');
    const { rows, next } = checkpointPage(sessions.listOf(userId), c.req.query(), tenant.clock.now());
    return c.json({
      sessions: rows.map((row) => sessionRow(tenant, row)),
      ...(next !== undefined && { next }),
    });
  });

  app.delete('/users/:user_id/sessions', requireScope(tenant, 'delete:sessions'), plan, (c) => {
    const userId = c.req.param('user_id');
    if (!tenant.directory.users.has(userId)) throw new ManagementError(404, 'User not found');
    sessions.endWhere((session) => session.userId === userId, 'session-revoked');
    return c.body(null, 202);
  });

  app.get('/sessions/:id', requireScope(tenant, 'read:sessions'), plan, (c) =>
    c.json(sessionRow(tenant, existingSession(tenant, c.req.param('id')))),
  );

  app.patch('/sessions/:id', requireScope(tenant, 'update:sessions'), plan, async (c) => {
    const { id } = existingSession(tenant, c.req.param('id'));
    const { session_metadata } = parseBody(metadataPatch, await readJson(c));
    if (session_metadata !== undefined) sessions.setMetadata(id, session_metadata ?? {});
    return c.json(sessionRow(tenant, existingSession(tenant, id)));
  });

  app.delete('/sessions/:id', requireScope(tenant, 'delete:sessions'), plan, (c) => {
    const { id } = existingSession(tenant, c.req.param('id'));
    sessions.endWhere((session) => session.id === id, 'session-revoked');
    return c.body(null, 202);
  });

  const endsSessions = requireScope(tenant, 'delete:sessions');
  const endsTokens = requireScope(tenant, 'delete:refresh_tokens');

  app.post('/sessions/:id/revoke', endsSessions, endsTokens, plan, (c) => {
    const { id } = existingSession(tenant, c.req.param('id'));
    sessions.endWhere((session) => session.id === id, 'session-revoked');
    tenant.grants.revokeWhere(({ grant }) => grant.sessionId === id);
    return c.body(null, 202);
  });

  // The required plan is undocumented; assumed to be the same as for sessions.
  app.post('/users/:id/revoke-access', endsSessions, endsTokens, plan, async (c) => {
    const text = await c.req.text();
    const body = text === '' ? {} : parseBody(revocation, await readJson(c));
    const userId = c.req.param('id');
    const { session_id } = body;
    const concerned = (id: string) => session_id === undefined || id === session_id;
    sessions.endWhere((session) => session.userId === userId && concerned(session.id), 'session-revoked');
    if (body.preserve_refresh_tokens !== true) {
      tenant.grants.revokeWhere(({ grant }) => grant.userId === userId && concerned(grant.sessionId));
    }
    return c.body(null, 202);
  });

  return app;
}

function existingSession({ sessions }: TenantState, id: string): Session {
  const session = sessions.byId(id);
  if (!session) throw new ManagementError(404, 'The session does not exist.');
  return session;
}

function sessionRow({ sessions }: TenantState, session: Session) {
  const { idle, absolute } = sessions.expiry(session);
  const { device, lastDevice, clients, metadata } = session;
  const time = (ms: number) => new Date(ms).toISOString();
  return {
    id: session.id,
    user_id: session.userId,
    created_at: time(session.startedAt),
    updated_at: time(session.lastUsedAt),
    authenticated_at: time(session.authTime * 1000),
    last_interacted_at: time(session.lastUsedAt),
    idle_expires_at: time(idle),
    expires_at: time(absolute),
    device: {
      initial_user_agent: device.userAgent,
      initial_ip: device.ip,
      last_user_agent: lastDevice.userAgent,
      last_ip: lastDevice.ip,
    },
    clients: clients.map((client_id) => ({ client_id })),
    authentication: { methods: [{ name: 'pwd', timestamp: time(session.authTime * 1000) }] },
    session_metadata: metadata,
  };
}
