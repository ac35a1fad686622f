import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import parsePrometheus from 'parse-prometheus-text-format';
import { createMemoryStorage, createProxy } from '../../backend-proxy/src/index.js';
import { endpointOf } from '../../backend-proxy/src/metrics/endpoint.js';
import { createFetchTransport, type Transport } from '../../backend-proxy/src/management/transport.js';
import { Registry } from '../../backend-proxy/src/metrics/registry.js';
import { deferred } from '../harness/deferred.js';
import { createWorld, people, type World } from './support.js';
import { requestTo } from './walls.js';

const metricsToken = 'prometheus-sends-this-token';
const [ada] = people.ada;
const [mia] = people.mia;

type Metrics = ReturnType<typeof parse>;

async function metricsOf(world: World): Promise<Metrics> {
  const { status, text, headers } = await world.send(metricsToken, '/metrics');
  assert.equal(status, 200);
  assert.equal(headers.get('content-type'), 'text/plain; version=0.0.4; charset=utf-8');
  return parse(text);
}

/** By name. The parser is not ours. */
const parse = (text: string) => new Map(parsePrometheus(text).map(({ name, metrics }) => [name, metrics]));

function valueOf(metrics: Metrics, name: string, labels: Record<string, string>): number {
  const found = metrics
    .get(name)
    ?.find((sample) => Object.entries(labels).every(([label, value]) => sample.labels?.[label] === value));
  return Number(found?.value ?? 0);
}

