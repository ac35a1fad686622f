/** Scheduled deletions, which stay until they are done or called off. */
import assert from 'node:assert/strict';
import type { StoredDeletion } from '../src/storage/storage.js';
import { atOnce, day, oddKeys, organization, type Test, type TestRunner } from './world.js';

export function describeDeletions({ describe }: TestRunner, test: Test): void {
  const deletion = (userId: string, id: string, tryAt: string): StoredDeletion => ({
    id,
    userId,
    organizationId: organization,
    requestedAt: '2026-11-01T00:00:00.000Z',
    dueAt: '2026-11-15T00:00:00.000Z',
    tryAt,
  });
  const [early, late] = ['2026-11-15T00:00:00.000Z', '2026-11-15T00:00:00.001Z'] as const;

  describe('pending deletions', () => {
    test('are due from their time on, and stay until they are taken', async ({ first, second, advance }) => {
      const [mia, lio] = [deletion('auth0|mia', '1', early), deletion('auth0|lio', '2', late)];
      await first.deletions.note(lio);
      await first.deletions.note(mia);
      advance(400 * day);
      assert.deepEqual(await second.deletions.read('auth0|mia'), mia);
      assert.equal(await second.deletions.read('auth0|ben'), null);
      assert.deepEqual(await second.deletions.due('2026-11-14T23:59:59.999Z'), []);
      assert.deepEqual(await second.deletions.due(early), [mia]);
      assert.equal((await second.deletions.due(late)).length, 2);
    });

    test('are replaced by a later one of the user', async ({ first, second }) => {
      await first.deletions.note(deletion('auth0|mia', '1', early));
      await second.deletions.note(deletion('auth0|mia', '2', late));
      assert.equal((await first.deletions.read('auth0|mia'))?.id, '2');
      assert.equal(await first.deletions.take('auth0|mia', '1'), false);
      assert.equal((await first.deletions.due(late)).length, 1);
    });

    test('are taken once', async (world) => {
      await world.first.deletions.note(deletion('auth0|mia', '1', early));
      const taken = await atOnce(10, world, ({ deletions }) => deletions.take('auth0|mia', '1'));
      assert.equal(taken.filter(Boolean).length, 1);
      assert.equal(await world.second.deletions.read('auth0|mia'), null);
    });

    test('belong to one user, whatever the id contains', async ({ first, second }) => {
      for (const userId of oddKeys) await first.deletions.note(deletion(userId, 'id', early));
      for (const userId of oddKeys)
        assert.deepEqual(await second.deletions.read(userId), deletion(userId, 'id', early));
      assert.equal((await second.deletions.due(early)).length, oddKeys.length);
    });
  });
}
