/** The progress of a bulk run, as the elements follow it: through the real client, at the real proxy. */
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { createMemoryStorage } from '../../backend-proxy/src/index.js';
import { createBulkClient } from '../../src/client/bulk.js';
import { createSend } from '../../src/client/send.js';
import type { BulkItem, BulkRun } from '../../src/contract/index.js';
import { followRun } from '../../src/state/bulk/follow-run.js';
import {
  crowd,
  crowdAdmin,
  crowdOrganization,
  follow,
  idOf,
  idsOf,
  read,
  runOf,
  start,
} from './bulk-world.js';
import { createOperationWorld, type OperationWorld } from './operation-world.js';

const unblock = (size: number) => ({ operation: 'member.unblock', userIds: idsOf(size) }) as const;
const never = new AbortController().signal;

/** Follows a run as the panel does. Some requests can be answered in place of the proxy. */
async function followAll(
  world: OperationWorld,
  token: () => Promise<string>,
  id: string | null,
  instead: (path: string) => Response | null = () => null,
) {
  const paths: string[] = [];
  const items: BulkItem[] = [];
  const problems: string[] = [];
  let last: BulkRun | undefined;
  const client = async () => {
    const bearer = await token();
    return createBulkClient(
      createSend('', async (path, init) => {
        paths.push(path);
        return instead(path) ?? world.fetch(bearer, path, init);
      }),
    );
  };
  await followRun(id ?? '', {
    client,
    signal: never,
    onProgress: (run) => {
      items.push(...run.items);
      last = run;
    },
    onProblem: ({ code }) => problems.push(code),
  });
  return { paths, items, problems, last };
}

async function startIn(world: OperationWorld, size: number): Promise<readonly [token: string, id: string]> {
  const token = await crowdAdmin(world);
  const { id } = runOf(await start(world, token, unblock(size)));
  assert.ok(id);
  return [token, id];
}

const streamsIn = (paths: readonly string[]) => paths.filter((path) => path.endsWith('/events')).length;

describe('the progress of a run', () => {
  it('arrives as events, each result once, and ends with the run', async () => {
    const world = createOperationWorld({}, { seed: crowd(30, true) });
    const [token, id] = await startIn(world, 30);
    const { paths, items, problems, last } = await followAll(world, async () => token, id);
    assert.deepEqual(
      items.map(({ userId, state }) => [userId, state]),
      idsOf(30).map((userId) => [userId, 'done']),
    );
    assert.deepEqual([last?.state, problems], ['done', []]);
    assert.equal(streamsIn(paths), paths.length);
  });

  it('is asked for where a gateway answers in place of the stream', async () => {
    const world = createOperationWorld({}, { seed: crowd(10, true) });
    const [token, id] = await startIn(world, 10);
    const gateway = (path: string) => (path.endsWith('/events') ? new Response('', { status: 502 }) : null);
    const { paths, items, problems } = await followAll(world, async () => token, id, gateway);
    assert.equal(items.length, 10);
    assert.deepEqual(problems, []);
    assert.equal(streamsIn(paths), 2);
  });

  it('continues where a stream broke off, with the token of that moment', async () => {
    const world = createOperationWorld({}, { seed: crowd(10, true) });
    const [token, id] = await startIn(world, 10);
    await follow(world, token, id);
    const results = await world.storage.bulkRuns.results(crowdOrganization, id, { after: 0, limit: 4 });
    const first = { ...(await read(world, token, id)), endedAt: null, items: results, position: 4 };
    let tokens = 0;
    const broken = () =>
      tokens === 1 ? new Response(`id: 4\ndata: ${JSON.stringify(first)}\n\nid: 5\ndata: {"cut`) : null;
    const { paths, items } = await followAll(world, async () => `${(tokens += 1) && token}`, id, broken);
    assert.equal(new Set(items.map(({ userId }) => userId)).size, 10);
    assert.equal(items.length, 10);
    assert.deepEqual([tokens, streamsIn(paths)], [2, 2]);
  });

  it('reports a run that the proxy no longer has', async () => {
    const world = createOperationWorld({}, { seed: crowd(1) });
    const token = await crowdAdmin(world);
    const { problems } = await followAll(world, async () => token, '00000000-0000-4000-8000-000000000000');
    assert.deepEqual(problems, ['bulk_run_not_found']);
  });

  it('comes in pages of 1,000 results', async () => {
    const storage = createMemoryStorage();
    const world = createOperationWorld({ storage }, { seed: crowd(1) });
    const [token, id] = await startIn(world, 1);
    await follow(world, token, id);
    const run = await storage.bulkRuns.read(crowdOrganization, id);
    assert.ok(run);
    const [large, lease] = ['00000000-0000-4000-8000-000000000001', { holder: 'test', seconds: 60 }];
    await storage.bulkRuns.add({ ...run, id: large, state: 'running', endedAt: null }, idsOf(2_500), lease);
    const results = idsOf(2_500).map((userId) => ({ userId, state: 'done' }) as const);
    await storage.bulkRuns.note(crowdOrganization, large, results, lease);
    await storage.bulkRuns.finish(crowdOrganization, large, lease);
    const page = JSON.parse((await world.send(token, `/v1/bulk-runs/${large}?after=2000`)).text) as BulkRun;
    assert.deepEqual([page.items.length, page.position, page.counts.done], [500, 2_500, 2_500]);
    const { items, paths } = await followAll(world, async () => token, large);
    assert.equal(new Set(items.map(({ userId }) => userId)).size, 2_500);
    assert.equal(streamsIn(paths), 1);
    for (const after of ['-1', '1.5', 'x', '10001']) {
      const { problem } = await world.send(token, `/v1/bulk-runs/${large}?after=${after}`);
      assert.equal(problem.code, 'query_invalid');
    }
  });
});

