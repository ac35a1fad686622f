import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createRemoteJWKSet, customFetch, jwtVerify } from 'jose';
import type { Seed } from '../../backend-proxy/dev-tenant/index.js';
import acmeSeed from '../../backend-proxy/dev-tenant/seeds/acme.json' with { type: 'json' };
import {
  acme,
  ada,
  claimsOf,
  createDevTenant,
  machineToken,
  management,
  managementAs,
  mia,
  post,
  read,
  redirectUri,
  signIn,
} from './helpers.js';

describe('strict URLs', () => {
  const registered = 'http://localhost:3000/callback';
  const seed: Seed = {
    ...acmeSeed,
    memberships: [],
    invitations: [],
    settings: {
      callbacks: [registered],
      logout_urls: ['http://localhost:3000/'],
      web_origins: ['http://localhost:3000'],
    },
  };
  const authorize = (uri: string, strictUrls: boolean, more = '') => {
    const tenant = createDevTenant({ seed, strictUrls });
    const query = `client_id=${tenant.clients.spa.clientId}&redirect_uri=${encodeURIComponent(uri)}${more}`;
    return tenant.fetch(`${tenant.url}/authorize?${query}`);
  };

  it('refuse a callback that isn’t registered, also on localhost', async () => {
    assert.equal((await authorize(redirectUri, true)).status, 403);
    assert.notEqual((await authorize(registered, true)).status, 403);
    assert.notEqual((await authorize(redirectUri, false)).status, 403);
  });

  it('refuse to return after a logout to a URL that isn’t registered', async () => {
    const logout = async (strictUrls: boolean, returnTo: string) => {
      const tenant = createDevTenant({ seed, strictUrls });
      const query = `client_id=${tenant.clients.spa.clientId}&returnTo=${encodeURIComponent(returnTo)}`;
      return (await tenant.fetch(`${tenant.url}/v2/logout?${query}`)).status;
    };
    assert.equal(await logout(true, 'http://localhost:3000/'), 302);
    assert.equal(await logout(true, 'http://localhost:4000/'), 400);
    assert.equal(await logout(false, 'http://localhost:4000/'), 302);
  });

  it('let no browser of another origin read the token endpoint', async () => {
    const tenant = createDevTenant({ seed, strictUrls: true });
    const allowed = async (origin: string) => {
      const answer = await post(tenant, '/oauth/token', { grant_type: 'none', client_id: 'x' }, { origin });
      return answer.headers.get('access-control-allow-origin');
    };
    assert.equal(await allowed('http://localhost:3000'), 'http://localhost:3000');
    assert.equal(await allowed('http://localhost:4000'), null);
  });
});

describe('a lag of the organizations of a user', () => {
  it('shows a membership for a while after it ended, but to no one who signs in', async () => {
    const tenant = createDevTenant({ organizationsLag: 5_000 });
    const call = management(tenant);
    const organizations = async () =>
      (await call('GET', `/users/${encodeURIComponent(mia)}/organizations`)).rows.map(({ id }) => id);
    assert.deepEqual(await organizations(), [acme]);
    await call('DELETE', `/organizations/${acme}/members`, { members: [mia] });
    assert.deepEqual(await organizations(), [acme]);
    assert.equal((await call('GET', `/organizations/${acme}/members/${mia}/roles`)).status, 404);
    await assert.rejects(signIn(tenant, { username: 'mia@acme.example', organization: acme }));
    tenant.clock.advance(5_000);
    assert.deepEqual(await organizations(), []);
    await call('POST', `/organizations/${acme}/members`, { members: [mia] });
    assert.deepEqual(await organizations(), []);
    tenant.clock.advance(5_000);
    assert.deepEqual(await organizations(), [acme]);
  });

  it('is none by default', async () => {
    const tenant = createDevTenant();
    const call = management(tenant);
    await call('DELETE', `/organizations/${acme}/members`, { members: [mia] });
    assert.deepEqual((await call('GET', `/users/${encodeURIComponent(mia)}/organizations`)).rows, []);
  });
});

