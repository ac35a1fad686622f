import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createDevTenant, machineToken, management, mia } from './helpers.js';

describe('faults', () => {
  const tenant = createDevTenant();
  const url = `${tenant.url}/api/v2/users/${encodeURIComponent(mia)}`;
  const get = (init?: RequestInit) => tenant.fetch(url, init);
  beforeEach(() => tenant.reset());

  it('answer with a status once, then let requests through again', async () => {
    tenant.faults.add({ path: '/api/v2/users/*', status: 503 });
    assert.equal((await get()).status, 503);
    assert.equal((await get()).status, 401);
    assert.deepEqual(tenant.faults.list(), []);
  });

  it('apply the given number of times, oldest first', async () => {
    tenant.faults.add({ path: '/api/v2/users/*', status: 500, times: 2 });
    tenant.faults.add({ path: '/api/v2/**', status: 502 });
    const statuses = [await get(), await get(), await get(), await get()].map(({ status }) => status);
    assert.deepEqual(statuses, [500, 500, 502, 401]);
  });

  it('report how often they will still apply', async () => {
    tenant.faults.add({ path: '*', status: 500, times: 3 });
    await get();
    assert.deepEqual(tenant.faults.list(), [{ path: '*', status: 500, times: 2 }]);
    tenant.faults.clear();
    assert.deepEqual(tenant.faults.list(), []);
  });

  it('can be HTML pages of a gateway', async () => {
    tenant.faults.add({ path: '*', html: true });
    tenant.faults.add({ path: '*', html: true, status: 504 });
    const page = await get();
    assert.deepEqual([page.status, page.headers.get('content-type')], [502, 'text/html; charset=utf-8']);
    assert.match(await page.text(), /^<!doctype html>/);
    assert.equal((await get()).status, 504);
  });

  it('cut off the response after the request was processed', async () => {
    const headers = {
      authorization: `Bearer ${await machineToken(tenant)}`,
      'content-type': 'application/json',
    };
    tenant.faults.add({ path: '/api/v2/**', truncateTo: 20 });
    const answer = await get({ method: 'PATCH', headers, body: JSON.stringify({ nickname: 'done' }) });
    assert.equal(answer.status, 200);
    assert.equal((await answer.text()).length, 20);
    assert.equal(tenant.users.get(mia)?.nickname, 'done');
    tenant.faults.add({ path: '/api/v2/**', truncateTo: 0 });
    assert.equal(await (await get({ headers })).text(), '');
  });

  for (const [pattern, hits] of [
    ['/api/v2/users/*', true],
    [`/api/v2/users/${mia}`, true],
    [`/api/v2/users/${encodeURIComponent(mia)}`, true],
    ['/api/v2/**', true],
    ['*', true],
    ['/api/*', false],
    ['/api/v2/users/*/organizations', false],
    ['/api.v2/users/*', false],
  ] as const) {
    it(`with the path ${pattern} ${hits ? 'hit' : 'miss'} a user`, async () => {
      tenant.faults.add({ path: pattern, status: 500 });
      assert.equal((await get()).status, hits ? 500 : 401);
    });
  }

  it('can be limited to one method', async () => {
    tenant.faults.add({ path: '*', method: 'patch', status: 500 });
    assert.equal((await get()).status, 401);
    assert.equal((await get({ method: 'PATCH', body: '{}' })).status, 500);
  });

  it('bring their own headers and body', async () => {
    tenant.faults.add({ path: '*', status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad' });
    const response = await get();
    assert.equal(response.headers.get('content-type'), 'text/html');
    assert.equal(await response.text(), '<h1>Bad');
  });

  it('use Auth0’s message for a 429', async () => {
    tenant.faults.add({ path: '*', status: 429 });
    const response = await get();
    assert.equal(response.headers.get('x-ratelimit-remaining'), '0');
    assert.equal(((await response.json()) as { errorCode: string }).errorCode, 'too_many_requests');
  });

  it('have no body where HTTP allows none', async () => {
    tenant.faults.add({ path: '*', status: 204 });
    assert.equal((await get()).status, 204);
  });

  it('delay', async () => {
    tenant.faults.add({ path: '*', latencyMs: 40 });
    const before = performance.now();
    assert.equal((await get()).status, 401);
    assert.ok(performance.now() - before >= 35);
  });

  it('never respond, until the caller aborts', async () => {
    tenant.faults.add({ path: '*', hang: true });
    await assert.rejects(get({ signal: AbortSignal.timeout(20) }), { name: 'TimeoutError' });
    tenant.faults.add({ path: '*', latencyMs: 10_000 });
    await assert.rejects(get({ signal: AbortSignal.timeout(20) }), { name: 'TimeoutError' });
  });

  it('break the connection as fetch reports it', async () => {
    tenant.faults.add({ path: '*', reset: true });
    await assert.rejects(get(), (error) => {
      assert.ok(error instanceof TypeError);
      assert.equal(error.message, 'fetch failed');
      assert.equal((error.cause as { code: string }).code, 'ECONNRESET');
      return true;
    });
  });

  it('reject unknown properties', () => {
    assert.throws(() => tenant.faults.add({ path: '*', sttus: 500 } as never), /sttus/);
    assert.throws(() => tenant.faults.add({ path: '*', times: 0 }));
  });
});

describe('the request log', () => {
  const tenant = createDevTenant();
  beforeEach(() => tenant.reset());

  it('counts per endpoint and area', async () => {
    const call = management(tenant);
    await call('GET', `/users/${mia}`);
    await call('PATCH', `/users/${mia}`, { user_metadata: { a: 1 } });
    await call('GET', '/organizations/name/acme');
    const { requests } = tenant;
    assert.equal(requests.count(), 4);
    assert.equal(requests.count({ area: 'management' }), 3);
    assert.equal(requests.count({ area: 'oidc', path: '/oauth/token' }), 1);
    assert.equal(requests.count({ method: 'patch' }), 1);
    assert.equal(requests.count({ path: `/api/v2/users/${mia}` }), 2);
    assert.equal(requests.count({ method: 'GET', path: /\/organizations\// }), 1);
    requests.clear();
    assert.equal(requests.count(), 0);
  });

  it('records the query, the status, and the correlation ID', async () => {
    const authorization = `Bearer ${await machineToken(tenant)}`;
    await tenant.fetch(`${tenant.url}/api/v2/users/${mia}?fields=email`, {
      headers: { authorization, 'x-correlation-id': 'trace-1' },
    });
    assert.deepEqual(tenant.requests.list().at(-1), {
      endpoint: '/api/v2/users/{id}',
      area: 'management',
      method: 'GET',
      path: `/api/v2/users/${mia}`,
      query: '?fields=email',
      status: 200,
      correlation_id: 'trace-1',
    });
  });

  it('records a fault’s status, and 0 for unanswered requests', async () => {
    tenant.faults.add({ path: '*', status: 500 });
    tenant.faults.add({ path: '*', reset: true });
    await tenant.fetch(`${tenant.url}/userinfo`);
    await tenant.fetch(`${tenant.url}/userinfo`).catch(() => undefined);
    assert.deepEqual(
      tenant.requests.list().map(({ status }) => status),
      [500, 0],
    );
  });
});
