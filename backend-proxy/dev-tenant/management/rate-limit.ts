import { createMiddleware } from 'hono/factory';
import type { Clock } from '../clock.js';
import type { TenantEnv } from '../env.js';

const perSecond = 50;

/**
 * The headers of Auth0's limits, counted per second and not enforced: a test that needs a 429 adds a fault.
 * https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy
 */
export function rateLimitHeaders(clock: Clock) {
  let second = 0;
  let used = 0;
  return createMiddleware<TenantEnv>(async (c, next) => {
    const now = clock.seconds();
    if (now !== second) [second, used] = [now, 0];
    used += 1;
    const remaining = Math.max(0, perSecond - used);
    await next();
    c.res.headers.set('x-ratelimit-limit', String(perSecond));
    c.res.headers.set('x-ratelimit-remaining', String(remaining));
    c.res.headers.set('x-ratelimit-reset', String(now + 1));
  });
}
