import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { ada, createDevTenant, globex, management, mia, post, signIn } from './helpers.js';

const day = 24 * 60 * 60 * 1000;
const tenant = createDevTenant();
const call = management(tenant);
const signInMia = () => signIn(tenant, { username: 'mia@acme.example', organization: 'acme' });
/** Requests a new token for each call, because some tests outlast a token. */
const sessionsOf = async (id: string) =>
  (await management(tenant)('GET', `/users/${id}/sessions`)).body['sessions'] as Record<string, unknown>[];
const refresh = (refresh_token: string | undefined) =>
  post(tenant, '/oauth/token', {
    grant_type: 'refresh_token',
    client_id: tenant.clients.spa.clientId,
    refresh_token,
  });

beforeEach(() => tenant.reset());

describe('sessions', () => {
  it('are listed with the browser, the application and their end', async () => {
    await signInMia();
    const [session, ...others] = await sessionsOf(mia);
    assert.equal(others.length, 0);
    assert.equal(session?.['user_id'], mia);
    assert.deepEqual(session['clients'], [{ client_id: tenant.clients.spa.clientId }]);
    const idle =
      Date.parse(String(session['idle_expires_at'])) - Date.parse(String(session['last_interacted_at']));
    assert.equal(idle, 3 * day);
  });

  it('belong to one user, and an unknown user is not found', async () => {
    await signInMia();
    assert.deepEqual(await sessionsOf(ada), []);
    assert.equal((await call('GET', '/users/auth0%7Cnobody/sessions')).body['message'], 'User not found');
  });

  it('expire when idle and after their maximum lifetime', async () => {
    await signInMia();
    tenant.clock.advance(3 * day - 1000);
    assert.equal((await sessionsOf(mia)).length, 1);
    tenant.clock.advance(2000);
    assert.equal((await sessionsOf(mia)).length, 0);
  });

  it('are revoked with their refresh tokens, and only with theirs', async () => {
    const first = await signInMia();
    const second = await signInMia();
    const [session] = await sessionsOf(mia);
    const revoked = await call('POST', `/sessions/${String(session?.['id'])}/revoke`);
    assert.equal(revoked.status, 202);
    assert.equal((await sessionsOf(mia)).length, 1);
    assert.equal((await refresh(first.refreshToken)).body['error'], 'invalid_grant');
    assert.equal((await refresh(second.refreshToken)).status, 200);
  });

  it('are deleted without their refresh tokens', async () => {
    const { refreshToken } = await signInMia();
    assert.equal((await call('DELETE', `/users/${mia}/sessions`)).status, 202);
    assert.deepEqual(await sessionsOf(mia), []);
    assert.equal((await refresh(refreshToken)).status, 200);
  });

  it('carry metadata of at most 25 properties', async () => {
    await signInMia();
    const id = String((await sessionsOf(mia))[0]?.['id']);
    const patched = await management(tenant)('PATCH', `/sessions/${id}`, {
      session_metadata: { org_id: globex },
    });
    assert.equal(patched.status, 403);
    const seeded = createDevTenant({
      seed: { settings: { machine_scopes: ['update:sessions', 'read:sessions'] } },
    });
    const unknown = await management(seeded)('PATCH', '/sessions/nothing', { session_metadata: {} });
    assert.equal(unknown.body['message'], 'The session does not exist.');
  });

  it('are not part of the smaller plans', async () => {
    const free = management(createDevTenant({ plan: 'free' }));
    for (const [method, path] of [
      ['GET', `/users/${mia}/sessions`],
      ['GET', `/users/${mia}/refresh-tokens`],
      ['POST', `/users/${mia}/revoke-access`],
    ] as const) {
      const answer = await free(method, path);
      assert.deepEqual([answer.status, answer.body['errorCode']], [403, 'feature_not_enabled'], path);
    }
  });
});

describe('revoke-access', () => {
  it('ends every session and refresh token of the user', async () => {
    const tokens = [await signInMia(), await signInMia()];
    assert.equal((await call('POST', `/users/${mia}/revoke-access`)).status, 202);
    assert.deepEqual(await sessionsOf(mia), []);
    for (const { refreshToken } of tokens) {
      assert.equal((await refresh(refreshToken)).body['error'], 'invalid_grant');
    }
  });

  it('keeps the refresh tokens when asked to', async () => {
    const { refreshToken } = await signInMia();
    await call('POST', `/users/${mia}/revoke-access`, { preserve_refresh_tokens: true });
    assert.deepEqual(await sessionsOf(mia), []);
    assert.equal((await refresh(refreshToken)).status, 200);
  });

  it('needs both scopes', async () => {
    const half = management(tenant, 'delete:sessions');
    const { status, body } = await half('POST', `/users/${mia}/revoke-access`);
    assert.deepEqual([status, body['errorCode']], [403, 'insufficient_scope']);
  });
});

describe('refresh tokens', () => {
  it('keep their id through rotation, and end by it', async () => {
    const { refreshToken } = await signInMia();
    const list = async () =>
      (await call('GET', `/users/${mia}/refresh-tokens`)).body['tokens'] as Record<string, unknown>[];
    const [before] = await list();
    const rotated = await refresh(refreshToken);
    const [after, ...others] = await list();
    assert.equal(others.length, 0);
    assert.equal(after?.['id'], before?.['id']);
    assert.equal((await call('DELETE', `/refresh-tokens/${String(after?.['id'])}`)).status, 202);
    assert.equal((await refresh(String(rotated.body['refresh_token']))).body['error'], 'invalid_grant');
    assert.deepEqual(await list(), []);
  });

  it('are revoked by user and application, and not by half of a combination', async () => {
    const { refreshToken } = await signInMia();
    const refused = await call('POST', '/refresh-tokens/revoke', { client_id: 'x' });
    assert.equal(refused.body['message'], 'Invalid combination of parameters.');
    const { clientId } = tenant.clients.spa;
    await call('POST', '/refresh-tokens/revoke', { user_id: mia, client_id: 'another' });
    const still = await refresh(refreshToken);
    assert.equal(still.status, 200);
    await call('POST', '/refresh-tokens/revoke', { user_id: mia, client_id: clientId });
    assert.equal((await refresh(String(still.body['refresh_token']))).body['error'], 'invalid_grant');
  });
});

describe('a post-login Action', () => {
  const payload = (token: string) =>
    JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

  it('puts the time of the sign-in and the session into access tokens, under names that Auth0 lets it', async () => {
    const { accessToken, idToken } = await signInMia();
    const claims = payload(accessToken);
    assert.equal(claims['https://orgdesk.dev/auth_time'], payload(idToken)['auth_time']);
    assert.equal(claims['https://orgdesk.dev/session_id'], (await sessionsOf(mia))[0]?.['id']);
    assert.ok(!('auth_time' in claims));
  });

  it('cannot use a name that Auth0 keeps for itself', () => {
    const action = { auth_time: 'auth_time' };
    assert.throws(() => createDevTenant({ seed: { settings: { action } } }), /no Action make a claim/);
  });
});
