import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createDevTenant } from '../../backend-proxy/dev-tenant/index.js';
import { createWorld, people, type World } from './support.js';

const [userId, organizationId] = people.mia;
const now = () => Math.floor(Date.now() / 1000);
const b64 = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** A good token's parts, to be made bad one by one. */
const header = { alg: 'RS256', typ: 'JWT' };
const claims = (world: World, changes: Record<string, unknown> = {}) => ({
  iss: world.tenant.issuer,
  sub: userId,
  aud: [world.tenant.audience, `${world.tenant.url}/userinfo`],
  iat: now() - 10,
  exp: now() + 3600,
  org_id: organizationId,
  permissions: [],
  ...changes,
});
const signed = (world: World, changes: Record<string, unknown>) =>
  world.tenant.tokens.sign(header, claims(world, changes));

async function kidOf(world: World): Promise<string> {
  const keys = (await (await world.tenant.fetch(`${world.tenant.url}/.well-known/jwks.json`)).json()) as {
    keys: { kid: string }[];
  };
  return keys.keys[0]?.kid ?? '';
}

type Make = (world: World) => Promise<string> | string;
const cases: [string, string, Make][] = [
  ['not a JWT', 'token_invalid', () => 'hello'],
  ['two parts', 'token_invalid', () => 'a.b'],
  ['four parts', 'token_invalid', async (w) => `${await w.tokenOf('mia')}.x`],
  ['an encrypted JWT', 'token_invalid', () => 'a.b.c.d.e'],
  [
    'a token with a changed payload',
    'token_invalid',
    async (w) => {
      const [head, , signature] = (await w.tokenOf('mia')).split('.');
      return `${head}.${b64(claims(w, { sub: people.ada[0] }))}.${signature}`;
    },
  ],
  [
    'a token with its signature cut off',
    'token_invalid',
    async (w) => (await w.tokenOf('mia')).replace(/[^.]+$/, 'AA'),
  ],
  ['alg none', 'token_invalid', (w) => `${b64({ alg: 'none', typ: 'JWT' })}.${b64(claims(w))}.AA`],
  [
    'alg HS256 keyed with the public key',
    'token_invalid',
    async (w) => {
      const jwks = await (await w.tenant.fetch(`${w.tenant.url}/.well-known/jwks.json`)).text();
      const body = `${b64({ alg: 'HS256', typ: 'JWT', kid: await kidOf(w) })}.${b64(claims(w))}`;
      return `${body}.${createHmac('sha256', jwks).update(body).digest('base64url')}`;
    },
  ],
  [
    'a foreign key under the tenant’s kid',
    'token_invalid',
    async (w) => {
      const { privateKey } = await generateKeyPair('RS256');
      return new SignJWT(claims(w)).setProtectedHeader({ ...header, kid: await kidOf(w) }).sign(privateKey);
    },
  ],
  [
    'a key that the token brings itself',
    'token_invalid',
    async (w) => {
      const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
      const jwk = await exportJWK(publicKey);
      return new SignJWT(claims(w)).setProtectedHeader({ ...header, kid: 'mine', jwk }).sign(privateKey);
    },
  ],
  [
    'another tenant’s token',
    'token_invalid',
    () =>
      createDevTenant({ url: 'https://other-tenant.example' }).tokens.issueAccessToken({
        userId,
        organizationId,
      }),
  ],
  [
    'another issuer, signed by our tenant',
    'token_invalid',
    (w) => signed(w, { iss: 'https://other.example/' }),
  ],
  ['an issuer without its slash', 'token_invalid', (w) => signed(w, { iss: w.tenant.url })],
  ['no issuer', 'token_invalid', (w) => signed(w, { iss: undefined })],
  ['another audience', 'token_invalid', (w) => signed(w, { aud: 'https://another-api.example' })],
  ['no audience', 'token_invalid', (w) => signed(w, { aud: undefined })],
  ['an ID token', 'token_invalid', (w) => w.tenant.tokens.issueIdToken({ userId, organizationId })],
  ['a token for the Management API', 'token_invalid', (w) => signed(w, { aud: `${w.tenant.url}/api/v2/` })],
  ['an expired token', 'token_expired', (w) => signed(w, { exp: now() - 60 })],
  ['a token without exp', 'token_invalid', (w) => signed(w, { exp: undefined })],
  ['exp as text', 'token_invalid', (w) => signed(w, { exp: '9999999999' })],
  [
    'an exp beyond all numbers',
    'token_invalid',
    (w) => w.tenant.tokens.sign(header, JSON.stringify(claims(w)).replace(/"exp":\d+/, '"exp":1e400')),
  ],
  ['a token from the future', 'token_invalid', (w) => signed(w, { nbf: now() + 600 })],
  ['no iat', 'token_invalid', (w) => signed(w, { iat: undefined })],
  ['no subject', 'token_invalid', (w) => signed(w, { sub: undefined })],
  ['an empty subject', 'token_invalid', (w) => signed(w, { sub: '' })],
  ['a subject that is a list', 'token_invalid', (w) => signed(w, { sub: [userId] })],
  ['no organization', 'token_without_organization', (w) => signed(w, { org_id: undefined })],
  ['an empty organization', 'token_invalid', (w) => signed(w, { org_id: '' })],
  ['an organization that is a list', 'token_invalid', (w) => signed(w, { org_id: [organizationId] })],
  ['an organization that is a path', 'token_invalid', (w) => signed(w, { org_id: 'org_a/../org_b' })],
  ['permissions that are a word', 'token_invalid', (w) => signed(w, { permissions: 'manage:members' })],
  [
    'a machine’s token',
    'token_not_a_person',
    (w) => signed(w, { sub: 'abc@clients', gty: 'client-credentials' }),
  ],
  ['an anonymous visitor’s token', 'token_not_a_person', (w) => signed(w, { sub: 'anon@1' })],
];

