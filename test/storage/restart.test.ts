/**
 * A restart of the proxy changes nothing that a caller could notice, if its storage is a database. In memory, what protects
 * people fails closed, and the rest is forgotten.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createDevTenant } from '../../backend-proxy/dev-tenant/index.js';
import { createMemoryStorage, type Storage } from '../../backend-proxy/src/index.js';
import { openPostgresStorage } from '../../backend-proxy/src/storage/sql/postgres.js';
import { openSqliteStorage } from '../../backend-proxy/src/storage/sql/sqlite.js';
import type { BulkRun, InvitationPage, InvitationResults, MemberPage } from '../../src/contract/index.js';
import { defaultPolicy, parsePolicy } from '../../src/policy/index.js';
import { storedSigningKeys } from '../harness/signing-keys.js';
import {
  acme,
  adaOf,
  adminRole,
  createOperationWorld,
  lio,
  memberRole,
  pathOf,
  type OperationWorld,
} from '../proxy/operation-world.js';
import { createAgedStorage, people, type Answer } from '../proxy/support.js';
import { boundToken } from './bound-token.js';
import { findPostgres, startPostgres, type PostgresServer } from './postgres-server.js';

const [mia] = people.mia;
const [hal] = people.hal;
const policy = parsePolicy({
  ...defaultPolicy,
  safeguards: { ...defaultPolicy.safeguards, deletionDelay: 7 },
});

interface Case {
  readonly remembers: string;
  /** Returns what a caller notices after the restart, if there is one. */
  notice(world: OperationWorld, restart: () => Promise<OperationWorld>): Promise<string>;
  readonly expected: string;
  /** What a caller notices after a restart of a proxy that keeps its data in memory. */
  readonly inMemory: string;
}

const send = (world: OperationWorld, token: string, method: string, path: string, body?: object) =>
  world.send(token, path, {
    method,
    headers: { 'content-type': 'application/json', 'idempotency-key': `${method} ${path}` },
    ...(body && { body: JSON.stringify(body) }),
  });
const outcomeOf = ({ status, problem }: Answer) =>
  `${status} ${status < 300 ? 'done' : (problem.reason ?? problem.code)}`;

