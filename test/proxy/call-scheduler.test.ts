/** The scheduler of calls to Auth0, against token buckets made for this test and a clock that only the test moves. */
import assert from 'node:assert/strict';
import { describe, it, mock, type TestContext } from 'node:test';
import { CallScheduler, type EndCall } from '../../backend-proxy/src/management/call-scheduler.js';
import { createRateLimitStore } from '../../backend-proxy/src/management/rate-limit-store.js';
import { others, rateLimitGroup } from '../../backend-proxy/src/management/rate-limit-groups.js';
import { createMemoryStorage } from '../../backend-proxy/src/storage/memory/index.js';
import type { SharedValues } from '../../backend-proxy/src/storage/storage.js';

interface Bucket {
  readonly burst: number;
  readonly perSecond: number;
}

interface Plan {
  readonly everything: Bucket;
  readonly users: Bucket | null;
}

/** Auth0's documented limits, as burst and calls per minute, for everything and for a group. */
const plans = {
  Free: { everything: perMinute(2, 120), users: null },
  Essentials: { everything: perMinute(10, 150), users: perMinute(40, 500) },
  'Enterprise, not for production': { everything: perMinute(10, 120), users: null },
  Enterprise: { everything: perMinute(50, 960), users: null },
  'a small group': { everything: perMinute(50, 960), users: perMinute(5, 50) },
} satisfies Record<string, Plan>;

function perMinute(burst: number, calls: number): Bucket {
  return { burst, perSecond: calls / 60 };
}

/** A tenant that counts a call when it arrives, by default halfway between being sent and being answered. */
class Tenant {
  readonly served: string[] = [];
  refused = 0;
  readonly #left = new Map<Bucket, { left: number; at: number }>();

  readonly plan: Plan;

  constructor(plan: Plan) {
    this.plan = plan;
  }

  bucketOf(group: string): Bucket {
    return group === others ? this.plan.everything : (this.plan.users ?? this.plan.everything);
  }

  take(bucket: Bucket): { readonly isRefused: boolean; readonly headers: Headers } {
    const now = Date.now();
    const { left, at } = this.#left.get(bucket) ?? { left: bucket.burst, at: now };
    const refilled = Math.min(bucket.burst, left + ((now - at) / 1000) * bucket.perSecond);
    // Rounding of the clock to milliseconds must not decide.
    const isRefused = refilled < 0.999;
    const rest = isRefused ? refilled : refilled - 1;
    this.#left.set(bucket, { left: rest, at: now });
    return {
      isRefused,
      headers: new Headers({
        'x-ratelimit-limit': String(bucket.burst),
        'x-ratelimit-remaining': String(Math.max(0, Math.floor(rest))),
      }),
    };
  }

  async call(scheduler: CallScheduler, name: string, call: Partial<Call> = {}): Promise<void> {
    const { group = others, latencyMs = 0, organizationId = 'org_a', isBackground = false } = call;
    const { arrivalMs = latencyMs / 2 } = call;
    const end = await scheduler.start({ group, startBy: Infinity, organizationId, isBackground });
    assert.ok(end);
    await pause(arrivalMs);
    const { isRefused, headers } = this.take(this.bucketOf(group));
    this.served.push(name);
    if (isRefused) this.refused += 1;
    await pause(latencyMs - arrivalMs);
    end({ status: isRefused ? 429 : 200, headers });
  }
}

interface Call {
  readonly group: string;
  readonly latencyMs: number;
  readonly arrivalMs: number;
  readonly organizationId: string;
  readonly isBackground: boolean;
}

const users = rateLimitGroup('GET', ['users', 'auth0|1']);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Resolves after everything that a timer caused. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A scheduler as every instance has one. */
function instanceOn(shared: SharedValues): CallScheduler {
  return new CallScheduler(createRateLimitStore(shared, 'the tenant'));
}

/** A storage that takes some milliseconds for each answer. */
function slowly({ read, replace }: SharedValues, ms: number): SharedValues {
  return {
    read: async (key) => {
      await pause(ms);
      return read(key);
    },
    replace: async (...change) => {
      await pause(ms);
      return replace(...change);
    },
  };
}

