import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
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
  outcomesOf,
  writes,
} from './bulk-world.js';
import type { Fault } from '../../backend-proxy/dev-tenant/index.js';
import { createMemoryStorage } from '../../backend-proxy/src/index.js';
import { createOperationWorld, type OperationWorld } from './operation-world.js';

describe('a run that is stopped', () => {
  const slow = { method: 'PATCH', path: '/api/v2/users/*', latencyMs: 30, times: Infinity };
  async function underWay(seedSize: number) {
    const world = createOperationWorld({}, { seed: crowd(seedSize) });
    world.tenant.faults.add(slow);
    const token = await crowdAdmin(world);
    const answer = await start(world, token, { operation: 'member.block', userIds: idsOf(seedSize) });
    const { id } = runOf(answer);
    await follow(world, token, id, (run) => outcomesOf(run).filter((state) => state === 'done').length >= 2);
    return { world, token, id };
  }

  it('on request leaves those who have not had their turn', async () => {
    const { world, token, id } = await underWay(30);
    const { status } = await world.send(token, `/v1/bulk-runs/${id}`, { method: 'DELETE' });
    assert.equal(status, 204);
    const stopping = await read(world, token, id);
    const run = await follow(world, token, id);
    assert.equal(run.state, 'cancelled');
    // At most the one who was having their turn.
    assert.ok(run.counts.done - stopping.counts.done <= 1);
    assert.ok(run.counts.waiting > 0);
    const blocked = writes(world).filter(({ method }) => method === 'PATCH');
    assert.equal(blocked.length, run.counts.done);
    assert.equal((await world.send(token, `/v1/bulk-runs/${id}`, { method: 'DELETE' })).status, 204);
  });

  /** Starts a run whose first write meets this, and closes the proxy once the write has arrived. */
  async function closed(fault: Omit<Fault, 'method' | 'path'>) {
    const storage = { ...createMemoryStorage(), knownSince: null };
    const world = createOperationWorld({ storage }, { seed: crowd(3) });
    world.tenant.faults.add({ ...fault, method: 'PATCH', path: '/api/v2/users/*' });
    const token = await crowdAdmin(world);
    const { id } = runOf(await start(world, token, { operation: 'member.block', userIds: idsOf(3) }));
    while (world.calls({ method: 'PATCH' }) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const { stoppedRuns } = await world.close();
    const stored = await storage.bulkRuns.read(crowdOrganization, id ?? '');
    return { world, storage, token, id, stoppedRuns, stored };
  }

  async function finishElsewhere({ world, storage, token, id }: Awaited<ReturnType<typeof closed>>) {
    const next = createOperationWorld({ storage }, { tenant: world.tenant });
    await next.runDue();
    const run = await follow(next, token, id);
    assert.deepEqual([run.state, ...outcomesOf(run)], ['done', 'done', 'done', 'done']);
    const blocked = next.tenant.requests
      .list()
      .filter(({ method, status }) => method === 'PATCH' && status < 300);
    assert.equal(blocked.length, 3);
  }

  it('by a shutdown waits for no rate limit, and leaves the member to the next instance', async () => {
    const headers = { 'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 60) };
    const after = await closed({ status: 429, headers });
    assert.deepEqual(after.stoppedRuns, [{ id: after.id, processed: 0, size: 3, isInterrupted: false }]);
    assert.equal(after.stored?.current, null);
    assert.equal(after.world.calls({ method: 'PATCH' }), 1);
    await finishElsewhere(after);
  });

  it('by a shutdown finishes the write that has begun', async () => {
    const after = await closed({ latencyMs: 200 });
    assert.deepEqual(after.stoppedRuns, [{ id: after.id, processed: 1, size: 3, isInterrupted: false }]);
    assert.deepEqual([after.stored?.current, after.stored?.counts.done], [null, 1]);
    await finishElsewhere(after);
  });

  const losses: [string, (world: OperationWorld) => void][] = [
    ['is blocked', (world) => world.tenant.users.update(idOf(0), { blocked: true })],
    ['is removed', (world) => world.tenant.organizations.removeMember(crowdOrganization, idOf(0))],
    ['loses the role', (world) => world.tenant.organizations.setMemberRoles(crowdOrganization, idOf(0), [])],
  ];
  for (const [label, lose] of losses) {
    it(`stops once the actor ${label}`, async () => {
      const { world, id } = await underWay(40);
      lose(world);
      // What is remembered of them is remembered for half a minute.
      const later = Date.now() + 31_000;
      const clock = mock.method(Date, 'now', () => later);
      try {
        const other = await world.token(idOf(1), crowdOrganization, { permissions: ['manage:members'] });
        world.tenant.users.update(idOf(1), { blocked: false });
        const run = await follow(world, other, id);
        assert.equal(run.state, 'done');
        assert.ok(outcomesOf(run).includes('not-allowed'), outcomesOf(run).join(', '));
      } finally {
        clock.mock.restore();
      }
    });
  }
});
