import { Hono } from 'hono';
import { spaClient } from '../clients.js';
import type { Connection } from '../directory.js';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { requireScope } from '../management/authorize.js';
import { fieldFilter, pickFields } from '../management/fields.js';
import type { TenantState } from '../state.js';

/**
 * `/api/v2/connections`. The options are shown whole, upstream secrets and all, as Auth0 shows them; but only to a
 * token that has `read:connections_options` as well:
 * https://auth0.com/docs/api/management/v2/connections/get-connections-by-id
 */
export function connectionRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/connections/:id', requireScope(tenant, 'read:connections'), (c) => {
    const connection = tenant.directory.connections.find(({ id }) => id === c.req.param('id'));
    if (!connection) throw new ManagementError(404, 'The connection does not exist', 'inexistent_connection');
    const keep = fieldFilter(c.req.query());
    const withOptions = c.get('scopes').has('read:connections_options');
    return c.json(pickFields(connectionRow(connection, withOptions), keep));
  });

  // https://auth0.com/docs/authenticate/protocols/scim/configure-inbound-scim
  app.get('/connections/:id/scim-configuration', requireScope(tenant, 'read:scim_config'), (c) => {
    const connection = tenant.directory.connections.find(({ id }) => id === c.req.param('id'));
    if (!connection?.scim) throw new ManagementError(404, 'Not Found');
    const { id, name, strategy, scim } = connection;
    return c.json({
      connection_id: id,
      connection_name: name,
      strategy,
      tenant_name: 'dev-tenant',
      user_id_attribute: 'externalId',
      mapping: scim.mapping,
      created_at: seededAt,
      updated_on: seededAt,
    });
  });

  return app;
}

const seededAt = '2026-01-01T00:00:00.000Z';

function connectionRow({ id, name, display_name, strategy, options }: Connection, withOptions: boolean) {
  return {
    id,
    name,
    display_name,
    strategy,
    ...(withOptions && { options }),
    realms: [name],
    enabled_clients: [spaClient.clientId],
    is_domain_connection: false,
  };
}
