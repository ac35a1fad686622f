import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import { devTenantToken } from '../../backend-proxy/bin/dev-tenant-token.js';
import { devTenant, devTenantSchema } from '../../backend-proxy/bin/dev-tenant.js';
import { createDevTenant } from '../../backend-proxy/dev-tenant/index.js';
import acme from '../../backend-proxy/dev-tenant/seeds/acme.json' with { type: 'json' };
import { storedSigningKeys } from '../harness/signing-keys.js';
import { orgdesk, type Surroundings } from './support.js';

const run = (line: string, around: Surroundings = {}) =>
  orgdesk(line, { ...around, commands: [devTenantSchema, devTenant] });

/** The address it says that it listens on. */
const urlIn = (stderr: string) => /listening on (http:\S+);/.exec(stderr)?.[1] ?? '';

const ownSeed = {
  connections: [{ id: 'con_0000000000000001', name: 'db', strategy: 'auth0' }],
  organizations: [{ id: 'org_0000000000000001', name: 'mine', display_name: 'Mine' }],
  enabled_connections: [{ organization_id: 'org_0000000000000001', connection_id: 'con_0000000000000001' }],
  users: [{ user_id: 'auth0|1', connection: 'db', email: 'me@mine.example', note: 'Admin' }],
  memberships: [{ organization_id: 'org_0000000000000001', user_id: 'auth0|1' }],
};

describe('orgdesk dev-tenant', () => {
  it('serves the tenant until it is interrupted, and says who can sign in', async () => {
    let url = '';
    const outcome = await run('dev-tenant --seed acme --port 0', {
      whileServing: async ({ stderr }) => {
        url = urlIn(stderr);
        const response = await fetch(`${url}/.well-known/openid-configuration`);
        assert.equal(z.object({ issuer: z.string() }).parse(await response.json()).issuer, `${url}/`);
      },
    });
    assert.equal(outcome.status, 0);
    assert.match(outcome.stderr, /DEV TENANT\. Not Auth0, not safe, not for production/);
    assert.match(outcome.stdout, /ada@acme\.example {2}orgdesk +acme · database · Admin/);
    assert.match(outcome.stdout, /machine +dev-tenant-proxy \(secret: dev-tenant-proxy-secret\)/);
    await assert.rejects(fetch(url), TypeError);
  });

  it('simulates a plan and a lag', async () => {
    const outcome = await run('dev-tenant --plan free --lag 0 --port 0', {
      whileServing: async ({ stderr }) => {
        const limit = (await fetch(`${urlIn(stderr)}/api/v2/roles`)).headers.get('x-ratelimit-limit');
        assert.equal(limit, '2');
        const { lag } = z
          .object({ lag: z.number() })
          .parse(await (await fetch(`${urlIn(stderr)}/__dev/lag`)).json());
        assert.equal(lag, 0);
      },
    });
    assert.equal(outcome.status, 0);
  });

  it('refuses URLs that aren’t registered, if asked to', async () => {
    for (const [options, status] of [
      ['', 302],
      ['--strict-urls --organizations-lag 100', 403],
    ] as const) {
      const outcome = await run(`dev-tenant --port 0 ${options}`, {
        whileServing: async ({ stderr }) => {
          const query = 'client_id=dev-tenant-spa&redirect_uri=http%3A%2F%2Flocalhost%3A9%2F';
          const answer = await fetch(`${urlIn(stderr)}/authorize?${query}`, { redirect: 'manual' });
          assert.equal(answer.status, status);
        },
      });
      assert.equal(outcome.status, 0);
    }
  });

  it('takes a seed of one’s own', async () => {
    const outcome = await run('dev-tenant --seed mine.json --port 0', { files: { 'mine.json': ownSeed } });
    assert.equal(outcome.status, 0);
    assert.match(outcome.stdout, /me@mine\.example {2}orgdesk +mine · database · Admin/);
  });

  it('says what is wrong with a seed, and where', async () => {
    const users = [{ ...ownSeed.users[0], connection: 'nowhere' }];
    const wrong = await run('dev-tenant --seed mine.json', { files: { 'mine.json': { ...ownSeed, users } } });
    assert.equal(wrong.status, 1);
    assert.match(wrong.stderr, /there is no connection "nowhere"\s+→ at users\[0\]\.connection/);
    const broken = await run('dev-tenant --seed mine.json', { files: { 'mine.json': '{' } });
    assert.match(broken.stderr, /mine\.json is no JSON/);
    const missing = await run('dev-tenant --seed wayne');
    assert.equal(missing.status, 2);
    assert.match(
      missing.stderr,
      /cannot read wayne.*there are acme, globex, initech, umbrella, hooli, all, crowd/,
    );
  });

  it('says plainly that a port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const outcome = await run(`dev-tenant --port ${port}`);
    taken.close();
    assert.equal(outcome.status, 1);
    assert.match(outcome.stderr, /the port is taken; choose another with --port\n/);
  });

  it('does not leave this machine unless it is told as what', async () => {
    const refused = await run('dev-tenant --host 0.0.0.0 --port 0');
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /refuses to listen on "0\.0\.0\.0"/);
    const exposed = await run('dev-tenant --host 0.0.0.0 --port 0 --dangerously-expose http://dev.test:4400');
    assert.equal(exposed.status, 0);
    assert.match(
      exposed.stderr,
      /EXPOSED as http:\/\/dev\.test:4400: anyone who reaches it can sign in as anyone/,
    );
    assert.match(exposed.stdout, /issuer +http:\/\/dev\.test:4400\//);
  });

  for (const [line, message] of [
    ['--plan gold', /--plan cannot be "gold"[^]*free, essentials or enterprise/],
    ['--port 70000', /--port cannot be "70000"/],
    ['--lag soon', /--lag cannot be "soon"/],
    ['--login-uri nowhere', /--login-uri cannot be "nowhere"/],
  ] as const) {
    it(`refuses ${line}`, async () => {
      const { status, stderr } = await run(`dev-tenant ${line}`);
      assert.equal(status, 2);
      assert.match(stderr, message);
    });
  }
});

