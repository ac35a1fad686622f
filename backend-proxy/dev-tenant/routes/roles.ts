import { Hono } from 'hono';
import type { TenantEnv } from '../env.js';
import type { Role } from '../directory.js';
import { productAudience } from '../clients.js';
import { ManagementError } from '../errors.js';
import { requireScope } from '../management/authorize.js';
import { offsetPage } from '../management/paging.js';
import type { TenantState } from '../state.js';

/** `/api/v2/roles`: https://auth0.com/docs/api/management/v2/roles */
export function roleRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/roles', requireScope(tenant, 'read:roles'), (c) => {
    const wanted = c.req.query('name_filter')?.toLowerCase() ?? '';
    const rows = tenant.directory.roles.filter(({ name }) => name.toLowerCase().includes(wanted));
    return c.json(offsetPage(rows, roleRow, 'roles', c.req.query()));
  });

  app.get('/roles/:id', requireScope(tenant, 'read:roles'), (c) =>
    c.json(roleRow(existingRole(tenant, c.req.param('id')))),
  );

  app.get('/roles/:id/permissions', requireScope(tenant, 'read:roles'), (c) => {
    const { permissions } = existingRole(tenant, c.req.param('id'));
    return c.json(offsetPage(permissions, permissionRow, 'permissions', c.req.query()));
  });

  return app;
}

export function existingRole({ directory }: TenantState, id: string): Role {
  const role = directory.roles.find((each) => each.id === id);
  if (!role) throw new ManagementError(404, 'Role not found.', 'inexistent_role');
  return role;
}

export function roleRow({ id, name, description }: Role) {
  return { id, name, description };
}

function permissionRow(permission: string) {
  return {
    permission_name: permission,
    description: '',
    resource_server_name: 'Product API',
    resource_server_identifier: productAudience,
  };
}