const cases: readonly Case[] = [
  {
    remembers: 'who lost a role',
    notice: async (world, restart) => {
      world.tenant.organizations.setMemberRoles(acme, hal, [adminRole]);
      world.tenant.clock.advance(3_000);
      const old = await world.token(hal, acme);
      const roles = { roles: [memberRole], was: [adminRole] };
      const demoted = await send(world, await adaOf(world), 'PUT', `${pathOf(hal)}/roles`, roles);
      assert.equal(demoted.status, 200, demoted.text);
      const next = await restart();
      return outcomeOf(await next.post(old, `${pathOf(mia)}/block`));
    },
    expected: '403 not-allowed',
    inMemory: '403 not-allowed',
  },
  {
    remembers: 'which DPoP proofs were used',
    notice: async (world, restart) => {
      const [token, proof] = await boundToken(world.tenant, mia, acme, 'GET', '/v1/profile');
      const headers = { authorization: `DPoP ${token}`, dpop: proof };
      const first = await world.send(null, '/v1/profile', { headers });
      assert.equal(first.status, 200, first.text);
      const next = await restart();
      return outcomeOf(await next.send(null, '/v1/profile', { headers }));
    },
    expected: '401 token_proof_invalid',
    inMemory: '401 token_nonce_required',
  },
  {
    remembers: 'cool-downs',
    notice: async (world, restart) => {
      const path = `${pathOf(mia)}/password-reset`;
      assert.equal((await world.post(await adaOf(world), path)).status, 202);
      const next = await restart();
      const answer = await next.post(await adaOf(next), path);
      return `${outcomeOf(answer)}, ${next.tenant.outbox.list().length} sent`;
    },
    expected: '429 rate_limited, 1 sent',
    inMemory: '202 done, 2 sent',
  },
  {
    remembers: 'emails that may have been sent',
    notice: async (world, restart) => {
      const path = `${pathOf(mia)}/password-reset`;
      world.tenant.faults.add({ path: '/dbconnections/change_password', truncateTo: 0, status: 502 });
      const lost = await world.post(await adaOf(world), path, undefined, 'the-lost-key');
      assert.equal(lost.problem.code, 'outcome_unknown');
      const next = await restart();
      return outcomeOf(await next.post(await adaOf(next), path, undefined, 'the-lost-key'));
    },
    expected: '409 outcome_unknown',
    inMemory: '202 done',
  },
  {
    remembers: 'quotas',
    notice: async (world, restart) => {
      const invite = async (proxy: OperationWorld, count: number) => {
        const invitations = Array.from({ length: count }, (_, index) => ({
          email: `i${count}${index}@acme.example`,
        }));
        const answer = await proxy.post(await adaOf(proxy), '/v1/invitations', { invitations, roles: [] });
        const { results } = JSON.parse(answer.text) as InvitationResults;
        return results.map((result) => ('code' in result ? result.code : result.outcome)).sort();
      };
      assert.deepEqual(await invite(world, 2), ['invited', 'invited']);
      return (await invite(await restart(), 3)).join();
    },
    expected: 'invited,rate-limited,rate-limited',
    inMemory: 'invited,invited,invited',
  },
  {
    remembers: 'idempotency keys',
    notice: async (world, restart) => {
      const token = await adaOf(world);
      const first = await world.post(token, `${pathOf(mia)}/block`, undefined, 'the-same-key');
      const next = await restart();
      next.tenant.requests.clear();
      const again = await next.post(token, `${pathOf(mia)}/block`, undefined, 'the-same-key');
      assert.equal(next.tenant.requests.list().filter(({ method }) => method === 'PATCH').length, 0);
      return `${again.status} ${again.text === first.text ? 'the same' : 'another'} receipt`;
    },
    expected: '200 the same receipt',
    inMemory: '200 another receipt',
  },
  {
    remembers: 'recent changes that lists lag behind',
    notice: async (world, restart) => {
      // Its lists lag behind for as long as its clock stands still.
      world.tenant.clock.stop();
      await world.post(await adaOf(world), `${pathOf(lio)}/deprovision`, { level: 'remove' });
      await world.post(await adaOf(world), `${pathOf(mia)}/block`);
      const next = await restart();
      const page = JSON.parse((await next.send(await adaOf(next), '/v1/members')).text) as MemberPage;
      const statusOf = (userId: string) => page.members.find((each) => each.userId === userId)?.status;
      return JSON.stringify([statusOf(lio) ?? null, statusOf(mia)]);
    },
    expected: '[null,["blocked"]]',
    inMemory: '[[],[]]',
  },
  {
    remembers: 'how invitations ended',
    notice: async (world, restart) => {
      const body = { invitations: [{ email: 'new@acme.example' }], roles: [] };
      const { results } = JSON.parse(
        (await world.post(await adaOf(world), '/v1/invitations', body)).text,
      ) as InvitationResults;
      const [result] = results;
      const id = result && 'invitation' in result ? result.invitation.id : '';
      const revoked = await send(world, await adaOf(world), 'DELETE', `/v1/invitations/${id}`);
      assert.equal(revoked.status, 204, revoked.text);
      const next = await restart();
      const { invitations } = JSON.parse(
        (await next.send(await adaOf(next), '/v1/invitations')).text,
      ) as InvitationPage;
      return String(invitations.find((each) => each.id === id)?.state);
    },
    expected: 'revoked',
    inMemory: 'undefined',
  },
  {
    remembers: 'scheduled deletions',
    notice: async (world, restart) => {
      const token = await world.token(mia, acme);
      const answer = await send(world, token, 'DELETE', '/v1/profile');
      assert.equal(answer.status, 202, answer.text);
      const next = await restart();
      const { deletion } = (await next.send(token, '/v1/profile')).profile;
      if (!deletion) return 'none';
      return JSON.stringify(deletion) === answer.text ? 'the same day' : 'another day';
    },
    expected: 'the same day',
    inMemory: 'none',
  },
  {
    remembers: 'activity',
    notice: async (world, restart) => {
      await world.post(await adaOf(world), `${pathOf(mia)}/block`);
      const before = await world.send(await adaOf(world), '/v1/activity');
      const next = await restart();
      assert.match(before.text, /"action":"member\.block"/);
      const answer = await next.send(await adaOf(next), '/v1/activity');
      return answer.text === before.text ? 'the same page' : answer.text;
    },
    expected: 'the same page',
    inMemory: '{"entries":[],"next":null}',
  },
  {
    remembers: 'bulk runs',
    notice: async (world, restart) => {
      const request = { operation: 'member.block', userIds: [mia, lio] };
      const started = await world.post(await adaOf(world), '/v1/bulk-runs', request);
      const { id } = JSON.parse(started.text) as BulkRun;
      const read = async (proxy: OperationWorld) =>
        JSON.parse((await proxy.send(await adaOf(proxy), `/v1/bulk-runs/${id}`)).text) as BulkRun;
      while ((await read(world)).state === 'running') await new Promise((resolve) => setTimeout(resolve, 10));
      const next = await restart();
      const answer = await next.send(await adaOf(next), `/v1/bulk-runs/${id}`);
      if (answer.status !== 200) return outcomeOf(answer);
      const { state, items } = JSON.parse(answer.text) as BulkRun;
      return [state, ...items.map((item) => item.state)].join();
    },
    expected: 'done,done,done',
    inMemory: '404 bulk_run_not_found',
  },
];

