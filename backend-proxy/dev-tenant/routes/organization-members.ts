import { Hono } from 'hono';
import { z } from 'zod';
import type { Membership, Role } from '../directory.js';
import type { TenantEnv } from '../env.js';
import { insufficientScope, requireScope } from '../management/authorize.js';
import { fieldFilter, pickFields } from '../management/fields.js';
import { ManagementError } from '../errors.js';
import { checkpointAnswer, checkpointPage, isCheckpoint, offsetPage } from '../management/paging.js';
import { readJson } from '../management/read-json.js';
import { parseBody } from '../management/validation.js';
import type { TenantState } from '../state.js';
import { existingOrganization } from './organizations.js';
import { existingRole, existingRoles, roleRow } from './roles.js';
import { inexistentUser } from './users.js';

const maxPerRequest = 10;
const maxRoles = 50;
const people = z.strictObject({
  members: z
    .array(z.string().min(1))
    .min(1)
    .max(maxPerRequest, `Array is too long, maximum ${maxPerRequest}`),
});

/** The members of an organization: https://auth0.com/docs/manage-users/organizations/configure-organizations/retrieve-members */
export function organizationMemberRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/organizations/:id/members', requireScope(tenant, 'read:organization_members'), (c) => {
    const { id } = existingOrganization(tenant, c.req.param('id'));
    const query = c.req.query();
    const keep = fieldFilter(query);
    // Roles are included only on request and require an additional scope.
    const withRoles = query['fields'] !== undefined && keep('roles');
    if (withRoles && !c.get('scopes').has('read:organization_member_roles')) {
      throw insufficientScope(['read:organization_member_roles']);
    }
    const row = (membership: Membership) => pickFields(memberRow(tenant, membership, withRoles), keep);
    const members = tenant.directory.listedMembers(id);
    if (!isCheckpoint(query)) return c.json(offsetPage(members, row, 'members', query));
    const { rows, next } = checkpointPage(members, query, tenant.clock.now());
    return c.json({ members: rows.map(row), ...(next !== undefined && { next }) });
  });

  app.post('/organizations/:id/members', requireScope(tenant, 'create:organization_members'), async (c) => {
    const { id } = existingOrganization(tenant, c.req.param('id'));
    const { members } = parseBody(people, await readJson(c));
    for (const userId of members) if (!tenant.directory.users.has(userId)) throw inexistentUser();
    for (const userId of members) tenant.directory.addMember(id, userId);
    return c.body(null, 204);
  });

  // A non-member also succeeds: no other response is documented.
  app.delete('/organizations/:id/members', requireScope(tenant, 'delete:organization_members'), async (c) => {
    const { id } = existingOrganization(tenant, c.req.param('id'));
    const { members } = parseBody(people, await readJson(c));
    for (const userId of members) tenant.directory.removeMember(id, userId);
    return c.body(null, 204);
  });

  const roles = '/organizations/:id/members/:user_id/roles';

  app.get(roles, requireScope(tenant, 'read:organization_member_roles'), (c) => {
    const membership = existingMembership(tenant, c.req.param('id'), c.req.param('user_id'));
    return c.json(offsetPage(tenant.directory.rolesOf(membership), roleRow, 'roles', c.req.query()));
  });

  app.post(roles, requireScope(tenant, 'create:organization_member_roles'), async (c) => {
    const {
      organization_id,
      user_id,
      roles: held,
    } = existingMembership(tenant, c.req.param('id'), c.req.param('user_id'));
    const wanted = new Set([...held, ...existingRoles(tenant, await readJson(c), organization_id)]);
    if (wanted.size > maxRoles) {
      throw new ManagementError(409, 'No more roles can be assigned to this organization member.');
    }
    tenant.directory.setMemberRoles(organization_id, user_id, [...wanted]);
    return c.body(null, 204);
  });

  app.delete(roles, requireScope(tenant, 'delete:organization_member_roles'), async (c) => {
    const {
      organization_id,
      user_id,
      roles: held,
    } = existingMembership(tenant, c.req.param('id'), c.req.param('user_id'));
    const unwanted = new Set(existingRoles(tenant, await readJson(c), organization_id));
    const left = held.filter((role) => !unwanted.has(role));
    tenant.directory.setMemberRoles(organization_id, user_id, left);
    return c.body(null, 204);
  });

  app.get(
    '/organizations/:id/members/:user_id/effective-roles',
    requireScope(tenant, 'read:organization_member_effective_roles'),
    (c) => {
      const membership = existingMembership(tenant, c.req.param('id'), c.req.param('user_id'));
      const held = tenant.directory.effectiveRolesOf(membership);
      const show = (role: Role) => ({ ...roleRow(role), sources: sourcesOf(membership, role.id) });
      return c.json(checkpointAnswer(held, show, 'roles', c.req.query(), tenant.clock.now()));
    },
  );

  // Direct assignments only, not roles through groups.
  app.get(
    '/organizations/:id/roles/:role_id/members',
    requireScope(tenant, 'read:roles'),
    requireScope(tenant, 'read:organization_members'),
    (c) => {
      const { id } = existingOrganization(tenant, c.req.param('id'));
      const role = existingRole(tenant, c.req.param('role_id'));
      const members = tenant.directory.listedMembersWithRole(id, role.id);
      const { rows, next } = checkpointPage(members, c.req.query(), tenant.clock.now());
      const pageRows = rows.map((membership) => memberRow(tenant, membership, false));
      return c.json({ members: pageRows, ...(next !== undefined && { next }) });
    },
  );

  return app;
}

/**
 * 404 for non-members was observed; Auth0 doesn't document it.
 * https://github.com/auth0/terraform-provider-auth0/issues/946
 */
export function existingMembership(
  tenant: TenantState,
  organizationId: string,
  userId: string,
): Readonly<Membership> {
  const { id } = existingOrganization(tenant, organizationId);
  const membership = tenant.directory.membership(id, userId);
  if (!membership) throw inexistentUser();
  return membership;
}

function sourcesOf({ roles, group_roles }: Readonly<Membership>, id: string): string[] {
  const isInherited = group_roles.some(({ role }) => role === id);
  return [...(roles.includes(id) ? ['direct'] : []), ...(isInherited ? ['groups'] : [])];
}

function memberRow({ directory }: TenantState, membership: Membership, withRoles: boolean) {
  const { user_id } = membership;
  const { name, email, picture } = directory.listedUser(user_id) ?? {};
  const roles = withRoles ? directory.rolesOf(membership).map(({ id, name }) => ({ id, name })) : undefined;
  return { user_id, name, email, picture, roles };
}