describe('a stream of progress', () => {
  const open = (world: OperationWorld, token: string, id: string, init: RequestInit = {}) =>
    world.fetch(token, `/v1/bulk-runs/${id}/events`, init);
  /** A run with a member who is never done. */
  async function createPausedRun(world: OperationWorld) {
    world.tenant.faults.add({ method: 'PATCH', path: '/api/v2/users/*', latencyMs: 50 });
    const [token, id] = await startIn(world, 5);
    const { status } = await world.send(token, `/v1/bulk-runs/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ state: 'paused' }),
    });
    assert.equal(status, 200);
    return [token, id] as const;
  }

  it('is one of four for a caller, and makes room when it is closed', async () => {
    const world = createOperationWorld({}, { seed: crowd(5, true) });
    const [token, id] = await createPausedRun(world);
    const streams = await Promise.all(Array.from({ length: 4 }, () => open(world, token, id)));
    const fifth = await open(world, token, id);
    assert.deepEqual([fifth.status, fifth.headers.get('retry-after')], [429, '30']);
    assert.equal((await open(world, token, id, { method: 'HEAD' })).status, 200);
    await streams[0]?.body?.cancel();
    const another = await open(world, token, id);
    assert.equal(another.status, 200);
    assert.equal(another.headers.get('content-type'), 'text/event-stream');
    // Express's compression leaves such a response alone.
    assert.match(another.headers.get('cache-control') ?? '', /\bno-transform\b/);
    for (const { body } of [...streams.slice(1), another]) await body?.cancel();
  });

  it('ends with the token', async () => {
    const world = createOperationWorld({}, { seed: crowd(5, true) });
    const [token, id] = await createPausedRun(world);
    const reader = (await open(world, token, id)).body?.getReader();
    assert.ok(reader);
    assert.equal((await reader.read()).done, false);
    const later = Date.now() + 25 * 60 * 60 * 1000;
    const clock = mock.method(Date, 'now', () => later);
    try {
      for (let done = false; !done;) ({ done } = await reader.read());
    } finally {
      clock.mock.restore();
    }
  });

  it('is not for those who can’t run bulk actions', async () => {
    const world = createOperationWorld({}, { seed: crowd(5, true) });
    const [, id] = await createPausedRun(world);
    const plain = await world.token(idOf(1), crowdOrganization, { permissions: [] });
    assert.equal((await open(world, plain, id)).status, 403);
  });
});

describe('a run that is paused', () => {
  it('finishes the member it is at, and goes on when it is resumed', async () => {
    const world = createOperationWorld({}, { seed: crowd(20, true) });
    world.tenant.faults.add({ method: 'PATCH', path: '/api/v2/users/*', latencyMs: 20, times: Infinity });
    const [token, id] = await startIn(world, 20);
    const change = async (state: 'paused' | 'running') => {
      const headers = { 'content-type': 'application/json' };
      const init = { method: 'PATCH', headers, body: JSON.stringify({ state }) };
      return runOf(await world.send(token, `/v1/bulk-runs/${id}`, init));
    };
    await follow(world, token, id, ({ counts }) => counts.done >= 3);
    assert.deepEqual([(await change('paused')).state, (await change('paused')).state], ['paused', 'paused']);
    const isIdle = async () => (await world.storage.bulkRuns.read(crowdOrganization, id))?.current === null;
    while (!(await isIdle())) await new Promise((resolve) => setTimeout(resolve, 5));
    const { counts } = await read(world, token, id);
    assert.ok(counts.waiting > 0);
    await world.runDue();
    assert.deepEqual((await read(world, token, id)).counts, counts);
    assert.equal((await change('running')).state, 'running');
    await world.runDue();
    const run = await follow(world, token, id);
    assert.deepEqual([run.state, run.counts.done], ['done', 20]);
    assert.equal((await change('paused')).state, 'done');
  });
});
