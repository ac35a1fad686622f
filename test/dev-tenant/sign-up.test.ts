import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Browser, acme, claimsOf, createDevTenant, exchange, locationOf, umbrella } from './helpers.js';

const tenant = createDevTenant();
beforeEach(() => tenant.reset());

async function open(parameters: Record<string, string>) {
  const browser = new Browser(tenant);
  return { browser, page: locationOf(await browser.authorize(parameters)) };
}
const hinted = { organization: umbrella, screen_hint: 'signup' };

describe('sign-up', () => {
  it('creates an account and a member if the connection and the organization allow it', async () => {
    const { browser, page } = await open({ ...hinted, login_hint: 'New@umbrella.example' });
    assert.equal(page.pathname, '/u/signup');
    const text = await (await browser.visit(page.href)).text();
    assert.match(text, /<h1>Sign up for Umbrella/);
    assert.match(text, /value="New@umbrella\.example"/);
    const form = { email: 'New@umbrella.example', password: 'long enough' };
    const back = locationOf(await browser.visit(page.href, form));
    const { body } = await exchange(tenant, { code: back.searchParams.get('code') });
    const { email, email_verified, org_id } = claimsOf(body['id_token']);
    assert.deepEqual([email, email_verified, org_id], ['new@umbrella.example', false, umbrella]);

    const [sent] = tenant.outbox.list();
    assert.deepEqual([sent?.kind, sent?.to, sent?.organization?.id], ['verify_email', email, umbrella]);
    await tenant.fetch(sent?.url ?? '');
    const user = tenant.users.get(String(claimsOf(body['id_token'])['sub']));
    assert.equal(user?.email_verified, true);
  });

  it('is offered on the login page if it is available', async () => {
    for (const [organization, isOffered] of [
      [umbrella, true],
      [acme, false],
    ] as const) {
      const { browser, page } = await open({ organization });
      const text = await (await browser.visit(page.href)).text();
      assert.equal(/href="\/u\/signup\?state=/.test(text), isOffered);
    }
  });

  it('is not reachable through the URL or the hint if it is unavailable', async () => {
    const { browser, page } = await open({ organization: acme, screen_hint: 'signup' });
    assert.equal(page.pathname, '/u/login');
    const form = { email: 'new@acme.example', password: 'long enough' };
    assert.equal((await browser.visit(`/u/signup${page.search}`)).status, 400);
    assert.equal((await browser.visit(`/u/signup${page.search}`, form)).status, 400);
  });

  for (const [what, form, message] of [
    ['a taken address', { email: 'UMA@umbrella.example', password: 'long enough' }, /already exists/],
    ['no address', { email: 'new', password: 'long enough' }, /no email address/],
    ['a short password', { email: 'new@umbrella.example', password: 'short' }, /at least 8 characters/],
  ] as const) {
    it(`keeps the page for ${what}, with what was typed`, async () => {
      const { browser, page } = await open(hinted);
      const answer = await browser.visit(page.href, form);
      assert.equal(answer.status, 400);
      const text = await answer.text();
      assert.match(text, message);
      assert.ok(text.includes(`value="${form.email.toLowerCase()}"`));
    });
  }
});
