/** Tokens of every algorithm, kind, key and domain that a tenant can have. */
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { exportJWK, generateKeyPair } from 'jose';
import { createDevTenant, type Seed } from '../../backend-proxy/dev-tenant/index.js';
import acme from '../../backend-proxy/dev-tenant/seeds/acme.json' with { type: 'json' };
import roles from '../../backend-proxy/dev-tenant/seeds/roles.json' with { type: 'json' };
import { storedSigningKeys } from '../harness/signing-keys.js';
import { createWorld, people, type World } from './support.js';

const [userId, organizationId] = people.mia;
/** Acme, where people may change their address. */
const seed: Seed = {
  ...acme,
  roles: roles.roles.map(({ ...role }) => role),
  organizations: acme.organizations.map((each) => ({ ...each, metadata: { provisioning: 'open' } })),
};
const customDomain = 'login.acme.example';
const otherDomain = 'login.other.example';

function sign(world: World, header: Record<string, unknown> = {}, changes: object = {}): Promise<string> {
  const issuedAt = Math.floor(Date.now() / 1000) - 10;
  const claims = {
    iss: world.tenant.issuer,
    sub: userId,
    aud: world.tenant.audience,
    iat: issuedAt,
    exp: issuedAt + 3600,
    org_id: organizationId,
    azp: world.tenant.clients.spa.clientId,
    'https://orgdesk.dev/auth_time': issuedAt,
    ...changes,
  };
  return world.tenant.tokens.sign(header, claims);
}

const statusFor = async (world: World, token: string) => (await world.send(token, '/v1/profile')).status;

describe('the algorithm of a token', () => {
  for (const alg of ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512']) {
    it(`can be ${alg}, if the tenant has a key for it`, async () => {
      const pair = alg.startsWith('ES') ? await generateKeyPair(alg, { extractable: true }) : null;
      const key = pair ? await exportJWK(pair.privateKey) : storedSigningKeys[0];
      const tenant = createDevTenant({ signingKeys: [{ ...key, alg }] });
      const world = createWorld({}, { tenant });
      assert.equal(await statusFor(world, await sign(world)), 200);
    });
  }
});

describe('the kind of a token', () => {
  for (const typ of [undefined, 'JWT', 'jwt', 'at+jwt', 'AT+JWT', 'application/at+jwt']) {
    it(`can be ${typ ?? 'left out'}`, async () => {
      const world = createWorld();
      assert.equal(await statusFor(world, await sign(world, { typ })), 200);
    });
  }

  for (const typ of [
    'logout+jwt',
    'dpop+jwt',
    'secevent+jwt',
    'id_token+jwt',
    'application/jwt+x',
    '',
    7,
    null,
  ]) {
    it(`cannot be ${JSON.stringify(typ)}`, async () => {
      const world = createWorld();
      const { status, problem } = await world.send(await sign(world, { typ }), '/v1/profile');
      assert.deepEqual([status, problem.code], [401, 'token_invalid']);
      assert.equal(world.calls(), 0);
    });
  }
});

describe('the keys of the tenant', () => {
  it('are read again after a minute, so that a removed one is refused', async (test) => {
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    test.after(() => mock.timers.reset());
    const world = createWorld();
    const token = await sign(world);
    assert.equal(await statusFor(world, token), 200);
    const keys = await world.tenant.keys.list();
    await world.tenant.keys.rotate();
    await world.tenant.keys.revoke(keys.find(({ state }) => state === 'current')?.kid ?? '');
    mock.timers.tick(60_000);
    assert.equal(await statusFor(world, token), 401);
    assert.equal(await statusFor(world, await sign(world)), 200);
  });

  for (const [label, body] of Object.entries({
    'too large a set': (keys: object[]) => ({ keys, padding: 'x'.repeat(300_000) }),
    'a set of too many keys': (keys: object[]) => ({ keys: Array.from({ length: 200 }, () => keys[0]) }),
    'a set that is none': () => ({ keys: 'all' }),
  })) {
    it(`are not ${label}`, async () => {
      const world = createWorld(
        {},
        {
          intercept: async ({ url }, callOn) => {
            const response = await callOn();
            if (!url.endsWith('/jwks.json')) return response;
            const { keys } = (await response.json()) as { keys: object[] };
            return Response.json(body(keys));
          },
        },
      );
      const { status, problem } = await world.send(await sign(world), '/v1/profile');
      assert.deepEqual([status, problem.code], [502, 'upstream_unavailable']);
    });
  }
});

