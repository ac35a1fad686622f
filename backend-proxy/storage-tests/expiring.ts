/** Records that expire by themselves. */
import assert from 'node:assert/strict';
import type { SharedValue } from '../src/storage/storage.js';
import {
  atOnce,
  day,
  oddKeys,
  organization,
  otherOrganization,
  type Test,
  type TestRunner,
} from './world.js';

export function describeIdempotency({ describe }: TestRunner, test: Test): void {
  const answer = { status: 202, body: '{"id":"\u0001 é 😀"}' };

  describe('idempotency keys', () => {
    test('are claimed once', async (world) => {
      const claims = await atOnce(10, world, ({ idempotency }) => idempotency.claim('key', 'a', 60));
      assert.deepEqual(claims.map(({ state }) => state).sort(), ['new', ...Array<string>(9).fill('running')]);
    });

    test('replay the answer for 24 hours', async ({ first, second, advance }) => {
      await first.idempotency.claim('key', 'a', 60);
      await first.idempotency.settle('key', answer);
      advance(day - 1);
      assert.deepEqual(await second.idempotency.claim('key', 'a', 60), { state: 'answered', answer });
      advance(2);
      assert.deepEqual(await second.idempotency.claim('key', 'a', 60), { state: 'new' });
    });

    test('refuse another request', async ({ first, second }) => {
      await first.idempotency.claim('key', 'a', 60);
      assert.deepEqual(await second.idempotency.claim('key', 'b', 60), { state: 'different' });
      await first.idempotency.settle('key', answer);
      assert.deepEqual(await second.idempotency.claim('key', 'b', 60), { state: 'different' });
    });

    test('are free again after a release', async ({ first, second }) => {
      await first.idempotency.claim('key', 'a', 60);
      await first.idempotency.release('key');
      assert.deepEqual(await second.idempotency.claim('key', 'b', 60), { state: 'new' });
    });

    test('are free again if the process dies before a write', async (world) => {
      await world.first.idempotency.claim('key', 'a', 60);
      world.advance(61);
      assert.deepEqual(await world.second.idempotency.claim('key', 'b', 60), { state: 'different' });
      const claims = await atOnce(10, world, ({ idempotency }) => idempotency.claim('key', 'a', 60));
      assert.deepEqual(claims.map(({ state }) => state).sort(), ['new', ...Array<string>(9).fill('running')]);
    });

    test('are unknown to one caller at a time if the process dies after a write has begun', async (world) => {
      const { first, second, advance, now } = world;
      await first.idempotency.claim('key', 'a', 60);
      advance(5);
      const since = now();
      assert.equal(await first.idempotency.begin('key'), since);
      for (let attempt = 0; attempt < 2; attempt += 1) {
        advance(61);
        assert.deepEqual(await second.idempotency.claim('key', 'b', 60), { state: 'different' });
        const claims = await atOnce(10, world, ({ idempotency }) => idempotency.claim('key', 'a', 60));
        assert.deepEqual(
          claims.filter(({ state }) => state !== 'running'),
          [{ state: 'unknown', since }],
        );
        assert.equal(await second.idempotency.begin('key'), since);
      }
      await second.idempotency.settle('key', answer);
      advance(61);
      assert.deepEqual(await first.idempotency.claim('key', 'a', 60), { state: 'answered', answer });
    });

    test('are unknown at once after they are suspended', async ({ first, second, now }) => {
      await first.idempotency.claim('key', 'a', 60);
      await first.idempotency.begin('key');
      await first.idempotency.suspend('key');
      assert.deepEqual(await second.idempotency.claim('key', 'a', 60), { state: 'unknown', since: now() });
      assert.deepEqual(await first.idempotency.claim('key', 'a', 60), { state: 'running' });
    });

    test('are told apart, whatever they contain', async ({ first, second }) => {
      for (const key of oddKeys) assert.equal((await first.idempotency.claim(key, key, 60)).state, 'new');
      for (const key of oddKeys)
        assert.equal((await second.idempotency.claim(key, key, 60)).state, 'running');
    });
  });
}

