import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryStorage, createProxy } from '../../backend-proxy/src/index.js';
import { deferred } from '../harness/deferred.js';
import { createWorld, type Answer, type WorldOptions } from './support.js';

const bodyOf = ({ text }: Answer) =>
  JSON.parse(text) as { status: string; checks: Record<string, { status: string; reason?: string }> };

const failing = (isMatch: (url: string) => boolean, answer: () => Promise<Response>): WorldOptions => ({
  intercept: async ({ url }, callOn) => (isMatch(url) ? answer() : callOn()),
});
const lost = () => Promise.reject(new TypeError('fetch failed: https://tenant.example?secret=hunter2'));

describe('GET /livez', () => {
  it('says that the process lives, whatever else fails, and asks no one', async () => {
    const world = createWorld(
      {},
      failing(() => true, lost),
    );
    const { status, text, headers } = await world.send(null, '/livez');
    assert.deepEqual([status, text], [200, '{"status":"alive"}']);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(world.tenant.requests.count({}), 0);
    assert.equal(world.log.length, 0);
  });

  it('is below the base path', async () => {
    const world = createWorld({ basePath: '/orgdesk' });
    assert.equal((await world.send(null, '/orgdesk/livez')).status, 200);
    assert.equal((await world.send(null, '/livez')).status, 404);
  });
});

describe('GET /readyz', () => {
  it('is ready where the storage, the keys and the token are', async () => {
    const world = createWorld();
    const answer = await world.send(null, '/readyz');
    assert.equal(answer.status, 200);
    const ok = { status: 'ok' };
    assert.deepEqual(bodyOf(answer), {
      status: 'ready',
      checks: { process: ok, storage: ok, keys: ok, token: ok },
    });
    assert.equal(world.log.length, 0);
  });

  const failures: Readonly<Record<string, readonly [check: string, reason: string, where: WorldOptions]>> = {
    'the keys can’t be read': ['keys', 'unreachable', failing((url) => url.includes('jwks.json'), lost)],
    'the token can’t be read': [
      'token',
      'upstream_unavailable',
      failing((url) => url.endsWith('/oauth/token'), lost),
    ],
    'the credentials are wrong': [
      'token',
      'upstream_refused',
      failing(
        (url) => url.endsWith('/oauth/token'),
        async () => Response.json({ error: 'access_denied' }, { status: 401 }),
      ),
    ],
    'the tenant doesn’t answer': [
      'keys',
      'timeout',
      failing(
        (url) => url.includes('jwks.json'),
        () => new Promise(() => {}),
      ),
    ],
  };
  for (const [label, [name, reason, where]] of Object.entries(failures)) {
    it(`is not, and says why without a secret: ${label}`, async () => {
      const world = createWorld({}, where);
      const answer = await world.send(null, '/readyz');
      assert.equal(answer.status, 503);
      const { status, checks } = bodyOf(answer);
      assert.equal(status, 'unready');
      assert.deepEqual(checks[name], { status: 'failed', reason });
      assert.deepEqual(checks['storage'], { status: 'ok' });
      assert.doesNotMatch(answer.text, /hunter2|tenant\.example/);
      assert.deepEqual(
        world.log.map((entry) => entry.status),
        [503],
      );
    });
  }

  it('is not where the storage fails', async () => {
    const storage = createMemoryStorage();
    const last = () => Promise.reject(new Error('connect ECONNREFUSED postgres://user:hunter2@db'));
    const world = createWorld({ storage: { ...storage, demotions: { ...storage.demotions, last } } });
    const answer = await world.send(null, '/readyz');
    assert.equal(answer.status, 503);
    assert.deepEqual(bodyOf(answer).checks['storage'], { status: 'failed', reason: 'unreachable' });
    assert.doesNotMatch(answer.text, /hunter2/);
  });

  it('stays ready through an outage of the tenant, with the keys and the token it has', async () => {
    let isDown = false;
    const world = createWorld({}, { intercept: async (_, callOn) => (isDown ? lost() : callOn()) });
    assert.equal((await world.read('ada')).status, 200);
    isDown = true;
    assert.equal((await world.send(null, '/readyz')).status, 200);
  });

  it('asks once, however many ask it at once', async () => {
    let asked = 0;
    const where: WorldOptions = {
      intercept: async ({ url }, callOn) => {
        if (!url.endsWith('/oauth/token')) return callOn();
        asked += 1;
        return Response.json({ error: 'access_denied' }, { status: 401 });
      },
    };
    const world = createWorld({}, where);
    await Promise.all(Array.from({ length: 50 }, () => world.send(null, '/readyz')));
    assert.equal(asked, 1);
  });
});

describe('a proxy that is closed', () => {
  it('finishes the requests under way first, and refuses others', async () => {
    const held = deferred();
    const reached = deferred();
    const { tenant, tokenOf } = createWorld();
    const proxy = createProxy({
      domain: tenant.domain,
      audience: tenant.audience,
      ...tenant.clients.proxy,
      fetch: async (input, init) => {
        if (new Request(input, init).url.includes('/api/v2/')) {
          reached.resolve();
          await held.promise;
        }
        return tenant.fetch(input, init);
      },
    });
    const token = await tokenOf('ada');
    const ask = (path: string) =>
      proxy.fetch(
        new Request(`https://proxy.example${path}`, { headers: { authorization: `Bearer ${token}` } }),
      );
    const underWay = ask('/v1/profile');
    await reached.promise;
    let isClosed = false;
    const closing = proxy.close().then(() => (isClosed = true));

    const refused = await ask('/v1/profile');
    const { code } = (await refused.json()) as { code: string };
    assert.deepEqual([refused.status, code, refused.headers.get('retry-after')], [503, 'shutting_down', '1']);
    const unready = (await (await ask('/readyz')).json()) as { checks: object };
    assert.deepEqual(Object.entries(unready.checks)[0], ['process', { status: 'failed', reason: 'closing' }]);
    assert.equal((await ask('/livez')).status, 200);
    assert.equal(isClosed, false);

    held.resolve();
    assert.equal((await underWay).status, 200);
    await closing;
  });
});