describe('several domains', () => {
  const worldOf = (options: object = { customDomains: [customDomain] }) => {
    const tenant = createDevTenant({
      seed,
      customDomains: [`https://${customDomain}`, `https://${otherDomain}`],
      signingKeys: storedSigningKeys,
      rateLimits: 'off',
    });
    const sent: Request[] = [];
    const world = createWorld(options, {
      tenant,
      intercept: async (request, callOn) => {
        sent.push(request.clone());
        return callOn();
      },
    });
    const writes = () => sent.filter(({ method, url }) => method !== 'GET' && !url.endsWith('/oauth/token'));
    return { world, writes };
  };
  const from = (domain: string) => ({ iss: `https://${domain}/` });

  it('are accepted as far as the options name them', async () => {
    const { world } = worldOf();
    assert.equal(await statusFor(world, await sign(world)), 200);
    assert.equal(await statusFor(world, await sign(world, {}, from(customDomain))), 200);
    assert.equal(await statusFor(world, await sign(world, {}, from(otherDomain))), 401);
    const alone = worldOf({}).world;
    assert.equal(await statusFor(alone, await sign(alone, {}, from(customDomain))), 401);
  });

  const emails: Record<
    string,
    { person: keyof typeof people; path: string; init: RequestInit; url: RegExp }
  > = {
    'an invitation': {
      person: 'ada',
      path: '/v1/invitations',
      init: {
        method: 'POST',
        body: JSON.stringify({ invitations: [{ email: 'new@acme.example' }], roles: [] }),
      },
      url: /\/api\/v2\/organizations\/[^/]+\/invitations$/,
    },
    'an email to verify an address': {
      person: 'mia',
      path: '/v1/profile/email-verification',
      init: { method: 'POST' },
      url: /\/api\/v2\/jobs\/verification-email$/,
    },
    'a new address': {
      person: 'mia',
      path: '/v1/profile',
      init: { method: 'PATCH', body: JSON.stringify({ fields: { email: 'mia.o@acme.example' } }) },
      url: /\/api\/v2\/users\/[^/]+$/,
    },
  };
  for (const [label, { person, path, init, url }] of Object.entries(emails)) {
    it(`lead ${label} to the one that the person signed in through`, async () => {
      for (const domain of [customDomain, null]) {
        const { world, writes } = worldOf();
        const [sub] = people[person];
        world.tenant.users.update(people.mia[0], { email_verified: false });
        const token = await sign(
          world,
          {},
          {
            sub,
            permissions: person === 'ada' ? ['manage:members'] : [],
            ...(domain !== null && from(domain)),
          },
        );
        const { headers } = await world.send(token, '/v1/profile');
        const answer = await world.send(token, path, {
          ...init,
          headers: {
            'content-type': 'application/json',
            'idempotency-key': crypto.randomUUID(),
            'if-match': headers.get('etag') ?? '',
          },
        });
        assert.ok(answer.status < 300, answer.text);
        const write = writes().find((request) => url.test(request.url));
        assert.ok(write);
        assert.equal(write.headers.get('auth0-custom-domain'), domain);
        const body = (await write.json()) as { client_id?: string };
        assert.equal(body.client_id, world.tenant.clients.spa.clientId);
      }
    });
  }

  it('receive the request for a password reset, which sends the link', async () => {
    const { world, writes } = worldOf();
    const token = await sign(world, {}, from(customDomain));
    const { status } = await world.send(token, '/v1/profile/password-reset', {
      method: 'POST',
      headers: { 'idempotency-key': crypto.randomUUID() },
    });
    assert.equal(status, 202);
    assert.deepEqual(
      writes().map(({ url }) => url),
      [`https://${customDomain}/dbconnections/change_password`],
    );
  });

  it('are not named in a call that sends nothing', async () => {
    const { world, writes } = worldOf();
    const token = await sign(world, {}, from(customDomain));
    const { headers } = await world.send(token, '/v1/profile');
    await world.send(token, '/v1/profile', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': headers.get('etag') ?? '' },
      body: JSON.stringify({ fields: { jobTitle: 'Lead' } }),
    });
    const [write] = writes();
    assert.equal(write?.headers.get('auth0-custom-domain'), null);
    assert.deepEqual(Object.keys((await write?.json()) as object), ['user_metadata']);
  });
});
