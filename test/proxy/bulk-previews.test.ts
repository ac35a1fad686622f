import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultPolicy, parsePolicy } from '../../src/policy/index.js';
import { crowd, crowdAdmin, finish, idsOf, preview, runOf, start, outcomesOf, writes } from './bulk-world.js';
import { adaOf, createOperationWorld, globex, gus, lio, memberRole } from './operation-world.js';
import { people } from './support.js';

const ada = people.ada[0];
const mia = people.mia[0];
const ben = people.ben[0];
const sam = people.sam[0];

describe('the preview of a run', () => {
  it('judges each by itself, in the order asked, and does nothing', async () => {
    const world = createOperationWorld();
    const run = await preview(world, await adaOf(world), {
      operation: 'member.block',
      userIds: [mia, sam, people.grace[0], 'auth0|nobody', ada, mia],
    });
    assert.deepEqual([run.id, run.state], [null, 'preview']);
    assert.deepEqual(outcomesOf(run), [
      'allowed',
      'shared-user',
      'profile_not_found',
      'profile_not_found',
      'not-allowed',
    ]);
    assert.deepEqual(writes(world), []);
  });

  it('knows what a password mail would undo, or could not reach', async () => {
    const world = createOperationWorld();
    world.tenant.users.update(lio, { email: undefined });
    world.tenant.clock.advance(3_000);
    const request = { operation: 'password.reset', userIds: [mia, ben, lio] } as const;
    assert.deepEqual(outcomesOf(await preview(world, await adaOf(world), request)), [
      'allowed',
      'blocked',
      'no-such-attribute',
    ]);
  });

  it('reads many people in few searches', async () => {
    const world = createOperationWorld({}, { seed: crowd(60) });
    const token = await crowdAdmin(world);
    const request = { operation: 'member.block', userIds: idsOf(60) } as const;
    await preview(world, token, request);
    world.tenant.requests.clear();
    const run = await preview(world, token, request);
    assert.equal(outcomesOf(run).filter((state) => state === 'allowed').length, 60);
    assert.equal(world.calls(), 3);
  });
});

describe('who may run', () => {
  const request = { operation: 'member.block', userIds: [mia] } as const;

  it('is who the policy lets: no help desk, no member', async () => {
    const world = createOperationWorld();
    for (const [userId, organizationId] of [people.hal, people.mia]) {
      const { status, problem } = await start(world, await world.token(userId, organizationId), request);
      assert.deepEqual([status, problem.code], [403, 'operation_locked']);
    }
    assert.deepEqual(writes(world), []);
  });

  it('reaches nobody of another organization, and nobody of another one sees the run', async () => {
    const world = createOperationWorld();
    const foreign = await world.token(gus, globex);
    assert.deepEqual(outcomesOf(await finish(world, foreign, request)), ['profile_not_found']);
    const own = await start(world, await adaOf(world), request);
    const path = `/v1/bulk-runs/${runOf(own).id}`;
    for (const method of ['GET', 'DELETE']) {
      const answer = await world.send(foreign, path, { method });
      assert.deepEqual([answer.status, answer.problem.code], [404, 'bulk_run_not_found']);
    }
    assert.equal((await world.send(foreign, '/v1/bulk-runs/none')).status, 404);
  });

  it('needs a fresh sign-in where the operation does, before anybody is looked up', async () => {
    const world = createOperationWorld();
    const stale = await world.token(...people.ada, { 'https://orgdesk.dev/auth_time': 1 });
    for (const more of [{}, { preview: true }]) {
      const answer = await start(world, stale, { operation: 'user.delete', userIds: [mia], ...more });
      assert.deepEqual([answer.status, answer.problem.code], [401, 'step_up_required']);
    }
  });

  it('says why where the policy asks, and needs not to for a preview', async () => {
    const policy = parsePolicy({
      ...defaultPolicy,
      safeguards: { ...defaultPolicy.safeguards, auditReason: 'required' },
    });
    const world = createOperationWorld({ policy });
    const token = await adaOf(world);
    assert.equal((await start(world, token, request)).problem.code, 'reason_required');
    assert.deepEqual(outcomesOf(await preview(world, token, request)), ['allowed']);
  });

  it('gives no role that may not be given', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    const roles = { add: ['rol_unknown000000000'], remove: [] };
    const { problem } = await start(world, token, { operation: 'roles.assign', userIds: [mia], roles });
    assert.equal(problem.code, 'body_invalid');
  });

  it('takes no more than a thousand people, and no other shape', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    const bodies = [
      { operation: 'member.block', userIds: [] },
      { operation: 'member.block', userIds: Array.from({ length: 1_001 }, (_, index) => `auth0|${index}`) },
      { operation: 'member.mfa-reset', userIds: [mia] },
      { operation: 'member.block', userIds: [mia], roles: { add: [], remove: [] } },
      { operation: 'roles.assign', userIds: [mia] },
      { operation: 'roles.assign', userIds: [mia], roles: { add: [memberRole], remove: [memberRole] } },
      { operation: 'member.block', userIds: [mia], organization: globex },
    ];
    for (const body of bodies) {
      const { status, problem } = await world.post(token, '/v1/bulk-runs', body);
      assert.deepEqual([status, problem.code], [400, 'body_invalid']);
    }
  });
});
