import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { claimsOf } from '../dev-tenant/helpers.js';
import { createClient, signIn, startRelyingParty, type RelyingParty } from './relying-party.js';

const mia = 'auth0|ac3e00000000000000000003';
const acme = 'org_acme000000000000';

let app: RelyingParty;
before(async () => {
  app = await startRelyingParty();
});
after(() => app.close());
beforeEach(() => app.tenant.reset());

/** What auth0-spa-js rejected with. */
interface Refusal {
  readonly error: string;
  readonly error_description: string;
}

describe('auth0-spa-js without refresh tokens', () => {
  it('signs in to an organization by its name, and renews silently in a frame', async () => {
    const visitor = await app.visit();
    await signIn(visitor, app, 'Mia Okafor');
    const { page } = visitor;
    const claims = await page.evaluate(() => window.client.getIdTokenClaims());
    assert.deepEqual([claims?.sub, claims?.['org_id'], claims?.['org_name']], [mia, acme, 'acme']);

    app.tenant.requests.clear();
    const token = await page.evaluate(() => window.client.getTokenSilently({ cacheMode: 'off' }));
    assert.equal(claimsOf(token)['org_id'], acme);
    assert.deepEqual(
      app.tenant.requests.list().map(({ method, path }) => `${method} ${path}`),
      ['GET /authorize', 'GET /u/web-message.js', 'POST /oauth/token'],
    );
  });

  it('hears that a login is required, and that someone is blocked', async () => {
    const { page } = await app.visit();
    const silent = () =>
      page.evaluate(() => window.client.getTokenSilently().catch((reason: Refusal) => reason.error));
    assert.equal(await silent(), 'login_required');
    await page.evaluate(() => window.client.loginWithRedirect());
    await page.getByRole('button', { name: /^Ben Roth/ }).click();
    await page.waitForURL(`${app.url}?*`);
    await createClient(page, app.tenant, {});
    const refusal = await page.evaluate(() =>
      window.client.handleRedirectCallback().then(
        () => 'signed in',
        (reason: Refusal) => `${reason.error}: ${reason.error_description}`,
      ),
    );
    assert.equal(refusal, 'unauthorized: user is blocked');
  });

  it('logs out at the tenant and comes back', async () => {
    const visitor = await app.visit();
    await signIn(visitor, app, 'Mia Okafor');
    const { page } = visitor;
    await page.evaluate((returnTo) => window.client.logout({ logoutParams: { returnTo } }), `${app.url}?bye`);
    await page.waitForURL(`${app.url}?bye`);
    await createClient(page, app.tenant, {});
    const silent = await page.evaluate(() =>
      window.client.getTokenSilently().catch((reason: Refusal) => reason.error),
    );
    assert.equal(silent, 'login_required');
  });

  it('signs in by a popup, which closes by itself', async () => {
    const { page, context } = await app.visit();
    const opened = context.waitForEvent('page');
    const done = page.evaluate(async () => {
      await window.client.loginWithPopup();
      return (await window.client.getUser())?.name;
    });
    const popup = await opened;
    const closed = popup.waitForEvent('close');
    await popup.getByRole('button', { name: /^Mia Okafor/ }).click();
    assert.equal(await done, 'Mia Okafor');
    await closed;
    assert.equal(page.url(), app.url);
  });

  it('hears from a popup too that someone does not belong', async () => {
    const { page, context } = await app.visit({ authorizationParams: { organization: 'umbrella' } });
    const opened = context.waitForEvent('page');
    const done = page.evaluate(() =>
      window.client.loginWithPopup().then(
        () => 'signed in',
        (reason: Refusal) => reason.error,
      ),
    );
    const popup = await opened;
    await popup.getByLabel('Email, username or phone number').fill('mia@acme.example');
    await popup.getByLabel('Password').fill('orgdesk');
    await popup.getByRole('button', { name: 'Continue' }).click();
    assert.equal(await done, 'access_denied');
  });
});

