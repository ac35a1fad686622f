import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import {
  Browser,
  acme,
  ada,
  createDevTenant,
  grace,
  ivy,
  locationOf,
  management,
  mia,
  uma,
  worldWith,
} from './helpers.js';

const tenant = createDevTenant();
const call = management(tenant);
const path = (userId: string) => `/users/${encodeURIComponent(userId)}`;
const patch = (userId: string, body: unknown) => call('PATCH', path(userId), body);

const syncRefusal =
  'The following user attributes cannot be updated: family_name, given_name, name, nickname, picture. ' +
  'The connection must either be a database connection (using the Auth0 store), a passwordless connection ' +
  "(email or sms) or has disabled 'Sync user profile attributes at each login'.";

describe('PATCH /users/{id} on a database user', () => {
  beforeEach(() => tenant.reset());

  it('changes the profile and answers with all of it', async () => {
    const { status, body } = await patch(mia, { given_name: 'Mira', picture: 'https://img.example/m.png' });
    assert.equal(status, 200);
    assert.deepEqual(
      [body['given_name'], body['family_name'], body['picture']],
      ['Mira', 'Okafor', 'https://img.example/m.png'],
    );
    assert.notEqual(body['updated_at'], body['created_at']);
    assert.equal(tenant.users.get(mia)?.given_name, 'Mira');
  });

  it('changes the email in lower case, ends the sessions, and emails the new address', async () => {
    const browser = new Browser(tenant);
    await browser.signIn('mia@acme.example', { organization: acme });
    const { body } = await patch(mia, {
      email: 'Mia.New@Acme.example',
      email_verified: false,
      verify_email: true,
    });
    assert.deepEqual([body['email'], body['email_verified']], ['mia.new@acme.example', false]);
    assert.equal(locationOf(await browser.authorize()).pathname, '/u/login');
    const [email] = tenant.outbox.list();
    assert.deepEqual([email?.kind, email?.to, email?.user_id], ['verify_email', 'mia.new@acme.example', mia]);
  });

  it('verifies the address with the emailed link, once, and only while it is the user’s address', async () => {
    await patch(mia, { email: 'a@acme.example', email_verified: false, verify_email: true });
    await patch(mia, { email: 'b@acme.example', email_verified: false, verify_email: true });
    const [old, current] = tenant.outbox.list().map((email) => email.url);
    assert.equal((await tenant.fetch(old ?? '')).status, 400);
    assert.equal(tenant.users.get(mia)?.email_verified, false);
    assert.equal((await tenant.fetch(current ?? '')).status, 200);
    assert.equal(tenant.users.get(mia)?.email_verified, true);
    assert.equal((await tenant.fetch(current ?? '')).status, 400);
  });

  it('keeps the sessions when the email stays what it was', async () => {
    const browser = new Browser(tenant);
    await browser.signIn('mia@acme.example');
    await patch(mia, { email: 'MIA@acme.example' });
    assert.ok(locationOf(await browser.authorize()).searchParams.has('code'));
    await patch(mia, { email_verified: false });
    assert.equal(locationOf(await browser.authorize()).pathname, '/u/login');
  });

  it('sends no email by default', async () => {
    await patch(mia, { email: 'new@acme.example', email_verified: false });
    assert.deepEqual(tenant.outbox.list(), []);
  });

  it('blocks, ends the sessions, and unblocks', async () => {
    const browser = new Browser(tenant);
    await browser.signIn('mia@acme.example');
    assert.equal((await patch(mia, { blocked: true })).body['blocked'], true);
    await patch(mia, { blocked: false });
    assert.equal(locationOf(await browser.authorize()).pathname, '/u/login');
  });

  it('sets a password, which lifts a block', async () => {
    const ben = 'auth0|ac3e00000000000000000005';
    const { body } = await patch(ben, { password: 'new one' });
    assert.ok(!('blocked' in body));
    assert.ok(!JSON.stringify(body).includes('new one'));
    const page = locationOf(await new Browser(tenant).authorize());
    assert.equal(page.pathname, '/u/login');
    const old = await new Browser(tenant).signIn('ben@acme.example').catch(() => 'refused');
    assert.equal(old, 'refused');
  });

  it('changes the username, lower-cased, and removes the phone number', async () => {
    const { body } = await patch(ada, { username: 'Ada_K' });
    assert.equal(body['username'], 'ada_k');
    const removed = await patch(ada, { phone_number: null });
    assert.ok(!('phone_number' in removed.body));
  });

  for (const [other, value, message] of [
    ['email', 'ADA@acme.example', 'The specified new email already exists'],
    ['username', 'Ada', 'The specified new username already exists'],
    ['phone_number', '+4989123456701', 'The specified new phone_number already exists'],
  ] as const) {
    it(`refuses the ${other} of another user of the connection`, async () => {
      const { status, body } = await patch(mia, { [other]: value });
      assert.equal(status, 400);
      assert.deepEqual(body, {
        statusCode: 400,
        error: 'Bad Request',
        message,
        errorCode: 'auth0_idp_error',
      });
    });
  }

  it('allows the email of a user of another connection', async () => {
    assert.equal((await patch(uma, { email: 'ada@acme.example' })).status, 200);
  });

  it('refuses a profile of more than 10 KB, unless it gets smaller', async () => {
    const { status, body } = await patch(mia, { user_metadata: { bio: 'x'.repeat(10_000) } });
    assert.equal(status, 400);
    assert.equal(body['message'], 'The user profile exceeds the maximum size of 10KB.');
    assert.equal(tenant.users.get(mia)?.user_metadata?.['bio'], undefined);
    assert.equal((await patch(mia, { user_metadata: { bio: 'x'.repeat(5_000) } })).status, 200);
  });

  it('removes no name attribute', async () => {
    const { status, body } = await patch(mia, { nickname: null });
    assert.equal(status, 400);
    assert.match(String(body['message']), /^The following user attributes cannot be removed: nickname\./);
  });

  it('removes no required username and no email', async () => {
    assert.equal((await patch(mia, { username: null })).status, 400);
    assert.equal((await patch(mia, { email: null })).status, 400);
  });

  for (const [one, other] of [
    ['password', 'email'],
    ['password', 'email_verified'],
    ['username', 'email'],
    ['username', 'email_verified'],
    ['username', 'password'],
  ] as const) {
    it(`refuses ${one} and ${other} in one call`, async () => {
      const values = { password: 'x', email: 'x@y.example', email_verified: true, username: 'xx' };
      const { status, body } = await patch(mia, { [one]: values[one], [other]: values[other] });
      assert.equal(status, 400);
      assert.equal(body['message'], `Cannot update ${one} and ${other} simultaneously.`);
    });
  }

  it('changes nothing at all when one part is refused', async () => {
    const before = tenant.users.get(mia);
    await patch(mia, { name: 'New', username: '!' });
    assert.deepEqual(tenant.users.get(mia), before);
  });
});

