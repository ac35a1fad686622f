import assert from 'node:assert/strict';
import { parseEnv } from 'node:util';
import { describe, it } from 'node:test';
import { createProxy } from '../../backend-proxy/src/index.js';
import type { DevTenant } from '../../backend-proxy/dev-tenant/index.js';
import { neededScopes, defaultPolicy } from '../../src/policy/index.js';
import { answerIn, Browser, claimsOf, exchange, locationOf } from '../dev-tenant/helpers.js';
import { orgdesk, smallPolicy } from './support.js';
import { audience, callerOf, credentialsOf, emptyTenant, mustRun, page, runTenant } from './tenant-world.js';

const admin = 'ada@acme.example';
const password = 'Of-the-first-1';

/** Takes less time to analyze than the default policy. */
const files = { p: smallPolicy() };

/** Signs up by the link in the email, as the invited person does in a browser. */
async function acceptInvitation(tenant: DevTenant, clientId: string) {
  const link = tenant.outbox.list().at(-1)?.url;
  const { invitation, organization } = answerIn(new URL(link ?? ''));
  const browser = new Browser(tenant);
  const login = locationOf(
    await browser.authorize({ client_id: clientId, redirect_uri: page, audience, invitation, organization }),
  );
  const signUp = login.href.replace('/u/login', '/u/signup');
  const done = locationOf(await browser.visit(signUp, { email: admin, password }));
  const { code } = answerIn(done);
  const { body } = await exchange(tenant, { client_id: clientId, redirect_uri: page, code });
  return String(body['access_token']);
}

