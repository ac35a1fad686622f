import { Hono } from 'hono';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { requireScope } from '../management/authorize.js';
import { offsetPage } from '../management/paging.js';
import type { TenantState } from '../state.js';

/** The tenant log, the newest entry first: https://auth0.com/docs/api/management/v2/logs */
export function logRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/users/:id/logs', requireScope(tenant, 'read:logs', 'read:logs_users'), (c) => {
    const id = c.req.param('id');
    const entries = tenant.log.list().filter(({ user_id }) => user_id === id);
    return c.json(offsetPage(entries.reverse(), (entry) => entry, 'logs', c.req.query()));
  });

  app.get('/logs/:id', requireScope(tenant, 'read:logs'), (c) => {
    const entry = tenant.log.list().find(({ log_id }) => log_id === c.req.param('id'));
    if (!entry) throw new ManagementError(404, 'Log not found.');
    return c.json(entry);
  });

  return app;
}
