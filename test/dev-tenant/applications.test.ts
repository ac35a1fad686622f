import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Seed } from '../../backend-proxy/dev-tenant/index.js';
import {
  Browser,
  acme,
  answerIn,
  claimsOf,
  createDevTenant,
  exchange,
  globex,
  locationOf,
  management,
  managementAs,
  read,
  redirectUri,
} from './helpers.js';

type Client = NonNullable<Seed['clients']>[number];

/**
 * Two organizations that share a database, with users who are members of both, one, and none. `client` is the
 * application under test.
 */
function worldFor(client: Partial<Client>, settings: NonNullable<Seed['settings']> = {}) {
  const orgs = [1, 2].map((n) => `org_000000000000000${n}`);
  return createDevTenant({
    seed: {
      settings,
      clients: [{ client_id: 'app', name: 'The app', local_urls: true, ...client }],
      connections: [{ id: 'con_1', name: 'db', strategy: 'auth0' }],
      organizations: orgs.map((id, n) => ({
        id,
        name: `org-${n + 1}`,
        display_name: `Organization ${n + 1}`,
      })),
      enabled_connections: orgs.map((organization_id) => ({ organization_id, connection_id: 'con_1' })),
      users: ['both', 'one', 'none'].map((name) => ({
        user_id: `auth0|${name}`,
        connection: 'db',
        email: `${name}@x.example`,
      })),
      memberships: [
        { organization_id: 'org_0000000000000001', user_id: 'auth0|both' },
        { organization_id: 'org_0000000000000002', user_id: 'auth0|both' },
        { organization_id: 'org_0000000000000002', user_id: 'auth0|one' },
      ],
    },
  });
}

const app = { client_id: 'app' };
const organizationOf = async (tenant: ReturnType<typeof worldFor>, back: URL) => {
  const { body } = await exchange(tenant, { ...app, code: back.searchParams.get('code') });
  return claimsOf(body['id_token'])['org_id'];
};

describe('an application of the seed', () => {
  it('gets responses at its registered URLs only', async () => {
    const tenant = worldFor({
      local_urls: false,
      callbacks: ['https://app.example/callback'],
      web_origins: ['https://app.example'],
    });
    const at = async (redirect_uri: string, more: Record<string, string> = {}) =>
      (await new Browser(tenant).authorize({ ...app, redirect_uri, ...more })).status;
    assert.equal(await at('https://app.example/callback'), 302);
    assert.equal(await at(redirectUri), 403);
    assert.equal(await at('https://app.example/callback', { client_id: 'dev-tenant-spa' }), 403);
    assert.equal(await at('https://app.example/callback', { response_mode: 'web_message' }), 302);
  });

  it('is the only one that can redeem its codes and refresh tokens', async () => {
    const tenant = worldFor({});
    const code = async () =>
      (await new Browser(tenant).signIn('one@x.example', app)).searchParams.get('code');
    assert.equal((await exchange(tenant, { code: await code() })).body['error'], 'invalid_grant');
    assert.equal((await exchange(tenant, { ...app, code: await code() })).status, 200);
  });

  it('can’t request an organization if its settings forbid it', async () => {
    const back = locationOf(
      await new Browser(worldFor({})).authorize({ ...app, organization: 'org_0000000000000001' }),
    );
    assert.deepEqual(answerIn(back), {
      error: 'invalid_request',
      error_description: 'parameter organization is not allowed for this client',
      state: 'the-state',
    });
  });

  it('rejects invitations if its settings forbid organizations', async () => {
    const { body } = await management(worldFor({}))(
      'POST',
      '/organizations/org_0000000000000001/invitations',
      {
        inviter: { name: 'x' },
        invitee: { email: 'new@x.example' },
        client_id: 'app',
      },
    );
    assert.equal(body['message'], 'The specified client_id does not allow organizations.');
  });

  it('must name an organization if its settings require one', async () => {
    const tenant = worldFor({ organization_usage: 'require' });
    const back = locationOf(await new Browser(tenant).authorize(app));
    assert.equal(
      back.searchParams.get('error_description'),
      'parameter organization is required for this client',
    );
  });
});

