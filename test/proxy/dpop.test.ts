import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import type { ProxyOptions } from '../../backend-proxy/src/index.js';
import { createWorld, people, type Answer, type World } from './support.js';

const [userId, organizationId] = people.mia;
const now = () => Math.floor(Date.now() / 1000);
const address = 'https://proxy.example/v1/profile';

interface Key {
  readonly private: CryptoKey;
  readonly publicJwk: JWK;
  readonly privateJwk: JWK;
}

async function makeKey(algorithm = 'ES256'): Promise<Key> {
  const pair = await generateKeyPair(algorithm, { extractable: true });
  return {
    private: pair.privateKey,
    publicJwk: await exportJWK(pair.publicKey),
    privateJwk: await exportJWK(pair.privateKey),
  };
}

let key: Key;
let stranger: Key;
before(async () => {
  [key, stranger] = await Promise.all([makeKey(), makeKey()]);
});

/** An access token as the tenant issues them, with these claims beside. */
const tokenWith = (world: World, more: Record<string, unknown>) =>
  world.tenant.tokens.sign(
    { alg: 'RS256', typ: 'JWT' },
    {
      iss: world.tenant.issuer,
      sub: userId,
      aud: world.tenant.audience,
      iat: now() - 10,
      exp: now() + 3600,
      org_id: organizationId,
      permissions: [],
      ...more,
    },
  );
const boundToken = async (world: World) =>
  tokenWith(world, { cnf: { jkt: await calculateJwkThumbprint(key.publicJwk) } });

interface ProofParts {
  readonly header?: Record<string, unknown>;
  readonly claims?: Record<string, unknown>;
  readonly key?: Key;
  readonly without?: string;
}

/** A good proof, with these parts made bad. */
async function proofFor(token: string, { header = {}, claims = {}, without, ...parts }: ProofParts = {}) {
  const payload: Record<string, unknown> = {
    jti: randomUUID(),
    htm: 'GET',
    htu: address,
    iat: now(),
    ath: createHash('sha256').update(token).digest('base64url'),
    ...claims,
  };
  if (without) delete payload[without];
  const used = parts.key ?? key;
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: used.publicJwk, ...header })
    .sign(used.private);
}

const present = (world: World, token: string, proof?: string, scheme = 'DPoP') =>
  world.send(null, '/v1/profile', {
    headers: { authorization: `${scheme} ${token}`, ...(proof !== undefined && { dpop: proof }) },
  });

/** What came of a bound token with this proof. */
async function answerTo(parts: ProofParts, options: Partial<ProxyOptions> = {}): Promise<Answer> {
  const world = createWorld(options);
  const token = await boundToken(world);
  return present(world, token, await proofFor(token, parts));
}

describe('a token that is bound to a key', () => {
  it('is taken with a proof of that key', async () => {
    const { status, profile } = await answerTo({});
    assert.equal(status, 200);
    assert.equal(profile.person.userId, userId);
  });

  it('is taken where the proof names the address with a query or another spelling of its escapes', async () => {
    for (const htu of [`${address}?lang=de#top`, 'HTTPS://PROXY.example:443/v1/profile']) {
      assert.equal((await answerTo({ claims: { htu } })).status, 200, htu);
    }
  });

  const refused: [string, ProofParts][] = [
    ['another type of token', { header: { typ: 'JWT' } }],
    ['no public key', { header: { jwk: undefined } }],
    ['another method', { claims: { htm: 'POST' } }],
    ['another address', { claims: { htu: 'https://proxy.example/v1/members' } }],
    ['another host', { claims: { htu: 'https://elsewhere.example/v1/profile' } }],
    ['an address that is none', { claims: { htu: '/v1/profile' } }],
    ['a time that is long ago', { claims: { iat: now() - 400 } }],
    ['a time to come', { claims: { iat: now() + 120 } }],
    ['the hash of another token', { claims: { ath: createHash('sha256').update('x').digest('base64url') } }],
    ['an id that is no text', { claims: { jti: 7 } }],
    ['an id of any length', { claims: { jti: 'x'.repeat(201) } }],
    ...['jti', 'htm', 'htu', 'iat', 'ath'].map((without): [string, ProofParts] => [
      `no ${without}`,
      { without },
    ]),
  ];
  for (const [name, parts] of refused) {
    it(`is refused with a proof that has ${name}`, async () => {
      const { status, problem, headers } = await answerTo(parts);
      assert.deepEqual([status, problem.code], [401, 'token_proof_invalid']);
      assert.equal(headers.get('www-authenticate'), 'Bearer, DPoP error="invalid_dpop_proof", algs="ES256"');
    });
  }

  it('is refused with a proof by another key than the one it is bound to', async () => {
    const { problem } = await answerTo({ key: stranger });
    assert.equal(problem.code, 'token_proof_invalid');
  });

  it('is refused with a proof that is signed by another key than the one it shows', async () => {
    const { problem } = await answerTo({ key: stranger, header: { jwk: key.publicJwk } });
    assert.equal(problem.code, 'token_proof_invalid');
  });

  it('is refused with a proof that gives its private key away', async () => {
    const { problem } = await answerTo({ header: { jwk: key.privateJwk } });
    assert.equal(problem.code, 'token_proof_invalid');
  });

  it('is refused with a proof by another algorithm', async () => {
    const other = await makeKey('ES384');
    const { problem } = await answerTo({ key: other, header: { alg: 'ES384' } });
    assert.equal(problem.code, 'token_proof_invalid');
  });

  it('is refused without a proof, with two, and with what is none', async () => {
    const world = createWorld();
    const token = await boundToken(world);
    const proof = await proofFor(token);
    for (const bad of [
      undefined,
      '',
      `${proof}, ${proof}`,
      'a.b',
      `${proof}x`,
      proof.replace(/\.[^.]*$/, '.'),
    ]) {
      assert.equal((await present(world, token, bad)).problem.code, 'token_proof_invalid', String(bad));
    }
  });

  it('is refused with a proof that has been used', async () => {
    const world = createWorld();
    const token = await boundToken(world);
    const proof = await proofFor(token);
    assert.equal((await present(world, token, proof)).status, 200);
    assert.equal((await present(world, token, proof)).problem.code, 'token_proof_invalid');
    assert.equal((await present(world, token, await proofFor(token))).status, 200);
  });

  it('does not use up a proof by sending it to another address first', async () => {
    const world = createWorld();
    const token = await boundToken(world);
    const proof = await proofFor(token);
    const elsewhere = await world.send(null, '/v1/members', {
      headers: { authorization: `DPoP ${token}`, dpop: proof },
    });
    assert.equal(elsewhere.problem.code, 'token_proof_invalid');
    assert.equal((await present(world, token, proof)).status, 200);
  });

  it('is refused as a Bearer token, with its proof or without, whatever the proxy is set to', async () => {
    for (const dpop of ['allowed', 'required', 'off'] as const) {
      const world = createWorld({ dpop });
      const token = await boundToken(world);
      assert.equal((await present(world, token, undefined, 'Bearer')).problem.code, 'token_invalid', dpop);
      const withProof = await present(world, token, await proofFor(token), 'Bearer');
      assert.equal(withProof.problem.code, 'token_invalid', dpop);
    }
  });

  it('is refused when it is bound in a way that cannot be checked here', async () => {
    const world = createWorld();
    const token = await tokenWith(world, { cnf: { 'x5t#S256': 'a'.repeat(43) } });
    for (const scheme of ['Bearer', 'DPoP']) {
      assert.equal((await present(world, token, undefined, scheme)).problem.code, 'token_invalid');
    }
  });

  it('is bound by no proof when it is bound to no key', async () => {
    const world = createWorld();
    const token = await world.tokenOf('mia');
    const { status, problem } = await present(world, token, await proofFor(token));
    assert.deepEqual([status, problem.code], [401, 'token_invalid']);
  });
});

