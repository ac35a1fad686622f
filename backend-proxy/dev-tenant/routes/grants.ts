import { Hono } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { requireScope } from '../management/authorize.js';
import { offsetPage } from '../management/paging.js';
import { parseQuery } from '../management/validation.js';
import type { TenantState } from '../state.js';

const filter = z.object({
  user_id: z.string().optional(),
  client_id: z.string().optional(),
  audience: z.string().optional(),
});
const ofUser = z.object({ user_id: z.string() });

/**
 * What people have consented to. First-party applications ask for no consent, and there is no other here: so the list is
 * empty, and deleting finds nothing to do. https://auth0.com/docs/get-started/applications/application-grant-types
 */
export function grantRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  const deletes = requireScope(tenant, 'delete:grants');

  app.get('/grants', requireScope(tenant, 'read:grants'), (c) => {
    parseQuery(filter, c.req.query());
    return c.json(offsetPage<object>([], (row) => row, 'grants', c.req.query()));
  });

  app.delete('/grants', deletes, (c) => {
    parseQuery(ofUser, c.req.query());
    return c.body(null, 204);
  });

  app.delete('/grants/:id', deletes, (c) => c.body(null, 204));

  return app;
}