describe('the organization picker after the sign-in', () => {
  const required = {
    organization_usage: 'require',
    organization_require_behavior: 'post_login_prompt',
  } as const;

  it('shows the user’s organizations and continues with the chosen one', async () => {
    const tenant = worldFor(required);
    const browser = new Browser(tenant);
    const picker = await browser.signIn('both@x.example', app);
    assert.equal(picker.pathname, '/u/organization');
    const page = await (await browser.visit(picker.href)).text();
    assert.deepEqual(
      [...page.matchAll(/<button name="organization" value="([^"]*)"/g)].map(([, id]) => id),
      ['org_0000000000000001', 'org_0000000000000002'],
    );
    const back = locationOf(await browser.visit(picker.href, { organization: 'org_0000000000000002' }));
    assert.equal(await organizationOf(tenant, back), 'org_0000000000000002');
    assert.equal((await browser.visit(picker.href)).status, 400, 'the login is over');
  });

  it('rejects organizations that were not offered', async () => {
    const tenant = worldFor(required);
    const browser = new Browser(tenant);
    const picker = await browser.signIn('both@x.example', app);
    for (const organization of ['', 'org_000000000000000X']) {
      const again = await browser.visit(picker.href, { organization });
      assert.match(await again.text(), /Select an organization/);
    }
  });

  it('skips users with one organization and rejects users with none', async () => {
    const tenant = worldFor(required);
    const one = await new Browser(tenant).signIn('one@x.example', app);
    assert.equal(await organizationOf(tenant, one), 'org_0000000000000002');
    const none = await new Browser(tenant).signIn('none@x.example', app);
    assert.deepEqual(answerIn(none), {
      error: 'invalid_request',
      error_description:
        'client requires organization membership, but user does not belong to any organization',
      state: 'the-state',
    });
  });

  it('also asks signed-in browsers, and returns interaction_required in silent mode', async () => {
    const tenant = worldFor(required);
    const browser = new Browser(tenant);
    await browser.signIn('both@x.example', app);
    assert.equal(locationOf(await browser.authorize(app)).pathname, '/u/organization');
    const silent = locationOf(await browser.authorize({ ...app, prompt: 'none' }));
    assert.equal(silent.searchParams.get('error'), 'interaction_required');
    const named = await browser.authorize({ ...app, prompt: 'none', organization: 'org-1' });
    assert.ok(locationOf(named).searchParams.has('code'));
  });

  it('offers to continue without an organization if that is allowed', async () => {
    const tenant = worldFor({ ...required, organization_usage: 'allow' });
    const browser = new Browser(tenant);
    const picker = await browser.signIn('one@x.example', app);
    const back = locationOf(await browser.visit(picker.href, { organization: '' }));
    assert.equal(await organizationOf(tenant, back), undefined);
    const none = await new Browser(tenant).signIn('none@x.example', app);
    assert.ok(none.searchParams.has('code'));
  });

  it('shows the first 20', async () => {
    const ids = Array.from({ length: 25 }, (_, n) => `org_${String(n).padStart(16, '0')}`);
    const tenant = createDevTenant({
      seed: {
        clients: [{ client_id: 'app', local_urls: true, ...required }],
        connections: [{ id: 'con_1', name: 'db', strategy: 'auth0' }],
        organizations: ids.map((id, n) => ({ id, name: `org-${n}`, display_name: `Organization ${n}` })),
        enabled_connections: ids.map((organization_id) => ({ organization_id, connection_id: 'con_1' })),
        users: [{ user_id: 'auth0|x', connection: 'db', email: 'x@x.example' }],
        memberships: ids.map((organization_id) => ({ organization_id, user_id: 'auth0|x' })),
      },
    });
    const browser = new Browser(tenant);
    const page = await (await browser.visit((await browser.signIn('x@x.example', app)).href)).text();
    assert.equal(page.match(/name="organization"/g)?.length, 20);
  });

  it('adds users to the only organization with membership at login', async () => {
    const tenant = createDevTenant({ seed: 'globex' });
    tenant.organizations.removeMember(globex, 'samlp|globex-saml|grace@globex.example');
    const portal = { client_id: 'dev-tenant-portal' };
    const back = await new Browser(tenant).signIn('grace@globex.example', portal);
    const { body } = await exchange(tenant, { ...portal, code: back.searchParams.get('code') });
    assert.equal(claimsOf(body['access_token'])['org_id'], globex);
  });
});

