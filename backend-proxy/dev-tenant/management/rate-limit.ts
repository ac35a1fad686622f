import { createMiddleware } from 'hono/factory';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import type { TenantState } from '../state.js';
import type { Limit } from '../token-buckets.js';
import { rateLimits } from './rate-limits.js';

/**
 * Enforces Auth0's rate limits by plan, with their headers: first the global bucket, then the group's. On plans other
 * than Enterprise, a group with its own limit doesn't use the "all others combined" bucket.
 * https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy
 */
export function rateLimit(tenant: TenantState) {
  return createMiddleware<TenantEnv>(async (c, next) => {
    if (tenant.rateLimits === 'off') return next();
    const { global, groups } = rateLimits[tenant.plan];
    const path = c.req.path.replace(/^\/api\/v2/, '');
    const group = groups.find((each) => each.method.test(c.req.method) && each.path.test(path));
    const buckets: [string, Limit][] = [];
    if (!group || tenant.plan === 'enterprise') buckets.push(['Global', global]);
    if (group) buckets.push([group.name, group.limit]);

    const empty = buckets.find(([name, limit]) => !tenant.buckets.take(name, limit));
    const [name, limit] = empty ?? buckets.at(-1) ?? ['Global', global];
    const left = tenant.buckets.left(name, limit);
    const setHeaders = (headers: Headers) => {
      headers.set('x-ratelimit-limit', String(limit.burst));
      headers.set('x-ratelimit-remaining', String(Math.floor(left)));
      headers.set(
        'x-ratelimit-reset',
        String(Math.ceil(tenant.clock.now() / 1000 + (1 - (left % 1)) / limit.perSecond)),
      );
    };
    if (empty && tenant.rateLimits === 'enforced') {
      tenant.log.write({ type: 'api_limit', description: `${name} limit reached` });
      setHeaders(c.res.headers);
      const which = name === 'Global' ? name : `Global per second ${name} group`;
      throw new ManagementError(429, `${which} limit has been reached`, 'too_many_requests');
    }
    await next();
    setHeaders(c.res.headers);
  });
}
