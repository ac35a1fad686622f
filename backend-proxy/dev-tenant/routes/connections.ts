import { Hono } from 'hono';
import { z } from 'zod';
import { spaClient } from '../clients.js';
import type { Connection } from '../directory.js';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { requireScope } from '../management/authorize.js';
import { fieldFilter, pickFields } from '../management/fields.js';
import { checkpointAnswer, isCheckpoint, offsetPage } from '../management/paging.js';
import { parseQuery } from '../management/validation.js';
import type { TenantState } from '../state.js';

/**
 * `/api/v2/connections`. Like Auth0, returns the full options, including upstream secrets, but only to tokens with
 * `read:connections_options`: https://auth0.com/docs/api/management/v2/connections/get-connections-by-id
 */
export function connectionRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/connections', requireScope(tenant, 'read:connections'), (c) => {
    const query = c.req.query();
    const { name } = parseQuery(filter, query);
    const strategies = c.req.queries('strategy') ?? [];
    const keep = fieldFilter(query);
    const withOptions = c.get('scopes').has('read:connections_options');
    const rows = tenant.directory.connections.filter(
      (each) =>
        (name === undefined || each.name === name) &&
        (strategies.length === 0 || strategies.includes(each.strategy)),
    );
    const show = (row: Connection) => pickFields(listedRow(row, withOptions), keep);
    if (!isCheckpoint(query)) return c.json(offsetPage(rows, show, 'connections', query));
    return c.json(checkpointAnswer(rows, show, 'connections', query, tenant.clock.now()));
  });

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

  // https://auth0.com/docs/authenticate/identity-providers/enterprise-identity-providers/google-directory-sync
  const readsProvisioning = requireScope(tenant, 'read:directory_provisionings');
  app.get('/connections/:id/directory-provisioning', readsProvisioning, (c) => {
    const connection = tenant.directory.connections.find(({ id }) => id === c.req.param('id'));
    if (!connection?.directory_provisioning) throw new ManagementError(404, 'Not Found');
    const { id, name, strategy, directory_provisioning } = connection;
    return c.json({
      connection_id: id,
      connection_name: name,
      strategy,
      mapping: directory_provisioning.mapping,
      synchronize_automatically: true,
      created_at: seededAt,
      updated_at: seededAt,
    });
  });

  return app;
}

const filter = z.object({ name: z.string().optional() });
const seededAt = '2026-01-01T00:00:00.000Z';

/** Lists omit the clients. */
function listedRow(connection: Connection, withOptions: boolean) {
  const { enabled_clients: _, ...row } = connectionRow(connection, withOptions);
  return row;
}

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