describe('orgdesk tenant apply', () => {
  it('leads from an empty tenant to an admin who is signed in', async () => {
    const tenant = emptyTenant();
    const { written, stdout } = await mustRun(
      tenant,
      `apply --organization acme --admin ${admin} --env-out .env`,
    );
    assert.match(stdout, /^done: API https:\/\/api\.acme\.example$/m);
    assert.match(stdout, /^done: Invitation to ada@acme\.example$/m);

    const env = parseEnv(written['.env'] ?? '');
    const token = await acceptInvitation(tenant, env['ORGDESK_INVITATION_CLIENT_ID'] ?? '');
    assert.deepEqual(claimsOf(token)['permissions'], ['manage:members']);
    assert.equal(typeof claimsOf(token)['https://orgdesk.dev/auth_time'], 'number');
    assert.equal(typeof claimsOf(token)['https://orgdesk.dev/session_id'], 'string');
    const proxy = createProxy({
      domain: env['ORGDESK_DOMAIN'] ?? '',
      audience: env['ORGDESK_AUDIENCE'] ?? '',
      clientId: env['ORGDESK_CLIENT_ID'] ?? '',
      clientSecret: env['ORGDESK_CLIENT_SECRET'] ?? '',
      invitationClientId: env['ORGDESK_INVITATION_CLIENT_ID'] ?? '',
      fetch: tenant.fetch,
    });
    assert.deepEqual(await proxy.checkScopes(), { missing: [], excess: [] });
    const response = await proxy.fetch(
      new Request('https://app.acme.example/v1/members', { headers: { authorization: `Bearer ${token}` } }),
    );
    assert.equal(response.status, 200);
    const { members } = (await response.json()) as { members: { email: string }[] };
    assert.deepEqual(
      members.map(({ email }) => email),
      [admin],
    );
    const { stdout: checked } = await mustRun(tenant, 'doctor --organization acme');
    assert.match(checked, /the tenant is ready$/m);
    assert.doesNotMatch(checked, /^(missing|manual|unknown)/m);
  });

  it('invites again once the invitation has expired', async () => {
    const tenant = emptyTenant();
    const line = `apply --organization acme --admin ${admin}`;
    const days = 24 * 60 * 60_000;
    tenant.clock.advance(-8 * days);
    await mustRun(tenant, line);
    tenant.clock.advance(8 * days);
    const { stdout } = await mustRun(tenant, line);
    assert.match(stdout, /^nothing to do\ndone: Invitation to ada@acme\.example$/m);
    assert.equal(tenant.outbox.list().length, 2);
  });

  it('does nothing the second time', async () => {
    const tenant = emptyTenant();
    const line = `apply --organization acme --admin ${admin}`;
    await mustRun(tenant, line);
    tenant.requests.clear();
    const { stdout } = await mustRun(tenant, line);
    assert.match(stdout, /^nothing to do\nthe organization "acme" needs no invitation$/m);
    const writes = tenant.requests
      .list()
      .filter(({ method, path }) => method !== 'GET' && path !== '/oauth/token');
    assert.deepEqual(writes, []);
  });

  it('continues what was interrupted, at every point', async () => {
    const whole = emptyTenant();
    await mustRun(whole, 'apply p', { files });
    const isWrite = (method = 'GET', path: string) => method !== 'GET' && path.startsWith('/api/v2');
    const writes = whole.requests.list().filter(({ method, path }) => isWrite(method, path)).length;
    assert.ok(writes >= 8, `${writes} writes`);
    for (let last = 0; last < writes; last += 1) {
      const tenant = emptyTenant();
      const { fetch } = tenant;
      let count = 0;
      tenant.fetch = (url, init) => {
        const stops =
          isWrite(init?.method, new URL(url instanceof Request ? url.url : url).pathname) &&
          (count += 1) > last;
        return stops ? Promise.reject(new TypeError('fetch failed')) : fetch(url, init);
      };
      const { status, stderr } = await runTenant(tenant, 'apply p', { files });
      assert.deepEqual([status, stderr.includes('could not be reached')], [2, true]);
      tenant.fetch = fetch;
      await mustRun(tenant, 'apply p', { files });
      const call = callerOf(tenant);
      assert.equal((await call('GET', '/clients')).rows.length, 3, `after ${last} writes`);
      assert.equal((await call('GET', '/roles')).rows.length, 1);
      assert.match((await runTenant(tenant, 'apply p', { files })).stdout, /^nothing to do$/m);
    }
  });

  it('grants the scopes of the policy and no others', async () => {
    const tenant = emptyTenant();
    await mustRun(tenant, 'apply');
    const { rows } = await callerOf(tenant)('GET', '/client-grants');
    const grant = rows.find(({ client_id }) => client_id !== tenant.clients.explorer.clientId);
    const needed = neededScopes(defaultPolicy).map(({ scope }) => scope);
    assert.deepEqual([...(grant?.['scope'] as string[])].sort(), [...needed].sort());
  });

  it('leaves everything as it is that it did not make', async () => {
    const tenant = emptyTenant();
    const call = callerOf(tenant);
    const app = (
      await call('POST', '/clients', {
        name: 'Product',
        app_type: 'spa',
        token_endpoint_auth_method: 'none',
        oidc_conformant: true,
        callbacks: ['https://old.acme.example/callback'],
        allowed_logout_urls: ['https://old.acme.example'],
        web_origins: ['https://old.acme.example'],
        grant_types: ['implicit'],
        refresh_token: {
          rotation_type: 'non-rotating',
          expiration_type: 'expiring',
          token_lifetime: 60,
          idle_token_lifetime: 30,
        },
      })
    ).body['client_id'] as string;
    const machine = (await call('POST', '/clients', { name: 'Machine', app_type: 'non_interactive' })).body;
    await call('POST', '/client-grants', {
      client_id: machine['client_id'],
      audience: `${tenant.url}/api/v2/`,
      scope: ['read:logs'],
    });
    await call('POST', '/resource-servers', {
      identifier: audience,
      scopes: [{ value: 'read:orders', description: 'Orders' }],
      token_dialect: 'rfc9068_profile',
      token_lifetime: 600,
    });
    await call('POST', '/roles', { name: 'Buyer', description: 'Buys' });
    const action = (
      await call('POST', '/actions/actions', {
        name: 'Theirs',
        code: 'exports.onExecutePostLogin = async () => {};',
        supported_triggers: [{ id: 'post-login', version: 'v3' }],
      })
    ).body['id'] as string;
    for (let look = 0; look < 2; look += 1) await call('GET', `/actions/actions/${action}`);
    await call('POST', `/actions/actions/${action}/deploy`);
    const flow = '/actions/triggers/post-login/bindings';
    await call('PATCH', flow, { bindings: [{ ref: { type: 'action_id', value: action } }] });

    await mustRun(tenant, `apply --client-id ${app} --proxy-client-id ${String(machine['client_id'])}`);
    const changed = (await call('GET', `/clients/${app}`)).body;
    assert.deepEqual(changed['callbacks'], ['https://old.acme.example/callback', page]);
    assert.deepEqual(changed['web_origins'], ['https://old.acme.example', 'https://app.acme.example']);
    assert.deepEqual(changed['grant_types'], ['implicit', 'authorization_code', 'refresh_token']);
    assert.equal(changed['organization_usage'], 'allow', 'still open to people without an organization');
    assert.deepEqual(changed['refresh_token'], {
      rotation_type: 'rotating',
      expiration_type: 'expiring',
      leeway: 0,
      token_lifetime: 60,
      idle_token_lifetime: 30,
    });
    assert.equal(changed['name'], 'Product');
    const [api] = (await call('GET', `/resource-servers?identifiers=${audience}`)).rows;
    assert.deepEqual(
      (api?.['scopes'] as { value: string }[]).map(({ value }) => value),
      ['read:orders', 'manage:members', 'support:members'],
    );
    assert.deepEqual([api?.['token_dialect'], api?.['token_lifetime']], ['rfc9068_profile_authz', 600]);
    const grants = (await call('GET', `/client-grants?client_id=${String(machine['client_id'])}`)).rows;
    assert.equal((grants[0]?.['scope'] as string[])[0], 'read:logs');
    const { body } = await call('GET', flow);
    const names = (body['bindings'] as { action: { name: string } }[]).map(({ action: each }) => each.name);
    assert.deepEqual(names, ['Theirs', 'Orgdesk sign-in claims']);
    const roles = (await call('GET', '/roles')).rows.map(({ name }) => name);
    assert.deepEqual(roles, ['Buyer', 'Admin', 'Help desk']);
  });

  it('gives no permission to people who have a role of the same name', async () => {
    const tenant = emptyTenant();
    const call = callerOf(tenant);
    const role = (await call('POST', '/roles', { name: 'admin', description: 'Of the shop' })).body[
      'id'
    ] as string;
    const { stdout } = await mustRun(tenant, 'apply');
    assert.match(stdout, /^manual {3}Role for the actor "admin"$/m);
    assert.deepEqual((await call('GET', `/roles/${role}/permissions`)).rows, []);
  });

  it('sets up a page without TLS, except for invitations', async () => {
    const tenant = emptyTenant();
    const line = `tenant apply --domain ${tenant.domain} --app-url http://localhost:5173/people`;
    const { status, stdout } = await orgdesk(line, { fetch: tenant.fetch, env: credentialsOf(tenant) });
    assert.equal(status, 0);
    assert.match(stdout, /^manual {3}Application login URI$/m);
    assert.match(stdout, /Auth0 takes neither http nor localhost/);
    const { rows } = await callerOf(tenant)('GET', '/resource-servers');
    assert.ok(rows.some(({ identifier }) => identifier === 'http://localhost:5173/api'));
  });

  it('turns on DPoP where it is chosen', async () => {
    const tenant = emptyTenant();
    const { written } = await mustRun(tenant, 'apply p --dpop required --env-out .env', { files });
    const call = callerOf(tenant);
    const [api] = (await call('GET', `/resource-servers?identifiers=${audience}`)).rows;
    assert.deepEqual(api?.['proof_of_possession'], { mechanism: 'dpop', required: true });
    const app = (await call('GET', '/clients')).rows.find(({ name }) => name === 'Orgdesk app');
    assert.equal(app?.['require_proof_of_possession'], true);
    assert.match(written['.env'] ?? '', /^ORGDESK_DPOP=required$/m);
  });
});

