import { createMiddleware } from 'hono/factory';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import type { Plan, TenantState } from '../state.js';

/**
 * Middleware that requires one of these plans. The 403 on other plans is documented; its message isn't:
 * https://auth0.com/docs/manage-users/sessions/manage-user-sessions-with-auth0-management-api
 */
export function requirePlan({ plan }: TenantState, ...plans: readonly Plan[]) {
  return createMiddleware<TenantEnv>(async (_, next) => {
    if (!plans.includes(plan)) {
      throw new ManagementError(403, 'This feature is not enabled for this tenant.', 'feature_not_enabled');
    }
    await next();
  });
}
