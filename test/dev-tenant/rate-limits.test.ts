import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acme, createDevTenant, management, mia } from './helpers.js';

function world(plan: 'free' | 'essentials' | 'enterprise') {
  const tenant = createDevTenant({ plan, rateLimits: 'enforced' });
  // Buckets refill over time, so a slow machine would get a different result.
  tenant.clock.stop();
  const call = management(tenant);
  /** Returns the number of calls before the first 429. */
  const reach = async (path: string) => {
    for (let taken = 0; taken < 200; taken += 1) {
      const { status } = await call('GET', path);
      if (status === 429) return taken;
    }
    return Infinity;
  };
  return { tenant, call, reach };
}

const user = `/users/${encodeURIComponent(mia)}`;
const members = `/organizations/${acme}/members`;

describe('rate limits', () => {
  it('of the free plan allow two calls a second in total', async () => {
    const { tenant, call, reach } = world('free');
    assert.equal(await reach(user), 2);
    const refused = await call('GET', members);
    assert.deepEqual(
      [refused.status, refused.body['message'], refused.body['errorCode']],
      [429, 'Global limit has been reached', 'too_many_requests'],
    );
    assert.equal(refused.headers.get('x-ratelimit-remaining'), '0');
    const reset = Number(refused.headers.get('x-ratelimit-reset')) * 1000 - tenant.clock.now();
    assert.ok(reset > -1000 && reset <= 2000, `the reset is ${reset} ms away`);
    tenant.clock.advance(1000);
    assert.equal(await reach(user), 2);
  });

  it('of a group do not use up those of another', async () => {
    const { call, reach } = world('essentials');
    assert.equal(await reach(members), 20);
    const refused = await call('GET', members);
    assert.match(String(refused.body['message']), /Global per second organization_members_read group/);
    assert.equal((await call('GET', user)).status, 200);
  });

  it('of the Enterprise plan hold for each group and for everything together', async () => {
    const { reach } = world('enterprise');
    assert.equal(await reach(`/organizations/${acme}`), 10);
    // 40 of 50 are left: users aren't part of a group on this plan.
    assert.equal(await reach(user), 39);
  });

  it('are restored with everything else and can be reported without being enforced', async () => {
    const { tenant, reach } = world('free');
    await reach(user);
    tenant.reset();
    tenant.clock.stop();
    assert.equal(await reach(user), 2);
    const lenient = createDevTenant({ plan: 'free', rateLimits: 'reported' });
    const call = management(lenient);
    for (let calls = 0; calls < 5; calls += 1) assert.equal((await call('GET', user)).status, 200);
    assert.equal((await call('GET', user)).headers.get('x-ratelimit-remaining'), '0');
  });
});
