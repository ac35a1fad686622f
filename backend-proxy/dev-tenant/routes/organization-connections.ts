import { Hono } from 'hono';
import { z } from 'zod';
import type { EnabledConnection } from '../directory.js';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { requireScope } from '../management/authorize.js';
import { offsetPage } from '../management/paging.js';
import { readJson } from '../management/read-json.js';
import { parseBody } from '../management/validation.js';
import type { TenantState } from '../state.js';
import { existingOrganization } from './organizations.js';

const settings = z.strictObject({
  assign_membership_on_login: z.boolean().exactOptional(),
  is_signup_enabled: z.boolean().exactOptional(),
  show_as_button: z.boolean().exactOptional(),
});
const enabling = settings.extend({ connection_id: z.string() });

/** The connections enabled for an organization: https://auth0.com/docs/api/management/v2/organizations/get-enabled-connections */
export function organizationConnectionRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  const path = '/organizations/:id/enabled_connections';
  const reads = requireScope(tenant, 'read:organization_connections');
  const rowsOf = (id: string) =>
    tenant.directory.enabledConnections.filter((row) => row.organization_id === id);

  app.get(path, reads, (c) => {
    const { id } = existingOrganization(tenant, c.req.param('id'));
    const show = (row: EnabledConnection) => enabledConnectionRow(tenant, row);
    return c.json(offsetPage(rowsOf(id), show, 'enabled_connections', c.req.query()));
  });

  // The newer endpoint (EA), which also returns whether a connection is enabled. Neither lists disabled ones.
  app.get('/organizations/:id/connections', reads, (c) => {
    const { id } = existingOrganization(tenant, c.req.param('id'));
    const show = (row: EnabledConnection) => ({ ...enabledConnectionRow(tenant, row), is_enabled: true });
    return c.json(offsetPage(rowsOf(id), show, 'connections', c.req.query()));
  });

  app.get(`${path}/:connection_id`, reads, (c) => {
    const row = existingRow(tenant, c.req.param('id'), c.req.param('connection_id'));
    return c.json(enabledConnectionRow(tenant, row));
  });

  app.post(path, requireScope(tenant, 'create:organization_connections'), async (c) => {
    const { id } = existingOrganization(tenant, c.req.param('id'));
    const { connection_id, ...given } = parseBody(enabling, await readJson(c));
    if (!tenant.directory.connections.some((connection) => connection.id === connection_id)) {
      throw new ManagementError(400, 'The connection does not exist.', 'invalid_body');
    }
    if (rowsOf(id).some((row) => row.connection_id === connection_id)) {
      throw new ManagementError(409, 'The connection is already enabled for this organization.');
    }
    const row = { organization_id: id, connection_id, ...off, ...given };
    return c.json(enabledConnectionRow(tenant, tenant.directory.enableConnection(row)), 201);
  });

  app.patch(`${path}/:connection_id`, requireScope(tenant, 'update:organization_connections'), async (c) => {
    const row = existingRow(tenant, c.req.param('id'), c.req.param('connection_id'));
    const changed = { ...row, ...parseBody(settings, await readJson(c)) };
    return c.json(enabledConnectionRow(tenant, tenant.directory.enableConnection(changed)));
  });

  app.delete(`${path}/:connection_id`, requireScope(tenant, 'delete:organization_connections'), (c) => {
    const { id } = existingOrganization(tenant, c.req.param('id'));
    tenant.directory.disableConnection(id, c.req.param('connection_id'));
    return c.body(null, 204);
  });

  return app;
}

const off = { assign_membership_on_login: false, is_signup_enabled: false, show_as_button: false };

function existingRow(tenant: TenantState, organizationId: string, connectionId: string): EnabledConnection {
  const { id } = existingOrganization(tenant, organizationId);
  const row = tenant.directory.enabledConnections.find(
    (each) => each.organization_id === id && each.connection_id === connectionId,
  );
  if (!row) throw new ManagementError(404, 'The organization connection does not exist.');
  return row;
}

function enabledConnectionRow({ directory }: TenantState, row: EnabledConnection) {
  const { organization_id: _, ...settings } = row;
  const connection = directory.connections.find(({ id }) => id === row.connection_id);
  return { ...settings, connection: { name: connection?.name, strategy: connection?.strategy } };
}
