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
