import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import * as client from 'openid-client';
import { serveDevTenant, type ServedDevTenant } from '../../backend-proxy/dev-tenant/serve.js';
import { acme, ada, redirectUri } from './helpers.js';

describe('an independent relying party over HTTP', () => {
  let served: ServedDevTenant;
  let config: client.Configuration;

  before(async () => {
    served = await serveDevTenant({ port: 0, seed: 'acme' });
    const { clientId } = served.tenant.clients.spa;
    config = await client.discovery(new URL(served.url), clientId, undefined, client.None(), {
      execute: [client.allowInsecureRequests],
    });
  });
  after(() => served.close());
  beforeEach(() => served.tenant.reset());

  /** Values the relying party checks, created for each login. */
  const expectations = () => ({
    pkceCodeVerifier: client.randomPKCECodeVerifier(),
    expectedNonce: client.randomNonce(),
    expectedState: client.randomState(),
  });
  type Expected = ReturnType<typeof expectations>;

  async function signIn(expected: Expected, parameters: Record<string, string> = {}): Promise<URL> {
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: 'openid profile email offline_access',
      audience: served.tenant.audience,
      organization: 'acme',
      code_challenge: await client.calculatePKCECodeChallenge(expected.pkceCodeVerifier),
      code_challenge_method: 'S256',
      nonce: expected.expectedNonce,
      state: expected.expectedState,
      ...parameters,
    });
    const begun = await fetch(url, { redirect: 'manual' });
    const login = new URL(begun.headers.get('location') ?? '');
    if (login.pathname !== '/u/login') return login;
    const cookie = begun.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    const body = new URLSearchParams({ username: 'ada@acme.example', password: 'orgdesk' });
    const done = await fetch(login, { method: 'POST', body, headers: { cookie }, redirect: 'manual' });
    return new URL(done.headers.get('location') ?? '');
  }

  async function tokens() {
    const expected = expectations();
    return client.authorizationCodeGrant(config, await signIn(expected), expected);
  }

  it('discovers, signs in to an organization, and reads userinfo', async () => {
    const answer = await tokens();
    assert.equal(answer.claims()?.sub, ada);
    assert.equal(answer.claims()?.['org_id'], acme);
    const userinfo = await client.fetchUserInfo(config, answer.access_token, ada);
    assert.equal(userinfo.email, 'ada@acme.example');
  });

  it('refreshes with a token that works once, and revokes the family', async () => {
    const { refresh_token = '' } = await tokens();
    const refreshed = await client.refreshTokenGrant(config, refresh_token);
    assert.equal(refreshed.claims()?.['org_id'], acme);
    assert.notEqual(refreshed.refresh_token, refresh_token);
    await client.tokenRevocation(config, refreshed.refresh_token ?? '');
    const again = client.refreshTokenGrant(config, refreshed.refresh_token ?? '');
    await assert.rejects(again, { error: 'invalid_grant' });
  });

  it('is refused a code with the wrong verifier, without one, and a second time', async () => {
    const first = expectations();
    const wrong = { ...first, pkceCodeVerifier: client.randomPKCECodeVerifier() };
    await assert.rejects(client.authorizationCodeGrant(config, await signIn(first), wrong), {
      error: 'invalid_grant',
    });
    const second = expectations();
    const { expectedNonce, expectedState } = second;
    const without = client.authorizationCodeGrant(config, await signIn(second), {
      expectedNonce,
      expectedState,
    });
    await assert.rejects(without, { error: 'invalid_grant' });
    const third = expectations();
    const callback = await signIn(third);
    await client.authorizationCodeGrant(config, callback, third);
    await assert.rejects(client.authorizationCodeGrant(config, callback, third), { error: 'invalid_grant' });
  });

  it('gets errors at the callback', async () => {
    const refusals: [Record<string, string>, string][] = [
      [{ organization: 'nowhere' }, 'invalid_request'],
      [{ code_challenge_method: 'plain' }, 'invalid_request'],
      [{ prompt: 'none' }, 'login_required'],
    ];
    for (const [parameters, error] of refusals) {
      const expected = expectations();
      const callback = await signIn(expected, parameters);
      await assert.rejects(client.authorizationCodeGrant(config, callback, expected), { error });
    }
  });

  it('gets tokens bound to its key with a nonce and uses them at userinfo', async () => {
    const keys = await client.randomDPoPKeyPair('ES256');
    const DPoP = client.getDPoPHandle(config, keys);
    const expected = expectations();
    const callback = await signIn(expected, { dpop_jkt: await DPoP.calculateThumbprint() });
    const bound = await client.authorizationCodeGrant(config, callback, expected, undefined, { DPoP });
    assert.equal(bound.token_type, 'dpop');
    const userinfo = await client.fetchUserInfo(config, bound.access_token, ada, { DPoP });
    assert.equal(userinfo.sub, ada);
    await assert.rejects(client.fetchUserInfo(config, bound.access_token, ada));

    const stranger = client.getDPoPHandle(config, await client.randomDPoPKeyPair('ES256'));
    const stolen = client.refreshTokenGrant(config, bound.refresh_token ?? '', undefined, { DPoP: stranger });
    await assert.rejects(stolen, { error: 'invalid_dpop_proof' });
    const refreshed = await client.refreshTokenGrant(config, bound.refresh_token ?? '', undefined, { DPoP });
    assert.equal(refreshed.token_type, 'dpop');
  });

  it('logs out with the ID token it holds', async () => {
    const { id_token = '' } = await tokens();
    const url = client.buildEndSessionUrl(config, {
      id_token_hint: id_token,
      post_logout_redirect_uri: 'http://localhost:4000/bye',
      state: 'after',
    });
    const done = await fetch(url, { redirect: 'manual' });
    assert.equal(done.headers.get('location'), 'http://localhost:4000/bye?state=after');
  });

  it('gets a machine token', async () => {
    const { clientId, clientSecret } = served.tenant.clients.proxy;
    const machine = await client.discovery(new URL(served.url), clientId, clientSecret, undefined, {
      execute: [client.allowInsecureRequests],
    });
    const audience = `${served.url}/api/v2/`;
    const { access_token } = await client.clientCredentialsGrant(machine, { audience });
    const response = await fetch(`${served.url}/api/v2/users/${encodeURIComponent(ada)}`, {
      headers: { authorization: `Bearer ${access_token}` },
    });
    assert.equal(response.status, 200);
  });
});
