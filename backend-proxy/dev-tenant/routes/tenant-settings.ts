import { Hono } from 'hono';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { requireScope } from '../management/authorize.js';
import { fieldFilter, pickFields } from '../management/fields.js';
import type { TenantState } from '../state.js';

/** Settings of the tenant, and its email provider. Both can only be read; the seed and the options set them. */
export function tenantSettingsRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  const { seed } = tenant;

  app.get('/tenants/settings', requireScope(tenant, 'read:tenant_settings'), (c) => {
    const settings = {
      friendly_name: 'Dev tenant',
      allow_organization_name_in_authentication_api: seed.settings.organization_names,
      ...(tenant.loginUri !== null && { default_redirection_uri: tenant.loginUri }),
    };
    return c.json(pickFields(settings, fieldFilter(c.req.query())));
  });

  app.get('/emails/provider', requireScope(tenant, 'read:email_provider'), (c) => {
    if (seed.settings.email_provider) {
      return c.json({ name: 'smtp', enabled: true, default_from_address: 'no-reply@product.example' });
    }
    throw new ManagementError(404, 'Email provider has not been configured.');
  });

  return app;
}
