/** What has to hold for several instances on one database, whichever it is. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Storage } from '../../backend-proxy/src/index.js';
import { createOperationWorld, pathOf } from '../proxy/operation-world.js';
import { defaultPolicy, parsePolicy } from '../../src/policy/index.js';
import { boundToken } from './bound-token.js';
import { organizationOf, outcomeOf, raceForLastAdmin, tenantOf } from './last-admin-race.js';

const webhook = 'https://product.example/erase';
const delayed = parsePolicy({
  ...defaultPolicy,
  safeguards: { ...defaultPolicy.safeguards, deletionDelay: 7 },
});

export interface TestDatabase {
  open(now?: () => number): Promise<Storage>;
  execute(statement: string): Promise<unknown>;
  remove(): Promise<void>;
}

export function describeInstances(name: string, createDatabase: () => Promise<TestDatabase>): void {
  async function withDatabase(body: (database: TestDatabase) => Promise<void>): Promise<void> {
    const database = await createDatabase();
    try {
      await body(database);
    } finally {
      await database.remove();
    }
  }

  async function withTwo(body: (first: Storage, second: Storage) => Promise<void>): Promise<void> {
    await withDatabase(async ({ open }) => {
      const [first, second] = await Promise.all([open(), open()]);
      try {
        await body(first, second);
      } finally {
        await first.close();
        await second.close();
      }
    });
  }

  describe(`several instances on ${name}`, () => {
    it('can start at the same moment on an empty database', () =>
      withDatabase(async ({ open }) => {
        const instances = await Promise.all(Array.from({ length: 8 }, () => open()));
        const started = await Promise.all(instances.map(({ cooldowns }) => cooldowns.start('key', 60)));
        assert.deepEqual(started.sort(), [0, ...Array<number>(7).fill(60)]);
        await Promise.all(instances.map((storage) => storage.close()));
      }));

    it('refuse a database that a newer version has used, and leave it as it is', () =>
      withDatabase(async ({ open, execute }) => {
        await (await open()).close();
        await execute('update orgdesk_schema set version = 999');
        for (let attempt = 0; attempt < 2; attempt += 1) {
          await assert.rejects(open(), {
            name: 'StorageError',
            code: 'storage_too_new',
            message:
              /^The database has version 999, and this program reads versions up to \d+: a newer orgdesk-proxy has used it\./,
          });
        }
      }));

    it('get the lock of one that died, after its lease', () =>
      withDatabase(async ({ open }) => {
        const startedAt = Date.now();
        const dying = await open(() => startedAt);
        let free: () => void = () => {};
        const held = new Promise<void>((resolve) => {
          void dying.locks.hold('name', () => {
            resolve();
            return new Promise<void>((release) => (free = release));
          });
        });
        await held;
        await dying.close();
        const other = await open(() => startedAt + 10_000);
        assert.equal(await other.locks.hold('name', async () => 'held'), 'held');
        await other.close();
        free();
      }));

    it('leave each organization an admin when two put each other out at the same moment', () =>
      withTwo(async (firstStorage, secondStorage) => {
        const outcomes = await raceForLastAdmin(firstStorage, secondStorage, 50);
        for (const each of outcomes)
          assert.equal(each.filter((one) => one === 'done').length, 1, each.join());
      }));

    it('delete each account once whose deletion is due at both', () =>
      withTwo(async (firstStorage, secondStorage) => {
        const accounts = 3;
        const tenant = tenantOf(accounts);
        const erased: string[] = [];
        const worlds = [firstStorage, secondStorage].map((storage) =>
          createOperationWorld(
            { storage, policy: delayed, erasure: { url: webhook, secret: 'a-secret-of-enough-characters' } },
            {
              tenant,
              intercept: async (request, callOn) => {
                if (request.url !== webhook) return callOn();
                erased.push(await request.text());
                return new Response(null, { status: 204 });
              },
            },
          ),
        );
        const dueAt = new Date(Date.now() - 1_000).toISOString();
        for (let index = 0; index < accounts; index += 1) {
          await firstStorage.deletions.note({
            ...{ id: crypto.randomUUID(), userId: `auth0|b${index}`, organizationId: organizationOf(index) },
            ...{ requestedAt: dueAt, dueAt, tryAt: dueAt },
          });
        }
        await Promise.all(worlds.map(({ runDue }) => runDue()));
        const deletions = tenant.requests.list().filter(({ method }) => method === 'DELETE');
        assert.equal(deletions.length, accounts);
        assert.equal(new Set(erased).size, accounts);
        assert.equal(erased.length, accounts);
        const recorded = worlds.flatMap(({ audit }) => audit.map(({ action }) => action));
        assert.deepEqual(recorded, Array<string>(accounts).fill('profile.delete'));
        assert.deepEqual(await secondStorage.deletions.due(new Date().toISOString()), []);
      }));

    it('accept a proof once, and send one email in a cool-down, although both are asked at once', () =>
      withTwo(async (firstStorage, secondStorage) => {
        const rounds = 4;
        const tenant = tenantOf(rounds);
        const worlds = [firstStorage, secondStorage].map((storage) =>
          createOperationWorld({ storage }, { tenant }),
        );
        const [first] = worlds;
        assert.ok(first);
        for (let round = 0; round < rounds; round += 1) {
          const organizationId = organizationOf(round);
          const [bound, proof] = await boundToken(
            tenant,
            `auth0|a${round}`,
            organizationId,
            'GET',
            '/v1/profile',
          );
          const headers = { authorization: `DPoP ${bound}`, dpop: proof };
          const proofs = await Promise.all(
            worlds.map((world) => world.send(null, '/v1/profile', { headers })),
          );
          assert.deepEqual(proofs.map(outcomeOf).sort(), ['done', 'token_proof_invalid']);
          const token: string = await first.token(`auth0|a${round}`, organizationId);
          const path = `${pathOf(`auth0|b${round}`)}/password-reset`;
          const emails = await Promise.all(worlds.map((world) => world.post(token, path)));
          assert.deepEqual(emails.map(outcomeOf).sort(), ['done', 'rate_limited']);
        }
        assert.equal(tenant.outbox.list().length, rounds);
      }));

    it('carry out a request once that reaches both at the same moment', () =>
      withTwo(async (firstStorage, secondStorage) => {
        const twins = 20;
        const tenant = tenantOf(twins);
        const first = createOperationWorld({ storage: firstStorage }, { tenant });
        const second = createOperationWorld({ storage: secondStorage }, { tenant });
        for (let twin = 0; twin < twins; twin += 1) {
          const token = await first.token(`auth0|a${twin}`, organizationOf(twin));
          const path = `${pathOf(`auth0|b${twin}`)}/password-reset`;
          const answers = await Promise.all(
            [first, second].map((world) => world.post(token, path, undefined, `the-same-key-${twin}`)),
          );
          const outcomes = answers.map(outcomeOf).sort();
          assert.ok(outcomes.includes('done'), outcomes.join());
          assert.equal(tenant.outbox.list().length, twin + 1);
          const again = await second.post(token, path, undefined, `the-same-key-${twin}`);
          assert.equal(outcomeOf(again), 'done');
        }
        assert.equal(tenant.outbox.list().length, twins);
      }));
  });
}