describe('secrets of orgdesk tenant', () => {
  it('are in the file for their owner, and nowhere else', async () => {
    const tenant = emptyTenant();
    const { stdout, stderr, written } = await mustRun(tenant, 'apply p --env-out .env', { files });
    const secret = parseEnv(written['.env'] ?? '')['ORGDESK_CLIENT_SECRET'] ?? '';
    assert.ok(secret.length > 20);
    const rest = [
      await runTenant(tenant, 'plan p', { files }),
      await runTenant(tenant, 'plan p --json', { files }),
      await runTenant(tenant, 'doctor p --json', { files }),
      await runTenant(tenant, 'apply p --env-out two.env', { files }),
    ];
    assert.equal(parseEnv(rest[3]?.written['two.env'] ?? '')['ORGDESK_CLIENT_SECRET'], secret);
    const printed = [stdout, stderr, ...rest.flatMap((each) => [each.stdout, each.stderr])].join();
    assert.ok(!printed.includes(secret));
    assert.ok(!printed.includes(tenant.clients.explorer.clientSecret));
    assert.doesNotMatch(printed, /eyJ/, 'a token');
  });

  it('are never written over a file, and nothing is set up then', async () => {
    const tenant = emptyTenant();
    const { status, stderr } = await runTenant(tenant, 'apply --env-out .env', { files: { '.env': 'A=1' } });
    assert.equal(status, 2);
    assert.match(stderr, /cannot write \.env: it exists already/);
    assert.equal(tenant.requests.list().length, 0);
  });
});