describe('GET /metrics', () => {
  it('is no route without a token of its own', async () => {
    const { status, problem } = await createWorld().send(metricsToken, '/metrics');
    assert.deepEqual([status, problem.code], [404, 'route_not_found']);
  });

  it('refuses other tokens, a person’s among them', async () => {
    const world = createWorld({ metricsToken });
    for (const [token, code] of [
      [null, 'token_missing'],
      ['x', 'token_invalid'],
      [`${metricsToken}x`, 'token_invalid'],
      [await world.tokenOf('ada'), 'token_invalid'],
    ] as const) {
      const { status, problem } = await world.send(token, '/metrics');
      assert.deepEqual([status, problem.code], [401, code]);
    }
  });

  it('counts requests by route and status, whoever answered them', async () => {
    const world = createWorld({ metricsToken, basePath: '/orgdesk' });
    const token = await world.tokenOf('ada');
    await world.send(token, `/orgdesk/v1/members/${encodeURIComponent(mia)}`);
    await world.send(token, `/orgdesk/v1/members/${encodeURIComponent(ada)}`);
    await world.send(null, `/orgdesk/v1/members/${encodeURIComponent(mia)}`);
    await world.send(token, '/orgdesk/v1/profile', { method: 'PUT' });
    await world.send(token, '/orgdesk/secret-path');
    await world.send(token, '/orgdesk/v1/profile', { method: 'PURGE' });
    const { text } = await world.send(metricsToken, '/orgdesk/metrics');
    const metrics = parse(text);
    const requests = (method: string, route: string, status: string) =>
      valueOf(metrics, 'orgdesk_http_requests_total', { method, route, status });
    assert.equal(requests('GET', '/v1/members/:userId', '200'), 2);
    assert.equal(requests('GET', '/v1/members/:userId', '401'), 1);
    assert.equal(requests('PUT', '/v1/profile', '405'), 1);
    assert.equal(requests('other', '/v1/profile', '405'), 1);
    assert.equal(requests('GET', 'none', '404'), 1);
    assert.match(
      text,
      /^orgdesk_http_request_duration_seconds_count\{method="GET",route="\/v1\/members\/:userId"\} 3$/m,
    );
  });

  it('counts the calls to Auth0 by endpoint and status, lost ones and 429s too', async () => {
    let calls = 0;
    const world = createWorld(
      { metricsToken },
      {
        intercept: async ({ url }, callOn) => {
          if (!/\/api\/v2\/users\/[^/?]+(?:\?|$)/.test(url)) return callOn();
          calls += 1;
          if (calls === 1) return Promise.reject(new TypeError('fetch failed'));
          if (calls === 2) {
            const reset = String(Math.floor(Date.now() / 1000));
            return Response.json({}, { status: 429, headers: { 'x-ratelimit-reset': reset } });
          }
          return callOn();
        },
      },
    );
    assert.equal((await world.read('ada')).status, 200);
    const metrics = await metricsOf(world);
    const callsWith = (endpoint: string, status: string) =>
      valueOf(metrics, 'orgdesk_auth0_calls_total', { endpoint, status });
    assert.equal(callsWith('/users/:id', 'none'), 1);
    assert.equal(callsWith('/users/:id', '429'), 1);
    assert.ok(callsWith('/users/:id', '200') >= 1);
    assert.deepEqual([callsWith('token', '200'), callsWith('keys', '200')], [1, 1]);
    assert.equal(valueOf(metrics, 'orgdesk_auth0_calls_open', {}), 0);
  });

  it('counts each call once that another transport makes', async () => {
    const { tenant } = createWorld();
    const sent: string[] = [];
    const send = createFetchTransport(tenant.fetch);
    const transport: Transport = (request) => {
      sent.push(request.url);
      return send(request);
    };
    const world = createWorld({ metricsToken, transport }, { tenant });
    assert.equal((await world.read('ada')).status, 200);
    const metrics = await metricsOf(world);
    const reads = sent.filter((url) => /\/users\/[^/?]+(?:\?|$)/.test(url)).length;
    assert.ok(reads > 0);
    const counted = valueOf(metrics, 'orgdesk_auth0_calls_total', { endpoint: '/users/:id', status: '200' });
    assert.equal(counted, reads);
  });

  it('counts the uses of the storage, and the members of bulk runs', async () => {
    const storage = createMemoryStorage();
    const read = () => Promise.reject(new Error('down'));
    const world = createWorld({
      metricsToken,
      storage: { ...storage, activity: { ...storage.activity, read } },
    });
    const token = await world.freshTokenOf('ada');
    const run = await world.send(token, '/v1/bulk-runs', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'metrics-run' },
      body: JSON.stringify({ operation: 'member.unblock', userIds: [mia] }),
    });
    assert.equal(run.status, 202, run.text);
    const { id } = JSON.parse(run.text) as { id: string };
    while (!(await world.send(token, `/v1/bulk-runs/${id}`)).text.includes('"state":"done"')) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const metrics = await metricsOf(world);
    assert.equal(valueOf(metrics, 'orgdesk_bulk_runs_total', { event: 'started' }), 1);
    const results = metrics.get('orgdesk_bulk_run_members_total')?.map(({ value }) => value);
    assert.deepEqual(results, ['1']);
    const operation = 'idempotency.claim';
    assert.equal(valueOf(metrics, 'orgdesk_storage_operations_total', { operation, outcome: 'ok' }), 1);
    assert.equal((await world.send(token, '/v1/activity')).status, 500);
    const failed = { operation: 'activity.read', outcome: 'failed' };
    assert.equal(valueOf(await metricsOf(world), 'orgdesk_storage_operations_total', failed), 1);
  });

  it('says what waits: calls, members of bulk runs, and deletions that are due', async () => {
    const gate = deferred();
    const storage = createMemoryStorage();
    const requestedAt = '2020-01-01T00:00:00.000Z';
    const due = { id: 'old', userId: 'auth0|gone', organizationId: 'org_gone', requestedAt };
    await storage.deletions.note({ ...due, dueAt: requestedAt, tryAt: requestedAt });
    const world = createWorld(
      { metricsToken, storage },
      {
        intercept: async ({ url }, callOn) => {
          if (url.includes(encodeURIComponent(mia))) await gate.promise;
          return callOn();
        },
      },
    );
    const run = await world.send(await world.freshTokenOf('ada'), '/v1/bulk-runs', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'metrics-queue' },
      body: JSON.stringify({ operation: 'member.unblock', userIds: [mia, people.ben[0]] }),
    });
    assert.equal(run.status, 202, run.text);
    const during = await metricsOf(world);
    assert.equal(valueOf(during, 'orgdesk_bulk_runs_open', {}), 1);
    assert.equal(valueOf(during, 'orgdesk_bulk_run_members_waiting', {}), 2);
    assert.deepEqual(
      during.get('orgdesk_auth0_calls_waiting')?.map(({ labels }) => labels?.['lane']),
      ['interactive', 'background'],
    );
    assert.equal(during.has('orgdesk_deletions_due'), false);
    gate.resolve();
    await world.runDue();
    assert.equal(valueOf(await metricsOf(world), 'orgdesk_deletions_due', {}), 1);
  });

  const promtool = spawnSync('promtool', ['--version']);
  const skip = promtool.error ? 'promtool is not installed: it is in the package prometheus' : false;
  it('is what promtool takes without a complaint', { skip }, async () => {
    const world = createWorld({ metricsToken });
    const token = await world.tokenOf('ada');
    for (const path of ['/livez', '/v1/session', '/v1/members', '/v1/members/nobody', '/v1/activity'])
      await world.send(token, path);
    await world.runDue();
    const { text } = await world.send(metricsToken, '/metrics');
    const checked = spawnSync('promtool', ['check', 'metrics'], { input: text, encoding: 'utf8' });
    assert.deepEqual([checked.status, checked.stdout, checked.stderr], [0, '', '']);
  });

  it('holds no ID, no address, and no path that a caller made up', async () => {
    const world = createWorld({ metricsToken });
    const token = await world.tokenOf('ada');
    for (const route of [
      'GET /v1/members/:userId',
      'GET /v1/bulk-runs/:runId',
      'POST /v1/members/:userId/block',
    ]) {
      await world.send(token, ...requestTo(route, { userId: encodeURIComponent(mia), runId: 'made-up' }));
    }
    for (let index = 0; index < 50; index += 1) await world.send(token, `/v1/made-up-${index}`);
    await world.send(token, '/v1/members?search=mia@acme.example');
    const { text } = await world.send(metricsToken, '/metrics');
    assert.doesNotMatch(text, /auth0\||ac3e|org_|@|made-up/);
    // One line of each kind, however many requests there were.
    assert.ok(text.split('\n').length < 1_000);
  });

  it('is there for the host, too', async () => {
    const { tenant } = createWorld();
    const proxy = createProxy({
      domain: tenant.domain,
      audience: tenant.audience,
      ...tenant.clients.proxy,
      fetch: tenant.fetch,
    });
    await proxy.fetch(new Request('https://proxy.example/livez'));
    assert.equal(
      valueOf(parse(proxy.metrics()), 'orgdesk_http_requests_total', { route: '/livez', status: '200' }),
      1,
    );
  });
});

