import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { acme, claimsOf, createDevTenant, management, signIn } from './helpers.js';

describe('creating a user', () => {
  const tenant = createDevTenant();
  const call = management(tenant);
  const create = (body: object) => call('POST', '/users', { connection: 'umbrella-users', ...body });
  const ulla = { email: 'Ulla@Umbrella.Example', password: 'a-long-password' };

  beforeEach(() => tenant.reset());

  it('returns the normalized user and sends a verification email', async () => {
    const { status, body } = await create({ ...ulla, user_metadata: { team: 'blue' } });
    assert.equal(status, 201);
    assert.deepEqual(
      [body['email'], body['email_verified'], body['name'], body['nickname']],
      ['ulla@umbrella.example', false, 'ulla@umbrella.example', 'ulla'],
    );
    assert.match(String(body['user_id']), /^auth0\|/);
    assert.deepEqual(
      tenant.outbox.list().map(({ kind, to }) => [kind, to]),
      [['verify_email', 'ulla@umbrella.example']],
    );
  });

  it('sends no email if it is declined or unnecessary', async () => {
    await create({ ...ulla, verify_email: false });
    await create({ ...ulla, email: 'umi@umbrella.example', email_verified: true });
    assert.deepEqual(tenant.outbox.list(), []);
  });

  it('creates a user who can sign in', async () => {
    const { body } = await create({ ...ulla, user_id: 'mine' });
    const signedIn = await signIn(tenant, {
      username: ulla.email,
      password: ulla.password,
      organization: 'umbrella',
    });
    assert.equal(body['user_id'], 'auth0|mine');
    assert.equal(claimsOf(signedIn.accessToken)['sub'], 'auth0|mine');
  });

  const refused: [what: string, body: object, status: number, message: RegExp][] = [
    ['a connection there is not', { ...ulla, connection: 'nowhere' }, 400, /^Connection does not exist\.$/],
    [
      'an enterprise connection',
      { ...ulla, connection: 'globex-saml' },
      400,
      /^Connection does not support user creation through the API\. It must either be a database or passwordless connection\.$/,
    ],
    [
      'a username where there are none',
      { ...ulla, username: 'ulla' },
      400,
      /^Cannot set username for connection without requires_username\.$/,
    ],
    ['no password', { email: ulla.email }, 400, /'Missing required property: password'/],
    ['no address', { password: ulla.password }, 400, /'Missing required property: email'/],
    ['no username where one is needed', { ...ulla, connection: 'acme-users' }, 400, /^Username is required/],
    ['a short password', { ...ulla, password: 'short' }, 400, /^PasswordStrengthError/],
    ['an attribute there is not', { ...ulla, admin: true }, 400, /not allowed: admin/],
    [
      'an address that is taken',
      { ...ulla, email: 'UMA@umbrella.example' },
      409,
      /^The user already exists\.$/,
    ],
    [
      'a username that is taken',
      { ...ulla, connection: 'acme-users', username: 'ADA' },
      409,
      /^The user already exists\.$/,
    ],
  ];
  for (const [what, body, status, message] of refused) {
    it(`is refused with ${what}`, async () => {
      const answer = await create(body);
      assert.equal(answer.status, status);
      assert.match(String(answer.body['message']), message);
    });
  }

  it('accepts an address that is taken in another connection', async () => {
    assert.equal((await create({ ...ulla, email: 'ada@acme.example' })).status, 201);
    const { rows } = await call('GET', '/users-by-email?email=ada@acme.example');
    assert.equal(rows.length, 2);
    assert.equal((await call('GET', `/organizations/${acme}/members`)).rows.length, 6);
  });
});
