import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  decodeProtectedHeader,
  errors,
  exportJWK,
  generateKeyPair,
  jwtVerify,
  type JSONWebKeySet,
  type JWK,
} from 'jose';
import type { DevTenant } from '../../backend-proxy/dev-tenant/index.js';
import { storedSigningKeys } from '../harness/signing-keys.js';
import { acme, createDevTenant, machineToken, read, signIn } from './helpers.js';

const wanted = { username: 'ada@acme.example', organization: acme };

describe('rotation of the signing key', () => {
  const tenant = createDevTenant({ signingKeys: [] });
  const published = async () => {
    const { body } = await read(await tenant.fetch(`${tenant.url}/.well-known/jwks.json`));
    return (body['keys'] as { kid: string }[]).map(({ kid }) => kid);
  };
  const states = async () => (await tenant.keys.list()).map(({ state }) => state);
  const kidOf = (token: string) => decodeProtectedHeader(token).kid;
  const userinfo = async (token: string) =>
    (await tenant.fetch(`${tenant.url}/userinfo`, { headers: { authorization: `Bearer ${token}` } })).status;
  const roles = async (token: string) =>
    (await tenant.fetch(`${tenant.url}/api/v2/roles`, { headers: { authorization: `Bearer ${token}` } }))
      .status;

  it('publishes the next key before it signs, and keeps the previous one until it is revoked', async () => {
    const [current, next] = await published();
    const before = (await signIn(tenant, wanted)).accessToken;
    const machine = await machineToken(tenant);
    assert.equal(kidOf(before), current);

    await tenant.keys.rotate();
    const after = (await signIn(tenant, wanted)).accessToken;
    assert.equal(kidOf(after), next);
    const keys = await published();
    assert.equal(keys.length, 3);
    assert.ok(current !== undefined && keys.includes(current));
    assert.deepEqual(await states(), ['current', 'next', 'previous']);
    assert.deepEqual([await userinfo(before), await userinfo(after), await roles(machine)], [200, 200, 200]);

    assert.equal(await tenant.keys.revoke(current), true);
    assert.equal(await tenant.keys.revoke(current), false);
    assert.ok(!(await published()).includes(current));
    assert.deepEqual([await userinfo(before), await userinfo(after), await roles(machine)], [401, 200, 401]);
  });

  it('works for clients that look up keys by kid', async () => {
    const keys = createRemoteJWKSet(new URL(`${tenant.url}/.well-known/jwks.json`), {
      [customFetch]: tenant.fetch,
      cooldownDuration: 0,
    });
    const first = (await signIn(tenant, wanted)).accessToken;
    await jwtVerify(first, keys);
    await tenant.keys.rotate();
    await tenant.keys.rotate();
    await jwtVerify((await signIn(tenant, wanted)).accessToken, keys);
    await tenant.keys.revoke(kidOf(first) ?? '');
    await keys.reload();
    await assert.rejects(jwtVerify(first, keys), errors.JWKSNoMatchingKey);
  });

  it('works over HTTP and survives a reset', async () => {
    const control = async (path: string, body: object = {}) =>
      read(
        await tenant.fetch(`${tenant.url}/__dev/keys${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      );
    const rotated = await control('/rotate');
    const previous = rotated.rows.find((row) => row['state'] === 'previous')?.['kid'];
    tenant.reset();
    const revoked = await control('/revoke', { kid: previous });
    assert.equal(revoked.rows.length, rotated.rows.length - 1);
    assert.equal((await control('/revoke', { kid: previous })).status, 404);
  });
});

describe('stored signing keys', () => {
  const [first, second] = storedSigningKeys;
  const keyIds = async (tenant: DevTenant) => (await tenant.keys.list()).map(({ kid }) => kid);

  it('sign in the given order until new ones are needed', async () => {
    const tenant = createDevTenant({ signingKeys: storedSigningKeys });
    assert.deepEqual(await keyIds(tenant), [first?.kid, second?.kid]);
    await tenant.keys.rotate();
    const [current, next] = await keyIds(tenant);
    assert.equal(current, second?.kid);
    assert.ok(next !== undefined && next !== first?.kid);

    const { accessToken } = await signIn(tenant, wanted);
    const { body } = await read(await tenant.fetch(`${tenant.url}/.well-known/jwks.json`));
    const published = body['keys'] as JSONWebKeySet['keys'];
    await jwtVerify(accessToken, createLocalJWKSet({ keys: published }));
    assert.ok(
      published.every((key) => !('d' in key)),
      'no private half is published',
    );
  });

  it('use their thumbprint as ID by default', async () => {
    const { kid: _, ...unnamed } = first ?? {};
    const [current] = await keyIds(createDevTenant({ signingKeys: [unnamed] }));
    assert.equal(current, await calculateJwkThumbprint(unnamed));
  });

  const generated = async (alg: string) => ({
    ...(await exportJWK((await generateKeyPair(alg, { extractable: true })).privateKey)),
    alg,
  });

  for (const alg of ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512']) {
    it(`sign ${alg}, and the tenant publishes and accepts it`, async () => {
      const key = alg.startsWith('ES') ? await generated(alg) : { ...first, alg };
      const tenant = createDevTenant({ signingKeys: [key, second as JWK] });
      const { accessToken, idToken } = await signIn(tenant, wanted);
      assert.equal(decodeProtectedHeader(accessToken).alg, alg);
      const { body } = await read(await tenant.fetch(`${tenant.url}/.well-known/jwks.json`));
      const keys = createLocalJWKSet({ keys: body['keys'] as JWK[] });
      await jwtVerify(accessToken, keys, { algorithms: [alg] });
      const discovery = await read(await tenant.fetch(`${tenant.url}/.well-known/openid-configuration`));
      assert.ok((discovery.body['id_token_signing_alg_values_supported'] as string[]).includes(alg));
      assert.equal(decodeProtectedHeader(idToken ?? '').alg, alg);
      const answer = await tenant.fetch(`${tenant.url}/userinfo`, {
        headers: { authorization: `Bearer ${accessToken}` },
      });
      assert.equal(answer.status, 200);
    });
  }

  it('must be private keys with an algorithm of their kind', () => {
    const { kty, n, e } = first ?? {};
    for (const key of [
      { kty: 'EC', d: 'x' },
      { kty: 'EC', crv: 'P-256', d: 'x', alg: 'ES384' },
      { ...first, alg: 'ES256' },
      { ...first, alg: 'HS256' },
      { kty: 'oct', k: 'c2VjcmV0', alg: 'HS256' },
      { kty, n, e },
    ]) {
      assert.throws(() => createDevTenant({ signingKeys: [key as JWK] }), /must be private RSA or EC keys/);
    }
  });
});
