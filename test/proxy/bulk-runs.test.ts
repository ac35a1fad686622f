import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import type { Seed } from '../../backend-proxy/dev-tenant/index.js';
import { defaultPolicy, parsePolicy } from '../../src/policy/index.js';
import type { BulkItem, BulkRequest, BulkRun, MemberPage } from '../../src/contract/index.js';
import { createDevTenant } from '../../backend-proxy/dev-tenant/index.js';
import {
  acme,
  adaOf,
  adminRole,
  createOperationWorld,
  globex,
  gus,
  helpDeskRole,
  lio,
  memberRole,
  type OperationWorld,
} from './operation-world.js';
import { people, type Answer } from './support.js';

const ada = people.ada[0];
const hal = people.hal[0];
const mia = people.mia[0];
const ben = people.ben[0];
const sam = people.sam[0];

const runOf = ({ text }: Answer) => JSON.parse(text) as BulkRun;
const start = (world: OperationWorld, token: string, request: BulkRequest, key?: string) =>
  world.post(token, '/v1/bulk-runs', request, key);
async function preview(world: OperationWorld, token: string, request: BulkRequest): Promise<BulkRun> {
  const answer = await start(world, token, { ...request, preview: true });
  assert.equal(answer.status, 200, answer.text);
  return runOf(answer);
}
const told = ({ items }: BulkRun) => items.map(({ state, reason, code }) => reason ?? code ?? state);

