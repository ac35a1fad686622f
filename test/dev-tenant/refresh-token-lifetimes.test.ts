import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createDevTenant, management, mia, refresh, signIn } from './helpers.js';

const tenant = createDevTenant();
beforeEach(() => tenant.reset());
const day = 24 * 60 * 60 * 1000;
const signedIn = (on = tenant) => signIn(on, { username: 'mia@acme.example', organization: 'acme' });

describe('a refresh token', () => {
  it('expires when unused for 15 days', async () => {
    const { refreshToken } = await signedIn();
    tenant.clock.advance(15 * day - 1000);
    const { status, body } = await refresh(tenant, refreshToken);
    assert.equal(status, 200);
    tenant.clock.advance(15 * day);
    assert.equal((await refresh(tenant, body['refresh_token'])).status, 403);
  });

  it('expires 30 days after its family began, even if used', async () => {
    let token: unknown = (await signedIn()).refreshToken;
    for (const days of [10, 10, 9]) {
      tenant.clock.advance(days * day);
      const { status, body } = await refresh(tenant, token);
      assert.equal(status, 200);
      token = body['refresh_token'];
    }
    const { rows, body } = await management(tenant)('GET', `/users/${mia}/refresh-tokens`);
    assert.equal(rows.length, 0);
    const [row] = body['tokens'] as { created_at: string; expires_at: string }[];
    assert.equal(Date.parse(row?.expires_at ?? '') - Date.parse(row?.created_at ?? ''), 30 * day);
    tenant.clock.advance(day);
    assert.equal((await refresh(tenant, token)).status, 403);
    assert.deepEqual((await management(tenant)('GET', `/users/${mia}/refresh-tokens`)).body['tokens'], []);
  });

  it('is revoked when the user gets 200 newer ones', async () => {
    const first = await signedIn();
    const second = await signedIn();
    for (let more = 0; more < 199; more += 1) await signedIn();
    assert.equal((await refresh(tenant, first.refreshToken)).status, 403);
    assert.equal((await refresh(tenant, second.refreshToken)).status, 200);
  });

  it('may be used again at once where the application allows for lost answers', async () => {
    const lenient = createDevTenant({
      seed: {
        clients: [{ client_id: 'dev-tenant-spa', local_urls: true, refresh_token: { leeway: 30 } }],
        connections: [{ id: 'con_1', name: 'db', strategy: 'auth0' }],
        users: [{ user_id: 'auth0|x', connection: 'db', email: 'x@x.example' }],
      },
    });
    const { refreshToken } = await signIn(lenient, { username: 'x@x.example' });
    await refresh(lenient, refreshToken);
    const again = await refresh(lenient, refreshToken);
    assert.equal(again.status, 200);
    lenient.clock.advance(30_000);
    assert.equal((await refresh(lenient, refreshToken)).status, 403);
    assert.equal((await refresh(lenient, again.body['refresh_token'])).status, 403, 'that was reuse');
  });
});