export function describeLimits({ describe }: TestRunner, test: Test): void {
  describe('cool-downs', () => {
    test('start once and say how long they take', async (world) => {
      const waits = await atOnce(10, world, ({ cooldowns }) => cooldowns.start('key', 60));
      assert.deepEqual(waits.sort(), [0, ...Array<number>(9).fill(60)]);
    });

    test('count whole seconds until they end', async ({ first, second, advance }) => {
      await first.cooldowns.start('key', 60);
      advance(59.2);
      assert.equal(await second.cooldowns.start('key', 60), 1);
      advance(0.8);
      assert.equal(await second.cooldowns.start('key', 60), 0);
    });

    test('can be asked without starting one', async ({ first, second, advance }) => {
      assert.equal(await first.cooldowns.left('key'), 0);
      await first.cooldowns.start('key', 60);
      advance(59.2);
      assert.equal(await second.cooldowns.left('key'), 1);
      advance(0.8);
      assert.equal(await second.cooldowns.left('key'), 0);
    });

    test('can be canceled', async ({ first, second }) => {
      await first.cooldowns.start('key', 60);
      await first.cooldowns.start('other', 60);
      await first.cooldowns.cancel('key');
      assert.equal(await second.cooldowns.start('key', 60), 0);
      assert.equal(await second.cooldowns.start('other', 60), 60);
    });
  });

  describe('quotas', () => {
    const quota = { max: 5, seconds: 60 };

    test('are never exceeded', async (world) => {
      const waits = await atOnce(20, world, ({ quotas }) => quotas.take('key', quota));
      assert.deepEqual(waits.sort(), [...Array<number>(5).fill(0), ...Array<number>(15).fill(60)]);
    });

    test('open again with the next window', async ({ first, second, advance }) => {
      for (let taken = 0; taken < 5; taken += 1) await first.quotas.take('key', quota);
      advance(30);
      assert.equal(await second.quotas.take('key', quota), 30);
      advance(30);
      for (let taken = 0; taken < 5; taken += 1) assert.equal(await second.quotas.take('key', quota), 0);
      assert.equal(await first.quotas.take('key', quota), 60);
    });

    test('get units back, but no more than were taken', async ({ first, second }) => {
      await first.quotas.giveBack('key');
      for (let taken = 0; taken < 5; taken += 1) await first.quotas.take('key', quota);
      await second.quotas.giveBack('key');
      assert.equal(await first.quotas.take('key', quota), 0);
      assert.equal(await first.quotas.take('key', quota), 60);
      for (let given = 0; given < 7; given += 1) await second.quotas.giveBack('key');
      for (let taken = 0; taken < 5; taken += 1) assert.equal(await first.quotas.take('key', quota), 0);
      assert.equal(await first.quotas.take('key', quota), 60);
    });
  });
}

export function describeProofs({ describe }: TestRunner, test: Test): void {
  describe('used proofs', () => {
    test('are good once', async (world) => {
      const taken = await atOnce(10, world, ({ proofs }) => proofs.take('proof', 330));
      assert.equal(taken.filter(Boolean).length, 1);
    });

    test('are remembered for as long as they are valid', async ({ first, second, advance }) => {
      await first.proofs.take('proof', 330);
      advance(329);
      assert.equal(await second.proofs.take('proof', 330), false);
      advance(2);
      assert.equal(await second.proofs.take('proof', 330), true);
    });

    test('are told apart, whatever they contain', async ({ first, second }) => {
      for (const id of oddKeys) assert.equal(await first.proofs.take(id, 330), true);
      for (const id of oddKeys) assert.equal(await second.proofs.take(id, 330), false);
    });
  });
}