describe('the option dpop', () => {
  it('"required" refuses other tokens and asks for nothing else', async () => {
    const world = createWorld({ dpop: 'required' });
    const { problem, headers } = await world.read('mia');
    assert.equal(problem.code, 'token_invalid');
    assert.equal(headers.get('www-authenticate'), 'DPoP error="invalid_token", algs="ES256"');
    assert.equal((await answerTo({}, { dpop: 'required' })).status, 200);
  });

  it('"off" refuses proofs and does not offer them', async () => {
    const { problem, headers } = await answerTo({}, { dpop: 'off' });
    assert.equal(problem.code, 'token_invalid');
    assert.equal(headers.get('www-authenticate'), 'Bearer error="invalid_token"');
    assert.equal((await createWorld({ dpop: 'off' }).read('mia')).status, 200);
  });
});

describe('the option dpopNonceSecret', () => {
  const dpopNonceSecret = 'a secret that all instances share';

  it('asks for a nonce, gives one, and takes it', async () => {
    const world = createWorld({ dpopNonceSecret });
    const token = await boundToken(world);
    const first = await present(world, token, await proofFor(token));
    assert.deepEqual([first.status, first.problem.code], [401, 'token_nonce_required']);
    assert.match(first.headers.get('www-authenticate') ?? '', /DPoP error="use_dpop_nonce", algs="ES256"$/);
    const nonce = first.headers.get('dpop-nonce');
    const second = await present(world, token, await proofFor(token, { claims: { nonce } }));
    assert.equal(second.status, 200);
    assert.ok(second.headers.get('dpop-nonce'));
  });

  it('refuses a nonce that the proxy did not make', async () => {
    const { problem } = await answerTo({ claims: { nonce: 'of-my-own' } }, { dpopNonceSecret });
    assert.equal(problem.code, 'token_nonce_required');
  });

  it('gives none without a secret', async () => {
    assert.equal((await answerTo({})).headers.get('dpop-nonce'), null);
  });
});

describe('the option publicUrl', () => {
  it('is the address that proofs name, behind a gateway that has another one', async () => {
    const options = { publicUrl: 'https://app.example.com/account', basePath: '' };
    const htu = 'https://app.example.com/account/v1/profile';
    assert.equal((await answerTo({ claims: { htu } }, options)).status, 200);
    assert.equal((await answerTo({}, options)).problem.code, 'token_proof_invalid');
  });
});

describe('pages on other hosts', () => {
  it('may send a proof and read the nonce', async () => {
    const world = createWorld({ allowedOrigins: ['https://app.example'] });
    const preflight = await world.send(null, '/v1/profile', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.example',
        'access-control-request-method': 'PATCH',
        'access-control-request-headers': 'authorization,dpop',
      },
    });
    assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /\bDPoP\b/);
    const { headers } = await world.send(null, '/v1/profile', { headers: { origin: 'https://app.example' } });
    assert.match(headers.get('access-control-expose-headers') ?? '', /DPoP-Nonce.*WWW-Authenticate/);
  });
});