describe('access tokens', () => {
  it('lets a good one in, whatever the case of the scheme', async () => {
    const world = createWorld();
    const token = await signed(world, {});
    assert.equal((await world.send(token, '/v1/profile')).status, 200);
    const lower = await world.send(null, '/v1/profile', { headers: { authorization: `bearer ${token}` } });
    assert.equal(lower.status, 200);
  });

  for (const [label, code, make] of cases) {
    it(`refuses ${label} before asking the Management API`, async () => {
      const world = createWorld();
      const token = await make(world);
      for (const init of [{}, { method: 'PATCH', headers: { 'if-match': '"x"' } }]) {
        const { status, problem, headers, text } = await world.send(token, '/v1/profile', init);
        assert.equal(problem.code, code);
        assert.equal(status, code.startsWith('token_without') || code.startsWith('token_not') ? 403 : 401);
        assert.equal(headers.get('content-type'), 'application/problem+json');
        if (status === 401)
          assert.match(headers.get('www-authenticate') ?? '', /^Bearer error="invalid_token"/);
        assert.ok(!text.includes(token));
      }
      assert.equal(world.calls(), 0);
    });
  }

  it('asks for a token by naming the schemes only', async () => {
    const { status, problem, headers } = await createWorld().send(null, '/v1/profile');
    assert.deepEqual(
      [status, problem.code, headers.get('www-authenticate')],
      [401, 'token_missing', 'Bearer, DPoP algs="ES256"'],
    );
  });

  for (const authorization of [
    'Basic YTpi',
    'Bearer',
    'Bearer ',
    'DPoP x.y.z',
    'Bearer a.b.c, Bearer a.b.c',
  ]) {
    it(`refuses the header "${authorization}"`, async () => {
      const { problem } = await createWorld().send(null, '/v1/profile', { headers: { authorization } });
      assert.match(problem.code, /^token_(invalid|missing)$/);
    });
  }

  it('does not ask for the keys again with every unknown kid', async () => {
    const world = createWorld();
    await world.read('mia');
    const { privateKey } = await generateKeyPair('RS256');
    const before = world.tenant.requests.count({ path: '/.well-known/jwks.json' });
    for (let i = 0; i < 20; i += 1) {
      const token = await new SignJWT(claims(world))
        .setProtectedHeader({ ...header, kid: `made-up-${i}` })
        .sign(privateKey);
      assert.equal((await world.send(token, '/v1/profile')).status, 401);
    }
    assert.ok(world.tenant.requests.count({ path: '/.well-known/jwks.json' }) - before <= 1);
  });

  it('blames the tenant, not the caller, when its keys cannot be read', async () => {
    for (const fault of [{ status: 500 }, { reset: true }, { status: 200, body: '<html>' }]) {
      const world = createWorld();
      world.tenant.faults.add({ path: '/.well-known/jwks.json', times: 5, ...fault });
      const { status, problem } = await world.read('mia');
      assert.deepEqual([status, problem.code], [502, 'upstream_unavailable'], JSON.stringify(fault));
    }
  });
});
