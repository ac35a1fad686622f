import { Hono } from 'hono';
import type { EnabledConnection } from '../directory.js';
import type { TenantEnv } from '../env.js';
import { requireScope } from '../management/authorize.js';
import { offsetPage } from '../management/paging.js';
import type { TenantState } from '../state.js';
import { existingOrganization } from './organizations.js';

/** The connections enabled for an organization: https://auth0.com/docs/api/management/v2/organizations/get-enabled-connections */
export function organizationConnectionRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get(
    '/organizations/:id/enabled_connections',
    requireScope(tenant, 'read:organization_connections'),
    (c) => {
      const { id } = existingOrganization(tenant, c.req.param('id'));
      const rows = tenant.directory.enabledConnections.filter((row) => row.organization_id === id);
      const show = (row: EnabledConnection) => enabledConnectionRow(tenant, row);
      return c.json(offsetPage(rows, show, 'enabled_connections', c.req.query()));
    },
  );

  return app;
}

function enabledConnectionRow({ directory }: TenantState, row: EnabledConnection) {
  const { connection_id, assign_membership_on_login, is_signup_enabled, show_as_button } = row;
  const connection = directory.connections.find(({ id }) => id === connection_id);
  return {
    connection_id,
    assign_membership_on_login,
    is_signup_enabled,
    show_as_button,
    connection: { name: connection?.name, strategy: connection?.strategy },
  };
}
