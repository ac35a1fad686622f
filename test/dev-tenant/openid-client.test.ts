import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
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

  async function signIn(expected: {
    pkceCodeVerifier: string;
    expectedNonce: string;
    expectedState: string;
  }) {
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: 'openid profile email offline_access',
      audience: served.tenant.audience,
      organization: 'acme',
      code_challenge: await client.calculatePKCECodeChallenge(expected.pkceCodeVerifier),
      code_challenge_method: 'S256',
      nonce: expected.expectedNonce,
      state: expected.expectedState,
    });
    const begun = await fetch(url, { redirect: 'manual' });
    const cookie = begun.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    const body = new URLSearchParams({ username: 'ada@acme.example', password: 'orgdesk' });
    const login = begun.headers.get('location') ?? '';
    const done = await fetch(login, { method: 'POST', body, headers: { cookie }, redirect: 'manual' });
    return new URL(done.headers.get('location') ?? '');
  }

  it('discovers, signs in, reads userinfo, refreshes and revokes', async () => {
    const expected = {
      pkceCodeVerifier: client.randomPKCECodeVerifier(),
      expectedNonce: client.randomNonce(),
      expectedState: client.randomState(),
    };
    const tokens = await client.authorizationCodeGrant(config, await signIn(expected), expected);
    assert.equal(tokens.claims()?.sub, ada);
    assert.equal(tokens.claims()?.['org_id'], acme);

    const userinfo = await client.fetchUserInfo(config, tokens.access_token, ada);
    assert.equal(userinfo.email, 'ada@acme.example');

    const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '');
    assert.equal(refreshed.claims()?.sub, ada);
    await client.tokenRevocation(config, refreshed.refresh_token ?? '', {
      token_type_hint: 'refresh_token',
    });
    await assert.rejects(client.refreshTokenGrant(config, refreshed.refresh_token ?? ''), {
      error: 'invalid_grant',
    });
  });

  it('is told of a wrong verifier in its own language', async () => {
    const expected = {
      pkceCodeVerifier: client.randomPKCECodeVerifier(),
      expectedNonce: client.randomNonce(),
      expectedState: client.randomState(),
    };
    const callback = await signIn(expected);
    const wrong = { ...expected, pkceCodeVerifier: client.randomPKCECodeVerifier() };
    await assert.rejects(client.authorizationCodeGrant(config, callback, wrong), { error: 'invalid_grant' });
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