async function read(world: OperationWorld, token: string, id: string | null): Promise<BulkRun> {
  const answer = await world.send(token, `/v1/bulk-runs/${id}`);
  assert.equal(answer.status, 200, answer.text);
  return runOf(answer);
}
/** Looks after a run until it has ended, or this holds. */
async function follow(
  world: OperationWorld,
  token: string,
  id: string | null,
  until = (run: BulkRun) => run.state !== 'running',
): Promise<BulkRun> {
  for (;;) {
    const run = await read(world, token, id);
    if (until(run) || run.state !== 'running') return run;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
async function finish(world: OperationWorld, token: string, request: BulkRequest): Promise<BulkRun> {
  const answer = await start(world, token, request);
  assert.equal(answer.status, 202, answer.text);
  return follow(world, token, runOf(answer).id);
}
const writes = (world: OperationWorld) =>
  world.tenant.requests.list().filter(({ area, method }) => area === 'management' && method !== 'GET');

/** An admin, `auth0|000`, and so many others. */
function crowd(size: number, blocked = false): Seed {
  const organization = { id: 'org_crowd00000000000', name: 'crowd', display_name: 'Crowd' };
  const ids = Array.from({ length: size + 1 }, (_, index) => idOf(index));
  return {
    connections: [{ id: 'con_crowd', name: 'crowd-users', strategy: 'auth0' }],
    roles: [{ id: 'rol_admin', name: 'Admin', permissions: ['manage:members'] }],
    organizations: [organization],
    enabled_connections: [{ organization_id: organization.id, connection_id: 'con_crowd' }],
    users: ids.map((user_id, index) => ({
      user_id,
      connection: 'crowd-users',
      email: `p${index}@crowd.example`,
      blocked: index > 0 && blocked,
    })),
    memberships: ids.map((user_id, index) => ({
      organization_id: organization.id,
      user_id,
      roles: index === 0 ? ['rol_admin'] : [],
    })),
  };
}
const idOf = (index: number) => `auth0|${String(index).padStart(3, '0')}`;
const idsOf = (size: number) => Array.from({ length: size }, (_, index) => idOf(index + 1));
const crowdAdmin = (world: OperationWorld) => world.token(idOf(0), 'org_crowd00000000000');

describe('the preview of a run', () => {
  it('judges each by itself, in the order asked, and does nothing', async () => {
    const world = createOperationWorld();
    const run = await preview(world, await adaOf(world), {
      operation: 'member.block',
      userIds: [mia, sam, people.grace[0], 'auth0|nobody', ada, mia],
    });
    assert.deepEqual([run.id, run.state], [null, 'preview']);
    assert.deepEqual(told(run), [
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
    assert.deepEqual(told(await preview(world, await adaOf(world), request)), [
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
    assert.equal(told(run).filter((state) => state === 'allowed').length, 60);
    assert.equal(world.calls(), 3);
  });
});

describe('a run', () => {
  it('goes on by itself, with a receipt for each person', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    const answer = await start(world, token, { operation: 'member.block', userIds: [mia, lio, sam] });
    const begun = runOf(answer);
    assert.deepEqual(
      [answer.status, begun.state, told(begun)],
      [202, 'running', ['waiting', 'waiting', 'waiting']],
    );
    const run = await follow(world, token, begun.id);
    assert.equal(run.state, 'done');
    assert.ok(run.startedAt && run.endedAt);
    assert.deepEqual(told(run), ['done', 'done', 'shared-user']);
    assert.deepEqual(run.items[0]?.receipt?.done, ['block-account', 'end-sessions', 'revoke-refresh-tokens']);
    assert.deepEqual(
      world.audit.map(({ action, targetUserId }) => [action, targetUserId]),
      [
        ['member.block', mia],
        ['member.block', lio],
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
  for (const [asked, state] of cases) {
    it(`of ${asked.operation} is told to the audit with the reason`, async () => {
      const world = createOperationWorld();
      const run = await finish(world, await adaOf(world), asked);
      assert.deepEqual(told(run), [state]);
      assert.deepEqual(
        world.audit.map(({ action, targetUserId, reason }) => [action, targetUserId, reason]),
        [[asked.operation, asked.userIds[0], request.reason]],
      );
      assert.equal(world.tenant.outbox.list().length, asked.operation === 'password.reset' ? 1 : 0);
    });
  }

  it('asked for twice with one key is one run', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    const asked = { operation: 'password.reset', userIds: [mia, lio] } as const;
    const [first, second] = [
      await start(world, token, asked, 'one-attempt'),
      await start(world, token, asked, 'one-attempt'),
    ];
    assert.equal(first.text, second.text);
    await follow(world, token, runOf(first).id);
    assert.equal(world.tenant.outbox.list().length, 2);
  });

  it('leaves the last administrator, whoever asks for everybody', async () => {
    const world = createOperationWorld();
    world.tenant.organizations.setMemberRoles(acme, hal, [adminRole]);
    world.tenant.organizations.setMemberRoles(acme, mia, [adminRole]);
    world.tenant.clock.advance(3_000);
    world.tenant.users.update(ada, { blocked: false });
    const token = await world.token(lio, acme, { permissions: ['manage:members'] });
    const run = await finish(world, token, { operation: 'membership.remove', userIds: [ada, hal, mia, lio] });
    assert.deepEqual(told(run), ['done', 'done', 'last-admin', 'not-allowed']);
  });

  it('does not grow too old for a fresh sign-in by its own length', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    world.tenant.faults.add({ method: 'DELETE', path: '/api/v2/users/*', latencyMs: 50 });
    const answer = await start(world, token, { operation: 'user.delete', userIds: [mia, lio] });
    const later = Date.now() + 400_000;
    const clock = mock.method(Date, 'now', () => later);
    try {
      const run = await follow(world, token, runOf(answer).id);
      assert.deepEqual(told(run), ['done', 'done']);
    } finally {
      clock.mock.restore();
    }
  });

  it('tells of each person what went wrong, and goes on', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    world.tenant.faults.add({ method: 'PATCH', path: '/api/v2/users/*', status: 500 });
    const run = await finish(world, token, { operation: 'member.block', userIds: [mia, lio] });
    assert.deepEqual(told(run), ['upstream_unavailable', 'done']);
  });

  it('waits where Auth0 asks to, and lets nobody fail for it', async () => {
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
    assert.deepEqual(told(run), ['done', 'done']);
  });
});

describe('a run that is stopped', () => {
  const slow = { method: 'PATCH', path: '/api/v2/users/*', latencyMs: 30, times: Infinity };
  async function underWay(seedSize: number) {
    const world = createOperationWorld({}, { seed: crowd(seedSize) });
    world.tenant.faults.add(slow);
    const token = await crowdAdmin(world);
    const answer = await start(world, token, { operation: 'member.block', userIds: idsOf(seedSize) });
    const { id } = runOf(answer);
    await follow(world, token, id, (run) => told(run).filter((state) => state === 'done').length >= 2);
    return { world, token, id };
  }

  it('on request leaves those who have not had their turn', async () => {
    const { world, token, id } = await underWay(30);
    const { status } = await world.send(token, `/v1/bulk-runs/${id}`, { method: 'DELETE' });
    assert.equal(status, 204);
    const run = await read(world, token, id);
    assert.equal(run.state, 'cancelled');
    await new Promise((resolve) => setTimeout(resolve, 150));
    const after = await read(world, token, id);
    const done = told(after).filter((state) => state === 'done').length;
    // At most the one who was having their turn.
    assert.ok(done - told(run).filter((state) => state === 'done').length <= 1);
    assert.ok(told(after).includes('waiting'));
    assert.equal((await world.send(token, `/v1/bulk-runs/${id}`, { method: 'DELETE' })).status, 204);
  });

  const losses: [string, (world: OperationWorld) => void][] = [
    ['is blocked', (world) => world.tenant.users.update(idOf(0), { blocked: true })],
    ['is removed', (world) => world.tenant.organizations.removeMember('org_crowd00000000000', idOf(0))],
    [
      'loses the role',
      (world) => world.tenant.organizations.setMemberRoles('org_crowd00000000000', idOf(0), []),
    ],
  ];
  for (const [label, lose] of losses) {
    it(`goes no further once whoever started it ${label}`, async () => {
      const { world, id } = await underWay(40);
      lose(world);
      // What is remembered of them is remembered for half a minute.
      const later = Date.now() + 31_000;
      const clock = mock.method(Date, 'now', () => later);
      try {
        const other = await world.token(idOf(1), 'org_crowd00000000000', { permissions: ['manage:members'] });
        world.tenant.users.update(idOf(1), { blocked: false });
        const run = await follow(world, other, id);
        assert.equal(run.state, 'done');
        assert.ok(told(run).includes('not-allowed'), told(run).join(', '));
      } finally {
        clock.mock.restore();
      }
    });
  }
});

describe('who may run', () => {
  const asked = { operation: 'member.block', userIds: [mia] } as const;

  it('is who the policy lets: no help desk, no member', async () => {
    const world = createOperationWorld();
    for (const [userId, organizationId] of [people.hal, people.mia]) {
      const { status, problem } = await start(world, await world.token(userId, organizationId), asked);
      assert.deepEqual([status, problem.code], [403, 'operation_locked']);
    }
    assert.deepEqual(writes(world), []);
  });

  it('reaches nobody of another organization, and nobody of another one sees the run', async () => {
    const world = createOperationWorld();
    const foreign = await world.token(gus, globex);
    assert.deepEqual(told(await finish(world, foreign, asked)), ['profile_not_found']);
    const own = await start(world, await adaOf(world), asked);
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
    assert.equal((await start(world, token, asked)).problem.code, 'reason_required');
    assert.deepEqual(told(await preview(world, token, asked)), ['allowed']);
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

describe('sixty people on the smallest plan', () => {
  it('are all done, and none fails for the limit of two calls a second', async () => {
    const tenant = createDevTenant({ seed: crowd(60, true), plan: 'free' });
    const world = createOperationWorld({}, { tenant });
    const token = await crowdAdmin(world);
    const request = { operation: 'member.unblock', userIds: idsOf(60) } as const;
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
      const answer = await start(world, token, request);
      let run = runOf(answer);
      while (run.state === 'running') {
        await turn();
        const stored = await world.storage.bulkRuns.read('org_crowd00000000000', run.id ?? '');
        if (stored) run = { ...run, state: stored.state, items: stored.items };
      }
      assert.deepEqual(new Set(told(run)), new Set(['done']));
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
