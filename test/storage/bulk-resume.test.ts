/** A bulk run whose process dies is continued by another proxy, and nothing is done twice. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryStorage, type Storage } from '../../backend-proxy/src/index.js';
import { readProgress } from '../../backend-proxy/src/operations/bulk/progress.js';
import type { BulkRequest, BulkRun } from '../../src/contract/index.js';
import { outcomesOf, runOf, start } from '../proxy/bulk-world.js';
import {
  acme,
  adaOf,
  adminRole,
  createOperationWorld,
  helpDeskRole,
  lio,
  memberRole,
  type OperationWorld,
} from '../proxy/operation-world.js';
import { people } from '../proxy/support.js';

const [ada] = people.ada;
const [mia] = people.mia;
const [hal] = people.hal;

/** When the process dies: before a call reaches Auth0, or when Auth0 has done it and its answer is lost. */
type Death = 'before' | 'after';

interface Interrupted {
  readonly next: OperationWorld;
  /** Lets the lease end, continues the run, and reads it. */
  finish(): Promise<BulkRun>;
}

/** Starts a run with a proxy that dies at the first call with this method and path. */
async function interrupt(
  request: BulkRequest,
  method: string,
  path: RegExp,
  death: Death,
): Promise<Interrupted> {
  let time = Date.now();
  const storage = createMemoryStorage(() => time);
  let isDead = false;
  let died: () => void = () => {};
  const hasDied = new Promise<void>((resolve) => (died = resolve));
  const never = new Promise<never>(() => {});
  const dying = createOperationWorld(
    { storage: whileAlive(storage, () => isDead) },
    {
      intercept: async (call, callOn) => {
        if (isDead) return never;
        if (call.method !== method || !path.test(new URL(call.url).pathname)) return callOn();
        isDead = true;
        if (death === 'after') await callOn();
        died();
        return never;
      },
    },
  );
  dying.tenant.organizations.setMemberRoles(acme, hal, [adminRole]);
  dying.tenant.clock.advance(3_000);
  const token = await adaOf(dying);
  const { id } = runOf(await start(dying, token, request));
  await hasDied;
  // The locks of a process end with it.
  const next = createOperationWorld(
    { storage: { ...storage, locks: createMemoryStorage().locks } },
    { tenant: dying.tenant },
  );
  return {
    next,
    finish: async () => {
      time += 5_000;
      await next.runDue();
      const run = await storage.bulkRuns.read(acme, id ?? '');
      assert.ok(run);
      return readProgress(storage.bulkRuns, run, 0);
    },
  };
}

/** The storage as a process that dies sees it: nothing it starts after that has an effect. */
function whileAlive(storage: Storage, isDead: () => boolean): Storage {
  const mortal = <T extends object>(part: T): T =>
    new Proxy(part, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return (...values: unknown[]) =>
          isDead() ? new Promise(() => {}) : (Reflect.apply(method, target, values) as unknown);
      },
    });
  return {
    ...storage,
    bulkRuns: mortal(storage.bulkRuns),
    demotions: mortal(storage.demotions),
    activity: mortal(storage.activity),
  };
}

const members = [mia, lio] as const;
const writesTo = ({ tenant }: OperationWorld, method: string, path: RegExp) =>
  tenant.requests.list().filter((call) => call.method === method && path.test(call.path)).length;

const cases: readonly {
  readonly request: BulkRequest;
  readonly call: readonly [method: string, path: RegExp];
  /** The write that must happen exactly once for each member. */
  readonly states: readonly string[];
}[] = [
  {
    request: { operation: 'member.block', userIds: members },
    call: ['PATCH', /\/users\//],
    states: ['done', 'done'],
  },
  {
    request: { operation: 'membership.remove', userIds: members },
    call: ['DELETE', /\/members$/],
    states: ['done', 'done'],
  },
  {
    request: { operation: 'user.delete', userIds: members },
    call: ['DELETE', /\/users\/[^/]+$/],
    states: ['done', 'done'],
  },
  {
    request: { operation: 'roles.assign', userIds: members, roles: { add: [helpDeskRole], remove: [] } },
    call: ['POST', /\/roles$/],
    states: ['done', 'done'],
  },
];

describe('a bulk run whose process dies', () => {
  for (const { request, call, states } of cases) {
    for (const death of ['before', 'after'] as const) {
      it(`${death} ${request.operation} reaches Auth0 is finished, and writes once for each member`, async () => {
        const { next, finish } = await interrupt(request, ...call, death);
        const run = await finish();
        assert.deepEqual([run.state, ...outcomesOf(run)], ['done', ...states]);
        assert.equal(writesTo(next, ...call), request.userIds.length);
        // The first may be recorded by the process that died.
        const recorded = next.audit.filter(({ action }) => action === request.operation);
        assert.deepEqual(
          recorded.map(({ targetUserId }) => targetUserId),
          request.userIds,
        );
      });
    }
  }

  it('while an email is sent sends no second one, and says that the outcome is unknown', async () => {
    const request = { operation: 'password.reset', userIds: members } as const;
    const { next, finish } = await interrupt(request, 'POST', /change_password/, 'after');
    assert.deepEqual(outcomesOf(await finish()), ['outcome_unknown', 'done']);
    assert.deepEqual(
      next.tenant.outbox.list().map(({ to }) => to),
      ['mia@acme.example', 'lio@acme.example'],
    );
  });

  it('stops if the actor has lost the role', async () => {
    const request = { operation: 'member.block', userIds: members } as const;
    const { next, finish } = await interrupt(request, 'PATCH', /\/users\//, 'before');
    next.tenant.organizations.setMemberRoles(acme, ada, [memberRole]);
    next.tenant.organizations.setMemberRoles(acme, hal, [adminRole]);
    next.tenant.clock.advance(3_000);
    const run = await finish();
    assert.deepEqual([run.state, ...outcomesOf(run)], ['done', 'not-allowed', 'not-allowed']);
    assert.equal(writesTo(next, 'PATCH', /\/users\//), 0);
  });

  it('is not touched while its process lives', async () => {
    const world = createOperationWorld();
    world.tenant.faults.add({ method: 'PATCH', path: '/api/v2/users/*', latencyMs: 200, times: 2 });
    const token = await adaOf(world);
    const { id } = runOf(await start(world, token, { operation: 'member.block', userIds: members }));
    const other = createOperationWorld({ storage: world.storage }, { tenant: world.tenant });
    let run: BulkRun;
    do {
      await other.runDue();
      run = runOf(await other.send(token, `/v1/bulk-runs/${id}`));
      await new Promise((resolve) => setTimeout(resolve, 20));
    } while (run.state === 'running');
    assert.deepEqual(outcomesOf(run), ['done', 'done']);
    assert.equal(writesTo(world, 'PATCH', /\/users\//), 2);
    assert.equal(other.audit.length, 0);
  });
});
