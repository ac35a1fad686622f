import { Hono } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { requireScope } from '../management/authorize.js';
import { fieldFilter, pickFields } from '../management/fields.js';
import { requirePlan } from '../management/not-in-plan.js';
import { checkpointPage } from '../management/paging.js';
import { readJson } from '../management/read-json.js';
import { parseBody, parseQuery } from '../management/validation.js';
import type { RefreshToken } from '../oidc/grants.js';
import type { TenantState } from '../state.js';

const filter = z.object({ user_id: z.string().optional(), client_id: z.string().optional() });
const revocation = z.strictObject({
  ids: z.array(z.string()).min(1).max(100).optional(),
  user_id: z.string().optional(),
  client_id: z.string().optional(),
  audience: z.string().optional(),
});

/**
 * Users' refresh tokens (Enterprise plans only). A token keeps its ID when it rotates.
 * https://auth0.com/docs/secure/tokens/manage-refresh-tokens-with-auth0-management-api
 */
export function refreshTokenRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  const plan = requirePlan(tenant, 'enterprise');
  const { grants } = tenant;

  app.get('/users/:user_id/refresh-tokens', requireScope(tenant, 'read:refresh_tokens'), plan, (c) => {
    const userId = c.req.param('user_id');
    if (!tenant.directory.users.has(userId)) throw new ManagementError(404, 'User not found');
    const tokens = grants.list().filter(({ grant }) => grant.userId === userId);
    const { rows, next } = checkpointPage(tokens, c.req.query(), tenant.clock.now());
    return c.json({ tokens: rows.map((row) => tokenRow(tenant, row)), ...(next !== undefined && { next }) });
  });

  app.delete('/users/:user_id/refresh-tokens', requireScope(tenant, 'delete:refresh_tokens'), plan, (c) => {
    const userId = c.req.param('user_id');
    if (!tenant.directory.users.has(userId)) throw new ManagementError(404, 'User not found');
    grants.revokeWhere(({ grant }) => grant.userId === userId);
    return c.body(null, 202);
  });

  // EA. Unlike the other list, it can be filtered by application.
  app.get('/refresh-tokens', requireScope(tenant, 'read:refresh_tokens'), plan, (c) => {
    const query = c.req.query();
    const { user_id, client_id } = parseQuery(filter, query);
    if (user_id === undefined) {
      throw new ManagementError(400, "Missing required 'user_id' parameter.", 'invalid_query_string');
    }
    if (!tenant.directory.users.has(user_id)) throw new ManagementError(404, 'User not found');
    const keep = fieldFilter(query);
    const tokens = grants
      .list()
      .filter(({ grant }) => grant.userId === user_id && [undefined, grant.clientId].includes(client_id));
    const { rows, next } = checkpointPage(tokens, query, tenant.clock.now());
    const pageRows = rows.map((row) => pickFields(tokenRow(tenant, row), keep));
    return c.json({ refresh_tokens: pageRows, ...(next !== undefined && { next }) });
  });

  app.get('/refresh-tokens/:id', requireScope(tenant, 'read:refresh_tokens'), plan, (c) =>
    c.json(tokenRow(tenant, existingToken(tenant, c.req.param('id')))),
  );

  app.delete('/refresh-tokens/:id', requireScope(tenant, 'delete:refresh_tokens'), plan, (c) => {
    const { family } = existingToken(tenant, c.req.param('id'));
    grants.revokeFamily(family);
    return c.body(null, 202);
  });

  app.post('/refresh-tokens/revoke', requireScope(tenant, 'delete:refresh_tokens'), plan, async (c) => {
    const { ids, user_id, client_id, audience } = parseBody(revocation, await readJson(c));
    const byUser = user_id !== undefined;
    const misfit = (ids !== undefined) === byUser || (client_id !== undefined && !byUser);
    if (misfit || (audience !== undefined && client_id === undefined)) {
      throw new ManagementError(400, 'Invalid combination of parameters.', 'invalid_body');
    }
    grants.revokeWhere(({ id, grant }) =>
      ids
        ? ids.includes(id)
        : grant.userId === user_id &&
          (client_id === undefined || grant.clientId === client_id) &&
          (audience === undefined || grant.audience === audience),
    );
    return c.body(null, 202);
  });

  return app;
}

function existingToken({ grants }: TenantState, id: string): RefreshToken {
  const token = grants.list().find((each) => each.id === id);
  if (!token) throw new ManagementError(404, 'The refresh token does not exist.');
  return token;
}

function tokenRow({ grants }: TenantState, token: RefreshToken) {
  const { id, grant, createdAt, exchangedAt } = token;
  const { idle, absolute } = grants.expiry(token);
  const { userId, clientId, sessionId, audience, scope } = grant;
  return {
    id,
    user_id: userId,
    client_id: clientId,
    session_id: sessionId,
    rotating: true,
    created_at: new Date(createdAt).toISOString(),
    last_exchanged_at: new Date(exchangedAt).toISOString(),
    idle_expires_at: new Date(idle).toISOString(),
    expires_at: new Date(absolute).toISOString(),
    resource_servers: audience === undefined ? [] : [{ audience, scopes: scope }],
  };
}
