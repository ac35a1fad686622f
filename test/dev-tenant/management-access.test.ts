import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acme, ada, createDevTenant, globex, machineToken, management, mia, read } from './helpers.js';

const tenant = createDevTenant();
const other = createDevTenant({ signingKeys: [] });

const machineClaims = {
  iss: tenant.issuer,
  sub: 'x@clients',
  aud: `${tenant.url}/api/v2/`,
  scope: 'read:users',
  exp: 4e9,
};

const endpoints: [method: string, path: string, scope: string][] = [
  ['GET', `/users/${mia}`, 'read:users'],
  ['PATCH', `/users/${mia}`, 'update:users'],
  ['GET', `/users/${mia}/organizations`, 'read:organizations'],
  ['GET', `/organizations/${acme}`, 'read:organizations'],
  ['GET', '/organizations/name/acme', 'read:organizations'],
  ['GET', `/organizations/${acme}/enabled_connections`, 'read:organization_connections'],
  ['GET', `/organizations/${acme}/members`, 'read:organization_members'],
  ['GET', `/organizations/${acme}/members/${mia}/roles`, 'read:organization_member_roles'],
  ['GET', '/connections/con_acmedatabase0000', 'read:connections'],
];

describe('scopes', () => {
  for (const [method, path, scope] of endpoints) {
    const body = method === 'PATCH' ? { user_metadata: { a: 1 } } : undefined;

    it(`${method} ${path} works with ${scope} alone`, async () => {
      assert.equal((await management(tenant, scope)(method, path, body)).status, 200);
    });

    it(`${method} ${path} is refused without it`, async () => {
      const answer = await management(tenant, 'read:roles')(method, path, body);
      assert.equal(answer.status, 403);
      assert.equal(answer.body['errorCode'], 'insufficient_scope');
      assert.match(String(answer.body['message']), /^Insufficient scope, expected any of: /);
    });
  }

  it('roles in the list of members cost a scope of their own', async () => {
    const path = `/organizations/${acme}/members?fields=user_id,roles`;
    assert.equal((await management(tenant, 'read:organization_members')('GET', path)).status, 403);
  });

  it('update:users_app_metadata changes app_metadata and nothing else', async () => {
    const token = await tenant.tokens.sign({}, { ...machineClaims, scope: 'update:users_app_metadata' });
    const edit = (body: object) =>
      tenant.fetch(`${tenant.url}/api/v2/users/${mia}`, {
        method: 'PATCH',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      });
    assert.equal((await edit({ app_metadata: { a: 1 } })).status, 200);
    assert.equal((await edit({ name: 'x' })).status, 403);
  });

  it('connection options are shown only with read:connections_options', async () => {
    const path = '/connections/con_globexsaml000000';
    assert.ok(!('options' in (await management(tenant, 'read:connections')('GET', path)).body));
    assert.ok('options' in (await management(tenant)('GET', path)).body);
  });
});

describe('tokens', () => {
  const get = async (authorization?: string) =>
    read(
      await tenant.fetch(`${tenant.url}/api/v2/users/${mia}`, {
        ...(authorization !== undefined && { headers: { authorization } }),
      }),
    );
  it('are needed', async () => {
    assert.deepEqual((await get()).body, {
      statusCode: 401,
      error: 'Unauthorized',
      message: 'Missing authentication',
    });
    assert.equal((await get('Basic YTpi')).status, 401);
  });

  it('of a user for another API are refused', async () => {
    const token = await tenant.tokens.issueAccessToken({ userId: ada, organizationId: globex });
    const { status, body } = await get(`Bearer ${token}`);
    assert.equal(status, 401);
    assert.match(String(body['message']), /^Bad audience: /);
  });

  it('of another tenant are refused', async () => {
    const { status, body } = await get(`Bearer ${await machineToken(other)}`);
    assert.deepEqual(
      [status, body['message']],
      [401, 'Invalid signature received for JSON Web Token validation'],
    );
  });

  it('expire, by the tenant clock', async () => {
    const token = await machineToken(tenant);
    assert.equal((await get(`Bearer ${token}`)).status, 200);
    tenant.clock.advance(86_401_000);
    const { status, body } = await get(`Bearer ${token}`);
    tenant.clock.reset();
    assert.deepEqual(
      [status, body['message']],
      [401, 'Expired token received for JSON Web Token validation'],
    );
  });

  it('without an end, with a foreign issuer or with another algorithm are refused', async () => {
    const good = await tenant.tokens.sign({}, machineClaims);
    assert.equal((await get(`Bearer ${good}`)).status, 200);
    for (const token of [
      await tenant.tokens.sign({}, { ...machineClaims, exp: undefined }),
      await tenant.tokens.sign({}, { ...machineClaims, iss: 'https://evil.example/' }),
      await tenant.tokens.sign({ alg: 'none' }, machineClaims),
      await tenant.tokens.sign({ alg: 'HS256' }, machineClaims),
      `${good.slice(0, -6)}AAAAAA`,
      'garbage',
    ]) {
      assert.equal((await get(`Bearer ${token}`)).status, 401);
    }
  });
});

describe('answers', () => {
  const call = management(tenant);

  it('carry the headers of the rate limit', async () => {
    const { headers } = await call('GET', `/users/${mia}`);
    assert.equal(headers.get('x-ratelimit-limit'), '50');
    assert.ok(Number(headers.get('x-ratelimit-remaining')) < 50);
    assert.ok(Number(headers.get('x-ratelimit-reset')) * 1000 > tenant.clock.now() - 1000);
  });

  it('to an unknown route are 404 in the usual shape', async () => {
    const { status, body } = await call('GET', '/nothing/here');
    assert.equal(status, 404);
    assert.deepEqual(body, { statusCode: 404, error: 'Not Found', message: 'Not Found' });
  });

  it('name what does not exist', async () => {
    const user = await call('GET', '/users/auth0|nobody');
    assert.deepEqual(user.body, {
      statusCode: 404,
      error: 'Not Found',
      message: 'The user does not exist.',
      errorCode: 'inexistent_user',
    });
    for (const path of [
      '/users/auth0|nobody/organizations',
      '/organizations/org_nothing',
      '/organizations/name/nothing',
      '/organizations/org_nothing/members',
      '/organizations/org_nothing/enabled_connections',
      `/organizations/org_nothing/members/${mia}/roles`,
      `/organizations/${globex}/members/${mia}/roles`,
      '/connections/con_nothing',
    ]) {
      assert.equal((await call('GET', path)).status, 404, path);
    }
    assert.equal((await call('PATCH', '/users/auth0|nobody', { name: 'x' })).status, 404);
  });
});
