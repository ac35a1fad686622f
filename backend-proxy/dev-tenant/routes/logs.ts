import { Hono } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { requireScope } from '../management/authorize.js';
import { fieldFilter, pickFields } from '../management/fields.js';
import { offsetPage } from '../management/paging.js';
import { parseQuery } from '../management/validation.js';
import { searchLogs } from '../search/search-logs.js';
import type { TenantState } from '../state.js';
import type { LogEntry } from '../tenant-log.js';

const maxByCheckpoint = 100;
const checkpoint = z.object({
  from: z.string().optional(),
  take: z.coerce.number().int().min(1).max(maxByCheckpoint).default(50),
});
const order = z.object({ sort: z.enum(['date:1', 'date:-1']).default('date:-1') });

/** The tenant log, newest first: https://auth0.com/docs/api/management/v2/logs */
export function logRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  const reads = requireScope(tenant, 'read:logs', 'read:logs_users');

  app.get('/logs', reads, (c) => {
    const query = c.req.query();
    const keep = fieldFilter(query);
    const show = (entry: LogEntry) => pickFields(entry, keep);
    // From a log entry onwards: oldest first and without filters.
    if (query['from'] !== undefined || query['take'] !== undefined) {
      const { from, take } = parseQuery(checkpoint, query);
      return c.json(entriesAfter(tenant, from).slice(0, take).map(show));
    }
    return c.json(offsetPage(sorted(searchLogs(tenant, query['search']), query), show, 'logs', query));
  });

  app.get('/logs/:id', reads, (c) => {
    const entry = tenant.log.list().find(({ log_id }) => log_id === c.req.param('id'));
    if (!entry) throw new ManagementError(404, 'Log not found.');
    return c.json(entry);
  });

  app.get('/users/:id/logs', reads, (c) => {
    const id = c.req.param('id');
    const entries = tenant.log.list().filter(({ user_id }) => user_id === id);
    return c.json(offsetPage(sorted(entries, c.req.query()), (entry) => entry, 'logs', c.req.query()));
  });

  return app;
}

function sorted(entries: readonly LogEntry[], query: Record<string, string>): readonly LogEntry[] {
  const { sort } = parseQuery(order, query);
  return sort === 'date:1' ? entries : [...entries].reverse();
}

function entriesAfter({ log }: TenantState, id: string | undefined): readonly LogEntry[] {
  if (id === undefined) return log.list();
  const index = log.list().findIndex(({ log_id }) => log_id === id);
  if (index < 0) throw new ManagementError(400, `Invalid checkpoint: ${id}`, 'invalid_query_string');
  return log.list().slice(index + 1);
}
