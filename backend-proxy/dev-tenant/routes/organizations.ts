import { Hono } from 'hono';
import { z } from 'zod';
import type { Organization } from '../directory.js';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { requireScope } from '../management/authorize.js';
import { checkpointAnswer, isCheckpoint, offsetPage } from '../management/paging.js';
import { readJson } from '../management/read-json.js';
import { parseBody } from '../management/validation.js';
import { randomId } from '../random.js';
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

const enabling = {
  connection_id: z.string(),
  assign_membership_on_login: z.boolean().exactOptional(),
  is_signup_enabled: z.boolean().exactOptional(),
  show_as_button: z.boolean().exactOptional(),
};
const disabled = { assign_membership_on_login: false, is_signup_enabled: false, show_as_button: false };
const creation = patch.extend({
  name: organizationName,
  enabled_connections: z.array(z.strictObject(enabling)).exactOptional(),
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

  app.post('/organizations', requireScope(tenant, 'create:organizations'), async (c) => {
    const { enabled_connections = [], ...given } = parseBody(creation, await readJson(c));
    const { directory } = tenant;
    if (directory.organizationNamed(given.name)) throw namesake();
    const id = `org_${randomId(12).replaceAll(/[^A-Za-z0-9]/g, '0')}`;
    directory.addOrganization({ display_name: given.name, ...given, id });
    const rows = enabled_connections.map((row) =>
      directory.enableConnection({ ...disabled, ...row, organization_id: id }),
    );
    const enabled = rows.map(({ organization_id: _, ...row }) => row);
    return c.json(
      { ...organizationRow(existingOrganization(tenant, id)), enabled_connections: enabled },
      201,
    );
  });

  app.patch('/organizations/:id', requireScope(tenant, 'update:organizations'), async (c) => {
    const { id } = existingOrganization(tenant, c.req.param('id'));
    const changes = parseBody(patch, await readJson(c));
    const other = tenant.directory.organizationNamed(changes.name ?? '');
    if (other && other.id !== id) throw namesake();
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

function namesake(): ManagementError {
  return new ManagementError(409, 'An organization with this name already exists.', 'organization_conflict');
}
