import { Hono } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { requireScope } from '../management/authorize.js';
import { offsetPage } from '../management/paging.js';
import { readJson } from '../management/read-json.js';
import { parseBody } from '../management/validation.js';
import type { TenantState } from '../state.js';
import type { DirectPermission } from '../users/tenant-roles.js';
import { existingUser } from './users.js';

const permission = z.strictObject({ resource_server_identifier: z.string(), permission_name: z.string() });
const permissions = z.strictObject({ permissions: z.array(permission).min(1) });

/** Permissions assigned directly to users: https://auth0.com/docs/api/management/v2/users/get-permissions */
export function userPermissionRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  const path = '/users/:id/permissions';
  const writes = requireScope(tenant, 'update:users');
  const show = (permission: DirectPermission) => ({
    ...permission,
    resource_server_name: tenant.applications.apis.get(permission.resource_server_identifier)?.name,
    sources: [{ source_type: 'DIRECT' }],
  });
  const held = (id: string) => tenant.directory.tenantRoles.permissionsOf(id);

  app.get(path, requireScope(tenant, 'read:users'), (c) => {
    const { user_id } = existingUser(tenant, c.req.param('id'));
    return c.json(offsetPage(held(user_id), show, 'permissions', c.req.query()));
  });

  app.post(path, writes, async (c) => {
    const { user_id } = existingUser(tenant, c.req.param('id'));
    const given = parseBody(permissions, await readJson(c)).permissions;
    const added = given.filter((one) => !held(user_id).some((other) => isSame(one, other)));
    tenant.directory.tenantRoles.setPermissions(user_id, [...held(user_id), ...added]);
    return c.body(null, 201);
  });

  app.delete(path, writes, async (c) => {
    const { user_id } = existingUser(tenant, c.req.param('id'));
    const taken = parseBody(permissions, await readJson(c)).permissions;
    const left = held(user_id).filter((one) => !taken.some((other) => isSame(one, other)));
    tenant.directory.tenantRoles.setPermissions(user_id, left);
    return c.body(null, 204);
  });

  return app;
}

function isSame(one: DirectPermission, other: DirectPermission): boolean {
  return (
    one.resource_server_identifier === other.resource_server_identifier &&
    one.permission_name === other.permission_name
  );
}