/** A place for data. */
interface Place {
  open(): Promise<Storage>;
  remove(): Promise<void>;
}

function describeRestarts(name: string, createPlace: () => Promise<Place>, isDurable: boolean): void {
  async function noticed({ notice }: Case, isRestarted: boolean): Promise<string> {
    const { open, remove } = await createPlace();
    const tenant = createDevTenant({ rateLimits: 'off', signingKeys: storedSigningKeys });
    const start = (storage: Storage) =>
      createOperationWorld({ policy, invitationsPerHour: 3, storage }, { tenant });
    let storage = await open();
    const world = start(storage);
    try {
      return await notice(world, async () => {
        if (!isRestarted) return start(storage);
        await world.close();
        await storage.close();
        storage = await open();
        return start(storage);
      });
    } finally {
      await storage.close();
      await remove();
    }
  }

  describe(`a restart with ${name}`, () => {
    for (const each of cases) {
      const { remembers, expected, inMemory } = each;
      if (isDurable) {
        it(`remembers ${remembers}`, async () => assert.equal(await noticed(each, true), expected));
      } else {
        it(`leads to “${inMemory}” where a database remembers ${remembers}`, async () => {
          assert.equal(await noticed(each, false), expected);
          assert.equal(await noticed(each, true), inMemory);
        });
      }
    }
  });
}

describeRestarts(
  'memory',
  async () => {
    let opened = 0;
    return {
      open: async () => ((opened += 1) === 1 ? createAgedStorage() : createMemoryStorage()),
      remove: async () => {},
    };
  },
  false,
);

describeRestarts(
  'one SQLite file',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'orgdesk-restart-'));
    return {
      open: () => openSqliteStorage(join(folder, 'orgdesk.sqlite')),
      remove: () => rm(folder, { recursive: true }),
    };
  },
  true,
);

const found = findPostgres();
if ('missing' in found) {
  it('a restart with Postgres', { skip: found.missing }, () => {});
} else {
  let server: PostgresServer;
  before(async () => {
    server = await startPostgres(found.programs);
  });
  after(() => server.stop());
  describeRestarts(
    'Postgres',
    async () => {
      const { url, drop } = await server.createSchema();
      return { open: () => openPostgresStorage(url), remove: drop };
    },
    true,
  );
}
