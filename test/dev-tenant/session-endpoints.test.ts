import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  Browser,
  acme,
  ada,
  answerIn,
  claimsOf,
  createDevTenant,
  exchange,
  locationOf,
  read,
  signIn,
} from './helpers.js';

describe('logout', () => {
  const tenant = createDevTenant();

  async function signedInBrowser() {
    const browser = new Browser(tenant);
    const back = await browser.signIn('ada@acme.example', { organization: acme });
    return { browser, code: back.searchParams.get('code') };
  }
  const isSignedIn = async (browser: Browser) =>
    locationOf(await browser.authorize({ prompt: 'none' })).searchParams.has('code');

  it('by /v2/logout ends the session and returns to a registered address', async () => {
    const { browser } = await signedInBrowser();
    assert.ok(await isSignedIn(browser));
    const response = await browser.visit('/v2/logout?returnTo=http%3A%2F%2Flocalhost%3A4000%2F');
    assert.equal(locationOf(response).href, 'http://localhost:4000/');
    assert.ok(!(await isSignedIn(browser)));
  });

  it('rejects other addresses and keeps the session', async () => {
    const { browser } = await signedInBrowser();
    const response = await browser.visit('/v2/logout?returnTo=https%3A%2F%2Fevil.example');
    assert.equal(response.status, 400);
    assert.equal(response.headers.get('location'), null);
    assert.ok(await isSignedIn(browser));
  });

  it('without an address says so', async () => {
    assert.equal(await (await new Browser(tenant).visit('/v2/logout')).text(), 'OK');
  });

  it('by /oidc/logout with the own ID token hands the state back', async () => {
    const { browser, code } = await signedInBrowser();
    const { body } = await exchange(tenant, { code });
    const query = new URLSearchParams({
      id_token_hint: String(body['id_token']),
      post_logout_redirect_uri: 'http://localhost:4000/bye',
      state: 'after',
    });
    const back = locationOf(await browser.visit(`/oidc/logout?${query.toString()}`));
    assert.deepEqual([back.pathname, answerIn(back)], ['/bye', { state: 'after' }]);
    assert.ok(!(await isSignedIn(browser)));
  });

  it('by /oidc/logout with the session named as logout_hint needs no token', async () => {
    const { browser, code } = await signedInBrowser();
    const { body } = await exchange(tenant, { code });
    const sid = String(claimsOf(body['id_token'])['sid']);
    const query = `client_id=${tenant.clients.spa.clientId}&logout_hint=${sid}`;
    assert.equal(await (await browser.visit(`/oidc/logout?${query}`)).text(), 'OK');
    assert.ok(!(await isSignedIn(browser)));
  });

  it('asks for confirmation with a missing, forged, or foreign hint', async () => {
    const other = await signedInBrowser();
    const { body } = await exchange(tenant, { code: other.code });
    const hint = String(body['id_token']);
    const { browser } = await signedInBrowser();
    for (const query of ['', `?id_token_hint=${hint.slice(0, -4)}AAAA`, `?id_token_hint=${hint}`]) {
      const page = await (await browser.visit(`/oidc/logout${query}`)).text();
      assert.match(page, /<h1>Sign out\?<\/h1>/);
      assert.ok((await isSignedIn(browser)) && (await isSignedIn(other.browser)));
    }
    const query = '?post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A4000%2Fbye&state=after';
    const back = locationOf(await browser.visit(`/oidc/logout/confirm${query}`, { answer: 'yes' }));
    assert.deepEqual([back.pathname, answerIn(back)], ['/bye', { state: 'after' }]);
    assert.deepEqual([await isSignedIn(browser), await isSignedIn(other.browser)], [false, true]);
  });

  it('refuses hints that contradict each other, and addresses of another application', async () => {
    const own = createDevTenant({
      seed: {
        clients: [{ client_id: 'shop', allowed_logout_urls: ['https://shop.example/bye'] }],
      },
    });
    const at = async (path: string) => (await own.fetch(`${own.url}${path}`)).status;
    assert.equal(await at('/v2/logout?client_id=shop&returnTo=https://shop.example/bye'), 302);
    assert.equal(await at('/v2/logout?client_id=shop&returnTo=http://localhost:4000/'), 400);
    assert.equal(await at('/v2/logout?returnTo=https://shop.example/bye'), 400);
    const hint = await own.tokens.issueIdToken({ userId: 'auth0|x', sid: 'one' });
    assert.equal(await at(`/oidc/logout?id_token_hint=${hint}&client_id=shop`), 400);
    assert.equal(await at(`/oidc/logout?id_token_hint=${hint}&logout_hint=two`), 400);
  });
});

describe('GET /userinfo', () => {
  const tenant = createDevTenant();
  const userinfo = async (token: string) =>
    read(await tenant.fetch(`${tenant.url}/userinfo`, { headers: { authorization: `Bearer ${token}` } }));

  it('accepts an opaque token until it expires', async () => {
    const back = await new Browser(tenant).signIn('ada', { audience: undefined });
    const { body } = await exchange(tenant, { code: back.searchParams.get('code') });
    const token = String(body['access_token']);
    assert.equal(token.split('.').length, 5);
    assert.throws(() => claimsOf(token)['sub'] ?? assert.fail('nothing to read'));
    assert.equal((await userinfo(token)).body['sub'], ada);
    assert.equal((await userinfo(`${token.slice(0, -4)}AAAA`)).status, 401);
    tenant.clock.advance(86_400_000);
    assert.equal((await userinfo(token)).status, 401);
    tenant.clock.reset();
  });

  it('returns the claims of the granted scopes', async () => {
    const { accessToken } = await signIn(tenant, { username: 'ada', scope: 'openid email' });
    assert.deepEqual((await userinfo(accessToken)).body, {
      sub: ada,
      email: 'ada@acme.example',
      email_verified: true,
    });
  });

  it('refuses a token without openid, an ID token and none at all', async () => {
    const withoutOpenid = await tenant.tokens.issueAccessToken({ userId: ada, aud: tenant.audience });
    const idToken = await tenant.tokens.issueIdToken({ userId: ada });
    for (const token of [withoutOpenid, idToken, '']) assert.equal((await userinfo(token)).status, 401);
  });
});

describe('CORS', () => {
  const tenant = createDevTenant();
  const ask = (path: string, origin: string, method = 'OPTIONS') =>
    tenant.fetch(`${tenant.url}${path}`, {
      method,
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'auth0-client,content-type',
      },
    });

  for (const path of ['/oauth/token', '/oauth/revoke', '/userinfo', '/.well-known/jwks.json']) {
    it(`lets a registered origin call ${path}, and no other`, async () => {
      const allowed = await ask(path, 'http://localhost:4000');
      assert.equal(allowed.status, 204);
      assert.equal(allowed.headers.get('access-control-allow-origin'), 'http://localhost:4000');
      assert.match(allowed.headers.get('access-control-allow-headers') ?? '', /auth0-client/);
      const refused = await ask(path, 'https://evil.example');
      assert.equal(refused.headers.get('access-control-allow-origin'), null);
    });
  }

  it('also lets the app read errors', async () => {
    const response = await ask('/oauth/token', 'http://localhost:4000', 'POST');
    assert.equal(response.status, 400);
    assert.equal(response.headers.get('access-control-allow-origin'), 'http://localhost:4000');
  });

  it('is not offered by the Management API', async () => {
    const response = await ask('/api/v2/users/x', 'http://localhost:4000');
    assert.equal(response.headers.get('access-control-allow-origin'), null);
  });
});
