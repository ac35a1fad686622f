import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import {
  Browser,
  acme,
  ada,
  createDevTenant,
  grace,
  locationOf,
  management,
  mia,
  read,
  refresh,
  signIn,
} from './helpers.js';

describe('a snapshot', () => {
  const tenant = createDevTenant();
  const call = management(tenant);
  const members = async () => (await call('GET', `/organizations/${acme}/members`)).rows.length;

  beforeEach(() => tenant.reset());

  it('restores users, members, and people, repeatedly', async () => {
    tenant.users.update(ada, { nickname: 'kept' });
    const { restore } = tenant.snapshot();
    for (let round = 0; round < 2; round += 1) {
      await call('PATCH', `/users/${ada}`, { nickname: 'lost', email: 'lost@acme.example' });
      await call('DELETE', `/users/${encodeURIComponent(grace)}`);
      await call('DELETE', `/organizations/${acme}/members`, { members: [mia] });
      await call('DELETE', `/users/${mia}/authentication-methods`);
      restore();
      const { nickname, email } = tenant.users.get(ada) ?? {};
      assert.deepEqual([nickname, email], ['kept', 'ada@acme.example']);
      assert.equal(tenant.users.get(grace)?.name, 'Grace Reyes');
      assert.equal(await members(), 6);
      assert.equal((await call('GET', '/users-by-email?email=ada@acme.example')).rows.length, 1);
      assert.equal((await call('GET', '/users-by-email?email=lost@acme.example')).rows.length, 0);
      assert.equal((await call('GET', `/users/${mia}/authentication-methods`)).rows.length, 1);
    }
  });

  it('restores tokens, pending logins, emails, and the clock', async () => {
    const { refreshToken } = await signIn(tenant, { username: 'mia@acme.example', organization: 'acme' });
    const browser = new Browser(tenant);
    const form = locationOf(await browser.authorize({ organization: acme })).href;
    const { restore } = tenant.snapshot();
    const before = tenant.clock.now();
    tenant.clock.advance(1e9);
    await management(tenant)('DELETE', `/users/${mia}/refresh-tokens`);
    await management(tenant)('POST', '/jobs/verification-email', { user_id: mia });
    restore();
    assert.ok(tenant.clock.now() < before + 1e8);
    assert.deepEqual(tenant.outbox.list(), []);
    assert.equal((await refresh(tenant, refreshToken)).status, 200);
    const back = locationOf(await browser.visit(form, { username: 'ada', password: 'orgdesk' }));
    assert.ok(back.searchParams.has('code'));
  });

  it('survives a reset', async () => {
    tenant.setLag(5);
    await call('DELETE', `/organizations/${acme}/members`, { members: [mia] });
    const { restore } = tenant.snapshot();
    tenant.reset();
    assert.equal(await members(), 6);
    restore();
    tenant.clock.advance(10);
    assert.equal(await members(), 5);
  });

  it('is also available under /__dev', async () => {
    const post = async (path: string) =>
      read(
        await tenant.fetch(`${tenant.url}/__dev/${path}`, {
          method: 'POST',
          headers: { 'x-orgdesk-dev': '1' },
        }),
      );
    const { status, body } = await post('snapshots');
    assert.equal(status, 201);
    tenant.users.update(ada, { nickname: 'lost' });
    assert.equal((await post(`snapshots/${String(body['id'])}/restore`)).status, 204);
    assert.equal(tenant.users.get(ada)?.nickname, 'ada');
    assert.equal((await post('snapshots/nothing/restore')).status, 404);
  });
});
