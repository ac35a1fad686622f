import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { acme, ada, createDevTenant, globex, grace, management, mia, read, signIn } from './helpers.js';

const tenant = createDevTenant();
const call = management(tenant);
beforeEach(() => tenant.reset());

const ask = (email: string, more: Record<string, string> = {}) =>
  tenant.fetch(`${tenant.url}/dbconnections/change_password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ connection: 'acme-users', email, ...more }),
  });
const lastEmail = () => tenant.outbox.list().at(-1);
const submit = (url: string, password: string) =>
  tenant.fetch(url, { method: 'POST', body: new URLSearchParams({ password }) });

describe('a password reset by email', () => {
  it('carries the organization, and its link changes the password once', async () => {
    const answer = await ask('mia@acme.example', { organization: acme });
    assert.equal(await answer.text(), "We've just sent you an email to reset your password.");
    const email = lastEmail();
    assert.equal(email?.kind, 'reset_email');
    assert.equal(email.organization?.id, acme);
    assert.match(email.subject, /Acme Instruments/);

    const page = await tenant.fetch(email.url);
    assert.match(await page.text(), /mia@acme\.example/);
    assert.equal((await submit(email.url, 'a new password')).status, 200);
    assert.equal((await submit(email.url, 'once more please')).status, 400);
    const wanted = { username: 'mia@acme.example', organization: 'acme' };
    await assert.rejects(signIn(tenant, wanted), /wrong or locked/);
    assert.ok((await signIn(tenant, { ...wanted, password: 'a new password' })).accessToken);
  });

  it('ends existing sessions, lifts the lockout, and verifies the address', async () => {
    await signIn(tenant, { username: 'mia@acme.example', organization: 'acme' });
    tenant.users.update(mia, { email_verified: false });
    await ask('mia@acme.example');
    await submit(lastEmail()?.url ?? '', 'a new password');
    assert.deepEqual((await call('GET', `/users/${mia}/sessions`)).body['sessions'], []);
    assert.equal(tenant.users.get(mia)?.email_verified, true);
  });

  it('does not reveal who has an account', async () => {
    const [known, unknown] = await Promise.all([ask('mia@acme.example'), ask('nobody@acme.example')]);
    assert.equal(known.status, unknown.status);
    assert.equal(await known.text(), await unknown.text());
    assert.equal(tenant.outbox.list().length, 1);
  });

  it('keeps the page and says why for a short password', async () => {
    await ask('mia@acme.example');
    const { url } = lastEmail() ?? { url: '' };
    const answer = await submit(url, 'short');
    assert.equal(answer.status, 400);
    assert.match(await answer.text(), /at least 8 characters/);
    assert.equal((await submit(url, 'long enough')).status, 200);
  });

  it('works with the newest link only, for five days, and for the address it was sent to', async () => {
    await ask('mia@acme.example');
    const old = lastEmail()?.url ?? '';
    await ask('mia@acme.example');
    const newest = lastEmail()?.url ?? '';
    assert.equal((await tenant.fetch(old)).status, 400);
    assert.equal((await tenant.fetch(newest)).status, 200);
    tenant.users.update(mia, { email: 'mia@new.example' });
    assert.equal((await tenant.fetch(newest)).status, 400);
    tenant.users.update(mia, { email: 'mia@acme.example' });
    tenant.clock.advance(432_000_000);
    assert.equal((await tenant.fetch(newest)).status, 400);
  });

  it('is limited to ten at once, then one per minute', async () => {
    for (let sent = 0; sent < 10; sent += 1) assert.equal((await ask('mia@acme.example')).status, 200);
    assert.equal((await ask('mia@acme.example')).status, 429);
    assert.equal((await ask('ada@acme.example')).status, 200);
    tenant.clock.advance(60_000);
    assert.equal((await ask('mia@acme.example')).status, 200);
  });

  it('is for database users only', async () => {
    assert.equal((await ask('grace@globex.example', { connection: 'globex-saml' })).status, 400);
    assert.equal((await ask('', {})).status, 400);
  });
});

describe('tickets', () => {
  it('hand out the link instead of sending it', async () => {
    const { status, body } = await call('POST', '/tickets/password-change', {
      user_id: mia,
      organization_id: acme,
      ttl_sec: 60,
    });
    assert.equal(status, 201);
    assert.equal(tenant.outbox.list().length, 0);
    tenant.users.update(mia, { email_verified: false });
    assert.equal((await submit(String(body['ticket']), 'a new password')).status, 200);
    // The link wasn't sent to the address, so using it doesn't verify the address.
    assert.equal(tenant.users.get(mia)?.email_verified, false);
  });

  const refused: [string, object, RegExp][] = [
    ['password-change', { user_id: mia, organization_id: globex }, /is not a member of organization with id/],
    ['password-change', { user_id: grace }, /main connection does not support this operation/],
    ['password-change', { organization_id: acme }, /Either user_id/],
    [
      'password-change',
      { user_id: mia, organization_id: acme, result_url: 'https://app.example/' },
      /cannot be combined/,
    ],
    ['email-verification', { user_id: grace }, /main connection does not support this operation/],
  ];
  for (const [kind, body, message] of refused) {
    it(`refuse ${kind} for ${JSON.stringify(body)}`, async () => {
      const answer = await call('POST', `/tickets/${kind}`, body);
      assert.equal(answer.status, 400);
      assert.match(String(answer.body['message']), message);
    });
  }
});

describe('the job that sends a verification', () => {
  it('sends it in the name of the organization', async () => {
    tenant.users.update(mia, { email_verified: false });
    const job = await call('POST', '/jobs/verification-email', { user_id: mia, organization_id: acme });
    assert.deepEqual([job.status, job.body['type']], [201, 'verification_email']);
    assert.equal(lastEmail()?.organization?.name, 'acme');
    const page = await tenant.fetch(lastEmail()?.url ?? '');
    assert.equal(page.status, 200);
    assert.equal(tenant.users.get(mia)?.email_verified, true);
  });

  it('is for database users with an address, and members', async () => {
    const message = async (body: object) =>
      String((await call('POST', '/jobs/verification-email', body)).body['message']);
    assert.equal(await message({ user_id: grace }), 'Connection must be a database connection.');
    assert.match(await message({ user_id: mia, organization_id: globex }), /is not a member/);
    tenant.users.update(mia, { email: undefined });
    assert.equal(await message({ user_id: mia }), 'User does not have an email address.');
  });
});

describe('deleting a user', () => {
  it('deletes memberships, sessions, and refresh tokens, and also succeeds for unknown IDs', async () => {
    const { refreshToken } = await signIn(tenant, { username: 'mia@acme.example', organization: 'acme' });
    assert.equal((await call('DELETE', `/users/${mia}`)).status, 204);
    assert.equal((await call('GET', `/users/${mia}`)).status, 404);
    assert.equal((await call('GET', `/organizations/${acme}/members/${mia}/roles`)).status, 404);
    const refreshed = await tenant.fetch(`${tenant.url}/oauth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        grant_type: 'refresh_token',
        client_id: tenant.clients.spa.clientId,
        refresh_token: refreshToken,
      }),
    });
    assert.equal((await read(refreshed)).body['error'], 'invalid_grant');
    assert.equal((await call('DELETE', `/users/${mia}`)).status, 204);
  });
});

describe('roles and the log', () => {
  it('name the permissions of a role', async () => {
    const { rows } = await call('GET', '/roles?name_filter=adm');
    assert.deepEqual(
      rows.map((row) => row['name']),
      ['Admin'],
    );
    const permissions = await call('GET', `/roles/${String(rows[0]?.['id'])}/permissions`);
    assert.equal(permissions.rows[0]?.['permission_name'], 'manage:members');
    assert.equal(permissions.rows[0]['resource_server_identifier'], tenant.audience);
    assert.equal((await call('GET', '/roles/rol_nothing')).body['message'], 'Role not found.');
  });

  it('keep the correlation id of a write with the user it was about', async () => {
    await call('PATCH', `/users/${encodeURIComponent(ada)}`, { nickname: 'ace' });
    const { rows } = await call('GET', `/users/${encodeURIComponent(ada)}/logs`);
    assert.equal(rows[0]?.['type'], 'sapi');
    assert.equal((await call('GET', `/logs/${String(rows[0]['log_id'])}`)).body['user_id'], ada);
  });
});
