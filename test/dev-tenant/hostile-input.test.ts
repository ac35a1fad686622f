import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  Browser,
  acme,
  createDevTenant,
  locationOf,
  machineToken,
  management,
  mia,
  post,
} from './helpers.js';

describe('hostile input', () => {
  const tenant = createDevTenant();
  const call = management(tenant);
  const patch = (body: string) => call('PATCH', `/users/${mia}`, body);

  it('cannot pollute prototypes through metadata, and keeps the key as data', async () => {
    const { status } = await patch('{"user_metadata":{"__proto__":{"polluted":true},"constructor":{"a":1}}}');
    assert.equal(status, 200);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    const metadata = tenant.users.get(mia)?.user_metadata ?? {};
    assert.equal(Object.getPrototypeOf(metadata), Object.prototype);
    assert.ok(Object.hasOwn(metadata, '__proto__'));
  });

  it('cannot hide an unknown property behind __proto__', async () => {
    const { status, body } = await patch('{"__proto__":{"blocked":true},"name":"x"}');
    assert.equal(status, 400);
    assert.match(String(body['message']), /not allowed/);
  });

  it('is rejected if nested too deeply', async () => {
    for (const depth of [200, 100_000]) {
      const metadata = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
      const { status, body } = await patch(`{"user_metadata":${metadata}}`);
      assert.deepEqual([status, body['errorCode']], [400, 'invalid_body']);
    }
  });

  it('is rejected if larger than a megabyte', async () => {
    const { status, body } = await patch(JSON.stringify({ user_metadata: { a: 'x'.repeat(1024 * 1024) } }));
    assert.equal(status, 413);
    assert.equal(body['error'], 'Request Entity Too Large');
  });

  for (const body of ['', 'null', '5', '"x"', '{', '{"name":1e400}', '{"name":"x",}', '\uFEFF{}']) {
    it(`as a body like ${JSON.stringify(body)} is refused`, async () => {
      assert.equal((await patch(body)).status, 400);
    });
  }

  for (const path of ['/users/%', '/users/%E0%A4%A', '/users/%ff', '/organizations/%c0%ae']) {
    it(`in the path, like ${path}, is refused`, async () => {
      const { status, body } = await call('GET', path);
      assert.deepEqual([status, body['errorCode']], [400, 'invalid_uri']);
    });
  }

  for (const path of [
    '/users/__proto__',
    '/users/constructor',
    '/organizations/name/toString',
    '/users/..%2f',
  ]) {
    it(`in the path, like ${path}, finds nothing`, async () => {
      assert.equal((await call('GET', path)).status, 404);
    });
  }

  it('in the token request is rejected with an OAuth error', async () => {
    for (const body of [{}, { grant_type: 1 }, { grant_type: 'x', client_id: ['a'] }, { __proto__: null }]) {
      assert.equal((await post(tenant, '/oauth/token', body)).status, 400);
    }
    const basic = await post(tenant, '/oauth/token', { grant_type: 'x' }, { authorization: 'Basic JUUw' });
    assert.equal(basic.status, 401);
  });

  it('in the login form counts as wrong credentials', async () => {
    const browser = new Browser(tenant);
    const url = locationOf(await browser.authorize({ organization: acme })).href;
    for (const form of [{}, { persona: '__proto__' }, { persona: 'auth0|nobody' }, { username: '\0' }]) {
      assert.equal((await browser.visit(url, form)).status, 400);
    }
  });

  it('in the query of the login page is not a login', async () => {
    const browser = new Browser(tenant);
    for (const query of ['', '?state=', '?state=__proto__', '?state=%00']) {
      assert.equal((await browser.visit(`/u/login${query}`)).status, 400);
    }
  });

  for (const q of [
    `${'('.repeat(5000)}name:x`,
    `${'NOT '.repeat(2400)}name:x`,
    `name:${'a*'.repeat(4000)}`,
    '__proto__:x',
    'constructor.prototype:x',
    'app_metadata.__proto__.polluted:true',
    'user_metadata.constructor:x',
    '_exists_:__proto__',
    '"'.repeat(999),
    'name:[* TO',
    '\\',
    '\0',
    'x'.repeat(20_000),
  ]) {
    it(`as a search like ${JSON.stringify(q.slice(0, 40))} is answered or refused`, async () => {
      for (const path of ['/users?q=', '/logs?search=']) {
        const { status } = await call('GET', path + encodeURIComponent(q));
        assert.ok(status === 200 || status === 400, `${path}: ${status}`);
      }
    });
  }

  const pages = ['page=1e9', 'page=-1', 'per_page=0'];
  const checkpoints = ['take=x', 'from=%00', 'from=e30'];
  const fields = ['fields=__proto__'];
  for (const [path, queries] of [
    [`/organizations/${acme}/members`, [...pages, ...checkpoints, ...fields]],
    ['/organizations', [...pages, ...checkpoints]],
    ['/users', [...pages, ...fields]],
    ['/device-credentials', [...pages, ...fields]],
  ] as const) {
    it(`as paging through ${path} is answered or refused`, async () => {
      for (const query of queries) {
        const { status } = await call('GET', `${path}?${query}`);
        assert.ok(status === 200 || status === 400, `${query}: ${status}`);
      }
    });
  }

  it('as an import is refused row by row', async () => {
    const form = new FormData();
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    form.set('users', new Blob([`[{"__proto__":{"blocked":true}}, 5, null, ${deep}]`]));
    form.set('connection_id', 'con_umbrelladb000000');
    const headers = { authorization: `Bearer ${await machineToken(tenant)}` };
    const response = await tenant.fetch(`${tenant.url}/api/v2/jobs/users-imports`, {
      method: 'POST',
      headers,
      body: form,
    });
    assert.ok([202, 400].includes(response.status), String(response.status));
    assert.equal(({} as Record<string, unknown>)['blocked'], undefined);
  });
});
