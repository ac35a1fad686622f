import { Hono } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { groupRow, groupsOfUser } from '../groups.js';
import { requireScope } from '../management/authorize.js';
import { fieldFilter, pickFields } from '../management/fields.js';
import { checkpointAnswer, isCheckpoint, offsetPage } from '../management/paging.js';
import { readJson } from '../management/read-json.js';
import { parseQuery } from '../management/validation.js';
import { permissionsOf } from '../role.js';
import type { TenantState } from '../state.js';
import { existingRole, existingRoles, roleRow } from './roles.js';
import { existingUser } from './users.js';

const ofRole = z.object({ role_id: z.string() });
const ofApi = z.object({ resource_server_identifier: z.string().min(1).max(600) });
const ofPermission = ofApi.extend({ permission_name: z.string().min(1).max(280) });

/**
 * Users' roles at tenant level, independent of organizations:
 * https://auth0.com/docs/manage-users/access-control/configure-core-rbac/rbac-users
 */
export function userRoleRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  const now = () => tenant.clock.now();
  const userOf = (id: string) => existingUser(tenant, id).user_id;

  app.get(
    '/users/:id/roles',
    requireScope(tenant, 'read:users'),
    requireScope(tenant, 'read:roles'),
    requireScope(tenant, 'read:role_members'),
    (c) => c.json(offsetPage(rolesOf(tenant, userOf(c.req.param('id'))), roleRow, 'roles', c.req.query())),
  );

  // `update:users` alone is no longer enough: https://auth0.com/docs/troubleshoot/product-lifecycle/past-migrations
  app.post('/users/:id/roles', requireScope(tenant, 'create:role_members'), async (c) => {
    const id = userOf(c.req.param('id'));
    const given = existingRoles(tenant, await readJson(c));
    tenant.directory.tenantRoles.setRoles(id, [
      ...new Set([...tenant.directory.tenantRoles.rolesOf(id), ...given]),
    ]);
    return c.body(null, 204);
  });

  app.delete('/users/:id/roles', requireScope(tenant, 'update:users', 'delete:role_members'), async (c) => {
    const id = userOf(c.req.param('id'));
    const taken = existingRoles(tenant, await readJson(c));
    const left = tenant.directory.tenantRoles.rolesOf(id).filter((role) => !taken.includes(role));
    tenant.directory.tenantRoles.setRoles(id, left);
    return c.body(null, 204);
  });

  // Groups only have roles in organizations here, so tenant roles are always assigned directly.
  app.get('/users/:id/effective-roles', requireScope(tenant, 'read:user_effective_roles'), (c) => {
    const held = rolesOf(tenant, userOf(c.req.param('id')));
    return c.json(checkpointAnswer(held, effectiveRow, 'roles', c.req.query(), now()));
  });

  app.get(
    '/users/:id/effective-roles/sources/groups',
    requireScope(tenant, 'read:user_role_source_groups'),
    (c) => {
      userOf(c.req.param('id'));
      existingRole(tenant, parseQuery(ofRole, c.req.query()).role_id);
      return c.json({ groups: [] });
    },
  );

  app.get(
    '/users/:id/effective-permissions',
    requireScope(tenant, 'read:user_effective_permissions'),
    (c) => {
      const { resource_server_identifier } = parseQuery(ofApi, c.req.query());
      const all = effectivePermissions(tenant, userOf(c.req.param('id')), resource_server_identifier);
      return c.json(checkpointAnswer(all, (row) => row, 'permissions', c.req.query(), now()));
    },
  );

  app.get(
    '/users/:id/effective-permissions/sources/effective-roles',
    requireScope(tenant, 'read:user_permission_source_roles'),
    (c) => {
      const { resource_server_identifier, permission_name } = parseQuery(ofPermission, c.req.query());
      const roles = rolesOf(tenant, userOf(c.req.param('id'))).filter((role) =>
        permissionsOf([role], resource_server_identifier).includes(permission_name),
      );
      return c.json(checkpointAnswer(roles, effectiveRow, 'roles', c.req.query(), now()));
    },
  );

  app.get('/users/:id/groups', requireScope(tenant, 'read:groups'), (c) => {
    const query = c.req.query();
    const keep = fieldFilter(query);
    const groups = groupsOfUser(tenant.directory, userOf(c.req.param('id')));
    const show = (group: (typeof groups)[number]) => pickFields(groupRow(group), keep);
    if (isCheckpoint(query)) return c.json(checkpointAnswer(groups, show, 'groups', query, now()));
    return c.json(offsetPage(groups, show, 'groups', query));
  });

  return app;
}

function rolesOf({ directory }: TenantState, userId: string) {
  const held = directory.tenantRoles.rolesOf(userId);
  return directory.roles.filter(({ id }) => held.includes(id));
}

function effectiveRow(role: Parameters<typeof roleRow>[0]) {
  return { ...roleRow(role), sources: ['direct'] };
}

function effectivePermissions(tenant: TenantState, userId: string, api: string) {
  const direct = tenant.directory.tenantRoles
    .permissionsOf(userId)
    .flatMap((each) => (each.resource_server_identifier === api ? each.permission_name : []));
  const byRole = permissionsOf(rolesOf(tenant, userId), api);
  return [...new Set([...direct, ...byRole])].map((permission_name) => ({
    permission_name,
    resource_server_identifier: api,
    resource_server_name: tenant.applications.apis.get(api)?.name,
    sources: [
      ...(direct.includes(permission_name) ? ['direct'] : []),
      ...(byRole.includes(permission_name) ? ['roles'] : []),
    ],
  }));
}