describe('auth0-spa-js with refresh tokens', () => {
  const options = { useRefreshTokens: true };
  const renew = () => window.client.getTokenSilently({ cacheMode: 'off' });

  it('rotates them, and loses the family when a stolen one is used', async () => {
    const visitor = await app.visit(options);
    await signIn(visitor, app, 'Mia Okafor', options);
    const { page, tokenAnswers } = visitor;
    app.tenant.requests.clear();
    await page.evaluate(renew);
    await page.evaluate(renew);
    assert.equal(app.tenant.requests.count({ path: '/authorize' }), 0);
    const tokens = (await tokenAnswers(3)).map((answer) => answer['refresh_token']);
    assert.equal(new Set(tokens).size, 3);

    const stolen = await fetch(`${app.tenant.url}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: app.tenant.clients.spa.clientId,
        refresh_token: String(tokens[0]),
      }),
    });
    assert.equal(stolen.status, 403);
    const refusal = await page.evaluate(() =>
      window.client.getTokenSilently({ cacheMode: 'off' }).catch((reason: Refusal) => reason.error),
    );
    assert.equal(refusal, 'invalid_grant');
  });

  it('falls back to a frame while the session lives, where the application wants that', async () => {
    const fallback = { ...options, useRefreshTokensFallback: true };
    const visitor = await app.visit(fallback);
    await signIn(visitor, app, 'Mia Okafor', fallback);
    await visitor.page.reload();
    await createClient(visitor.page, app.tenant, fallback);
    app.tenant.requests.clear();
    assert.equal(claimsOf(await visitor.page.evaluate(renew))['sub'], mia);
    assert.equal(app.tenant.requests.count({ path: '/authorize' }), 1);
  });

  it('revokes them', async () => {
    const visitor = await app.visit(options);
    await signIn(visitor, app, 'Mia Okafor', options);
    await visitor.page.evaluate(() => window.client.revokeRefreshToken());
    const refusal = await visitor.page.evaluate(() =>
      window.client.getTokenSilently({ cacheMode: 'off' }).catch((reason: Refusal) => reason.error),
    );
    assert.equal(refusal, 'missing_refresh_token');
  });
});

describe('auth0-spa-js with useDpop', () => {
  const options = {
    useDpop: true,
    useRefreshTokens: true,
    authorizationParams: { scope: 'openid profile email' },
  };

  it('gets tokens bound to its key, renews them, and calls an API with proofs', async () => {
    const visitor = await app.visit(options);
    await signIn(visitor, app, 'Mia Okafor', options);
    const { page, tokenAnswers } = visitor;
    const answers = (await tokenAnswers(2)).map((answer) => answer['error'] ?? answer['token_type']);
    assert.deepEqual(answers, ['use_dpop_nonce', 'DPoP']);
    const first = await page.evaluate(() => window.client.getTokenSilently());
    const renewed = await page.evaluate(() => window.client.getTokenSilently({ cacheMode: 'off' }));
    assert.equal((await tokenAnswers(3))[2]?.['token_type'], 'DPoP');
    assert.ok(claimsOf(first)['cnf']);
    assert.deepEqual(claimsOf(renewed)['cnf'], claimsOf(first)['cnf']);

    const { url, audience } = app.tenant;
    const user = await page.evaluate(
      async ([baseUrl = '', audience = '']) => {
        const fetcher = window.client.createFetcher({ baseUrl, dpopNonceId: 'userinfo' });
        const response = await fetcher.fetchWithAuth('/userinfo', {}, { audience });
        return (await response.json()) as { sub: string };
      },
      [url, audience],
    );
    assert.equal(user.sub, mia);

    const status = await page.evaluate(async (url) => {
      const token = (await window.client.getTokenSilently()) ?? '';
      const headers = { authorization: `Bearer ${token}` };
      return (await fetch(url, { headers })).status;
    }, `${app.tenant.url}/userinfo`);
    assert.equal(status, 401, 'the token alone is worth nothing');
  });
});

describe('an invitation in auth0-spa-js', () => {
  it('leads from the mail through the sign-up to the application', async () => {
    app.tenant.setLoginUri(app.url);
    const invitee = { email: 'nia@acme.example' };
    const machine = await fetch(`${app.tenant.url}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: app.tenant.clients.proxy.clientId,
        client_secret: app.tenant.clients.proxy.clientSecret,
        audience: `${app.tenant.url}/api/v2/`,
      }),
    });
    const { access_token } = (await machine.json()) as { access_token: string };
    await fetch(`${app.tenant.url}/api/v2/organizations/${acme}/invitations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        inviter: { name: 'Ada' },
        invitee,
        client_id: app.tenant.clients.spa.clientId,
      }),
    });
    const [mail] = app.tenant.outbox.list();
    assert.equal(mail?.to, invitee.email);

    const { page } = await app.visit();
    await page.goto(mail.url);
    const { searchParams } = new URL(page.url());
    const authorizationParams = {
      invitation: searchParams.get('invitation') ?? '',
      organization: searchParams.get('organization') ?? '',
    };
    await createClient(page, app.tenant, { authorizationParams });
    await page.evaluate(() => window.client.loginWithRedirect());
    await page.getByLabel('New password').fill('a password of my own');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.waitForURL(`${app.url}?*code=*`);
    await createClient(page, app.tenant, { authorizationParams });
    await page.evaluate(() => window.client.handleRedirectCallback());
    const user = await page.evaluate(() => window.client.getUser());
    assert.deepEqual([user?.email, user?.email_verified], [invitee.email, true]);
  });
});