describe('orgdesk dev-tenant token', () => {
  const tenant = createDevTenant({
    seed: 'all',
    url: 'http://localhost:4400',
    signingKeys: storedSigningKeys,
  });
  const token = (line: string) =>
    orgdesk(`dev-tenant token ${line}`, {
      commands: [devTenantToken],
      fetch: (url, init) => tenant.fetch(url, init),
    });

  it('prints an access token', async () => {
    const { status, stdout, stderr } = await token('ada@acme.example');
    assert.deepEqual([status, stderr], [0, '']);
    const { org_id: organization, aud } = decodeJwt(stdout.trim());
    assert.deepEqual(
      [organization, aud],
      ['org_acme000000000000', [tenant.audience, `${tenant.url}/userinfo`]],
    );
  });

  it('prints all tokens as JSON', async () => {
    const { stdout } = await token('ada@acme.example --organization acme --scope openid --json');
    const { token_type, access_token } = JSON.parse(stdout) as Record<string, string>;
    assert.equal(token_type, 'Bearer');
    assert.equal(decodeJwt(access_token ?? '')['scope'], 'openid');
  });

  it('says why someone cannot sign in', async () => {
    const { status, stdout, stderr } = await token('no-one@acme.example');
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, /error: sign-in refused/);
  });

  it('says that no dev tenant answers', async () => {
    for (const fetch of [
      () => Promise.reject(new TypeError('fetch failed')),
      () => Promise.resolve(Response.json({ access_token: 'x' }, { status: 404 })),
    ]) {
      const { status, stderr } = await orgdesk('dev-tenant token ada@acme.example --url http://localhost:1', {
        commands: [devTenantToken],
        fetch,
      });
      assert.equal(status, 1);
      assert.match(stderr, /no dev tenant answers at http:\/\/localhost:1; start one/);
    }
  });
});

describe('orgdesk dev-tenant schema', () => {
  it('prints a schema that takes what the dev tenant takes, and no misspelt key', async () => {
    const { stdout } = await run('dev-tenant schema');
    const ajv = new Ajv2020({ strict: false });
    formats(ajv);
    const validate = ajv.compile(z.record(z.string(), z.unknown()).parse(JSON.parse(stdout)));
    for (const seed of [acme, ownSeed, {}]) assert.ok(validate(seed), ajv.errorsText(validate.errors));
    assert.ok(!validate({ userz: [] }));
    assert.ok(!validate({ ...ownSeed, users: [{ user_id: 'no bar', connection: 'db' }] }));
  });
});
