import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  acme,
  ada,
  Browser,
  createDevTenant,
  exchange,
  globex,
  locationOf,
  management,
  mia,
  uma,
} from './helpers.js';

const member = 'rol_member0000000000';
const seeded = 'uinv_acme000000000001';

function world(options: Parameters<typeof createDevTenant>[0] = {}) {
  const tenant = createDevTenant({ lag: 0, ...options });
  const call = management(tenant);
  const invite = (body: Record<string, unknown> = {}, organization = acme) =>
    call('POST', `/organizations/${organization}/invitations`, {
      inviter: { name: 'Ada Keller' },
      invitee: { email: 'nell@acme.example' },
      client_id: tenant.clients.spa.clientId,
      ...body,
    });
  const list = async () => (await call('GET', `/organizations/${acme}/invitations`)).rows;
  return { tenant, call, invite, list };
}

/** Follows an invitation's link like the app: passes `invitation` and `organization` to the tenant. */
async function follow(tenant: ReturnType<typeof createDevTenant>, url: unknown) {
  const { searchParams } = new URL(String(url));
  const browser = new Browser(tenant);
  const answer = await browser.authorize({
    invitation: searchParams.get('invitation') ?? '',
    organization: searchParams.get('organization') ?? '',
  });
  return { browser, location: locationOf(answer) };
}

describe('invitations', () => {
  it('are created as requested and emailed', async () => {
    const { tenant, invite } = world();
    const { status, body } = await invite({ roles: [member], ttl_sec: 3600 });
    assert.equal(status, 200);
    assert.match(String(body['id']), /^uinv_[A-Za-z0-9]{16}$/);
    assert.deepEqual(body['roles'], [member]);
    assert.equal(Date.parse(String(body['expires_at'])) - Date.parse(String(body['created_at'])), 3_600_000);
    const [email] = tenant.outbox.list();
    assert.deepEqual(
      [email?.kind, email?.to, email?.url],
      ['invitation', 'nell@acme.example', body['invitation_url']],
    );
    const { searchParams } = new URL(String(body['invitation_url']));
    assert.deepEqual(
      [searchParams.get('organization'), searchParams.get('organization_name')],
      [acme, 'acme'],
    );
  });

  it('last a week by default and can be created without an email', async () => {
    const { tenant, invite } = world();
    const { body } = await invite({ ttl_sec: 0, send_invitation_email: false });
    assert.equal(
      Date.parse(String(body['expires_at'])) - Date.parse(String(body['created_at'])),
      604_800_000,
    );
    assert.deepEqual(tenant.outbox.list(), []);
  });

  it('are listed by organization, the newest first, without a total', async () => {
    const { call, invite, list } = world();
    const { body } = await invite();
    assert.deepEqual(
      (await list()).map((row) => row['id']),
      [body['id'], seeded],
    );
    const page = await call(
      'GET',
      `/organizations/${acme}/invitations?include_totals=true&sort=created_at:1&fields=id`,
    );
    assert.deepEqual(page.body, { start: 0, limit: 50, invitations: [{ id: seeded }, { id: body['id'] }] });
    assert.deepEqual((await call('GET', `/organizations/${globex}/invitations`)).rows, []);
  });

  it('are read and deleted within their organization only', async () => {
    const { call, list } = world();
    assert.equal((await call('GET', `/organizations/${globex}/invitations/${seeded}`)).status, 404);
    assert.equal((await call('DELETE', `/organizations/${globex}/invitations/${seeded}`)).status, 204);
    assert.equal((await list()).length, 1);
    assert.equal((await call('GET', `/organizations/${acme}/invitations/${seeded}`)).body['id'], seeded);
    assert.equal((await call('DELETE', `/organizations/${acme}/invitations/${seeded}`)).status, 204);
    assert.deepEqual(await list(), []);
  });

  it('are rejected with the API’s messages', async () => {
    const { invite } = world();
    const message = async (body: Record<string, unknown>) => (await invite(body)).body['message'];
    assert.equal(
      await message({ roles: ['rol_x', member] }),
      'One or more of the specified roles do not exist: rol_x',
    );
    assert.equal(await message({ client_id: 'nobody' }), 'The specified client_id does not exist.');
    assert.equal(await message({ connection_id: 'con_no' }), 'The specified connection does not exist.');
    assert.equal(
      await message({ connection_id: 'con_globexsaml000000' }),
      'The specified connection (con_globexsaml000000) is not enabled for the organization',
    );
    for (const body of [{ ttl_sec: 2_592_001 }, { invitee: { email: 'x' } }, { inviter: { name: '' } }]) {
      const { status, body: problem } = await invite(body);
      assert.deepEqual([status, problem['errorCode']], [400, 'invalid_body']);
    }
    const { invite: nowhere } = world({ loginUri: null });
    assert.match(String((await nowhere()).body['message']), /^A default login route is required/);
  });
});

