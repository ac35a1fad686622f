import { Hono } from 'hono';
import type { Membership } from '../directory.js';
import type { TenantEnv } from '../env.js';
import { insufficientScope, requireScope } from '../management/authorize.js';
import { fieldFilter, pickFields } from '../management/fields.js';
import { checkpointPage, isCheckpoint, offsetPage } from '../management/paging.js';
import type { TenantState } from '../state.js';
import { existingOrganization } from './organizations.js';
import { roleRow } from './roles.js';
import { inexistentUser } from './users.js';

/** The members of an organization: https://auth0.com/docs/manage-users/organizations/configure-organizations/retrieve-members */
export function organizationMemberRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/organizations/:id/members', requireScope(tenant, 'read:organization_members'), (c) => {
    const { id } = existingOrganization(tenant, c.req.param('id'));
    const query = c.req.query();
    const keep = fieldFilter(query);
    // Roles come only when they are asked for by name, and cost a scope of their own.
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

  app.get(
    '/organizations/:id/members/:user_id/roles',
    requireScope(tenant, 'read:organization_member_roles'),
    (c) => {
      const { id } = existingOrganization(tenant, c.req.param('id'));
      const membership = tenant.directory.membership(id, c.req.param('user_id'));
      // For a non-member 404 is what has been reported; Auth0's documents do not say.
      // https://github.com/auth0/terraform-provider-auth0/issues/946
      if (!membership) throw inexistentUser();
      return c.json(offsetPage(tenant.directory.rolesOf(membership), roleRow, 'roles', c.req.query()));
    },
  );

  return app;
}

function memberRow({ directory }: TenantState, membership: Membership, withRoles: boolean) {
  const { user_id } = membership;
  const { name, email, picture } = directory.users.get(user_id) ?? {};
  const roles = withRoles ? directory.rolesOf(membership).map(({ id, name }) => ({ id, name })) : undefined;
  return { user_id, name, email, picture, roles };
}
