import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  Browser,
  acme,
  ada,
  answerIn,
  createDevTenant,
  exchange,
  globex,
  grace,
  locationOf,
  mia,
  redirectUri,
  sam,
  umbrella,
} from './helpers.js';

describe('GET /authorize', () => {
  const tenant = createDevTenant();

  it('leads through the login page back to the app with a code and the state', async () => {
    const browser = new Browser(tenant);
    const page = locationOf(await browser.authorize({ organization: acme }));
    assert.equal(page.pathname, '/u/login');
    const back = locationOf(
      await browser.visit(page.href, { username: 'ada@acme.example', password: 'orgdesk' }),
    );
    assert.equal(`${back.origin}${back.pathname}`, redirectUri);
    assert.equal(back.searchParams.get('state'), 'the-state');
    const { status, body } = await exchange(tenant, { code: back.searchParams.get('code') });
    assert.equal(status, 200);
    assert.deepEqual(Object.keys(body).sort(), [
      'access_token',
      'expires_in',
      'id_token',
      'refresh_token',
      'scope',
      'token_type',
    ]);
  });

  it('keeps a query the callback URL already has', async () => {
    const back = await new Browser(tenant).signIn('ada', { redirect_uri: `${redirectUri}?tab=1` });
    assert.equal(back.searchParams.get('tab'), '1');
    assert.ok(back.searchParams.has('code'));
  });

  it('also accepts an organization by name', async () => {
    const back = await new Browser(tenant).signIn('mia@acme.example', { organization: 'acme' });
    assert.ok(back.searchParams.has('code'));
  });

  it('lets a signed-in browser into each of its organizations without a prompt', async () => {
    const browser = new Browser(tenant);
    await browser.signIn('sam@acme.example', { organization: acme });
    const back = locationOf(await browser.authorize({ organization: globex }));
    assert.ok(back.searchParams.has('code'));
  });

  it('requires a sign-in for prompt=login, max_age=0, and sessions older than max_age', async () => {
    const browser = new Browser(tenant);
    await browser.signIn('ada@acme.example');
    for (const again of [{ prompt: 'login' }, { max_age: '0' }]) {
      assert.equal(locationOf(await browser.authorize(again)).pathname, '/u/login');
    }
    assert.ok(locationOf(await browser.authorize({ max_age: '300' })).searchParams.has('code'));
    tenant.clock.advance(301_000);
    assert.equal(locationOf(await browser.authorize({ max_age: '300' })).pathname, '/u/login');
    tenant.clock.reset();
  });

  it('answers prompt=none with login_required without a session', async () => {
    const back = locationOf(await new Browser(tenant).authorize({ prompt: 'none' }));
    assert.deepEqual(answerIn(back), {
      error: 'login_required',
      error_description: 'Login required',
      state: 'the-state',
    });
  });

  it('sends a non-member back with access_denied', async () => {
    const back = await new Browser(tenant).signIn('mia@acme.example', { organization: globex });
    assert.equal(back.searchParams.get('error'), 'access_denied');
    assert.equal(
      back.searchParams.get('error_description'),
      `user ${mia} is not part of the ${globex} organization`,
    );
  });

  it('refuses a member whose connection is not enabled for the organization', async () => {
    const back = await new Browser(tenant).signIn('ivy@initech.example', { organization: acme });
    assert.equal(back.searchParams.get('error'), 'access_denied');
  });

  it('makes users of a connection with auto-membership members', async () => {
    tenant.organizations.removeMember(globex, grace);
    assert.ok(tenant.personas.some((persona) => persona.userId === grace));
    const back = await new Browser(tenant).signIn('grace@globex.example', { organization: globex });
    assert.ok(back.searchParams.has('code'));
    tenant.reset();
  });

  it('does not add members through other connections', async () => {
    tenant.organizations.removeMember(acme, mia);
    const back = await new Browser(tenant).signIn('mia@acme.example', { organization: acme });
    assert.equal(back.searchParams.get('error'), 'access_denied');
    tenant.reset();
  });

  it('rejects a blocked user with a message and still counts the attempt', async () => {
    const ben = 'auth0|ac3e00000000000000000005';
    const before = tenant.users.get(ben)?.logins_count ?? 0;
    const back = await new Browser(tenant).signIn('ben@acme.example', { organization: acme });
    assert.deepEqual(answerIn(back), {
      error: 'unauthorized',
      error_description: 'user is blocked',
      state: 'the-state',
    });
    assert.equal(tenant.users.get(ben)?.logins_count, before + 1);
  });

  it('ends the session of a user who is blocked later', async () => {
    const browser = new Browser(tenant);
    await browser.signIn('ada@acme.example');
    tenant.users.update(ada, { blocked: true });
    assert.equal(locationOf(await browser.authorize()).pathname, '/u/login');
    tenant.reset();
  });

  it('never redirects to an unregistered URL or for an unknown client', async () => {
    const hostile = [
      { redirect_uri: 'https://evil.example/' },
      { redirect_uri: 'http://localhost.evil.example/' },
      { redirect_uri: 'http://localhost@evil.example/' },
      { redirect_uri: 'http://localhost:1/#fragment' },
      { redirect_uri: 'javascript:alert(1)' },
      { redirect_uri: undefined },
      { client_id: 'nobody' },
    ];
    for (const overrides of hostile) {
      const response = await new Browser(tenant).authorize(overrides);
      assert.ok([400, 403].includes(response.status), JSON.stringify(overrides));
      assert.equal(response.headers.get('location'), null);
    }
  });

  const faulty: [string, Record<string, string | undefined>, string][] = [
    ['no PKCE', { code_challenge: undefined }, 'invalid_request'],
    ['plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['a challenge that is none', { code_challenge: 'short' }, 'invalid_request'],
    ['an implicit flow', { response_type: 'token' }, 'unsupported_response_type'],
    ['an unknown organization', { organization: 'nowhere' }, 'invalid_request'],
    ['an unknown audience', { audience: 'https://other.example' }, 'access_denied'],
    ['an unknown prompt', { prompt: 'maybe' }, 'invalid_request'],
    ['a max_age that is no number', { max_age: '-1' }, 'invalid_request'],
  ];
  for (const [what, overrides, error] of faulty) {
    it(`tells the app about ${what}`, async () => {
      const back = locationOf(await new Browser(tenant).authorize(overrides));
      assert.equal(back.searchParams.get('error'), error);
      assert.equal(back.searchParams.get('state'), 'the-state');
    });
  }

  it('accepts exactly the callbacks a seed registers', async () => {
    const own = createDevTenant({ seed: { settings: { callbacks: ['https://app.example/callback'] } } });
    const good = await new Browser(own).authorize({ redirect_uri: 'https://app.example/callback' });
    assert.equal(good.status, 302);
    const bad = await new Browser(own).authorize({ redirect_uri: 'https://app.example/callback/' });
    assert.equal(bad.status, 403);
  });
});

describe('response_mode=web_message', () => {
  const tenant = createDevTenant();
  const silent = { response_mode: 'web_message', prompt: 'none' };

  it('posts the code to the app’s origin only', async () => {
    const browser = new Browser(tenant);
    await browser.signIn('uma@umbrella.example', { organization: umbrella });
    const response = await browser.authorize({ ...silent, organization: umbrella });
    const page = await response.text();
    assert.equal(response.status, 200);
    assert.match(page, /data-target-origin="http:\/\/localhost:4000"/);
    const answer = /data-response="([^"]*)"/.exec(page)?.[1]?.replaceAll('&quot;', '"') ?? '';
    const { code, state } = JSON.parse(answer) as Record<string, string>;
    assert.equal(state, 'the-state');
    assert.equal((await exchange(tenant, { code })).status, 200);
  });

  it('posts login_required without a session', async () => {
    const page = await (await new Browser(tenant).authorize(silent)).text();
    assert.match(page, /login_required/);
  });

  it('has no inline script and may be framed by the app only', async () => {
    const response = await new Browser(tenant).authorize({ ...silent, state: '"><script>alert(1)</script>' });
    assert.equal(
      response.headers.get('content-security-policy'),
      "default-src 'none'; script-src 'self'; frame-ancestors http://localhost:4000",
    );
    const page = await response.text();
    assert.equal(page.match(/<script/g)?.length, 1);
    assert.match(page, /<script src="\/u\/web-message.js">/);
  });

  it('rejects an unregistered origin, even with a registered callback', async () => {
    const own = createDevTenant({ seed: { settings: { callbacks: ['https://app.example/callback'] } } });
    const response = await new Browser(own).authorize({
      ...silent,
      redirect_uri: 'https://app.example/callback',
    });
    assert.equal(response.status, 403);
  });

  it('rejects a signed-in user who is not a member of the organization', async () => {
    const browser = new Browser(tenant);
    await browser.signIn('sam@acme.example', { organization: acme });
    assert.ok(tenant.users.get(sam));
    const page = await (await browser.authorize({ ...silent, organization: umbrella })).text();
    assert.match(page, /access_denied/);
  });
});
