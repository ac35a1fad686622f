import { createMiddleware } from 'hono/factory';
import type { TenantEnv } from '../env.js';
import type { TenantState } from '../state.js';

/** Auth0 logs at most this many characters of a correlation ID: https://auth0.com/docs/api/management/v2 */
const longestCorrelationId = 64;

/** Logs every successful write to the Management API as type `sapi`. */
export function logWrites({ log }: TenantState) {
  return createMiddleware<TenantEnv>(async (c, next) => {
    await next();
    if (c.req.method === 'GET' || !c.res.ok) return;
    const correlationId = c.req.header('x-correlation-id')?.slice(0, longestCorrelationId);
    log.write({
      type: 'sapi',
      description: `${c.req.method} ${c.req.path}`,
      ...(correlationId !== undefined && { references: { correlation_id: correlationId } }),
      user_id: /^\/api\/v2\/users\/([^/]+)/.exec(c.req.path)?.[1],
    });
  });
}
