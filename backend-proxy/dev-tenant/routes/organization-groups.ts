import { Hono } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { groupRow, groupsOf, groupsOfUser, membersOfGroup } from '../groups.js';
import { requireScope } from '../management/authorize.js';
import { checkpointAnswer } from '../management/paging.js';
import { parseQuery } from '../management/validation.js';
import type { TenantState } from '../state.js';
import { existingMembership } from './organization-members.js';
import { existingOrganization } from './organizations.js';
import { existingRole, roleRow } from './roles.js';

const ofRole = z.object({ role_id: z.string() });

/** Groups of identity providers and their roles in an organization, which their members inherit. */
export function organizationGroupRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  const now = () => tenant.clock.now();

  app.get('/organizations/:id/groups', requireScope(tenant, 'read:organization_groups'), (c) => {
    const { id } = existingOrganization(tenant, c.req.param('id'));
    return c.json(checkpointAnswer(groupsOf(tenant.directory, id), groupRow, 'groups', c.req.query(), now()));
  });

  app.get(
    '/organizations/:id/groups/:group_id/roles',
    requireScope(tenant, 'read:organization_group_roles'),
    (c) => {
      const { id } = existingOrganization(tenant, c.req.param('id'));
      const group = groupsOf(tenant.directory, id).find((each) => each.id === c.req.param('group_id'));
      if (!group) throw new ManagementError(404, 'Group not found.');
      const roles = tenant.directory.roles.filter((role) => group.roles.has(role.id));
      return c.json(checkpointAnswer(roles, roleRow, 'roles', c.req.query(), now()));
    },
  );

  app.get(
    '/organizations/:id/roles/:role_id/groups',
    requireScope(tenant, 'read:roles'),
    requireScope(tenant, 'read:organization_groups'),
    (c) => {
      const { id } = existingOrganization(tenant, c.req.param('id'));
      const role = existingRole(tenant, c.req.param('role_id'));
      const groups = groupsOf(tenant.directory, id).filter(({ roles }) => roles.has(role.id));
      return c.json(checkpointAnswer(groups, groupRow, 'groups', c.req.query(), now()));
    },
  );

  app.get('/groups/:id/members', requireScope(tenant, 'read:group_members'), (c) => {
    const members = membersOfGroup(tenant.directory, c.req.param('id'));
    if (members.length === 0) throw new ManagementError(404, 'Group not found.');
    const show = (id: string) => ({ id, member_type: 'user' });
    return c.json(checkpointAnswer(members, show, 'members', c.req.query(), now()));
  });

  app.get(
    '/organizations/:id/members/:user_id/effective-roles/sources/groups',
    requireScope(tenant, 'read:organization_member_role_source_groups'),
    (c) => {
      const { organization_id, user_id } = existingMembership(
        tenant,
        c.req.param('id'),
        c.req.param('user_id'),
      );
      const role = existingRole(tenant, parseQuery(ofRole, c.req.query()).role_id);
      const groups = groupsOfUser(tenant.directory, user_id, organization_id).filter(({ roles }) =>
        roles.has(role.id),
      );
      return c.json(checkpointAnswer(groups, groupRow, 'groups', c.req.query(), now()));
    },
  );

  return app;
}
