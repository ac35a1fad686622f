import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fault } from '../../backend-proxy/dev-tenant/index.js';
import { createWorld, type Answer, type World } from './support.js';

const user = '/api/v2/users/*';
const inSeconds = (n: number) => ({ 'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + n) });

/** A lasting fault of the Management API, and the status and code that the caller gets. */
type FaultCase = [label: string, fault: Omit<Fault, 'path'>, status: number, code: string];
const faults: FaultCase[] = [
  ['500', { status: 500, body: '{"statusCode":500,"message":"secret detail"}' }, 502, 'upstream_unavailable'],
  ['503 as HTML', { status: 503, body: '<h1>Down for maintenance</h1>' }, 502, 'upstream_unavailable'],
  ['a reset connection', { reset: true }, 502, 'upstream_unavailable'],
  ['HTML with 200', { status: 200, body: '<!doctype html><title>Sign in</title>' }, 502, 'upstream_invalid'],
  ['half of a document', { status: 200, body: '{"user_id":"auth0|ac3e' }, 502, 'upstream_invalid'],
  ['an empty answer', { status: 200, body: '' }, 502, 'upstream_invalid'],
  ['null', { status: 200, body: 'null' }, 502, 'upstream_invalid'],
  ['another shape', { status: 200, body: '{"users":[]}' }, 502, 'upstream_invalid'],
  ...[301, 302, 307, 308].map((status): FaultCase => [
    `a ${status}`,
    { status, headers: { location: 'https://evil.example/' }, body: '' },
    502,
    'upstream_invalid',
  ]),
  ['a 201', { status: 201 }, 502, 'upstream_invalid'],
  ['a 204', { status: 204 }, 502, 'upstream_invalid'],
  [
    '403 for a missing scope',
    { status: 403, body: '{"message":"Insufficient scope, expected any of: x"}' },
    502,
    'upstream_refused',
  ],
  ['401 again and again', { status: 401, body: '{"message":"Invalid token"}' }, 502, 'upstream_refused'],
  ['no answer within the deadline', { hang: true }, 504, 'upstream_timeout'],
  ['429 beyond the deadline', { status: 429, headers: { 'retry-after': '30' } }, 429, 'rate_limited'],
];

/** Only where no answer comes is the deadline waited for; a busy machine must not reach it elsewhere. */
const deadlineFor = ({ hang }: Partial<Fault>) => (hang ? { deadlineMs: 1_500 } : {});

describe('a Management API in trouble', () => {
  for (const [label, fault, status, code] of faults) {
    it(`while reading: ${label} → ${code}`, async () => {
      const world = createWorld(deadlineFor(fault));
      await world.read('mia');
      world.tenant.faults.add({ ...fault, method: 'GET', path: user, times: 20 });
      assertProblem(world, await world.read('mia'), status, code);
    });

    it(`while writing: ${label} → ${code}, and the write is not sent twice`, async () => {
      const world = createWorld(deadlineFor(fault));
      const etag = (await world.read('mia')).headers.get('etag') ?? '';
      world.tenant.requests.clear();
      world.tenant.faults.add({ ...fault, method: 'PATCH', path: user, times: 20 });
      assertProblem(world, await world.save('mia', { jobTitle: 'Lead' }, etag), status, code);
      // A 401 was refused before anything happened, so it alone is tried again, with a new token.
      assert.equal(world.calls({ method: 'PATCH' }), label.startsWith('401') ? 2 : 1);
      world.tenant.faults.clear();
      assert.equal((await world.save('mia', { jobTitle: 'Lead' }, etag)).status, 200);
    });
  }

  function assertProblem(world: World, answer: Answer, status: number, code: string): void {
    assert.deepEqual([answer.status, answer.problem.code], [status, code]);
    assert.equal(answer.problem.requestId, world.log.at(-1)?.requestId);
    assert.doesNotMatch(answer.text, /secret|insufficient|evil|maintenance|auth0\|/i);
    if (status === 429) {
      assert.equal(answer.headers.get('retry-after'), '30');
      assert.equal(answer.problem.retryAfter, 30);
    } else {
      assert.ok(world.log.at(-1)?.cause !== undefined || code === 'upstream_timeout', 'the log says why');
    }
  }

  it('repeats a read that failed in passing', async () => {
    const world = createWorld();
    world.tenant.faults.add({ method: 'GET', path: user, status: 502, times: 2 });
    assert.equal((await world.read('mia')).status, 200);
  });

  it('waits for the rate limit to reset where the deadline allows, also to write', async () => {
    const world = createWorld();
    const etag = (await world.read('mia')).headers.get('etag') ?? '';
    world.tenant.faults.add({
      method: 'PATCH',
      path: user,
      status: 429,
      headers: inSeconds(1),
    });
    assert.equal((await world.save('mia', { jobTitle: 'Lead' }, etag)).status, 200);
    assert.equal(world.calls({ method: 'PATCH' }), 2);
  });

  it('gets a new token when the old one stops working', async () => {
    const world = createWorld();
    await world.read('mia');
    world.tenant.faults.add({ method: 'GET', path: user, status: 401, body: '{}' });
    assert.equal((await world.read('mia')).status, 200);
    assert.equal(world.tenant.requests.count({ method: 'POST', path: '/oauth/token' }), 2);
  });

  it('does not remember a failed look at the connections', async () => {
    const world = createWorld();
    world.tenant.faults.add({ path: '/api/v2/organizations/*/enabled_connections', status: 500, times: 3 });
    assert.equal((await world.read('mia')).problem.code, 'upstream_unavailable');
    assert.equal((await world.read('mia')).status, 200);
  });
});

describe("the proxy's own token", () => {
  const tokenPath = { method: 'POST', path: '/oauth/token' };

  it('is requested once for any number of callers, and cached', async () => {
    const world = createWorld();
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.read('mia')));
    assert.ok(answers.every((answer) => answer.status === 200));
    await world.read('uma');
    assert.equal(world.tenant.requests.count(tokenPath), 1);
  });

  const failures: [string, Omit<Fault, 'path'>, number, string][] = [
    ['a wrong secret', { status: 401, body: '{"error":"access_denied"}' }, 502, 'upstream_refused'],
    ['a missing grant', { status: 403 }, 502, 'upstream_refused'],
    ['an outage', { status: 503 }, 502, 'upstream_unavailable'],
    ['a reset connection', { reset: true }, 502, 'upstream_unavailable'],
    ['HTML with 200', { status: 200, body: '<html>' }, 502, 'upstream_invalid'],
  ];
  for (const [label, fault, status, code] of failures) {
    it(`${label} → ${code}, and the next caller tries afresh`, async () => {
      const world = createWorld();
      world.tenant.faults.add({ ...fault, path: '/oauth/token', times: 3 });
      const answer = await world.read('mia');
      assert.deepEqual([answer.status, answer.problem.code], [status, code]);
      world.tenant.faults.clear();
      assert.equal((await world.read('mia')).status, 200);
    });
  }
});

