import { createMiddleware } from 'hono/factory';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import type { Plan, TenantState } from '../state.js';

/**
 * Lets a request pass only on these plans. That Auth0 answers 403 elsewhere is documented, its words are not:
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
