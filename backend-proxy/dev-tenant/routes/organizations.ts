import { Hono } from 'hono';
import { z } from 'zod';
import type { Organization } from '../directory.js';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { requireScope } from '../management/authorize.js';
import { checkpointAnswer, isCheckpoint, offsetPage } from '../management/paging.js';
import { readJson } from '../management/read-json.js';
import { parseBody } from '../management/validation.js';
import { organizationMetadata, organizationName } from '../seed-shape.js';
import type { TenantState } from '../state.js';

const colour = z.string().regex(/^#[0-9a-f]{3}([0-9a-f]{3})?$/i);
const patch = z.strictObject({
  name: organizationName.exactOptional(),
  display_name: z.string().min(1).max(255).exactOptional(),
  branding: z
    .strictObject({
      logo_url: z.url({ protocol: /^https$/ }).optional(),
      colors: z.strictObject({ primary: colour, page_background: colour }).optional(),
    })
    .exactOptional(),
  metadata: organizationMetadata.exactOptional(),
});

/** `/api/v2/organizations`: https://auth0.com/docs/api/management/v2/organizations */
export function organizationRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/organizations', requireScope(tenant, 'read:organizations'), (c) => {
    const query = c.req.query();
    const rows = tenant.directory.organizations;
    if (!isCheckpoint(query)) return c.json(offsetPage(rows, organizationRow, 'organizations', query));
    return c.json(checkpointAnswer(rows, organizationRow, 'organizations', query, tenant.clock.now()));
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

  app.patch('/organizations/:id', requireScope(tenant, 'update:organizations'), async (c) => {
    const { id } = existingOrganization(tenant, c.req.param('id'));
    const changes = parseBody(patch, await readJson(c));
    const namesake = tenant.directory.organizationNamed(changes.name ?? '');
    if (namesake && namesake.id !== id) {
      const message = 'An organization with this name already exists.';
      throw new ManagementError(409, message, 'organization_conflict');
    }
    return c.json(organizationRow(tenant.directory.changeOrganization(id, changes)));
  });

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