describe('accepting an invitation', () => {
  it('creates an account and a member with the roles, and uses up the invitation', async () => {
    const { tenant, call, invite, list } = world();
    const { body } = await invite({ roles: [member], user_metadata: { language: 'de' } });
    const { browser, location } = await follow(tenant, body['invitation_url']);
    assert.equal(location.pathname, '/u/login');
    assert.match(
      await (await browser.visit(location.pathname + location.search)).text(),
      /nell@acme\.example/,
    );
    const short = await browser.visit(`/u/signup${location.search}`, { password: 'short' });
    assert.equal(short.status, 400);
    const done = await browser.visit(`/u/signup${location.search}`, { password: 'long enough' });
    const code = locationOf(done).searchParams.get('code');
    assert.equal((await exchange(tenant, { code })).status, 200);
    const { rows } = await call('GET', '/users-by-email?email=nell%40acme.example');
    const [user] = rows;
    assert.equal(user?.['email_verified'], true);
    assert.deepEqual(user?.['user_metadata'], { language: 'de' });
    const id = encodeURIComponent(String(user?.['user_id']));
    const roles = await call('GET', `/organizations/${acme}/members/${id}/roles`);
    assert.deepEqual(
      roles.rows.map((row) => row['id']),
      [member],
    );
    assert.deepEqual(
      (await list()).map((row) => row['id']),
      [seeded],
    );
  });

  it('works for a user with an account', async () => {
    const { tenant, call, invite } = world();
    const { body } = await invite({ invitee: { email: 'UMA@umbrella.example' } }, 'org_umbrella00000000');
    tenant.organizations.removeMember('org_umbrella00000000', uma);
    const { browser, location } = await follow(tenant, body['invitation_url']);
    await browser.visit(`/u/login${location.search}`, {
      username: 'uma@umbrella.example',
      password: 'orgdesk',
    });
    assert.equal((await call('GET', `/organizations/org_umbrella00000000/members/${uma}/roles`)).status, 200);
  });

  it('is rejected for another account and uses up the invitation', async () => {
    const { tenant, invite, list } = world();
    const { body } = await invite();
    const { browser, location } = await follow(tenant, body['invitation_url']);
    const answer = await browser.visit(`/u/login${location.search}`, { persona: ada });
    const { searchParams } = locationOf(answer);
    assert.equal(searchParams.get('error'), 'access_denied');
    assert.equal(
      searchParams.get('error_description'),
      'the specified account is not allowed to accept the current invitation',
    );
    assert.deepEqual(
      (await list()).map((row) => row['id']),
      [seeded],
    );
    const again = await follow(tenant, body['invitation_url']);
    assert.equal(again.location.searchParams.get('error'), 'invalid_request');
  });

  it('is impossible after the invitation expired, while the list still shows it', async () => {
    const { tenant, invite, list } = world();
    const { body } = await invite({ ttl_sec: 60 });
    tenant.clock.advance(61_000);
    const { location } = await follow(tenant, body['invitation_url']);
    assert.equal(location.searchParams.get('error'), 'invalid_request');
    assert.equal((await list()).length, 2);
  });
});

describe('the brute-force lockout', () => {
  it('starts after ten failures with a message and is lifted by an admin', async () => {
    const { tenant, call } = world();
    const blocks = async () => (await call('GET', `/user-blocks/${mia}`)).body['blocked_for'];
    const browser = new Browser(tenant);
    const start = async () => locationOf(await browser.authorize({ organization: acme })).search;
    const login = async (password: string) =>
      (await browser.visit(`/u/login${await start()}`, { username: 'mia@acme.example', password })).status;
    assert.deepEqual(await blocks(), []);
    for (let attempt = 0; attempt < 10; attempt += 1) assert.equal(await login('wrong'), 400);
    assert.equal(await login('orgdesk'), 400);
    assert.deepEqual(await blocks(), [
      { identifier: 'mia@acme.example', ip: '127.0.0.1', connection: 'acme-users' },
    ]);
    assert.equal((await call('PATCH', `/users/${mia}`, { blocked: false })).status, 200);
    assert.equal(((await blocks()) as unknown[]).length, 1, 'it is not the block of an administrator');
    assert.equal((await call('DELETE', '/user-blocks?identifier=mia%40acme.example')).status, 204);
    assert.equal(await login('orgdesk'), 302);
  });
});

describe('second factors', () => {
  const sam = 'auth0|ac3e00000000000000000006';

  it('are removed all at once, unless one is a passkey', async () => {
    const { call } = world();
    const all = await call('DELETE', `/users/${sam}/authentication-methods`);
    assert.deepEqual(
      [all.status, all.body['message']],
      [403, 'Operation not permitted when the user has registered at least 1 passkey'],
    );
    assert.equal((await call('DELETE', `/users/${mia}/authentication-methods`)).status, 204);
    assert.deepEqual((await call('GET', `/users/${mia}/authentication-methods`)).rows, []);
  });

  it('are removed one by one, passkeys too', async () => {
    const { call } = world();
    const { rows } = await call('GET', `/users/${sam}/authentication-methods`);
    for (const row of rows) {
      const path = `/users/${sam}/authentication-methods/${encodeURIComponent(String(row['id']))}`;
      assert.equal((await call('GET', path)).body['type'], row['type']);
      assert.equal((await call('DELETE', path)).status, 204);
      assert.equal((await call('DELETE', path)).status, 404);
    }
    assert.equal((await call('DELETE', `/users/${sam}/authentication-methods`)).status, 204);
  });

  it('are removed without the passkey by the authenticators endpoint', async () => {
    const { call } = world();
    assert.equal((await call('DELETE', `/users/${sam}/authenticators`)).status, 204);
    const { rows } = await call('GET', `/users/${sam}/authentication-methods`);
    assert.deepEqual(
      rows.map((row) => row['type']),
      ['passkey'],
    );
    assert.deepEqual((await call('GET', `/users/${sam}/enrollments`)).rows, []);
  });
});