export function describeChanges({ describe }: TestRunner, test: Test): void {
  describe('demotions', () => {
    test('are known for 30 days, in one organization', async ({ first, second, advance, now }) => {
      const at = Math.floor(now() / 1000);
      await first.demotions.note(organization, 'auth0|1');
      assert.equal(await second.demotions.last(organization, 'auth0|1'), at);
      assert.equal(await second.demotions.last(otherOrganization, 'auth0|1'), null);
      assert.equal(await second.demotions.last(organization, 'auth0|2'), null);
      advance(30 * day - 1);
      assert.equal(await second.demotions.last(organization, 'auth0|1'), at);
      advance(2);
      assert.equal(await second.demotions.last(organization, 'auth0|1'), null);
    });

    test('count from the last one', async ({ first, second, advance, now }) => {
      await first.demotions.note(organization, 'auth0|1');
      advance(100);
      await second.demotions.note(organization, 'auth0|1');
      assert.equal(await first.demotions.last(organization, 'auth0|1'), Math.floor(now() / 1000));
    });
  });

  describe('recent changes', () => {
    test('merge, from every instance', async ({ first, second }) => {
      await Promise.all([
        first.recent.noteUser('auth0|1', { name: 'Mia', email: null }),
        second.recent.noteUser('auth0|1', { blocked: true }),
        first.recent.noteMembership(organization, 'auth0|1', { removedAt: 1_000 }),
        second.recent.noteMembership(organization, 'auth0|1', { roles: [{ id: 'rol_1', name: 'Ä' }] }),
      ]);
      await second.recent.noteUser('auth0|1', { name: 'Mia O.' });
      const changes = await first.recent.read(organization, ['auth0|1', 'auth0|2']);
      assert.deepEqual(
        [...changes],
        [
          [
            'auth0|1',
            {
              name: 'Mia O.',
              email: null,
              blocked: true,
              removedAt: 1_000,
              roles: [{ id: 'rol_1', name: 'Ä' }],
            },
          ],
        ],
      );
    });

    test('keep the membership in its organization and the user in all', async ({ first, second }) => {
      await first.recent.noteUser('auth0|1', { blocked: true });
      await first.recent.noteMembership(organization, 'auth0|1', { removedAt: 1_000 });
      const changes = await second.recent.read(otherOrganization, ['auth0|1']);
      assert.deepEqual([...changes], [['auth0|1', { blocked: true }]]);
    });

    test('are forgotten after a minute', async ({ first, second, advance }) => {
      await first.recent.noteUser('auth0|1', { deletedAt: 1_000 });
      advance(59);
      assert.equal((await second.recent.read(organization, ['auth0|1'])).size, 1);
      advance(2);
      assert.equal((await second.recent.read(organization, ['auth0|1'])).size, 0);
    });

    test('are read for 1,000 users at once', async ({ first, second }) => {
      const ids = Array.from({ length: 1_000 }, (_, index) => `auth0|${index}`);
      await first.recent.noteUser('auth0|999', { blocked: false });
      assert.deepEqual([...(await second.recent.read(organization, ids)).keys()], ['auth0|999']);
      assert.equal((await second.recent.read(organization, [])).size, 0);
    });

    test('are told apart, whatever the ids contain', async ({ first, second }) => {
      for (const [index, id] of oddKeys.entries()) await first.recent.noteUser(id, { name: String(index) });
      const changes = await second.recent.read(organization, oddKeys);
      assert.deepEqual(
        oddKeys.map((id) => changes.get(id)?.name),
        oddKeys.map((_, index) => String(index)),
      );
    });
  });
}

export function describeSharedValues({ describe }: TestRunner, test: Test): void {
  describe('shared values', () => {
    const next = { value: '{"text":"\u0001 é 😀"}', seconds: 60 };

    test('are read by every instance until they expire', async ({ first, second, advance, now }) => {
      assert.equal(await first.shared.read('key'), null);
      const stored = await first.shared.replace('key', null, next);
      const found = await second.shared.read('key');
      assert.deepEqual(found, stored);
      assert.equal(found?.value, next.value);
      assert.equal(found.expiresAt, now() + 60_000);
      advance(59);
      assert.deepEqual(await first.shared.read('key'), found);
      advance(2);
      assert.equal(await second.shared.read('key'), null);
      assert.equal(await first.shared.replace('key', found, next), null);
      assert.notEqual(await second.shared.replace('key', null, next), null);
      assert.notEqual((await first.shared.read('key'))?.version, found.version);
    });

    test('are replaced by one of several callers', async (world) => {
      const replace = async (was: SharedValue | null) => {
        const replaced = await atOnce(10, world, ({ shared }, index) =>
          shared.replace('key', was, { value: String(index), seconds: 60 }),
        );
        assert.equal(replaced.filter((stored) => stored !== null).length, 1);
        const found = await world.first.shared.read('key');
        assert.equal(found?.value, String(replaced.findIndex((stored) => stored !== null)));
        return found;
      };
      const found = await replace(null);
      await replace(found);
      assert.equal(await world.second.shared.replace('key', found, next), null);
    });

    test('keep every one of many concurrent changes', async (world) => {
      await atOnce(20, world, async ({ shared }) => {
        for (;;) {
          const was = await shared.read('key');
          const value = String(Number(was?.value ?? 0) + 1);
          if (await shared.replace('key', was, { value, seconds: 60 })) return;
        }
      });
      assert.equal((await world.first.shared.read('key'))?.value, '20');
    });

    test('are told apart, whatever their keys contain', async ({ first, second }) => {
      for (const [index, key] of oddKeys.entries())
        await first.shared.replace(key, null, { value: String(index), seconds: 60 });
      const found = await Promise.all(oddKeys.map((key) => second.shared.read(key)));
      assert.deepEqual(
        found.map((each) => each?.value),
        oddKeys.map((_, index) => String(index)),
      );
    });
  });
}