describe('the text format', () => {
  it('escapes what would end a label, and cumulates buckets', () => {
    const registry = new Registry();
    registry.counter({ name: 'a_total', help: 'A.', labels: ['x'] }).add(['"\\\n']);
    const durations = registry.histogram({ name: 'b_seconds', help: 'B.', labels: [] });
    for (const seconds of [0.001, 0.2, 60]) durations.observe([], seconds);
    registry.gauge({ name: 'unused', help: 'C.', labels: [] });
    const text = registry.text();
    assert.match(text, /^a_total\{x="\\"\\\\\\n"\} 1$/m);
    const [{ buckets, count, sum } = {}] = parse(text).get('b_seconds') ?? [];
    assert.deepEqual(
      [buckets?.['0.005'], buckets?.['0.1'], buckets?.['0.25'], buckets?.['+Inf']],
      ['1', '1', '2', '3'],
    );
    assert.deepEqual([count, Number(sum)], ['3', 60.201]);
    assert.doesNotMatch(text, /unused/);
  });
});

describe('the endpoint of a call', () => {
  const urls = {
    managementUrl: 'https://t.example/api/v2',
    tokenUrl: 'https://t.example/oauth/token',
    jwksUrl: 'https://t.example/.well-known/jwks.json',
  };
  const cases = {
    'https://t.example/api/v2/users/auth0%7C1/roles?page=0': '/users/:id/roles',
    'https://t.example/api/v2/organizations/org_1/members/x': '/organizations/:id/members/:id',
    'https://t.example/oauth/token': 'token',
    'https://t.example/.well-known/jwks.json': 'keys',
    'https://app.example/erase': 'other',
  };
  for (const [url, endpoint] of Object.entries(cases)) {
    it(`of ${url} is ${endpoint}`, () => assert.equal(endpointOf(url, urls), endpoint));
  }
});
