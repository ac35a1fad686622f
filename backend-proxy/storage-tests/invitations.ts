/** Records of invitations, which stay until they are removed. */
import assert from 'node:assert/strict';
import type { InvitationRecord } from '../src/storage/storage.js';
import { day, iso, organization, otherOrganization, type Test, type TestRunner } from './world.js';

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