/** Counts its uses. */
function counted({ read, replace }: SharedValues, uses: { reads: number; writes: number }): SharedValues {
  return {
    read: (...key) => {
      uses.reads += 1;
      return read(...key);
    },
    replace: (...change) => {
      uses.writes += 1;
      return replace(...change);
    },
  };
}

function stopTime(test: TestContext): void {
  mock.timers.enable({ apis: ['Date', 'setTimeout'], now: 1_000_000 });
  test.after(() => mock.timers.reset());
}

/** Moves the clock until the calls are done. Returns how many seconds that took. */
async function finish(calls: readonly Promise<unknown>[]): Promise<number> {
  let isDone = false;
  const all = Promise.all(calls).then(() => (isDone = true));
  const startedAt = Date.now();
  for (let ms = 0; !isDone; ms += 1) {
    assert.ok(ms < 1_000_000, 'the calls never end');
    mock.timers.tick(1);
    await settled();
  }
  await all;
  return (Date.now() - startedAt) / 1000;
}

/** Makes calls until all are served. None may be refused, and together they may take little longer than the plan allows. */
async function useUp(
  tenant: Tenant,
  count: number,
  callerOf: (index: number) => { readonly scheduler: CallScheduler; readonly isBackground: boolean },
): Promise<void> {
  const calls = Array.from({ length: count }, (_, index) => {
    const { scheduler, isBackground } = callerOf(index);
    // Latencies are spread without a pattern, and calls overtake each other.
    const latencyMs = (index * 37) % 190;
    return tenant.call(scheduler, String(index), { isBackground, group: users, latencyMs });
  });
  const seconds = await finish(calls);
  assert.equal(tenant.refused, 0);
  const { burst, perSecond } = tenant.bucketOf(users);
  const least = (count - burst) / perSecond;
  assert.ok(seconds < least * 1.05 + 3, `${seconds} s instead of ${least} s`);
}

