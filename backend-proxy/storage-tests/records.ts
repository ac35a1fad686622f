/** Records that stay until they are done with. */
import assert from 'node:assert/strict';
import { entryOf, genesisHash, hashOf } from '../src/audit/chain.js';
import { verifyActivity } from '../src/audit/verify.js';
import type {
  ActivityLogEntry,
  ActivityQuery,
  InvitationRecord,
  RunResult,
  Storage,
  StoredDeletion,
  StoredRun,
} from '../src/storage/storage.js';
import { atOnce, oddKeys, organization, otherOrganization, type Test, type TestRunner } from './world.js';

const day = 24 * 60 * 60;
const iso = (ms: number) => new Date(ms).toISOString();

export function describeInvitations({ describe }: TestRunner, test: Test): void {
  const record = (id: string, createdAt: string, more: Partial<InvitationRecord> = {}): InvitationRecord => ({
    id,
    organizationId: organization,
    email: 'Zoë@acme.example',
    inviter: null,
    roles: ['rol_1'],
    connectionId: null,
    createdAt,
    expiresAt: null,
    end: null,
    ...more,
  });

  describe('the invitation ledger', () => {
    test('returns what was noted, newest first', async ({ first, second, now }) => {
      const [old, young] = [record('uinv_1', iso(now() - 1000)), record('uinv_2', iso(now()))];
      await first.invitations.note(organization, [old, young, old]);
      assert.deepEqual(await second.invitations.list(organization), [young, old]);
      assert.deepEqual(await second.invitations.read(organization, 'uinv_1'), old);
      assert.equal(await second.invitations.read(organization, 'uinv_3'), null);
      assert.deepEqual(await second.invitations.list(otherOrganization), []);
      assert.equal(await second.invitations.read(otherOrganization, 'uinv_1'), null);
    });

    test('updates a record, and keeps the first end', async ({ first, second, now }) => {
      const [created, revoked] = [iso(now()), { state: 'revoked', at: iso(now()) } as const];
      await first.invitations.note(organization, [record('uinv_1', created)]);
      await first.invitations.settle(organization, 'uinv_1', revoked);
      await second.invitations.settle(organization, 'uinv_1', { state: 'accepted', at: iso(now() + 1000) });
      await second.invitations.note(organization, [record('uinv_1', created, { inviter: 'Ada' })]);
      const kept = record('uinv_1', created, { inviter: 'Ada', end: revoked });
      assert.deepEqual(await first.invitations.read(organization, 'uinv_1'), kept);
    });

    test('replaces `gone` by an end that says more, and keeps that one', async ({ first, second, now }) => {
      const [created, at] = [iso(now()), iso(now() + 1000)];
      await first.invitations.note(organization, [record('uinv_1', created)]);
      await first.invitations.settle(organization, 'uinv_1', { state: 'gone', at: created });
      await second.invitations.note(organization, [record('uinv_1', created)]);
      assert.equal((await first.invitations.read(organization, 'uinv_1'))?.end?.state, 'gone');
      await second.invitations.settle(organization, 'uinv_1', { state: 'accepted', at });
      await first.invitations.settle(organization, 'uinv_1', { state: 'gone', at: created });
      const kept = record('uinv_1', created, { end: { state: 'accepted', at } });
      assert.deepEqual(await first.invitations.read(organization, 'uinv_1'), kept);
    });

    test('forgets those that ended a month ago, and keeps the others', async ({
      first,
      second,
      advance,
      now,
    }) => {
      const created = iso(now());
      await first.invitations.note(organization, [record('uinv_1', created), record('uinv_2', created)]);
      await first.invitations.settle(organization, 'uinv_1', { state: 'accepted', at: created });
      advance(29 * day);
      await first.invitations.note(organization, []);
      assert.equal((await second.invitations.list(organization)).length, 2);
      advance(2 * day);
      await first.invitations.note(organization, [record('uinv_3', iso(now()))]);
      const ids = (await second.invitations.list(organization)).map(({ id }) => id);
      assert.deepEqual(ids, ['uinv_3', 'uinv_2']);
    });

    test('takes 1,000 at once', async ({ first, second, now }) => {
      const records = Array.from({ length: 1_000 }, (_, index) =>
        record(`uinv_${index}`, iso(now() + index)),
      );
      await Promise.all([
        first.invitations.note(organization, records),
        second.invitations.note(organization, [...records].reverse()),
      ]);
      assert.deepEqual(await second.invitations.list(organization), [...records].reverse());
    });
  });
}

