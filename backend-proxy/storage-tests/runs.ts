/** Bulk runs, and the lease of the instance that works on one. */
import assert from 'node:assert/strict';
import type { RunResult, Storage, StoredRun } from '../src/storage/storage.js';
import {
  atOnce,
  day,
  iso,
  oddKeys,
  organization,
  otherOrganization,
  type Test,
  type TestRunner,
} from './world.js';

export function describeRuns({ describe }: TestRunner, test: Test): void {
  const run = (id: string): Omit<StoredRun, 'counts'> => ({
    id,
    actor: {
      userId: 'auth0|ada',
      organizationId: organization,
      permissions: ['manage:members'],
      clientId: null,
      sessionId: null,
      issuedAt: 1,
      expiresAt: 2,
      signedInAt: null,
      delegated: false,
    },
    request: { operation: 'member.block', reason: 'end of the project' },
    state: 'running',
    startedAt: '2026-11-29T00:00:00.000Z',
    endedAt: null,
    permissionsAtStart: null,
    current: null,
  });
  const id = '00000000-0000-4000-8000-000000000000';
  const lease = { holder: 'first', seconds: 5 };
  const other = { holder: 'second', seconds: 5 };
  const [mia, lio] = ['auth0|mia', 'auth0|lio'] as const;
  const next = (userId: string) => ({ userId, permissionsAtStart: ['manage:members'] });
  const done = (userId: string): RunResult => ({ userId, state: 'done' });
  const all = { after: 0, limit: 20_000 };
  const stateOf = async ({ bulkRuns }: Storage) => (await bulkRuns.read(organization, id))?.state;
  const noResults = { done: 0, refused: 0, failed: 0 };

  describe('bulk runs', () => {
    test('are read as they were added, in their organization', async ({ first, second }) => {
      const userIds = [lio, mia, ...oddKeys];
      await first.bulkRuns.add(run(id), userIds, lease);
      const counts = { waiting: userIds.length, ...noResults };
      assert.deepEqual(await second.bulkRuns.read(organization, id), { ...run(id), counts });
      assert.equal(await second.bulkRuns.read(otherOrganization, id), null);
      assert.equal(await second.bulkRuns.read(organization, `1${id.slice(1)}`), null);
    });

    test('count and return results in the order they came in, in pages', async ({ first, second }) => {
      const userIds = [lio, mia, ...oddKeys];
      await first.bulkRuns.add(run(id), userIds, lease);
      const results: RunResult[] = [
        { userId: mia, state: 'failed', code: 'upstream_timeout' },
        done('a'),
        ...oddKeys.filter((key) => key !== 'a').map((userId) => ({ userId, state: 'refused' }) as const),
      ];
      for (const result of results) {
        assert.equal(await first.bulkRuns.begin(organization, id, next(result.userId), lease), true);
        assert.equal(await first.bulkRuns.note(organization, id, [result], lease), true);
      }
      const { counts, current } = (await second.bulkRuns.read(organization, id)) ?? {};
      assert.deepEqual(counts, { waiting: 1, done: 1, refused: oddKeys.length - 1, failed: 1 });
      assert.equal(current, null);
      const read = (after: number, limit: number) =>
        second.bulkRuns.results(organization, id, { after, limit });
      assert.deepEqual(await read(0, 3), results.slice(0, 3));
      assert.deepEqual(await read(3, 1_000), results.slice(3));
      assert.deepEqual(await read(results.length, 1_000), []);
      assert.deepEqual(await second.bulkRuns.results(otherOrganization, id, all), []);
    });

    test('hold 10,000 members', async ({ first, second, advance }) => {
      const userIds = Array.from({ length: 10_000 }, (_, index) => `auth0|${index}`);
      await first.bulkRuns.add(run(id), userIds, lease);
      await first.bulkRuns.note(organization, id, userIds.slice(0, 500).map(done), lease);
      assert.deepEqual(
        (await second.bulkRuns.results(organization, id, all)).map(({ userId }) => userId),
        [...userIds.slice(0, 500)],
      );
      advance(6);
      const claimed = await second.bulkRuns.claim(other);
      assert.deepEqual(claimed?.waiting, userIds.slice(500));
      assert.deepEqual(claimed.run.counts, { ...noResults, waiting: 9_500, done: 500 });
    });

    test('keep the first result of a member', async ({ first, second }) => {
      await first.bulkRuns.add(run(id), [mia], lease);
      await first.bulkRuns.note(organization, id, [done(mia)], lease);
      await first.bulkRuns.note(organization, id, [{ userId: mia, state: 'failed' }, done(lio)], lease);
      assert.deepEqual(await second.bulkRuns.results(organization, id, all), [done(mia)]);
    });

    test('take results from the holder of the lease only', async ({ first, second, advance }) => {
      await first.bulkRuns.add(run(id), [mia, lio], lease);
      await first.bulkRuns.begin(organization, id, next(mia), lease);
      advance(6);
      await second.bulkRuns.claim(other);
      assert.equal(await first.bulkRuns.note(organization, id, [done(mia)], lease), false);
      assert.equal(await first.bulkRuns.note(otherOrganization, id, [done(mia)], other), false);
      assert.deepEqual(await first.bulkRuns.results(organization, id, all), []);
      assert.equal((await first.bulkRuns.read(organization, id))?.current, mia);
      assert.equal(await second.bulkRuns.note(organization, id, [done(mia)], other), true);
    });

    test('are done once every member has a result', async ({ first, second, now }) => {
      await first.bulkRuns.add(run(id), [mia, lio], lease);
      await first.bulkRuns.note(organization, id, [done(mia)], lease);
      await first.bulkRuns.finish(organization, id, lease);
      assert.equal(await stateOf(second), 'running');
      const claimed = await second.bulkRuns.claim(other);
      assert.deepEqual(claimed?.waiting, [lio]);
      await second.bulkRuns.note(organization, id, [done(lio)], other);
      await first.bulkRuns.finish(organization, id, lease);
      assert.equal(await stateOf(first), 'running');
      await second.bulkRuns.finish(organization, id, other);
      await first.bulkRuns.cancel(organization, id);
      await first.bulkRuns.setPaused(organization, id, true);
      const { state, endedAt } = (await first.bulkRuns.read(organization, id)) ?? {};
      assert.deepEqual([state, endedAt], ['done', iso(now())]);
    });

    test('that are paused let no other member begin, until they are resumed', async ({ first, second }) => {
      await first.bulkRuns.add(run(id), [mia, lio], lease);
      await first.bulkRuns.begin(organization, id, next(mia), lease);
      await second.bulkRuns.setPaused(otherOrganization, id, true);
      assert.equal(await stateOf(first), 'running');
      await second.bulkRuns.setPaused(organization, id, true);
      assert.equal(await stateOf(first), 'paused');
      // A retry of the one who is being processed.
      assert.equal(await first.bulkRuns.begin(organization, id, next(mia), lease), true);
      assert.equal(await first.bulkRuns.note(organization, id, [done(mia)], lease), true);
      assert.equal(await first.bulkRuns.begin(organization, id, next(lio), lease), false);
      await first.bulkRuns.finish(organization, id, lease);
      assert.equal(await second.bulkRuns.claim(other), null);
      await second.bulkRuns.setPaused(organization, id, false);
      assert.deepEqual((await second.bulkRuns.claim(other))?.waiting, [lio]);
    });

    test('that are paused are claimed if a member was being processed', async ({
      first,
      second,
      advance,
    }) => {
      await first.bulkRuns.add(run(id), [mia, lio], lease);
      await first.bulkRuns.begin(organization, id, next(mia), lease);
      await second.bulkRuns.setPaused(organization, id, true);
      assert.equal(await second.bulkRuns.claim(other), null);
      advance(6);
      assert.equal((await second.bulkRuns.claim(other))?.run.current, mia);
      assert.equal(await second.bulkRuns.begin(organization, id, next(mia), other), true);
      await second.bulkRuns.note(organization, id, [done(mia)], other);
      assert.equal(await second.bulkRuns.begin(organization, id, next(lio), other), false);
      await second.bulkRuns.finish(organization, id, other);
      assert.equal(await second.bulkRuns.claim(lease), null);
    });

    test('can be canceled between two members', async ({ first, second, advance, now }) => {
      await first.bulkRuns.add(run(id), [mia, lio], lease);
      await second.bulkRuns.cancel(otherOrganization, id);
      assert.equal(await stateOf(first), 'running');
      await second.bulkRuns.cancel(organization, id);
      const { state, endedAt } = (await first.bulkRuns.read(organization, id)) ?? {};
      assert.deepEqual([state, endedAt], ['cancelled', iso(now())]);
      assert.equal(await first.bulkRuns.begin(organization, id, next(mia), lease), false);
      await first.bulkRuns.finish(organization, id, lease);
      advance(6);
      assert.equal(await second.bulkRuns.claim(other), null);
      assert.equal(await stateOf(first), 'cancelled');
    });

    test('that are canceled finish the member who is being processed', async ({ first, second, advance }) => {
      await first.bulkRuns.add(run(id), [mia, lio], lease);
      await first.bulkRuns.begin(organization, id, next(mia), lease);
      await second.bulkRuns.cancel(organization, id);
      assert.equal(await stateOf(first), 'stopping');
      await second.bulkRuns.setPaused(organization, id, true);
      advance(6);
      assert.equal((await second.bulkRuns.claim(other))?.run.current, mia);
      await second.bulkRuns.finish(organization, id, other);
      assert.equal(await stateOf(first), 'stopping');
      assert.equal(await second.bulkRuns.begin(organization, id, next(mia), other), true);
      assert.equal(await second.bulkRuns.note(organization, id, [done(mia)], other), true);
      assert.equal(await second.bulkRuns.begin(organization, id, next(lio), other), false);
      await second.bulkRuns.finish(organization, id, other);
      assert.equal(await stateOf(first), 'cancelled');
      assert.deepEqual(await first.bulkRuns.results(organization, id, all), [done(mia)]);
    });

    test('cannot be claimed while their lease is renewed', async ({ first, second, advance }) => {
      await first.bulkRuns.add(run(id), [mia], lease);
      advance(4);
      assert.equal(await second.bulkRuns.claim(other), null);
      await first.bulkRuns.renew(organization, id, lease);
      advance(4);
      assert.equal(await second.bulkRuns.claim(other), null);
      await first.bulkRuns.begin(organization, id, next(mia), lease);
      advance(4);
      assert.equal(await second.bulkRuns.claim(other), null);
      await second.bulkRuns.setPaused(organization, id, true);
      await first.bulkRuns.renew(organization, id, lease);
      advance(4);
      assert.equal(await second.bulkRuns.claim(other), null);
      advance(2);
      assert.equal((await second.bulkRuns.claim(other))?.run.id, id);
    });

    test('are claimed once after their lease, with the member that was being processed', async (world) => {
      const userId = 'auth0|\u0000';
      await world.first.bulkRuns.add(run(id), [userId, lio], lease);
      await world.first.bulkRuns.begin(organization, id, next(userId), lease);
      world.advance(6);
      const claims = await atOnce(6, world, ({ bulkRuns }, index) =>
        bulkRuns.claim({ holder: `claim ${index}`, seconds: 5 }),
      );
      const { permissionsAtStart } = next(userId);
      const counts = { ...noResults, waiting: 2 };
      assert.deepEqual(claims.filter(Boolean), [
        { run: { ...run(id), counts, permissionsAtStart, current: userId }, waiting: [userId, lio] },
      ]);
    });

    test('leave a holder that lost its lease nothing to do', async ({ first, second, advance }) => {
      await first.bulkRuns.add(run(id), [mia], lease);
      advance(6);
      await second.bulkRuns.claim(other);
      assert.equal(await first.bulkRuns.begin(organization, id, next(mia), lease), false);
      assert.equal(await second.bulkRuns.begin(organization, id, next(mia), other), true);
      // Its renewal, late, doesn't count.
      await first.bulkRuns.renew(organization, id, { ...lease, seconds: 0 });
      assert.equal(await first.bulkRuns.claim({ holder: 'third', seconds: 5 }), null);
    });

    test('can be given up, and are claimed at once', async ({ first, second }) => {
      await first.bulkRuns.add(run(id), [mia, lio], lease);
      await first.bulkRuns.begin(organization, id, next(mia), lease);
      await first.bulkRuns.note(organization, id, [done(mia)], lease);
      await first.bulkRuns.finish(organization, id, lease);
      const claimed = await second.bulkRuns.claim(other);
      assert.deepEqual([claimed?.run.current, claimed?.waiting], [null, [lio]]);
    });

    test('are kept for a day after the last change', async ({ first, second, advance }) => {
      await first.bulkRuns.add(run(id), [mia], lease);
      advance(day - 1);
      await second.bulkRuns.note(organization, id, [done(mia)], lease);
      advance(day - 1);
      assert.equal((await second.bulkRuns.results(organization, id, all)).length, 1);
      advance(2);
      assert.equal(await second.bulkRuns.read(organization, id), null);
      assert.deepEqual(await second.bulkRuns.results(organization, id, all), []);
    });
  });
}
