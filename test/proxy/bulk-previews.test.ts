import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { defaultPolicy, parsePolicy } from '../../src/policy/index.js';
import { crowd, crowdAdmin, finish, idsOf, preview, runOf, start, outcomesOf, writes } from './bulk-world.js';
import { adaOf, createOperationWorld, globex, gus, lio, memberRole } from './operation-world.js';
import { people } from './support.js';

const ada = people.ada[0];
const mia = people.mia[0];
const ben = people.ben[0];
const sam = people.sam[0];

describe('the preview of a run', () => {
  it('decides for each member, in the order of the request, and changes nothing', async () => {
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
      'yourself',
    ]);
    assert.deepEqual(writes(world), []);
  });

  it('says until when apps that are open may go on', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    const { exp } = decodeJwt(token);
    const { accessTokensUntil } = await preview(world, token, { operation: 'member.block', userIds: [mia] });
    const left = Date.parse(accessTokensUntil ?? '') / 1000 - (exp ?? 0);
    // The lifetime of the caller's own token, from now.
    assert.ok(left >= 0, String(accessTokensUntil));
  });

  it('says who is blocked already, and who is not', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    const outcomes = async (operation: 'member.block' | 'member.unblock') =>
      outcomesOf(await preview(world, token, { operation, userIds: [mia, ben] }));
    assert.deepEqual(await outcomes('member.block'), ['allowed', 'already-done']);
    assert.deepEqual(await outcomes('member.unblock'), ['already-done', 'allowed']);
  });

  it('refuses a password reset that would lift a block or has no address', async () => {
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

  it('reads many members in a few searches', async () => {
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

describe('a bulk action', () => {
  const request = { operation: 'member.block', userIds: [mia] } as const;

  it('is refused for the help desk and for members', async () => {
    const world = createOperationWorld();
    for (const [userId, organizationId] of [people.hal, people.mia]) {
      const { status, problem } = await start(world, await world.token(userId, organizationId), request);
      assert.deepEqual([status, problem.code], [403, 'operation_locked']);
    }
    assert.deepEqual(writes(world), []);
  });

  it('reaches no one in another organization, and can’t be read from another one', async () => {
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

  it('requires a recent sign-in if the operation does, before anyone is read', async () => {
    const world = createOperationWorld();
    const stale = await world.token(...people.ada, { 'https://orgdesk.dev/auth_time': 1 });
    for (const more of [{}, { preview: true }]) {
      const answer = await start(world, stale, { operation: 'user.delete', userIds: [mia], ...more });
      assert.deepEqual([answer.status, answer.problem.code], [401, 'step_up_required']);
    }
  });

  it('requires a reason if the policy does, but not for a preview', async () => {
    const policy = parsePolicy({
      ...defaultPolicy,
      safeguards: { ...defaultPolicy.safeguards, auditReason: 'required' },
    });
    const world = createOperationWorld({ policy });
    const token = await adaOf(world);
    assert.equal((await start(world, token, request)).problem.code, 'reason_required');
    assert.deepEqual(outcomesOf(await preview(world, token, request)), ['allowed']);
  });

  it('rejects a role the actor can’t assign', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    const roles = { add: ['rol_unknown000000000'], remove: [] };
    const { problem } = await start(world, token, { operation: 'roles.assign', userIds: [mia], roles });
    assert.equal(problem.code, 'body_invalid');
  });

  it('rejects more than 10,000 members, a preview of more than 1,000, and other shapes', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    const bodies = [
      { operation: 'member.block', userIds: [] },
      { operation: 'member.block', userIds: idsOf(10_001) },
      { operation: 'member.block', userIds: idsOf(1_001), preview: true },
      { operation: 'member.block', userIds: ['x'.repeat(256)] },
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
