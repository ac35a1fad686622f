import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Browser, acme, createDevTenant, locationOf, management, mia, signIn } from './helpers.js';

const tenant = createDevTenant();
const call = management(tenant);
beforeEach(() => tenant.reset());

const lastEmail = () => tenant.outbox.list().at(-1)?.url ?? '';
const open = async (url: string) => {
  const response = await tenant.fetch(url);
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe('the link that verifies an address', () => {
  const send = (body: object) => call('POST', '/jobs/verification-email', { user_id: mia, ...body });

  it('carries the organization, works once, and is not leaked', async () => {
    tenant.users.update(mia, { email_verified: false });
    await send({ organization_id: acme });
    const { status, headers, text } = await open(lastEmail());
    assert.equal(status, 200);
    assert.match(text, /Acme Instruments/);
    assert.match(text, new RegExp(`/u/brand/${acme}\\.css`));
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.equal(tenant.users.get(mia)?.email_verified, true);
    assert.equal((await open(lastEmail())).status, 400);
  });

  it('expires after five days or when the address changes', async () => {
    await send({});
    tenant.users.update(mia, { email: 'other@acme.example', email_verified: false });
    assert.equal((await open(lastEmail())).status, 400);
    assert.equal(tenant.users.get(mia)?.email_verified, false);
    await send({});
    tenant.clock.advance(432_000_000);
    assert.match((await open(lastEmail())).text, /has expired/);
  });
});

describe('the link in the email after too many failed logins', () => {
  const fail = async () => {
    const browser = new Browser(tenant);
    const login = locationOf(await browser.authorize({ organization: acme }));
    return browser.visit(login.href, { username: 'mia@acme.example', password: 'wrong' });
  };
  const wanted = { username: 'mia@acme.example', organization: acme };

  it('is sent once and lifts the lockout', async () => {
    for (let failed = 0; failed < 12; failed += 1) await fail();
    const emails = tenant.outbox.list();
    assert.deepEqual(
      emails.map(({ kind, to }) => [kind, to]),
      [['blocked_account', 'mia@acme.example']],
    );
    await assert.rejects(signIn(tenant, wanted), /locked/);
    assert.match((await open(lastEmail())).text, /Account unblocked/);
    assert.ok((await signIn(tenant, wanted)).accessToken);
    assert.equal((await open(lastEmail())).status, 400);
    const { rows } = await call('GET', `/users/${mia}/logs`);
    const types = rows.map((row) => row['type']);
    for (const type of ['fp', 'limit_wc', 'ublkdu', 's']) assert.ok(types.includes(type), type);
  });

  it('does not lift the block of an administrator', async () => {
    for (let failed = 0; failed < 10; failed += 1) await fail();
    tenant.users.update(mia, { blocked: true });
    await open(lastEmail());
    await assert.rejects(signIn(tenant, wanted), /user is blocked/);
  });
});

describe('the colours of an organization', () => {
  it('style the button with a readable text color, if they are valid', async () => {
    const css = async (id: string) => (await open(`${tenant.url}/u/brand/${id}.css`)).text;
    assert.equal(
      await css(acme),
      '.primary { border-color: #0b6e74; background: #0b6e74; color: #ffffff; }\n',
    );
    assert.equal(await css('org_nowhere'), '');
    const hostile = createDevTenant({
      seed: {
        organizations: [
          {
            id: 'org_0000000000000001',
            name: 'x',
            display_name: 'X',
            branding: { colors: { primary: 'red;} body{display:none' } },
          },
        ],
      },
    });
    const answer = await hostile.fetch(`${hostile.url}/u/brand/org_0000000000000001.css`);
    assert.equal(await answer.text(), '');
  });
});
