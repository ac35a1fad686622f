/** The activity log: chained, searched, and retained. */
import assert from 'node:assert/strict';
import { entryOf, genesisHash, hashOf } from '../src/audit/chain.js';
import { verifyActivity } from '../src/audit/verify.js';
import type { ActivityLogEntry, ActivityQuery } from '../src/storage/storage.js';
import { atOnce, organization, otherOrganization, type Test, type TestRunner } from './world.js';

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
