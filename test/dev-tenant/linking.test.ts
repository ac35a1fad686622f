import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { acme, ada, claimsOf, createDevTenant, globex, grace, management, signIn } from './helpers.js';

describe('linked accounts', () => {
  const tenant = createDevTenant({ lag: 0 });
  const call = management(tenant);
  const identities = `/users/${encodeURIComponent(ada)}/identities`;
  const link = (body: object = { provider: 'samlp', user_id: 'globex-saml|grace@globex.example' }) =>
    call('POST', identities, body);

  beforeEach(() => tenant.reset());

  it('are one user, whose profile is that of the first', async () => {
    const { status, rows } = await link();
    assert.equal(status, 201);
    assert.deepEqual(
      rows.map((row) => row['connection']),
      ['acme-users', 'globex-saml'],
    );
    assert.equal((rows[1]?.['profileData'] as { name: string }).name, 'Grace Reyes');
    const user = tenant.users.get(ada);
    assert.deepEqual([user?.name, user?.user_metadata?.['language']], ['Ada Keller', 'de']);
    assert.equal((await call('GET', `/users/${encodeURIComponent(grace)}`)).status, 404);
    assert.equal((await call('GET', `/organizations/${globex}/members`)).rows.length, 2);
    const query = encodeURIComponent('identities.connection:"globex-saml"');
    const found = (await call('GET', `/users?q=${query}&fields=user_id`)).rows;
    assert.ok(found.some((row) => row['user_id'] === ada));
  });

  it('sign in as the first, and do not write to its profile', async () => {
    await link();
    await call('POST', `/organizations/${globex}/members`, { members: [ada] });
    const { accessToken } = await signIn(tenant, { username: 'grace@globex.example' });
    assert.equal(claimsOf(accessToken)['sub'], ada);
    assert.equal(tenant.users.get(ada)?.name, 'Ada Keller');
  });

  it('can be unlinked, without what was lost by linking', async () => {
    await link();
    const path = `${identities}/samlp/${encodeURIComponent('globex-saml|grace@globex.example')}`;
    const { status, rows } = await call('DELETE', path);
    assert.deepEqual([status, rows.length], [200, 1]);
    const { body } = await call('GET', `/users/${encodeURIComponent(grace)}`);
    assert.deepEqual([body['name'], body['user_metadata']], ['Grace Reyes', undefined]);
    assert.equal((await call('GET', `/users/${encodeURIComponent(grace)}/organizations`)).rows.length, 0);
  });

  it('are rejected with the documented messages', async () => {
    const say = async (body: object) => (await link(body)).body['message'];
    assert.equal(await say({ provider: 'okta', user_id: 'x' }), 'The provider/connection is not configured.');
    const own = { provider: 'auth0', user_id: ada };
    assert.equal(await say(own), 'Main identity and the new one are the same.');
    const nobody = { provider: 'auth0', user_id: 'nobody' };
    assert.equal(await say(nobody), 'Linking to an inexistent identity is not allowed.');
    assert.equal(await say({ link_with: 'token' }), 'Invalid token (link_with).');
    await link();
    const again = await link();
    assert.deepEqual([again.status, again.body['message']], [409, 'Specified identity already exists.']);
    const main = await call('DELETE', `${identities}/auth0/${ada.replace('auth0|', '')}`);
    assert.deepEqual([main.status, main.body['message']], [400, 'Main identity cannot be removed.']);
  });

  it('are deleted with the first', async () => {
    await link();
    await call('DELETE', `/users/${encodeURIComponent(ada)}`);
    assert.equal((await call('GET', `/organizations/${acme}/members`)).rows.length, 5);
    const { accessToken } = await signIn(tenant, {
      username: 'grace@globex.example',
      organization: 'globex',
    });
    // Her identity provider still knows her, so signing in creates a user.
    assert.equal(claimsOf(accessToken)['sub'], grace);
  });
});
