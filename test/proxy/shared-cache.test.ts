import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { Storage } from '../../backend-proxy/src/index.js';
import { createSharedCaches } from '../../backend-proxy/src/management/shared-cache.js';
import { createMemoryStorage } from '../../backend-proxy/src/storage/memory/index.js';
import { createAgedStorage, createWorld, type World } from './support.js';

const lifetimeMs = 60_000;

/** Caches of the same name, as every instance has one. */
function cacheOf({ shared }: Storage, tenant = 'https://acme.eu.auth0.com') {
  return createSharedCaches(
    shared,
    tenant,
  )<{ readonly id: string } | null>({
    name: 'things',
    lifetimeMs,
    capacity: 10,
  });
}

describe('a cache that instances share', () => {
  it('is read by an instance that has just started, for as long as the value has left', async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: 1_000_000 });
    const storage = createMemoryStorage();
    const [first, second] = [cacheOf(storage), cacheOf(storage)];
    assert.deepEqual(await first.get('one', async () => ({ id: 'first' })), { id: 'first' });
    t.mock.timers.setTime(1_000_000 + lifetimeMs - 1);
    const load = mock.fn(async () => ({ id: 'second' }));
    assert.deepEqual(await second.get('one', load), { id: 'first' });
    assert.equal(load.mock.callCount(), 0);
    t.mock.timers.setTime(1_000_000 + lifetimeMs);
    assert.deepEqual(await second.get('one', load), { id: 'second' });
    assert.deepEqual(await first.get('one', load), { id: 'second' });
    assert.equal(load.mock.callCount(), 1);
  });

  it('shares that there is nothing, and no failure', async () => {
    const storage = createMemoryStorage();
    await assert.rejects(
      cacheOf(storage).get('one', () => Promise.reject(new Error('no answer'))),
      /no answer/,
    );
    assert.equal(await cacheOf(storage).get('one', async () => null), null);
    assert.equal(await cacheOf(storage).get('one', async () => ({ id: 'later' })), null);
  });

  it('keeps tenants and keys apart', async () => {
    const storage = createMemoryStorage();
    await cacheOf(storage).get('one', async () => ({ id: 'one' }));
    assert.deepEqual(await cacheOf(storage).get('other', async () => ({ id: 'other' })), { id: 'other' });
    const elsewhere = cacheOf(storage, 'https://globex.eu.auth0.com');
    assert.deepEqual(await elsewhere.get('one', async () => ({ id: 'theirs' })), { id: 'theirs' });
  });

  it('costs calls, and nothing else, when the storage fails', async () => {
    const storage = {
      ...createMemoryStorage(),
      shared: {
        read: () => Promise.reject(new Error('no connection')),
        replace: () => Promise.reject(new Error('no connection')),
      },
    };
    assert.deepEqual(await cacheOf(storage).get('one', async () => ({ id: 'one' })), { id: 'one' });
  });
});

describe('an instance that has just started', () => {
  it('asks Auth0 only about people, if another one has asked about the tenant', async () => {
    const { tenant } = createWorld();
    const storage = createAgedStorage();
    const calls: string[] = [];
    const startWorld = () =>
      createWorld(
        { storage },
        {
          tenant,
          intercept: (request, callOn) => {
            calls.push(`${request.method} ${new URL(request.url).pathname}`);
            return callOn();
          },
        },
      );
    const openPanel = async (world: World) => {
      calls.length = 0;
      const token = await world.freshTokenOf('ada');
      for (const path of ['/v1/session', '/v1/members', '/v1/roles'])
        assert.equal((await world.send(token, path)).status, 200);
      return calls.filter((call) => /\/(roles|connections|enabled_connections|groups|scim)/.test(call));
    };
    assert.notDeepEqual(await openPanel(startWorld()), []);
    const left = await openPanel(startWorld());
    assert.deepEqual(
      left.filter((call) => !/\/(users|members)\//.test(call)),
      [],
    );
  });
});
