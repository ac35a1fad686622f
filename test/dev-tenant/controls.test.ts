import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { createDevTenant, management, mia, read } from './helpers.js';

describe('/__dev', () => {
  const tenant = createDevTenant({ seed: 'acme' });
  beforeEach(() => tenant.reset());

  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    read(
      await tenant.fetch(`${tenant.url}/__dev/${path}`, {
        method,
        headers: { 'x-orgdesk-dev': '1', ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );

  it('lists who can sign in', async () => {
    const { rows, headers } = await ask('GET', 'personas');
    assert.equal(rows.length, 6);
    assert.deepEqual(rows[0], {
      userId: 'auth0|ac3e00000000000000000001',
      name: 'Ada Keller',
      email: 'ada@acme.example',
      password: 'orgdesk',
      connection: 'database',
      note: 'Admin',
      organizationId: 'org_acme000000000000',
      organizationName: 'acme',
      organizationDisplayName: 'Acme Instruments',
    });
    assert.equal(headers.get('x-orgdesk-dev-tenant'), '1');
  });

  it('adds, lists and clears faults', async () => {
    assert.equal((await ask('POST', 'faults', { path: '/authorize', status: 500 })).status, 201);
    assert.deepEqual((await ask('GET', 'faults')).rows, [{ path: '/authorize', status: 500, times: 1 }]);
    assert.equal((await tenant.fetch(`${tenant.url}/authorize`)).status, 500);
    await ask('POST', 'faults', { path: '*', hang: true });
    assert.equal((await ask('DELETE', 'faults')).status, 204);
    assert.equal((await ask('POST', 'faults', { paths: '*' })).status, 400);
  });

  it('is exempt from faults and the request log', async () => {
    tenant.faults.add({ path: '*', status: 500, times: Infinity });
    assert.equal((await ask('GET', 'requests')).status, 200);
    assert.deepEqual((await ask('GET', 'requests')).rows, []);
  });

  it('shows and clears the requests', async () => {
    await tenant.fetch(`${tenant.url}/userinfo`);
    assert.equal((await ask('GET', 'requests')).rows[0]?.['path'], '/userinfo');
    await ask('DELETE', 'requests');
    assert.equal(tenant.requests.count(), 0);
  });

  it('signs someone in, past faults and the request log', async () => {
    tenant.faults.add({ path: '*', status: 500, times: Infinity });
    const { status, body } = await ask('POST', 'tokens', { username: 'ada@acme.example' });
    assert.equal(status, 200);
    const claims = decodeJwt(String(body['access_token']));
    assert.equal(claims['org_id'], 'org_acme000000000000');
    assert.ok(String(claims['permissions']).includes('manage:members'));
    assert.equal(tenant.requests.count(), 0);
  });

  it('refuses to sign in someone who could not', async () => {
    const wrong = await ask('POST', 'tokens', { username: 'ada@acme.example', password: 'wrong' });
    assert.deepEqual(
      [wrong.status, wrong.body['message']],
      [400, 'sign-in refused: wrong or locked credentials of ada@acme.example'],
    );
    const foreign = await ask('POST', 'tokens', { username: 'ada@acme.example', organization: 'globex' });
    assert.equal(foreign.status, 400);
    assert.equal((await ask('POST', 'tokens', { user: 'ada@acme.example' })).status, 400);
  });

  it('lists emails', async () => {
    await management(tenant)('PATCH', `/users/${mia}`, { verify_email: true });
    assert.equal((await ask('GET', 'outbox')).rows[0]?.['to'], 'mia@acme.example');
  });

  it('moves the clock', async () => {
    const { body } = await ask('POST', 'clock', { advance: 3_600_000 });
    assert.ok(Number(body['now']) > Date.now() + 3_500_000);
    assert.ok(tenant.clock.now() > Date.now() + 3_500_000);
    assert.ok(Number((await ask('GET', 'clock')).body['now']) > Date.now() + 3_500_000);
    assert.equal((await ask('POST', 'clock', { advance: 'soon' })).status, 400);

    await ask('POST', 'clock', { stopped: true });
    const stoppedAt = tenant.clock.now();
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(tenant.clock.now(), stoppedAt);
    await ask('POST', 'clock', { advance: 1000 });
    assert.equal(tenant.clock.now(), stoppedAt + 1000);
    await ask('POST', 'clock', { stopped: false });
    assert.ok(tenant.clock.now() >= stoppedAt + 1000 && tenant.clock.now() < stoppedAt + 3_600_000);
  });

  it('shows and changes the lag of lists', async () => {
    assert.equal((await ask('GET', 'lag')).body['lag'], 2000);
    assert.deepEqual((await ask('POST', 'lag', { lag: 0 })).body, { lag: 0 });
    const acme = 'org_acme000000000000';
    const count = async () => (await management(tenant)('GET', `/organizations/${acme}/members`)).rows.length;
    await management(tenant)('DELETE', `/organizations/${acme}/members`, { members: [mia] });
    assert.equal(await count(), 5);
    tenant.reset();
    await management(tenant)('DELETE', `/organizations/${acme}/members`, { members: [mia] });
    assert.equal(await count(), 6);
    assert.equal((await ask('POST', 'lag', { lag: -1 })).status, 400);
    tenant.reset();
  });

  it('counts requests by endpoint', async () => {
    const call = management(tenant);
    await call('GET', `/users/${encodeURIComponent(mia)}`);
    await call('GET', '/users/auth0%7Cnobody');
    await call('PATCH', `/users/${mia}`, { nickname: 'm' });
    await call('GET', '/nothing');
    assert.deepEqual((await ask('GET', 'requests/endpoints')).body, {
      'GET /api/v2/nothing': 1,
      'GET /api/v2/users/{id}': 2,
      'PATCH /api/v2/users/{id}': 1,
      'POST /oauth/token': 1,
    });
    assert.deepEqual(tenant.requests.endpoints(), (await ask('GET', 'requests/endpoints')).body);
    tenant.reset();
  });

  it('resets everything except the keys', async () => {
    const keys = async () => (await tenant.fetch(`${tenant.url}/.well-known/jwks.json`)).text();
    const before = await keys();
    tenant.users.update(mia, { name: 'Changed' });
    tenant.organizations.removeMember('org_acme000000000000', mia);
    tenant.clock.advance(1e9);
    assert.equal((await ask('POST', 'reset')).status, 204);
    assert.equal(tenant.users.get(mia)?.name, 'Mia Okafor');
    assert.equal(tenant.personas.length, 6);
    assert.ok(tenant.clock.now() < Date.now() + 1000);
    assert.equal(await keys(), before);
  });

  it('rejects pages of another origin', async () => {
    const origin = { origin: 'http://localhost:4000' };
    for (const [method, path] of [
      ['GET', 'personas'],
      ['POST', 'reset'],
      ['OPTIONS', 'reset'],
    ] as const) {
      const { status, headers } = await ask(method, path, undefined, origin);
      assert.equal(status, 403);
      assert.equal(headers.get('access-control-allow-origin'), null);
    }
  });

  it('rejects form submissions', async () => {
    const response = await tenant.fetch(`${tenant.url}/__dev/reset`, {
      method: 'POST',
      body: new URLSearchParams({ a: '1' }),
    });
    assert.equal(response.status, 403);
    const json = await tenant.fetch(`${tenant.url}/__dev/reset`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: tenant.url },
    });
    assert.equal(json.status, 204);
  });
});
