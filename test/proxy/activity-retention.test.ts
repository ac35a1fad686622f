// Runs in a process of its own: it replaces Date.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import {
  createMemoryStorage,
  type LogEntry,
  type LogNotice,
  type Storage,
} from '../../backend-proxy/src/index.js';
import { verifyActivity } from '../../backend-proxy/src/audit/verify.js';
import type { ActivityPage } from '../../src/contract/index.js';
import { createWorld, people, type World } from './support.js';

const day = 24 * 60 * 60 * 1000;
const [adaId, acme] = people.ada;

async function actionsIn(world: World): Promise<readonly string[]> {
  const token = await world.tenant.tokens.issueAccessToken({
    userId: adaId,
    organizationId: acme,
    permissions: ['manage:members'],
  });
  const { text } = await world.send(token, '/v1/activity');
  return (JSON.parse(text) as ActivityPage).entries.map(({ action }) => action);
}

const reset = async (world: World) =>
  world.send(await world.tokenOf('mia'), '/v1/profile/password-reset', {
    method: 'POST',
    headers: { 'idempotency-key': crypto.randomUUID() },
  });

describe('activityRetentionDays', () => {
  beforeEach(() => mock.timers.enable({ apis: ['Date'], now: Date.now() }));
  afterEach(() => mock.timers.reset());
  const pass = (ms: number) => mock.timers.setTime(Date.now() + ms);

  it('deletes older entries, and the rest can still be verified', async () => {
    const storage = createMemoryStorage();
    const world = createWorld({ activityRetentionDays: 30, storage });
    await reset(world);
    const earlier = await verifyActivity(storage.activity);
    pass(29 * day);
    await world.save('mia', { jobTitle: 'Lead' });
    await world.runDue();
    assert.deepEqual(await actionsIn(world), ['profile.update', 'password.reset']);
    pass(2 * day);
    await world.runDue();
    assert.deepEqual(await actionsIn(world), ['profile.update']);
    const [report] = await verifyActivity(storage.activity, earlier);
    assert.deepEqual([report?.start, report?.length, report?.faults], [1, 2, []]);
  });

  it('keeps everything unless it is set', async () => {
    const world = createWorld();
    await reset(world);
    pass(3_650 * day);
    await world.runDue();
    assert.deepEqual(await actionsIn(world), ['password.reset']);
  });

  it('logs a failure, and tries again an hour later', async () => {
    const memory = createMemoryStorage();
    let failures = 0;
    const dropBefore: Storage['activity']['dropBefore'] = async (time) => {
      failures += 1;
      if (failures === 1) throw new Error('the disk is full');
      await memory.activity.dropBefore(time);
    };
    const log: (LogEntry | LogNotice)[] = [];
    const world = createWorld({
      activityRetentionDays: 1,
      storage: { ...memory, activity: { ...memory.activity, dropBefore } },
      log: (entry) => log.push(entry),
    });
    await world.runDue();
    await world.runDue();
    assert.deepEqual(
      log.filter((entry) => 'message' in entry),
      [{ level: 'warning', message: "Couldn't delete expired activity: Error: the disk is full" }],
    );
    await reset(world);
    pass(2 * day);
    await world.runDue();
    assert.equal(failures, 2);
    assert.deepEqual(await actionsIn(world), []);
  });

  it('is a whole number of days', () => {
    for (const activityRetentionDays of [0, -1, 1.5, Number.NaN])
      assert.throws(() => createWorld({ activityRetentionDays }), /activityRetentionDays/);
  });
});