describe('the organization prompt before the sign-in', () => {
  it('accepts a name, rejects an unknown one, and leads to the organization’s login page', async () => {
    const tenant = worldFor({
      organization_usage: 'require',
      organization_require_behavior: 'pre_login_prompt',
    });
    const browser = new Browser(tenant);
    const prompt = locationOf(await browser.authorize(app));
    assert.equal(prompt.pathname, '/u/organization');
    assert.match(await (await browser.visit(prompt.href)).text(), /Name of your organization/);
    const wrong = await browser.visit(prompt.href, { organization: 'nowhere' });
    assert.equal(wrong.status, 400);
    assert.match(await wrong.text(), /There is no such organization/);
    const login = locationOf(await browser.visit(prompt.href, { organization: 'Org-2' }));
    assert.match(await (await browser.visit(login.href)).text(), /Sign in to Organization 2/);
    const form = { username: 'one@x.example', password: 'orgdesk' };
    const back = locationOf(await browser.visit(login.href, form));
    assert.equal(await organizationOf(tenant, back), 'org_0000000000000002');
    const silent = locationOf(await browser.authorize({ ...app, prompt: 'none' }));
    assert.equal(silent.searchParams.get('error'), 'interaction_required');
  });
});

describe('organization names', () => {
  it('work like IDs and appear in tokens only if the tenant allows it', async () => {
    const tenant = worldFor({ organization_usage: 'allow' }, { organization_names: false });
    const refused = locationOf(await new Browser(tenant).authorize({ ...app, organization: 'org-2' }));
    assert.equal(
      refused.searchParams.get('error_description'),
      'authorization request parameter organization must be an organization id',
    );
    const organization = 'org_0000000000000002';
    const back = await new Browser(tenant).signIn('one@x.example', { ...app, organization });
    const { body } = await exchange(tenant, { ...app, code: back.searchParams.get('code') });
    for (const token of [body['id_token'], body['access_token']]) {
      assert.equal(claimsOf(token)['org_id'], organization);
      assert.ok(!('org_name' in claimsOf(token)));
    }
  });
});

describe('a connection named by the application', () => {
  const tenant = createDevTenant();

  it('limits the login page and the sign-in to its users', async () => {
    const browser = new Browser(tenant);
    const login = locationOf(await browser.authorize({ organization: globex, connection: 'globex-saml' }));
    const page = await (await browser.visit(login.href)).text();
    assert.equal(page.match(/name="persona"/g)?.length, 2);
    const form = { username: 'sam@acme.example', password: 'orgdesk' };
    assert.equal((await browser.visit(login.href, form)).status, 400);
  });

  it('requires a new sign-in from users of another connection', async () => {
    const browser = new Browser(tenant);
    await browser.signIn('sam@acme.example', { organization: globex });
    const own = locationOf(await browser.authorize({ organization: globex, connection: 'acme-users' }));
    assert.ok(own.searchParams.has('code'));
    const other = locationOf(await browser.authorize({ organization: globex, connection: 'globex-saml' }));
    assert.equal(other.pathname, '/u/login');
  });

  it('must exist and be enabled for the organization', async () => {
    for (const wrong of [{ connection: 'nowhere' }, { connection: 'globex-saml', organization: acme }]) {
      const back = locationOf(await new Browser(tenant).authorize(wrong));
      assert.equal(back.searchParams.get('error_description'), 'the connection was not found');
    }
  });
});

