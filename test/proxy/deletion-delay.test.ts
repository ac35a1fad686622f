// Runs in a process of its own: it replaces setTimeout, which what another file left running could be waiting for.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { createMemoryStorage, type AuditEntry } from '../../backend-proxy/src/index.js';
import type { ActivityEntry, DeletionPlan, PendingDeletion } from '../../src/contract/index.js';
import { defaultPolicy, parsePolicy, type PolicyDocument } from '../../src/policy/index.js';
import { createWorld, people, type PersonName, type World } from './support.js';

const day = 24 * 60 * 60 * 1000;
const document: PolicyDocument = {
  ...defaultPolicy,
  safeguards: { ...defaultPolicy.safeguards, deletionDelay: 7 },
};
const policy = parsePolicy(document);

const request = async (world: World, person: PersonName) =>
  world.send(await world.freshTokenOf(person), '/v1/profile', { method: 'DELETE' });
const cancel = async (world: World, person: PersonName) =>
  world.send(await world.tokenOf(person), '/v1/profile/deletion', { method: 'DELETE' });
const isThere = ({ tenant }: World, person: PersonName) => tenant.users.get(people[person][0]) !== undefined;

/** Until something has come of what a timer or a request has set off; `Date` stands still meanwhile. */
async function until(isSo: () => boolean): Promise<void> {
  for (const start = performance.now(); !isSo();) {
    assert.ok(performance.now() - start < 60_000, `it never came: ${isSo.toString()}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('deleting an account on a later day', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.now() }));
  afterEach(() => mock.timers.reset());

  const audited: AuditEntry[] = [];
  const open = () => {
    audited.length = 0;
    return createWorld({ policy, audit: (entry) => void audited.push(entry) });
  };

  it('is told before, noted, shown, and not done yet', async () => {
    const world = open();
    const plan = await world.send(await world.tokenOf('mia'), '/v1/profile/deletion');
    assert.equal((JSON.parse(plan.text) as DeletionPlan).delayDays, 7);
    const answer = await request(world, 'mia');
    assert.equal(answer.status, 202);
    const pending = JSON.parse(answer.text) as PendingDeletion;
    assert.equal(Date.parse(pending.dueAt) - Date.parse(pending.requestedAt), 7 * day);
    assert.deepEqual((await world.read('mia')).profile.deletion, pending);
    assert.ok(isThere(world, 'mia'));
    assert.deepEqual(
      audited.map(({ action, targetUserId }) => [action, targetUserId]),
      [['profile.deletion-request', people.mia[0]]],
    );
  });

  it('needs what a deletion at once needs', async () => {
    const world = open();
    const old = await world.send(await world.tokenOf('mia'), '/v1/profile', { method: 'DELETE' });
    assert.equal(old.problem.code, 'step_up_required');
    assert.equal((await request(world, 'ada')).problem.reason, 'last-admin');
    assert.equal((await request(world, 'grace')).problem.reason, 'recreated-at-login');
    assert.equal((await world.read('mia')).profile.deletion, undefined);
  });

  it('keeps to the first day when it is asked for twice', async () => {
    const world = open();
    const first = await request(world, 'mia');
    mock.timers.setTime(Date.now() + day);
    assert.equal((await request(world, 'mia')).text, first.text);
  });

  it('is done on the day, by the running proxy, and noted as the person’s own deed', async () => {
    const world = open();
    await request(world, 'mia');
    for (let days = 0; days < 7; days += 1) {
      assert.ok(isThere(world, 'mia'));
      mock.timers.tick(day);
    }
    await until(() => audited.some(({ action }) => action === 'profile.delete'));
    assert.ok(!isThere(world, 'mia'));
    const last = audited.at(-1);
    assert.deepEqual([last?.action, last?.actor.userId], ['profile.delete', people.mia[0]]);
  });

  it('is done with the next request where no timer has survived', async () => {
    const world = open();
    await request(world, 'mia');
    mock.timers.setTime(Date.now() + 8 * day);
    await world.send(await world.freshTokenOf('uma'), '/v1/profile');
    await until(() => !isThere(world, 'mia'));
    assert.ok(!isThere(world, 'mia'));
  });

  it('is taken back until then, without another sign-in', async () => {
    const world = open();
    await request(world, 'mia');
    assert.equal((await cancel(world, 'mia')).status, 204);
    assert.equal((await world.read('mia')).profile.deletion, undefined);
    assert.equal(audited.at(-1)?.action, 'profile.deletion-cancel');
    mock.timers.tick(day);
    mock.timers.setTime(Date.now() + 8 * day);
    await world.send(await world.freshTokenOf('uma'), '/v1/profile');
    assert.ok(isThere(world, 'mia'));
    assert.equal((await cancel(world, 'mia')).status, 204, 'nothing to take back is no failure');
  });

  it('is tried again where it could not be done, and stays to be done until then', async () => {
    const world = open();
    await request(world, 'mia');
    world.tenant.faults.add({ path: '**/users/*', method: 'DELETE', times: Infinity, status: 503 });
    mock.timers.setTime(Date.now() + 8 * day);
    await world.send(await world.freshTokenOf('uma'), '/v1/profile');
    const failed = () => world.log.some(({ method, code }) => method === 'DELETE' && code !== undefined);
    await until(failed);
    assert.ok(failed() && isThere(world, 'mia'));
    assert.ok((await world.read('mia')).profile.deletion, 'it is still to be done');
    world.tenant.faults.clear();
    mock.timers.setTime(Date.now() + day);
    await world.send(await world.freshTokenOf('uma'), '/v1/profile');
    await until(() => !isThere(world, 'mia'));
    assert.ok(!isThere(world, 'mia'));
  });

  it('is in the log, and ends no process, where the storage cannot say what is to be done', async () => {
    const storage = createMemoryStorage();
    const due = async () => Promise.reject(new Error('the disk is full'));
    const world = createWorld({ policy, storage: { ...storage, deletions: { ...storage.deletions, due } } });
    assert.equal((await world.read('mia')).status, 200);
    await until(() => world.log.length > 1);
    const entry = world.log.find(({ method }) => method === 'DELETE');
    assert.deepEqual([entry?.code, entry?.cause], ['internal', 'Error: the disk is full']);
  });

  it('is still to be done where the proxy dies over it', async () => {
    const world = open();
    await request(world, 'mia');
    const stopped = new Promise<Response>(() => {});
    const storage = createMemoryStorage();
    const dying = createWorld(
      { policy, storage },
      {
        tenant: world.tenant,
        intercept: async ({ method }, callOn) => (method === 'DELETE' ? stopped : callOn()),
      },
    );
    await request(dying, 'mia');
    mock.timers.setTime(Date.now() + 8 * day);
    await dying.send(null, '/v1/profile');
    await until(() => dying.calls({ path: /members/ }) > 0);
    for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    assert.ok(await storage.deletions.read(people.mia[0]));
  });

  it('is not done to someone who has left the organization, and is out of its reach', async () => {
    const world = open();
    await request(world, 'mia');
    const elsewhere = { organizations: [], start: 0, limit: 50, total: 0 };
    world.tenant.faults.add({
      path: '**/users/*/organizations',
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(elsewhere),
    });
    mock.timers.setTime(Date.now() + 8 * day);
    await world.send(null, '/v1/profile');
    await until(() => world.log.some(({ code }) => code === 'profile_not_found'));
    assert.ok(isThere(world, 'mia'));
    assert.equal((await world.read('mia')).profile.deletion, undefined);
  });

  it('is in the trail of the organization', async () => {
    const world = open();
    await request(world, 'mia');
    const page = await world.send(await world.freshTokenOf('ada'), '/v1/activity');
    const { entries } = JSON.parse(page.text) as { entries: ActivityEntry[] };
    assert.equal(entries[0]?.action, 'profile.deletion-request');
  });
});