describe('PATCH /users/{id} by connection', () => {
  beforeEach(() => tenant.reset());

  for (const [kind, userId] of [
    ['enterprise', grace],
    ['social', ivy],
  ] as const) {
    it(`refuses names on ${kind} users that sync at each login, even unchanged ones`, async () => {
      for (const name of ['name', 'given_name', 'family_name', 'nickname', 'picture'] as const) {
        const value = tenant.users.get(userId)?.[name] ?? 'https://img.example/x.png';
        const { status, body } = await patch(userId, { [name]: value });
        assert.deepEqual([status, body['message']], [400, syncRefusal]);
        assert.equal(body['errorCode'], 'operation_not_supported');
      }
    });

    it(`refuses email, username, phone and password on ${kind} users`, async () => {
      for (const body of [
        { email: 'x@y.example' },
        { username: 'xx' },
        { phone_number: '+1' },
        { password: 'x' },
      ]) {
        assert.equal((await patch(userId, body)).status, 400, JSON.stringify(body));
      }
    });

    it(`allows metadata and blocking on ${kind} users`, async () => {
      assert.equal((await patch(userId, { user_metadata: { a: 1 }, blocked: true })).status, 200);
    });
  }

  it('refuses email verification on enterprise users, allows the flag on social ones', async () => {
    const refused = await patch(grace, { email_verified: true });
    assert.equal(refused.body['message'], 'Email verification is not supported for enterprise users.');
    assert.equal((await patch(ivy, { email_verified: false })).status, 200);
    assert.equal((await patch(ivy, { verify_email: true })).status, 400);
  });

  for (const mode of ['on_first_login', 'never_on_login']) {
    it(`allows and removes names on an enterprise user with ${mode}`, async () => {
      const own = worldWith({ strategy: 'oidc', options: { set_user_root_attributes: mode } });
      const edit = management(own);
      assert.equal((await edit('PATCH', '/users/oidc|one', { name: 'New', nickname: 'n' })).status, 200);
      const { body } = await edit('PATCH', '/users/oidc|one', { nickname: null });
      assert.ok(!('nickname' in body));
      assert.equal((await edit('PATCH', '/users/oidc|one', { email: 'x@y.example' })).status, 400);
    });
  }

  it('treats a strategy it does not know as enterprise', async () => {
    const own = management(worldWith({ strategy: 'brand-new' }));
    const { body } = await own('PATCH', '/users/brand-new|one', { name: 'New' });
    assert.equal(body['message'], syncRefusal);
  });

  it('allows names but not email on passwordless users, and phone on sms only', async () => {
    const callEmail = management(worldWith({ strategy: 'email' }));
    assert.equal((await callEmail('PATCH', '/users/email|one', { name: 'New' })).status, 200);
    const refused = await callEmail('PATCH', '/users/email|one', { email: 'x@y.example' });
    assert.equal(refused.body['message'], 'Cannot update email for non-database user.');
    assert.equal((await callEmail('PATCH', '/users/email|one', { phone_number: '+1' })).status, 400);
    const callSms = management(worldWith({ strategy: 'sms' }));
    const body = { phone_number: '+49891', verify_phone_number: true };
    assert.equal((await callSms('PATCH', '/users/sms|one', body)).status, 200);
    assert.equal((await callSms('PATCH', '/users/sms|one', { email_verified: true })).status, 400);
    assert.equal((await callSms('PATCH', '/users/sms|one', { phone_number: null })).status, 400);
  });

  it('allows username and phone on a database only where the connection has them', async () => {
    assert.equal((await patch(uma, { username: 'uma' })).status, 400);
    assert.equal((await patch(uma, { phone_number: '+49891' })).status, 400);
    assert.equal((await patch(mia, { phone_number: '+49891', phone_verified: true })).status, 200);
    assert.equal((await patch(mia, { phone_number: '+49892', verify_phone_number: true })).status, 400);
  });

  it('allows only metadata and blocking on a custom database without import', async () => {
    const options = { enabledDatabaseCustomization: true, import_mode: false };
    const own = management(worldWith({ strategy: 'auth0', options }));
    const edit = (body: object) => own('PATCH', '/users/auth0|one', body);
    assert.equal((await edit({ name: 'New' })).body['message'], syncRefusal);
    assert.equal(
      (await edit({ email: 'x@y.example' })).body['message'],
      'change_email script does not exist',
    );
    assert.equal((await edit({ password: 'x' })).status, 400);
    assert.equal((await edit({ user_metadata: { a: 1 }, blocked: true })).status, 200);
  });

  it('accepts the name of the connection, and no other', async () => {
    assert.equal((await patch(mia, { name: 'New', connection: 'acme-users' })).status, 200);
    const unknown = await patch(mia, { name: 'New', connection: 'nothing' });
    assert.equal(unknown.body['message'], 'Connection does not exist.');
    assert.equal((await patch(mia, { name: 'New', connection: 'globex-saml' })).status, 400);
  });
});
