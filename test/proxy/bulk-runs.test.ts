// Runs in a process of its own: it replaces setTimeout, which what another file left running could be waiting for.
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { createDevTenant } from '../../backend-proxy/dev-tenant/index.js';
import type { BulkItem, BulkRequest, MemberPage } from '../../src/contract/index.js';
import { storedSigningKeys } from '../harness/signing-keys.js';
import {
  crowd,
  crowdAdmin,
  crowdOrganization,
  finish,
  follow,
  idsOf,
  read,
  runOf,
  start,
  outcomesOf,
} from './bulk-world.js';
import {
  acme,
  adaOf,
  adminRole,
  createOperationWorld,
  helpDeskRole,
  lio,
  memberRole,
} from './operation-world.js';
import { people } from './support.js';

const ada = people.ada[0];
const hal = people.hal[0];
const mia = people.mia[0];
const ben = people.ben[0];
const sam = people.sam[0];

describe('a run', () => {
  it('goes on by itself, with a receipt for each person', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    const answer = await start(world, token, { operation: 'member.block', userIds: [mia, lio, sam] });
    const begun = runOf(answer);
    assert.deepEqual([answer.status, begun.state, outcomesOf(begun)], [202, 'running', []]);
    assert.equal(begun.counts.waiting, 3);
    const run = await follow(world, token, begun.id);
    assert.equal(run.state, 'done');
    assert.ok(run.startedAt && run.endedAt);
    assert.deepEqual(outcomesOf(run), ['done', 'done', 'shared-user']);
    assert.deepEqual(run.items[0]?.receipt?.done, ['block-account', 'end-sessions', 'revoke-refresh-tokens']);
    assert.deepEqual(
      world.audit.map(({ action, targetUserId, outcome, requestId }) => [
        action,
        targetUserId,
        outcome,
        requestId,
      ]),
      [
        ['member.block', mia, 'done', begun.id],
        ['member.block', lio, 'done', begun.id],
        ['member.block', sam, 'refused', begun.id],
      ],
    );
    const page = JSON.parse((await world.send(token, '/v1/members')).text) as MemberPage;
    assert.deepEqual(page.members.find(({ userId }) => userId === lio)?.status, ['blocked']);
  });

  const request = { reason: 'end of the project' };
  const cases: [BulkRequest, BulkItem['state']][] = [
    [{ operation: 'member.unblock', userIds: [ben], ...request }, 'done'],
    [{ operation: 'member.revoke-access', userIds: [mia], ...request }, 'done'],
    [{ operation: 'membership.remove', userIds: [mia], ...request }, 'done'],
    [{ operation: 'user.delete', userIds: [mia], ...request }, 'done'],
    [{ operation: 'password.reset', userIds: [mia], ...request }, 'done'],
    [
      {
        operation: 'roles.assign',
        userIds: [mia],
        roles: { add: [helpDeskRole], remove: [memberRole, adminRole] },
        ...request,
      },
      'done',
    ],
  ];
  for (const [bulkRequest, state] of cases) {
    it(`records ${bulkRequest.operation} in the audit with the reason`, async () => {
      const world = createOperationWorld();
      const run = await finish(world, await adaOf(world), bulkRequest);
      assert.deepEqual(outcomesOf(run), [state]);
      assert.deepEqual(
        world.audit.map(({ action, targetUserId, reason }) => [action, targetUserId, reason]),
        [[bulkRequest.operation, bulkRequest.userIds[0], request.reason]],
      );
      assert.equal(world.tenant.outbox.list().length, bulkRequest.operation === 'password.reset' ? 1 : 0);
    });
  }

  it('runs once for one Idempotency-Key', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    const bulkRequest = { operation: 'password.reset', userIds: [mia, lio] } as const;
    const [first, second] = [
      await start(world, token, bulkRequest, 'one-attempt'),
      await start(world, token, bulkRequest, 'one-attempt'),
    ];
    assert.equal(first.text, second.text);
    await follow(world, token, runOf(first).id);
    assert.equal(world.tenant.outbox.list().length, 2);
  });

  it('leaves the last admin, even if all members are selected', async () => {
    const world = createOperationWorld();
    world.tenant.organizations.setMemberRoles(acme, hal, [adminRole]);
    world.tenant.organizations.setMemberRoles(acme, mia, [adminRole]);
    world.tenant.clock.advance(3_000);
    world.tenant.users.update(ada, { blocked: false });
    const token = await world.token(lio, acme, { permissions: ['manage:members'] });
    const run = await finish(world, token, { operation: 'membership.remove', userIds: [ada, hal, mia, lio] });
    assert.deepEqual(outcomesOf(run), ['done', 'done', 'last-admin', 'yourself']);
  });

  it('measures the age of the sign-in when it starts', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    world.tenant.faults.add({ method: 'DELETE', path: '/api/v2/users/*', latencyMs: 50 });
    const answer = await start(world, token, { operation: 'user.delete', userIds: [mia, lio] });
    const later = Date.now() + 400_000;
    const clock = mock.method(Date, 'now', () => later);
    try {
      const run = await follow(world, token, runOf(answer).id);
      assert.deepEqual(outcomesOf(run), ['done', 'done']);
    } finally {
      clock.mock.restore();
    }
  });

  it('reports failures per member, and continues', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    world.tenant.faults.add({ method: 'PATCH', path: '/api/v2/users/*', status: 500 });
    const run = await finish(world, token, { operation: 'member.block', userIds: [mia, lio] });
    assert.deepEqual(outcomesOf(run), ['upstream_unavailable', 'done']);
  });

  it('waits for Auth0’s rate limit, without failing a member', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    const path = '/api/v2/users/*';
    world.tenant.faults.add({
      method: 'PATCH',
      path,
      status: 429,
      headers: { 'retry-after': '1' },
      times: 2,
    });
    const run = await finish(world, token, { operation: 'member.block', userIds: [mia, lio] });
    assert.deepEqual(outcomesOf(run), ['done', 'done']);
  });
});

describe('sixty people on the smallest plan', () => {
  it('are all done, and none fails for the limit of two calls a second', async () => {
    const tenant = createDevTenant({ seed: crowd(60, true), plan: 'free', signingKeys: storedSigningKeys });
    const world = createOperationWorld({}, { tenant });
    const token = await crowdAdmin(world);
    const request = { operation: 'member.unblock', userIds: idsOf(60) } as const;
    const answer = await start(world, token, request);
    assert.equal(answer.status, 202, answer.text);
    let run = runOf(answer);
    // Time passes as fast as the work is done: at two calls a second the run would take minutes.
    mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.now() });
    let passing = true;
    const pass = (async () => {
      while (passing) {
        for (let step = 0; step < 10; step += 1) await turn();
        mock.timers.tick(25);
      }
    })();
    try {
      while (run.state === 'running') {
        await turn();
        const stored = await world.storage.bulkRuns.read(crowdOrganization, run.id ?? '');
        if (stored) run = { ...run, state: stored.state };
      }
      run = await read(world, token, run.id);
      assert.deepEqual(new Set(outcomesOf(run)), new Set(['done']));
      assert.ok(idsOf(60).every((userId) => tenant.users.get(userId)?.blocked === false));
      // Three calls for each, and now and then a look at whoever started it.
      assert.ok(world.calls() <= 60 * 4, String(world.calls()));
    } finally {
      passing = false;
      await pass;
      mock.timers.reset();
    }
  });
});
