import { Hono } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import type { Role } from '../directory.js';
import { ManagementError } from '../errors.js';
import { requireScope } from '../management/authorize.js';
import { checkpointAnswer, isCheckpoint, offsetPage } from '../management/paging.js';
import { parseBody, parseQuery } from '../management/validation.js';
import { readJson } from '../management/read-json.js';
import { randomId } from '../random.js';
import { isRoleIn } from '../role-owner.js';
import type { TenantState } from '../state.js';
import type { DirectPermission } from '../users/tenant-roles.js';
import type { User } from '../users/user.js';

const filters = z
  .object({
    name_filter: z.string().default(''),
    type: z.enum(['tenant', 'organization']).default('tenant'),
    owner_id: z.string().min(1).optional(),
  })
  .refine(
    ({ type, owner_id }) => type === 'tenant' || owner_id !== undefined,
    'owner_id is required when type is organization',
  );
const creation = z.strictObject({ name: z.string().min(1), description: z.string().exactOptional() });
const permissions = z.strictObject({
  permissions: z
    .array(z.strictObject({ resource_server_identifier: z.string(), permission_name: z.string() }))
    .min(1),
});
const roleIds = z.strictObject({ roles: z.array(z.string().min(1)).min(1) });

/** `/api/v2/roles`: https://auth0.com/docs/api/management/v2/roles */
export function roleRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/roles', requireScope(tenant, 'read:roles'), (c) => {
    // Without a type, only the roles of the tenant are listed.
    const { name_filter, type, owner_id } = parseQuery(filters, c.req.query());
    const owner = type === 'tenant' ? undefined : owner_id;
    const rows = tenant.directory.roles.filter(
      (role) => role.owner_id === owner && role.name.toLowerCase().includes(name_filter.toLowerCase()),
    );
    return c.json(offsetPage(rows, ownedRow, 'roles', c.req.query()));
  });

  app.get('/roles/:id', requireScope(tenant, 'read:roles'), (c) =>
    c.json(ownedRow(existingRole(tenant, c.req.param('id')))),
  );

  app.get('/roles/:id/permissions', requireScope(tenant, 'read:roles'), (c) => {
    const { permissions } = existingRole(tenant, c.req.param('id'));
    const show = (row: DirectPermission) => permissionRow(tenant, row);
    return c.json(offsetPage(permissions, show, 'permissions', c.req.query()));
  });

  app.post('/roles', requireScope(tenant, 'create:roles'), async (c) => {
    const { name, description = '' } = parseBody(creation, await readJson(c));
    if (tenant.directory.roles.some((role) => role.owner_id === undefined && role.name === name)) {
      throw new ManagementError(409, 'The role already exists.');
    }
    const role = { id: `rol_${randomId(12)}`, name, description, permissions: [] };
    tenant.directory.setRole(role);
    return c.json(roleRow(role));
  });

  app.post('/roles/:id/permissions', requireScope(tenant, 'update:roles'), async (c) => {
    const role = existingRole(tenant, c.req.param('id'));
    const given = parseBody(permissions, await readJson(c)).permissions;
    for (const each of given) checkPermission(tenant, each);
    tenant.directory.setRole({ ...role, permissions: [...withoutThese(role, given), ...given] });
    return c.body(null, 201);
  });

  app.delete('/roles/:id/permissions', requireScope(tenant, 'update:roles'), async (c) => {
    const role = existingRole(tenant, c.req.param('id'));
    const given = parseBody(permissions, await readJson(c)).permissions;
    tenant.directory.setRole({ ...role, permissions: withoutThese(role, given) });
    return c.body(null, 200);
  });

  // Users with the role at tenant level, not in an organization.
  app.get(
    '/roles/:id/users',
    requireScope(tenant, 'read:users'),
    requireScope(tenant, 'read:roles'),
    requireScope(tenant, 'read:role_members'),
    (c) => {
      const { id } = existingRole(tenant, c.req.param('id'));
      const query = c.req.query();
      const holders = tenant.directory.tenantRoles.usersWith(id);
      const rows = holders.flatMap((userId) => tenant.directory.listedUser(userId) ?? []);
      if (!isCheckpoint(query)) return c.json(offsetPage(rows, userRow, 'users', query));
      return c.json(checkpointAnswer(rows, userRow, 'users', query, tenant.clock.now()));
    },
  );

  // Groups only have roles in organizations, see organization-groups.ts.
  app.get('/roles/:id/groups', requireScope(tenant, 'read:group_roles'), (c) => {
    existingRole(tenant, c.req.param('id'));
    return c.json(checkpointAnswer<object>([], (row) => row, 'groups', c.req.query(), tenant.clock.now()));
  });

  return app;
}

export function existingRole({ directory }: TenantState, id: string): Role {
  const role = directory.roles.find((each) => each.id === id);
  if (!role) throw new ManagementError(404, 'Role not found.', 'inexistent_role');
  return role;
}

/**
 * IDs in a body. All of them must exist: as roles of the tenant or of the organization, or of the tenant alone if there is
 * no organization.
 */
export function existingRoles(
  { directory }: TenantState,
  body: unknown,
  organizationId = '',
): readonly string[] {
  const { roles } = parseBody(roleIds, body);
  const known = new Set(directory.roles.filter((role) => isRoleIn(role, organizationId)).map(({ id }) => id));
  const unknown = roles.filter((role) => !known.has(role));
  if (unknown.length > 0) {
    const message = `One or more of the specified roles do not exist: ${unknown.join(', ')}`;
    throw new ManagementError(400, message, 'invalid_body');
  }
  return roles;
}

export function roleRow({ id, name, description }: Role) {
  return { id, name, description };
}

/** A role with the organization that owns it, if there is one. */
function ownedRow(role: Role) {
  return {
    ...roleRow(role),
    ...(role.owner_id !== undefined && { type: 'organization', owner_id: role.owner_id }),
  };
}

function userRow({ user_id, name, email, picture }: Readonly<User>) {
  return { user_id, name, email, picture };
}

function permissionRow(
  { applications }: TenantState,
  { permission_name, resource_server_identifier }: DirectPermission,
) {
  const api = applications.apis.get(resource_server_identifier);
  const description = api?.scopes.find(({ value }) => value === permission_name)?.description ?? '';
  return { permission_name, description, resource_server_name: api?.name, resource_server_identifier };
}

function checkPermission({ applications }: TenantState, permission: DirectPermission): void {
  const api = applications.apis.get(permission.resource_server_identifier);
  if (!api) throw new ManagementError(404, 'The resource server does not exist.');
  if (api.scopes.some(({ value }) => value === permission.permission_name)) return;
  throw new ManagementError(
    400,
    `The permission ${permission.permission_name} does not exist.`,
    'invalid_body',
  );
}

function withoutThese({ permissions }: Role, taken: readonly DirectPermission[]): DirectPermission[] {
  return permissions.filter(
    (each) =>
      !taken.some(
        ({ permission_name, resource_server_identifier }) =>
          permission_name === each.permission_name &&
          resource_server_identifier === each.resource_server_identifier,
      ),
  );
}
