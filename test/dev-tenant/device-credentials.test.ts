import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { ada, createDevTenant, management, mia, refresh, signIn } from './helpers.js';

describe('device credentials', () => {
  // The smallest plan, where this is the only endpoint for refresh tokens.
  const tenant = createDevTenant({ plan: 'free' });
  const call = management(tenant);
  const signInMia = () => signIn(tenant, { username: 'mia@acme.example', organization: 'acme' });
  const ofMia = `/device-credentials?user_id=${encodeURIComponent(mia)}&type=rotating_refresh_token`;

  beforeEach(() => tenant.reset());

  it('are a user’s refresh tokens, one per sign-in', async () => {
    await signInMia();
    await signIn(tenant, { username: 'ada@acme.example', organization: 'acme' });
    const { rows } = await call('GET', ofMia);
    assert.equal(rows.length, 1);
    assert.match(String(rows[0]?.['id']), /^dcr_/);
    assert.deepEqual(
      [rows[0]?.['user_id'], rows[0]?.['client_id'], rows[0]?.['type']],
      [mia, tenant.clients.spa.clientId, 'rotating_refresh_token'],
    );
  });

  it('keep their id when the token rotates', async () => {
    const { refreshToken } = await signInMia();
    const [before] = (await call('GET', ofMia)).rows;
    await refresh(tenant, refreshToken);
    assert.deepEqual((await call('GET', ofMia)).rows, [before]);
  });

  it('exclude rotating tokens if paging is requested without a type', async () => {
    await signInMia();
    assert.equal((await call('GET', '/device-credentials')).rows.length, 1);
    assert.equal((await call('GET', '/device-credentials?per_page=50')).rows.length, 0);
    assert.equal((await call('GET', `${ofMia}&per_page=50`)).rows.length, 1);
    const { body } = await call('GET', `${ofMia}&page=0&include_totals=true&fields=id`);
    assert.deepEqual([body['start'], body['limit'], body['total']], [0, 50, 1]);
    assert.deepEqual(Object.keys((body['device_credentials'] as object[])[0] ?? {}), ['id']);
  });

  it('revoke only their token when deleted', async () => {
    const first = await signInMia();
    const [credential] = (await call('GET', ofMia)).rows;
    const second = await signInMia();
    assert.equal((await call('DELETE', `/device-credentials/${String(credential?.['id'])}`)).status, 204);
    assert.equal((await refresh(tenant, first.refreshToken)).body['error'], 'invalid_grant');
    assert.equal((await refresh(tenant, second.refreshToken)).status, 200);
    assert.equal((await call('DELETE', '/device-credentials/dcr_nothing')).status, 204);
  });

  it('require their own scopes and one of three types', async () => {
    const reads = management(tenant, 'read:device_credentials');
    assert.equal((await reads('GET', ofMia)).status, 200);
    assert.equal((await reads('DELETE', '/device-credentials/dcr_1')).status, 403);
    assert.equal((await management(tenant, 'read:users')('GET', ofMia)).status, 403);
    const { status, body } = await call('GET', `/device-credentials?user_id=${ada}&type=cookie`);
    assert.deepEqual([status, body['errorCode']], [400, 'invalid_query_string']);
  });
});
