import { Hono } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { requireScope } from '../management/authorize.js';
import { fieldFilter, pickFields } from '../management/fields.js';
import { offsetPage } from '../management/paging.js';
import { parseQuery } from '../management/validation.js';
import { searchUsers } from '../search/search-users.js';
import type { TenantState } from '../state.js';

const byEmail = z.object({ email: z.string().min(1) });

/** User search: https://auth0.com/docs/manage-users/user-search */
export function userSearchRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/users', requireScope(tenant, 'read:users', 'read:user_idp_tokens'), (c) => {
    const query = c.req.query();
    const keep = fieldFilter(query);
    const page = offsetPage(searchUsers(tenant, query), (user) => pickFields(user, keep), 'users', query);
    return c.json(Array.isArray(page) ? page : { ...page, length: lengthOf(page) });
  });

  // Case-sensitive: Auth0 stores addresses of its databases in lower case and others unchanged.
  app.get('/users-by-email', requireScope(tenant, 'read:users'), (c) => {
    const { email } = parseQuery(byEmail, c.req.query());
    const keep = fieldFilter(c.req.query());
    const found = tenant.directory.usersIdentifiedBy(email).filter((user) => user.email === email);
    return c.json(found.map((user) => pickFields(user, keep)));
  });

  return app;
}

function lengthOf(page: object): number {
  const rows = 'users' in page ? page.users : [];
  return Array.isArray(rows) ? rows.length : 0;
}