describe('the budget of calls', () => {
  it('shows the own profile in two, once the caches are warm, and in four before', async () => {
    const world = createWorld();
    await world.read('mia');
    assert.equal(world.calls(), 4);
    world.tenant.requests.clear();
    await world.read('mia');
    assert.equal(world.calls(), 2);
  });

  it('saves in three', async () => {
    const world = createWorld();
    const etag = (await world.read('mia')).headers.get('etag') ?? '';
    world.tenant.requests.clear();
    assert.equal((await world.save('mia', { jobTitle: 'Lead', name: 'Mia O.' }, etag)).status, 200);
    assert.equal(world.calls(), 3);
  });

  it('shares the slow-moving reads between people of an organization', async () => {
    const world = createWorld();
    await Promise.all([world.read('mia'), world.read('ada')]);
    assert.equal(world.calls({ path: /enabled_connections$/ }), 1);
    assert.equal(world.calls({ path: /\/connections\/con_/ }), 1);
  });
});

describe('what leaves the proxy', () => {
  it('never holds a secret, a token or an address, in answers to strangers or in the log', async () => {
    const world = createWorld();
    const texts: string[] = [];
    texts.push((await world.read('grace')).text, (await world.save('mia', { email: 'x@y.example' })).text);
    for (const [, fault] of faults.slice(0, 5)) {
      world.tenant.faults.add({ ...fault, path: user, times: 20 });
      texts.push((await world.read('mia')).text);
      world.tenant.faults.clear();
    }
    const log = JSON.stringify(world.log);
    const { clientSecret } = world.tenant.clients.proxy;
    for (const text of [...texts, log]) {
      assert.ok(!text.includes(clientSecret));
      assert.doesNotMatch(text, /eyJ[\w-]+\./, 'a JWT');
    }
    assert.doesNotMatch(log, /@acme\.example|Field Engineer|x@y/);
  });

  it("joins Auth0's log to ours by the correlation id", async () => {
    const world = createWorld();
    const { headers } = await world.save('mia', { jobTitle: 'Lead' });
    const [patch] = world.tenant.requests.list().filter(({ method }) => method === 'PATCH');
    assert.equal(patch?.correlation_id, headers.get('x-request-id'));
  });
});