describe('consent', () => {
  it('is requested once for third-party applications and reported as missing in silent mode', async () => {
    const tenant = worldFor({ is_first_party: false });
    const browser = new Browser(tenant);
    const consent = await browser.signIn('one@x.example', app);
    assert.equal(consent.pathname, '/u/consent');
    assert.match(await (await browser.visit(consent.href)).text(), /<b>The app<\/b> asks for/);
    const silent = locationOf(await browser.authorize({ ...app, prompt: 'none' }));
    assert.deepEqual(answerIn(silent), {
      error: 'consent_required',
      error_description: 'Consent required',
      state: 'the-state',
    });
    const back = locationOf(await browser.visit(consent.href, { answer: 'accept' }));
    assert.ok(back.searchParams.has('code'));
    assert.ok(locationOf(await browser.authorize({ ...app, prompt: 'none' })).searchParams.has('code'));
    const more = { ...app, prompt: 'none', scope: 'openid read:more' };
    assert.equal(locationOf(await browser.authorize(more)).searchParams.get('error'), 'consent_required');
  });

  it('is stored as a grant until it is withdrawn', async () => {
    const tenant = worldFor({ is_first_party: false });
    const browser = new Browser(tenant);
    const { href } = await browser.signIn('one@x.example', app);
    await browser.visit(href, { answer: 'accept' });
    const call = managementAs(tenant, 'read:grants', 'delete:grants');
    const [grant, ...others] = (await call('GET', '/grants')).rows;
    assert.deepEqual(others, []);
    assert.equal(grant?.['clientID'], app.client_id);
    const userId = String(grant['user_id']);
    assert.deepEqual((await call('GET', `/grants?user_id=${userId}`)).rows, [grant]);
    assert.deepEqual((await call('GET', '/grants?user_id=auth0%7Cnobody')).rows, []);
    const { restore } = tenant.snapshot();
    assert.equal((await call('DELETE', `/grants/${String(grant['id'])}`)).status, 204);
    const silent = locationOf(await browser.authorize({ ...app, prompt: 'none' }));
    assert.equal(silent.searchParams.get('error'), 'consent_required');
    restore();
    assert.deepEqual((await call('GET', '/grants')).rows, [grant]);
  });

  it('can be declined', async () => {
    const browser = new Browser(worldFor({ is_first_party: false }));
    const consent = await browser.signIn('one@x.example', app);
    const back = locationOf(await browser.visit(consent.href, { answer: 'decline' }));
    assert.equal(back.searchParams.get('error'), 'access_denied');
    assert.equal(back.searchParams.get('error_description'), 'User did not authorize the request');
  });

  it('is requested for first-party applications that require it', async () => {
    const tenant = worldFor({});
    const browser = new Browser(tenant);
    const consent = await browser.signIn('one@x.example', { ...app, prompt: 'login consent' });
    assert.equal(consent.pathname, '/u/consent');
    assert.ok(locationOf(await browser.visit(consent.href, { answer: 'accept' })).searchParams.has('code'));
    const contradiction = locationOf(await browser.authorize({ ...app, prompt: 'none login' }));
    assert.equal(contradiction.searchParams.get('error'), 'invalid_request');
  });
});

describe('applications in a seed', () => {
  it('have unique IDs and can replace the built-in one', async () => {
    const twice = [{ client_id: 'a' }, { client_id: 'a' }];
    assert.throws(() => createDevTenant({ seed: { clients: twice } }), /"a" appears twice/);
    const tenant = createDevTenant({ seed: { clients: [{ client_id: 'dev-tenant-spa' }] } });
    const refused = await new Browser(tenant).authorize();
    assert.equal((await read(await tenant.fetch(`${tenant.url}/.well-known/jwks.json`))).status, 200);
    assert.equal(refused.status, 403);
  });

  it('are configured as documented', () => {
    const page = readFileSync(new URL('../../docs/dev-tenant-oidc.md', import.meta.url), 'utf8');
    const [, example = ''] = /```json\n([^]*?)```/.exec(page) ?? [];
    assert.ok(createDevTenant({ seed: JSON.parse(example) as Seed }).clients);
  });
});
