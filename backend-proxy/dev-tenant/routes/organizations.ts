import { Hono } from 'hono';
import type { Organization } from '../directory.js';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { requireScope } from '../management/authorize.js';
import { checkpointPage, isCheckpoint, offsetPage } from '../management/paging.js';
import type { TenantState } from '../state.js';

/** `/api/v2/organizations`: https://auth0.com/docs/api/management/v2/organizations */
export function organizationRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/organizations', requireScope(tenant, 'read:organizations'), (c) => {
    const query = c.req.query();
    const rows = tenant.directory.organizations;
    if (!isCheckpoint(query)) return c.json(offsetPage(rows, organizationRow, 'organizations', query));
    const ordered = rows.map((row, index) => ({ row, order: index + 1 }));
    const { rows: shown, next } = checkpointPage(ordered, query, tenant.clock.now());
    const organizations = shown.map(({ row }) => organizationRow(row));
    return c.json({ organizations, ...(next !== undefined && { next }) });
  });

  app.get('/organizations/name/:name', requireScope(tenant, 'read:organizations'), (c) => {
    const organization = tenant.directory.organizationNamed(c.req.param('name'));
    if (!organization) throw inexistentOrganization();
    return c.json(organizationRow(organization));
  });

  app.get(
    '/organizations/:id',
    requireScope(tenant, 'read:organizations', 'read:organizations_summary'),
    (c) => c.json(organizationRow(existingOrganization(tenant, c.req.param('id')))),
  );

  return app;
}

export function organizationRow({ id, name, display_name, branding, metadata }: Organization) {
  return { id, name, display_name, branding, metadata };
}

export function existingOrganization({ directory }: TenantState, id: string): Organization {
  const organization = directory.organization(id);
  if (!organization) throw inexistentOrganization();
  return organization;
}

function inexistentOrganization(): ManagementError {
  return new ManagementError(404, 'The organization does not exist.', 'inexistent_organization');
}