export function describeActivity({ describe }: TestRunner, test: Test): void {
  const entry = (id: string, more: Partial<ActivityLogEntry> = {}): ActivityLogEntry => ({
    id,
    at: '2026-11-29T00:00:00.000Z',
    requestId: 'request',
    correlationId: 'request',
    outcome: 'done',
    actor: { userId: 'auth0|ada', delegated: false },
    organizationId: organization,
    targetUserId: 'auth0|mia',
    action: 'member.block',
    actorName: 'Ada \u0000 Ångström',
    targetName: null,
    ...more,
  });
  const all = { userId: null, action: null, from: null, to: null, before: null, limit: 50 };

  describe('the activity log', () => {
    test('returns pages, newest first', async ({ first, second }) => {
      const written = ['1', '2', '3', '4', '5'].map((id) => entry(id));
      for (const each of written) await first.activity.append(each);
      const newestFirst = [...written].reverse();
      const read: ActivityLogEntry[] = [];
      let before: number | null = null;
      do {
        const page = await second.activity.read(organization, { ...all, before, limit: 2 });
        read.push(...page.entries);
        before = page.next;
      } while (before !== null);
      assert.deepEqual(read, newestFirst);
      assert.deepEqual(await second.activity.read(organization, { ...all, limit: 5 }), {
        entries: newestFirst,
        next: null,
      });
      assert.deepEqual(await second.activity.read(otherOrganization, all), { entries: [], next: null });
    });

    test('finds what a user did and what was done to them', async ({ first, second }) => {
      const by = (userId: string) => ({ userId, delegated: false });
      await first.activity.append(entry('1'));
      await first.activity.append(entry('2', { actor: by('auth0|hal'), targetUserId: null }));
      await first.activity.append(entry('3', { actor: by('auth0|mia'), targetUserId: 'auth0|hal' }));
      const idsOf = async (userId: string, before: number | null = null, limit = 50) => {
        const page = await second.activity.read(organization, { ...all, userId, before, limit });
        return { ids: page.entries.map(({ id }) => id), next: page.next };
      };
      assert.deepEqual(await idsOf('auth0|hal'), { ids: ['3', '2'], next: null });
      const { ids, next } = await idsOf('auth0|mia', null, 1);
      assert.deepEqual(ids, ['3']);
      assert.deepEqual(await idsOf('auth0|mia', next, 1), { ids: ['1'], next: null });
      assert.deepEqual(await idsOf('auth0|\u0000'), { ids: [], next: null });
    });

    test('loses no entry when many are written at once', async (world) => {
      await atOnce(40, world, ({ activity }, index) =>
        activity.append(
          entry(String(index), { organizationId: index % 4 < 2 ? organization : otherOrganization }),
        ),
      );
      for (const organizationId of [organization, otherOrganization]) {
        const { entries } = await world.first.activity.read(organizationId, all);
        assert.equal(new Set(entries.map(({ id }) => id)).size, 20);
      }
    });

    test('filters by action and time', async ({ first, second }) => {
      const at = (seconds: number) => `2026-11-29T00:00:0${seconds}.000Z`;
      for (const [id, action] of [
        ['1', 'member.block'],
        ['2', 'roles.assign'],
        ['3', 'member.block'],
        ['4', 'member.block'],
      ] as const)
        await first.activity.append(entry(id, { action, at: at(Number(id)) }));
      const idsOf = async (query: Partial<ActivityQuery>) => {
        const { entries, next } = await second.activity.read(organization, { ...all, ...query });
        return [entries.map(({ id }) => id), next];
      };
      assert.deepEqual(await idsOf({ action: 'member.block' }), [['4', '3', '1'], null]);
      assert.deepEqual(await idsOf({ from: at(2), to: at(4) }), [['3', '2'], null]);
      assert.deepEqual(await idsOf({ action: 'member.block', to: at(4), limit: 1 }), [['3'], 2]);
      assert.deepEqual(await idsOf({ action: 'member.block', to: at(4), limit: 1, before: 2 }), [
        ['1'],
        null,
      ]);
      assert.deepEqual(await idsOf({ action: 'field.reveal' }), [[], null]);
    });

    test('finds a time also among entries that are out of order, and what someone did in it', async ({
      first,
      second,
    }) => {
      const at = (minutes: number) => new Date(Date.UTC(2026, 10, 29) + minutes * 60_000).toISOString();
      const by = (userId: string) => ({ userId, delegated: false });
      // The clocks of two instances differ by some minutes.
      for (const [id, minutes, actor, targetUserId] of [
        ['1', 0, 'ada', 'auth0|mia'],
        ['2', 12, 'mia', 'auth0|mia'],
        ['3', 10, 'ada', 'auth0|ben'],
        ['4', 20, 'mia', 'auth0|ben'],
        ['5', 15, 'ada', 'auth0|mia'],
        ['6', 3_000, 'ada', null],
      ] as const)
        await first.activity.append(
          entry(id, { at: at(minutes), actor: by(`auth0|${actor}`), targetUserId }),
        );
      const idsOf = async (query: Partial<ActivityQuery>) => {
        const ids: string[] = [];
        for (let before: number | null = null, isFirst = true; isFirst || before !== null; isFirst = false) {
          const page = await second.activity.read(organization, { ...all, limit: 2, ...query, before });
          ids.push(...page.entries.map(({ id }) => id));
          before = page.next;
        }
        return ids.join('');
      };
      assert.equal(await idsOf({ from: at(11) }), '6542');
      assert.equal(await idsOf({ to: at(11) }), '31');
      assert.equal(await idsOf({ from: at(11), to: at(20) }), '52');
      assert.equal(await idsOf({ from: at(3_001) }), '');
      assert.equal(await idsOf({ to: at(0) }), '');
      assert.equal(await idsOf({ from: at(13), to: at(14) }), '');
      assert.equal(await idsOf({ userId: 'auth0|mia' }), '5421');
      assert.equal(await idsOf({ userId: 'auth0|mia', from: at(11), to: at(20) }), '52');
      assert.equal(await idsOf({ userId: 'auth0|mia', action: 'roles.assign' }), '');
      await second.activity.dropBefore(at(11));
      // The third is older, and comes after one that isn't.
      assert.equal(await idsOf({ to: at(16) }), '532');
    });

    test('is one chain for each organization, whichever instance writes', async (world) => {
      await atOnce(40, world, ({ activity }, index) =>
        activity.append(
          entry(String(index), { organizationId: index % 4 < 2 ? organization : otherOrganization }),
        ),
      );
      const reports = await verifyActivity(world.second.activity);
      assert.deepEqual(
        // Chains come in no particular order.
        reports
          .toSorted((a, b) => (a.organizationId < b.organizationId ? -1 : 1))
          .map(({ organizationId, start, length, faults }) => ({
            organizationId,
            start,
            length,
            faults,
          })),
        [organization, otherOrganization].map((organizationId) => ({
          organizationId,
          start: 0,
          length: 20,
          faults: [],
        })),
      );
    });

    test('returns the links of a chain as they are stored, oldest first', async ({ first, second }) => {
      let end = { length: 0, hash: genesisHash };
      for (const id of ['1', '2', '3']) {
        await first.activity.append(entry(id));
        const [link] = await second.activity.links(organization, { after: end.length - 1, limit: 1 });
        assert.ok(link);
        assert.equal(link.position, end.length);
        assert.equal(link.hash, await hashOf(link.text, end));
        assert.deepEqual(entryOf(link), entry(id));
        end = { length: end.length + 1, hash: link.hash };
      }
      const [chain] = await second.activity.chains();
      assert.deepEqual(chain, { organizationId: organization, start: 0, startHash: genesisHash, ...end });
      assert.deepEqual(await second.activity.links(otherOrganization, { after: -1, limit: 10 }), []);
    });

    test('drops old entries, and stays a chain that can be verified', async ({ first, second }) => {
      for (const dayOfMonth of ['1', '2', '3', '4'])
        await first.activity.append(entry(dayOfMonth, { at: `2026-11-0${dayOfMonth}T00:00:00.000Z` }));
      const [before] = await first.activity.chains();
      await second.activity.dropBefore('2026-11-03T00:00:00.000Z');
      const { entries } = await first.activity.read(organization, all);
      assert.deepEqual(
        entries.map(({ id }) => id),
        ['4', '3'],
      );
      await second.activity.dropBefore('2026-11-03T00:00:00.000Z');
      const [report] = await verifyActivity(first.activity, before && [before]);
      assert.deepEqual([report?.start, report?.length, report?.faults], [2, 4, []]);
      await second.activity.dropBefore('2027-01-01T00:00:00.000Z');
      await first.activity.append(entry('5'));
      const [last] = await verifyActivity(first.activity, before && [before]);
      assert.deepEqual([last?.start, last?.length, last?.faults], [4, 5, []]);
    });

    test('counts positions per organization, so a cursor says nothing about others', async ({
      first,
      second,
    }) => {
      for (let index = 0; index < 7; index += 1)
        await first.activity.append(entry('x', { organizationId: otherOrganization }));
      for (const id of ['1', '2']) await first.activity.append(entry(id));
      assert.equal((await second.activity.read(organization, { ...all, limit: 1 })).next, 1);
    });
  });
}

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