describe('calls to Auth0', () => {
  for (const [name, plan] of Object.entries(plans)) {
    for (const isBackground of [false, true]) {
      const kind = isBackground ? 'in the background' : 'that someone waits for';
      it(`${kind} cause no 429 and use what the plan gives: ${name}`, async (test) => {
        stopTime(test);
        const tenant = new Tenant(plan);
        const scheduler = instanceOn(createMemoryStorage().shared);
        await useUp(tenant, 80, () => ({ scheduler, isBackground }));
      });
    }
  }

  for (const name of ['Free', 'Essentials', 'Enterprise'] as const) {
    it(`of three instances cause no 429 and use what the plan gives: ${name}`, async (test) => {
      stopTime(test);
      const tenant = new Tenant(plans[name]);
      const shared = slowly(createMemoryStorage().shared, 3);
      const instances = Array.from({ length: 3 }, () => instanceOn(shared));
      await useUp(tenant, 81, (index) => {
        const scheduler = instances[index % 3] ?? instanceOn(shared);
        return { scheduler, isBackground: index % 3 === 0 };
      });
    });
  }

  it('are written to the storage together, and other instances hear how they ended', async (test) => {
    stopTime(test);
    const tenant = new Tenant(plans.Enterprise);
    const { shared } = createMemoryStorage();
    const uses = { reads: 0, writes: 0 };
    const scheduler = instanceOn(counted(shared, uses));
    await finish([tenant.call(scheduler, 'first')]);
    await finish([pause(200)]);
    Object.assign(uses, { reads: 0, writes: 0 });
    for (let page = 0; page < 5; page += 1) {
      await finish([1, 2, 3].map(() => tenant.call(scheduler, 'one of three')));
    }
    // How one page ended is written with what the next one starts.
    assert.deepEqual(uses, { reads: 0, writes: 5 });
    await finish([pause(100)]);
    assert.deepEqual(uses, { reads: 0, writes: 6 });
    const seen = await new Promise((resolve) =>
      createRateLimitStore(shared, 'the tenant').change((limits) => limits.toJSON().buckets[others], resolve),
    );
    assert.deepEqual(Object.assign({ sent: null }, seen).sent, []);
    // Another instance has stored something since, so what this one knows is refused once, and read.
    await finish([tenant.call(scheduler, 'after another')]);
    assert.deepEqual(uses, { reads: 1, writes: 8 });
  });

  it('are not written to the storage where Auth0 limits nothing, until it does', async (test) => {
    stopTime(test);
    const { shared } = createMemoryStorage();
    const uses = { reads: 0, writes: 0 };
    const scheduler = instanceOn(counted(shared, uses));
    const call = { group: users, startBy: Infinity, organizationId: '', isBackground: false };
    const unlimited = { status: 200, headers: new Headers() };
    for (const group of [others, users]) (await scheduler.start({ ...call, group }))?.(unlimited);
    await finish([pause(200)]);
    Object.assign(uses, { reads: 0, writes: 0 });
    const ends = await Promise.all(Array.from({ length: 20 }, () => scheduler.start(call)));
    for (const end of ends) end?.(unlimited);
    await finish([pause(200)]);
    assert.deepEqual(uses, { reads: 0, writes: 0 });

    const end = await scheduler.start(call);
    end?.({
      status: 200,
      headers: new Headers({ 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '0' }),
    });
    await finish([pause(200)]);
    assert.equal(uses.writes, 1);
    let isStarted = false;
    const next = scheduler.start(call).then(() => (isStarted = true));
    await settled();
    assert.equal(isStarted, false);
    await finish([next]);
  });

  it('of an instance that has just started find what others have left', async (test) => {
    stopTime(test);
    const tenant = new Tenant({ everything: perMinute(2, 120), users: null });
    const { shared } = createMemoryStorage();
    const busy = instanceOn(shared);
    const run = Array.from({ length: 40 }, () =>
      tenant.call(busy, 'background', { isBackground: true, latencyMs: 80 }),
    );
    for (let started = 0; started < 4; started += 1) {
      await finish([pause(2_300)]);
      const waits = await finish(
        Array.from({ length: 4 }, () => tenant.call(instanceOn(shared), 'person', { latencyMs: 80 })),
      );
      assert.ok(waits < 4, `${waits} s`);
    }
    await finish(run);
    assert.equal(tenant.refused, 0);
  });

  it('go on without a storage that fails', async (test) => {
    stopTime(test);
    const tenant = new Tenant({ everything: perMinute(2, 120), users: null });
    const scheduler = instanceOn({
      read: () => Promise.reject(new Error('no connection')),
      replace: () => Promise.reject(new Error('no connection')),
    });
    const seconds = await finish(Array.from({ length: 10 }, () => tenant.call(scheduler, 'one')));
    assert.equal(tenant.refused, 0);
    assert.ok(seconds < 6, `${seconds} s`);
  });

  it('that are stopped while another instance is asked are given back', async (test) => {
    stopTime(test);
    const tenant = new Tenant({ everything: perMinute(2, 120), users: null });
    const scheduler = instanceOn(slowly(createMemoryStorage().shared, 50));
    const stop = new AbortController();
    const call = { group: others, startBy: Infinity, organizationId: '', isBackground: true };
    const stopped = Promise.all([1, 2, 3].map(() => scheduler.start(call, stop.signal)));
    await finish([pause(60)]);
    stop.abort();
    assert.deepEqual(await stopped, [null, null, null]);
    const seconds = await finish([1, 2, 3].map(() => tenant.call(scheduler, 'next')));
    assert.ok(seconds < 3, `${seconds} s`);
    assert.deepEqual(scheduler.waiting, { interactive: 0, background: 0 });
  });

  it('cause no 429 when they arrive late, or are answered in another order', async (test) => {
    stopTime(test);
    for (let seed = 0; seed < 4; seed += 1) {
      const tenant = new Tenant({ everything: perMinute(2, 120), users: null });
      const scheduler = instanceOn(createMemoryStorage().shared);
      // Neither latencies nor the part of them that is the way there follow a pattern.
      const spread = (index: number, step: number) => (((seed * 7 + index) * step) % 101) / 100;
      for (let index = 0; index < 32; index += 4) {
        const calls = [0, 1, 2, 3].map((each) => {
          const latencyMs = spread(index + each, 67) * 400;
          const arrivalMs = latencyMs * spread(index + each, 41);
          return tenant.call(scheduler, 'next', { latencyMs, arrivalMs });
        });
        await finish(calls);
        await finish([pause(spread(index, 23) * 1_000)]);
      }
      assert.equal(tenant.refused, 0, `seed ${seed}`);
    }
  });

  it('that are never answered hold up no others', async (test) => {
    stopTime(test);
    const tenant = new Tenant({ everything: perMinute(2, 120), users: null });
    const scheduler = instanceOn(createMemoryStorage().shared);
    await finish([tenant.call(scheduler, 'first')]);
    const lost = { group: others, startBy: Infinity, organizationId: '', isBackground: false };
    await finish([scheduler.start(lost), scheduler.start(lost)]);
    const seconds = await finish(Array.from({ length: 10 }, () => tenant.call(scheduler, 'next')));
    assert.ok(seconds < 8, `${seconds} s`);
  });

  it('of two groups with a limit of their own do not wait for each other', async (test) => {
    stopTime(test);
    const tenant = new Tenant({ everything: perMinute(10, 150), users: perMinute(40, 500) });
    const scheduler = instanceOn(createMemoryStorage().shared);
    await finish([tenant.call(scheduler, 'one'), tenant.call(scheduler, 'other', { group: users })]);
    const waiting = Array.from({ length: 30 }, () => tenant.call(scheduler, 'everything'));
    assert.ok((await finish([tenant.call(scheduler, 'user', { group: users })])) < 0.1);
    await finish(waiting);
    assert.equal(tenant.refused, 0);
  });

  it('leave room for what others use of the limit', async (test) => {
    stopTime(test);
    const tenant = new Tenant({ everything: perMinute(50, 960), users: null });
    const scheduler = instanceOn(createMemoryStorage().shared);
    await finish([tenant.call(scheduler, 'first')]);
    // Sign-ins with Actions that write metadata.
    for (let index = 0; index < 48; index += 1) tenant.take(tenant.plan.everything);
    await finish([tenant.call(scheduler, 'second')]);
    await finish(Array.from({ length: 40 }, () => tenant.call(scheduler, 'more')));
    assert.equal(tenant.refused, 0);
  });

  it('that someone waits for go before background work', async (test) => {
    stopTime(test);
    const tenant = new Tenant({ everything: perMinute(2, 120), users: null });
    const scheduler = instanceOn(createMemoryStorage().shared);
    const background = Array.from({ length: 10 }, () =>
      tenant.call(scheduler, 'background', { isBackground: true, latencyMs: 50 }),
    );
    await finish([pause(1_000)]);
    tenant.served.length = 0;
    await finish([1, 2].map(() => tenant.call(scheduler, 'person', { latencyMs: 50 })));
    assert.deepEqual(tenant.served.slice(0, 2), ['person', 'person']);
    await finish(background);
    assert.equal(tenant.refused, 0);
  });

  it('in the background are not held up for ever', async (test) => {
    stopTime(test);
    const tenant = new Tenant({ everything: perMinute(2, 120), users: null });
    const scheduler = instanceOn(createMemoryStorage().shared);
    const calls = Array.from({ length: 30 }, () => tenant.call(scheduler, 'person', { latencyMs: 50 }));
    calls.push(tenant.call(scheduler, 'background', { isBackground: true, latencyMs: 50 }));
    await finish(calls);
    const position = tenant.served.indexOf('background');
    assert.ok(position > 2 && position < 8, `it came as number ${position}`);
  });

  it('of several organizations take turns', async (test) => {
    stopTime(test);
    const tenant = new Tenant({ everything: perMinute(2, 120), users: null });
    const scheduler = instanceOn(createMemoryStorage().shared);
    const greedy = Array.from({ length: 20 }, () =>
      tenant.call(scheduler, 'greedy', { organizationId: 'org_greedy' }),
    );
    const modest = Array.from({ length: 4 }, () =>
      tenant.call(scheduler, 'modest', { organizationId: 'org_modest' }),
    );
    await finish([...greedy, ...modest]);
    assert.ok(tenant.served.lastIndexOf('modest') <= 10, tenant.served.join(' '));
  });

  it('of twenty organizations are shared out evenly, although one asks for as many as all others', async (test) => {
    stopTime(test);
    const tenant = new Tenant(plans.Enterprise);
    const scheduler = instanceOn(createMemoryStorage().shared);
    const served = new Map<string, number>();
    let longestWait = 0;
    const ask = async (organizationId: string) => {
      const askedAt = Date.now();
      await tenant.call(scheduler, organizationId, { organizationId });
      if (organizationId !== 'org_greedy') longestWait = Math.max(longestWait, Date.now() - askedAt);
      if (Date.now() - startedAt <= 60_000) served.set(organizationId, (served.get(organizationId) ?? 0) + 1);
    };
    const startedAt = Date.now();
    const asked: Promise<void>[] = [];
    // Together twice as many as the plan gives. An even share is 0.8 a second.
    for (let second = 0; second < 60; second += 1) {
      for (let call = 0; call < 17; call += 1) asked.push(ask('org_greedy'));
      for (let org = 0; org < 19; org += 1) if ((second + org) % 5 > 0) asked.push(ask(`org_${org}`));
      await finish([pause(1_000)]);
    }
    const shares = [...served.values()];
    const sum = shares.reduce((total, share) => total + share, 0);
    const jain = sum ** 2 / (shares.length * shares.reduce((total, share) => total + share ** 2, 0));
    assert.equal(shares.length, 20);
    assert.ok(jain >= 0.9, `an index of ${jain}`);
    assert.ok(longestWait <= 2_000, `${longestWait} ms`);
    assert.equal(tenant.refused, 0);
  });

  it('are counted while they wait, by whether someone waits for them', async (test) => {
    stopTime(test);
    const tenant = new Tenant({ everything: perMinute(2, 120), users: null });
    const scheduler = instanceOn(createMemoryStorage().shared);
    const calls = Array.from({ length: 5 }, (_, index) =>
      tenant.call(scheduler, String(index), { isBackground: index > 2 }),
    );
    // Two are started to learn the limit.
    assert.deepEqual(scheduler.waiting, { interactive: 1, background: 2 });
    await finish(calls);
    assert.deepEqual(scheduler.waiting, { interactive: 0, background: 0 });
  });

  it('that cannot start in time are not started', async (test) => {
    stopTime(test);
    const tenant = new Tenant({ everything: perMinute(2, 120), users: null });
    const scheduler = instanceOn(createMemoryStorage().shared);
    const before = Array.from({ length: 10 }, () => tenant.call(scheduler, 'before'));
    const call = { group: others, organizationId: 'org_a', isBackground: false };
    const late = scheduler.start({ ...call, startBy: Date.now() + 1_000 });
    const answered: (EndCall | null)[] = [];
    assert.equal(Math.round(await finish([late.then((end) => answered.push(end))])), 1);
    assert.deepEqual(answered, [null]);
    await finish(before);
  });

  it('without rate-limit headers are not held up', async (test) => {
    stopTime(test);
    const scheduler = instanceOn(createMemoryStorage().shared);
    const call = async (group: string) => {
      const end = await scheduler.start({
        group,
        startBy: Infinity,
        organizationId: '',
        isBackground: false,
      });
      await pause(20);
      end?.({ status: 200, headers: new Headers() });
    };
    const seconds = await finish(Array.from({ length: 100 }, (_, index) => call(index % 2 ? users : others)));
    assert.ok(seconds < 0.2, `${seconds} s`);
  });

  it('belong to the groups that Auth0 documents', () => {
    const groups: [method: string, path: string, group: string][] = [
      ['GET', 'users/1', 'GET users'],
      ['GET', 'users-by-email', 'GET users'],
      ['PATCH', 'users/1', 'write users'],
      ['DELETE', 'users/1', 'DELETE users'],
      ['GET', 'users/1/organizations', 'GET organizations of users'],
      ['GET', 'users/1/sessions', others],
      ['GET', 'organizations/1', 'GET organizations'],
      ['GET', 'organizations/1/members', 'GET organization members'],
      ['DELETE', 'organizations/1/members', 'write organization members'],
      ['GET', 'organizations/1/members/2/roles', 'member roles'],
      ['POST', 'organizations/1/members/2/roles', 'member roles'],
      ['GET', 'organizations/1/members/2/effective-roles', others],
      ['GET', 'organizations/1/enabled_connections', 'GET organization connections'],
      ['POST', 'organizations/1/invitations', 'write invitations'],
      ['GET', 'connections/1', 'GET connections'],
      ['GET', 'connections/1/scim-configuration', others],
      ['GET', 'roles', others],
    ];
    for (const [method, path, group] of groups) {
      assert.equal(rateLimitGroup(method, path.split('/')), group, `${method} ${path}`);
    }
  });
});