describe('a connection where emails aren’t unique', () => {
  const createShared = (unique: boolean) =>
    createDevTenant({
      seed: {
        ...acmeSeed,
        memberships: [],
        invitations: [],
        connections: acmeSeed.connections.map((connection) => ({
          ...connection,
          options: { attributes: { email: { unique, profile_required: true } } },
        })),
      },
    });
  const connection = acmeSeed.connections[0]?.name ?? '';

  it('takes an address twice', async () => {
    for (const [unique, patched, created] of [
      [true, 400, 409],
      [false, 200, 201],
    ] as const) {
      const tenant = createShared(unique);
      const patch = await management(tenant)('PATCH', `/users/${encodeURIComponent(mia)}`, {
        email: 'ada@acme.example',
      });
      assert.equal(patch.status, patched);
      const body = { connection, email: 'ada@acme.example', password: 'long enough' };
      assert.equal((await managementAs(tenant, 'create:users')('POST', '/users', body)).status, created);
    }
  });

  it('sends no email to reset a password', async () => {
    for (const [unique, status] of [
      [true, 200],
      [false, 400],
    ] as const) {
      const tenant = createShared(unique);
      const answer = await tenant.fetch(`${tenant.url}/dbconnections/change_password`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ connection, email: 'ada@acme.example' }),
      });
      assert.equal(answer.status, status);
      assert.equal(tenant.outbox.list().length, unique ? 1 : 0);
    }
  });
});

describe('a custom domain', () => {
  const domain = 'https://login.acme.example';
  const create = () => createDevTenant({ customDomains: [domain] });

  it('is the issuer of the tokens that are requested there, with the same keys', async () => {
    const tenant = create();
    const { body } = await read(await tenant.fetch(`${domain}/.well-known/openid-configuration`));
    assert.deepEqual([body['issuer'], body['jwks_uri']], [`${domain}/`, `${domain}/.well-known/jwks.json`]);
    const own = await read(await tenant.fetch(`${tenant.url}/.well-known/openid-configuration`));
    assert.equal(own.body['issuer'], tenant.issuer);

    const { clientId: client_id, clientSecret: client_secret } = tenant.clients.proxy;
    const granted = await read(
      await tenant.fetch(`${domain}/oauth/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          grant_type: 'client_credentials',
          client_id,
          client_secret,
          audience: `${tenant.url}/api/v2/`,
        }),
      }),
    );
    const token = String(granted.body['access_token']);
    assert.equal(claimsOf(token)['iss'], `${domain}/`);
    assert.equal(claimsOf(await machineToken(tenant))['iss'], tenant.issuer);
    const keys = createRemoteJWKSet(new URL(`${domain}/.well-known/jwks.json`), {
      [customFetch]: tenant.fetch,
    });
    await jwtVerify(token, keys, { issuer: `${domain}/` });
    const answer = await tenant.fetch(`${tenant.url}/api/v2/roles`, {
      headers: { authorization: `Bearer ${token}` },
    });
    assert.equal(answer.status, 200);
    await assert.rejects(tenant.fetch('https://elsewhere.example/authorize'), TypeError);
  });

  it('is in the links of emails that a request asks for with a header', async () => {
    const tenant = create();
    const token = await machineToken(tenant);
    const send = (path: string, method: string, body: object, customDomain?: string) =>
      tenant.fetch(`${tenant.url}/api/v2${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          ...(customDomain && { 'auth0-custom-domain': customDomain }),
        },
        body: JSON.stringify(body),
      });
    const user_id = ada;
    assert.equal(
      (await send('/jobs/verification-email', 'POST', { user_id }, 'login.acme.example')).status,
      201,
    );
    const change = { email: 'ada.new@acme.example', verify_email: true };
    assert.equal((await send(`/users/${ada}`, 'PATCH', change, 'login.acme.example')).status, 200);
    const ticket = await read(
      await send('/tickets/password-change', 'POST', { user_id }, 'login.acme.example'),
    );
    assert.ok(String(ticket.body['ticket']).startsWith(`${domain}/u/`));
    assert.equal((await send('/jobs/verification-email', 'POST', { user_id })).status, 201);
    const origins = tenant.outbox.list().map(({ url }) => new URL(url).origin);
    assert.deepEqual(origins, [domain, domain, tenant.url]);
    assert.equal((await send('/jobs/verification-email', 'POST', { user_id }, 'other.example')).status, 400);
    assert.equal(
      (await send(`/users/${ada}`, 'PATCH', { ...change, email: 'x@acme.example' }, 'other.example')).status,
      400,
    );
    assert.equal(tenant.users.get(ada)?.email, 'ada.new@acme.example');
  });
});
