import { Hono } from 'hono';
import { managementScopes, proxyClient } from '../clients.js';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { requireScope } from '../management/authorize.js';
import { isCheckpoint, offsetPage } from '../management/paging.js';
import type { TenantState } from '../state.js';
import { existingOrganization } from './organizations.js';

/**
 * Machine access to organizations. The only machine client is the proxy, whose grant isn't tied to an organization,
 * so the list is always empty: https://auth0.com/docs/manage-users/organizations/organizations-for-m2m-applications
 */
export function clientGrantRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  const reads = requireScope(tenant, 'read:organization_client_grants');

  app.get('/organizations/:id/client-grants', reads, (c) => {
    existingOrganization(tenant, c.req.param('id'));
    return c.json(offsetPage<object>([], (row) => row, 'client_grants', c.req.query()));
  });

  app.get('/client-grants/:id/organizations', reads, (c) => {
    if (c.req.param('id') !== grantId) throw new ManagementError(404, 'The grant does not exist.');
    if (isCheckpoint(c.req.query())) return c.json({ organizations: [] });
    return c.json(offsetPage<object>([], (row) => row, 'organizations', c.req.query()));
  });

  app.get('/client-grants', requireScope(tenant, 'read:client_grants'), (c) => {
    const row = {
      id: grantId,
      client_id: proxyClient.clientId,
      audience: tenant.managementAudience,
      scope: tenant.seed.settings.machine_scopes ?? managementScopes,
      organization_usage: 'deny',
      allow_any_organization: false,
    };
    return c.json(offsetPage([row], (each) => each, 'client_grants', c.req.query()));
  });

  return app;
}

const grantId = 'cgr_devtenantproxy00';
