import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  Browser,
  acme,
  createDevTenant,
  globex,
  grace,
  locationOf,
  mia,
  signIn,
  worldWith,
} from './helpers.js';

describe('the login page', () => {
  const tenant = createDevTenant();

  async function open(overrides: Record<string, string> = {}) {
    const browser = new Browser(tenant);
    const url = locationOf(await browser.authorize(overrides)).href;
    return { browser, url, page: await (await browser.visit(url)).text() };
  }

  it('names the organization and labels its inputs', async () => {
    const { page } = await open({ organization: acme });
    assert.match(page, /<h1>Sign in to Acme Instruments<\/h1>/);
    assert.match(page, /<label for="username">/);
    assert.match(page, /<label for="password">/);
  });

  it('has one button for each persona of the organization, saying where they come from', async () => {
    const { page } = await open({ organization: globex });
    const buttons = [...page.matchAll(/<button name="persona" value="([^"]*)">\s*<span>([^<]*)/g)];
    assert.deepEqual(
      buttons.map(([, , label]) => label),
      ['Sam Sharma — database', 'Grace Reyes — enterprise (SAML)', 'Gus Andersen — enterprise (SAML)'],
    );
  });

  it('has a button for each persona if no organization is requested', async () => {
    const { page } = await open();
    assert.equal(page.match(/name="persona"/g)?.length, 14);
  });

  it('signs a persona in with one press', async () => {
    const { browser, url } = await open({ organization: globex });
    const back = locationOf(await browser.visit(url, { persona: grace }));
    assert.ok(back.searchParams.has('code'));
  });

  it('shows wrong credentials and keeps what was typed, escaped', async () => {
    const { browser, url } = await open();
    const response = await browser.visit(url, { username: '"><b>x', password: 'wrong' });
    const page = await response.text();
    assert.equal(response.status, 400);
    assert.match(page, /role="alert">Wrong username or password\./);
    assert.match(page, /value="&quot;&gt;&lt;b&gt;x"/);
    assert.doesNotMatch(page, /<b>x/);
    const back = locationOf(await browser.visit(url, { username: 'ada', password: 'orgdesk' }));
    assert.ok(back.searchParams.has('code'), 'a failed attempt does not use the login up');
  });

  it('fills in login_hint', async () => {
    const { page } = await open({ login_hint: 'mia@acme.example' });
    assert.match(page, /value="mia@acme.example"/);
  });

  it('rejects a locked-out user, by form and by button', async () => {
    for (const form of [
      { username: 'lio@acme.example', password: 'orgdesk' },
      { persona: 'auth0|ac3e00000000000000000004' },
    ]) {
      const { browser, url } = await open();
      const page = await (await browser.visit(url, form)).text();
      assert.match(page, /blocked after multiple consecutive login attempts/);
    }
  });

  it('can be completed once, and only by the browser that started it', async () => {
    const { browser, url } = await open();
    const form = { username: 'ada', password: 'orgdesk' };
    assert.equal((await new Browser(tenant).visit(url)).status, 400);
    assert.equal((await new Browser(tenant).visit(url, form)).status, 400);
    assert.equal((await browser.visit(url, form)).status, 302);
    assert.equal((await browser.visit(url, form)).status, 400);
  });

  it('expires after an hour', async () => {
    const { browser, url } = await open();
    tenant.clock.advance(61 * 60 * 1000);
    assert.equal((await browser.visit(url)).status, 400);
    tenant.clock.reset();
  });

  it('forbids scripts, styles from elsewhere, foreign form targets and framing', async () => {
    const { browser, url } = await open();
    const policy = (await browser.visit(url)).headers.get('content-security-policy');
    assert.equal(
      policy,
      "default-src 'none'; style-src 'self'; form-action 'self' http://localhost:4000; " +
        "frame-ancestors 'none'; base-uri 'none'",
    );
  });

  it('brings its own style sheet and nothing inline', async () => {
    const { browser, page } = await open();
    assert.doesNotMatch(page, /<style|style=|<script|onclick/);
    const css = await browser.visit('/u/login.css');
    assert.equal(css.headers.get('content-type'), 'text/css; charset=utf-8');
    assert.match(await css.text(), /prefers-color-scheme: dark/);
  });

  it('sets cookies a script cannot read and another site does not send', async () => {
    const browser = new Browser(tenant);
    const begun = await browser.authorize();
    const done = await browser.visit(locationOf(begun).href, { username: 'ada', password: 'orgdesk' });
    for (const cookie of [...begun.headers.getSetCookie(), ...done.headers.getSetCookie()]) {
      assert.match(cookie, /; Path=\/; HttpOnly; SameSite=Lax$/);
    }
  });
});

describe('effects of a login on the profile', () => {
  it('updates the time and the counter', async () => {
    const tenant = createDevTenant();
    const before = tenant.users.get(mia);
    await signIn(tenant, { username: 'mia@acme.example', organization: acme });
    const after = tenant.users.get(mia);
    assert.equal(after?.logins_count, (before?.logins_count ?? 0) + 1);
    assert.notEqual(after?.last_login, before?.last_login);
  });

  it('overwrites the root attributes of a federated user whose connection syncs', async () => {
    const tenant = createDevTenant();
    tenant.users.update(grace, { name: 'Edited', user_metadata: { job_title: 'Kept' } });
    await signIn(tenant, { username: 'grace@globex.example', organization: globex });
    assert.equal(tenant.users.get(grace)?.name, 'Grace Reyes');
    assert.deepEqual(tenant.users.get(grace)?.user_metadata, { job_title: 'Kept' });
  });

  for (const [mode, loginsBefore, expected] of [
    ['on_each_login', 5, 'Upstream'],
    ['on_first_login', 0, 'Upstream'],
    ['on_first_login', 5, 'Edited'],
    ['never_on_login', 0, 'Edited'],
  ] as const) {
    it(`with ${mode} and ${loginsBefore} logins before, the name is then ${expected}`, async () => {
      const options = { set_user_root_attributes: mode };
      const upstream = { name: 'Upstream', email: 'one@world.example' };
      const tenant = worldWith(
        { strategy: 'oidc', options },
        { name: 'Edited', upstream, logins_count: loginsBefore },
      );
      await signIn(tenant, { username: 'one@world.example' });
      assert.equal(tenant.users.get('oidc|one')?.name, expected);
    });
  }

  it('re-creates a deleted federated user, but not a deleted database user', async () => {
    const tenant = createDevTenant();
    tenant.users.delete(grace);
    tenant.users.delete(mia);
    await signIn(tenant, { username: 'grace@globex.example', organization: globex });
    assert.equal(tenant.users.get(grace)?.logins_count, 1);
    assert.equal(tenant.users.get(grace)?.user_metadata, undefined);
    await assert.rejects(signIn(tenant, { username: 'mia@acme.example', organization: acme }), /refused/);
    assert.equal(tenant.users.get(mia), undefined);
  });
});
