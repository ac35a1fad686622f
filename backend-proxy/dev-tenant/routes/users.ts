import { Hono } from 'hono';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { insufficientScope, requireScope } from '../management/authorize.js';
import { fieldFilter, pickFields } from '../management/fields.js';
import { offsetPage } from '../management/paging.js';
import { linkOrigin } from '../management/custom-domain.js';
import { readJson } from '../management/read-json.js';
import { parseBody } from '../management/validation.js';
import type { TenantState } from '../state.js';
import { applyPatch } from '../users/apply-patch.js';
import { checkPatch } from '../users/check-patch.js';
import { userPatch } from '../users/patch-schema.js';
import type { User } from '../users/user.js';
import { organizationRow } from './organizations.js';

/** `/api/v2/users`: https://auth0.com/docs/api/management/v2/users */
export function userRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/users/:id', requireScope(tenant, 'read:users'), (c) => {
    const keep = fieldFilter(c.req.query());
    return c.json(pickFields(existingUser(tenant, c.req.param('id')), keep));
  });

  app.patch('/users/:id', requireScope(tenant, 'update:users', 'update:users_app_metadata'), async (c) => {
    const patch = parseBody(userPatch, await readJson(c));
    const onlyAppMetadata = Object.keys(patch).every((name) => name === 'app_metadata');
    if (!c.get('scopes').has('update:users') && !onlyAppMetadata) throw insufficientScope(['update:users']);
    const user = existingUser(tenant, c.req.param('id'));
    checkPatch(tenant.directory, user, patch);
    applyPatch(tenant, user.user_id, patch, linkOrigin(c, tenant));
    return c.json(user);
  });

  // An unknown ID also succeeds: no other response is documented.
  app.delete('/users/:id', requireScope(tenant, 'delete:users'), (c) => {
    const id = c.req.param('id');
    tenant.directory.deleteUser(id);
    tenant.sessions.endAllOf(id, 'account-deleted');
    tenant.grants.revokeWhere(({ grant }) => grant.userId === id);
    return c.body(null, 204);
  });

  app.get('/users/:id/organizations', requireScope(tenant, 'read:organizations'), (c) => {
    const id = c.req.param('id');
    if (!tenant.directory.users.has(id)) throw inexistentUser();
    const rows = tenant.directory.listedOrganizationsOf(id);
    return c.json(offsetPage(rows, organizationRow, 'organizations', c.req.query()));
  });

  return app;
}

export function existingUser({ directory }: TenantState, id: string): Readonly<User> {
  const user = directory.users.get(id);
  if (!user) throw inexistentUser();
  return user;
}

export function inexistentUser(): ManagementError {
  return new ManagementError(404, 'The user does not exist.', 'inexistent_user');
}
