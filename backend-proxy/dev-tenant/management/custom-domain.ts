import type { Context } from 'hono';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import type { TenantState } from '../state.js';

/**
 * Returns the origin of the links in an email: the custom domain that the request names, or the tenant's own.
 * @throws ManagementError for a domain that the tenant doesn't have
 */
export function linkOrigin(c: Context<TenantEnv>, tenant: TenantState): string {
  const wanted = c.req.header('auth0-custom-domain');
  if (wanted === undefined) return tenant.url;
  const found = tenant.customDomains.find((origin) => new URL(origin).host === wanted);
  if (found === undefined) {
    throw new ManagementError(400, 'The custom domain in the header auth0-custom-domain is not valid.');
  }
  return found;
}
