/** Tests that every storage has to pass, for authors of adapters. They need Node's `assert`. */
import assert from 'node:assert/strict';
import {
  describeChanges,
  describeIdempotency,
  describeLimits,
  describeProofs,
  describeSharedValues,
} from './expiring.js';
import { describeLocks } from './locks.js';
import { describeActivity } from './activity.js';
import { describeDeletions } from './deletions.js';
import { describeInvitations } from './invitations.js';
import { describeRuns } from './runs.js';
import { organization, testIn, type StorageBackend, type TestRunner } from './world.js';

export type { StorageBackend, TestRunner } from './world.js';

export interface StorageTestOptions {
  /** Called for every test. */
  readonly createBackend: () => Promise<StorageBackend>;
  /** Whether the data outlives the process. */
  readonly durable: boolean;
}

/**
 * Declares the conformance tests of a storage.
 * @example
 * import { describe, it } from 'node:test';
 * import { createSqlStorage } from 'orgdesk-proxy/storage-sql';
 * import { describeStorage } from 'orgdesk-proxy/storage-tests';
 *
 * describeStorage('my database', {
 *   durable: true,
 *   createBackend: async () => {
 *     const database = await createEmptyDatabase();
 *     return { connect: (now) => createSqlStorage(database.dialect(), { now }), remove: () => database.drop() };
 *   },
 * }, { describe, it });
 */
export function describeStorage(
  name: string,
  { createBackend, durable }: StorageTestOptions,
  runner: TestRunner,
): void {
  const test = testIn(runner, createBackend);
  runner.describe(`storage: ${name}`, () => {
    describeIdempotency(runner, test);
    describeLimits(runner, test);
    describeProofs(runner, test);
    describeChanges(runner, test);
    describeInvitations(runner, test);
    describeActivity(runner, test);
    describeDeletions(runner, test);
    describeRuns(runner, test);
    describeLocks(runner, test);
    describeSharedValues(runner, test);

    test('says since when it knows what happened', async ({ first, now }) => {
      assert.equal(first.knownSince, durable ? null : now());
    });
    if (!durable) return;
    test('keeps everything when it is opened again', async ({ first, advance, restart }) => {
      await first.idempotency.claim('key', 'a', 60);
      await first.idempotency.claim('begun', 'a', 10);
      const since = await first.idempotency.begin('begun');
      await first.cooldowns.start('key', 60);
      await first.quotas.take('key', { max: 1, seconds: 60 });
      await first.proofs.take('proof', 330);
      await first.demotions.note(organization, 'auth0|1');
      await first.recent.noteUser('auth0|1', { blocked: true });
      advance(30);
      const storage = await restart();
      assert.equal((await storage.idempotency.claim('key', 'a', 60)).state, 'running');
      assert.deepEqual(await storage.idempotency.claim('begun', 'a', 60), { state: 'unknown', since });
      assert.equal(await storage.cooldowns.start('key', 60), 30);
      assert.equal(await storage.quotas.take('key', { max: 1, seconds: 60 }), 30);
      assert.equal(await storage.proofs.take('proof', 330), false);
      assert.notEqual(await storage.demotions.last(organization, 'auth0|1'), null);
      assert.equal((await storage.recent.read(organization, ['auth0|1'])).size, 1);
    });
  });
}
