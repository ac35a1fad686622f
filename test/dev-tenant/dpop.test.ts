import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import {
  createDpopKey,
  type DevTenant,
  type DpopKey,
  type ProofRequest,
} from '../../backend-proxy/dev-tenant/index.js';
import {
  Browser,
  acme,
  ada,
  claimsOf,
  createDevTenant,
  post,
  read,
  redirectUri,
  signIn,
  verifier,
} from './helpers.js';

const tenant = createDevTenant();
const key = await createDpopKey();
const other = await createDpopKey();
const wanted = { username: 'ada@acme.example', organization: acme };
const tokenUrl = `${tenant.url}/oauth/token`;
beforeEach(() => tenant.reset());

async function newCode(of: DevTenant = tenant, overrides: Record<string, string> = {}) {
  const back = await new Browser(of).signIn('ada@acme.example', { organization: acme, ...overrides });
  return back.searchParams.get('code') ?? '';
}

const exchange = (code: string, dpop?: string, of: DevTenant = tenant) =>
  post(
    of,
    '/oauth/token',
    {
      grant_type: 'authorization_code',
      client_id: of.clients.spa.clientId,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      code,
    },
    dpop === undefined ? {} : { dpop },
  );
const refresh = (refresh_token: unknown, dpop?: string) =>
  post(
    tenant,
    '/oauth/token',
    { grant_type: 'refresh_token', client_id: tenant.clients.spa.clientId, refresh_token },
    dpop === undefined ? {} : { dpop },
  );

async function nonceOf(of: DevTenant = tenant): Promise<string> {
  const dpop = await key.prove({ method: 'POST', url: `${of.url}/oauth/token` });
  return (await exchange('none', dpop, of)).headers.get('dpop-nonce') ?? '';
}
const proof = async (overrides: Partial<ProofRequest> = {}, by: DpopKey = key) =>
  by.prove({ method: 'POST', url: tokenUrl, nonce: await nonceOf(), ...overrides });

describe('DPoP at the token endpoint', () => {
  it('binds access and refresh token to the key, and says so', async () => {
    const { body } = await exchange(await newCode(), await proof());
    assert.equal(body['token_type'], 'DPoP');
    assert.deepEqual(claimsOf(body['access_token'])['cnf'], { jkt: key.thumbprint });
    assert.ok(!('cnf' in claimsOf(body['id_token'])));
    const refreshed = await refresh(body['refresh_token'], await proof());
    assert.equal(refreshed.body['token_type'], 'DPoP');
    assert.deepEqual(claimsOf(refreshed.body['access_token'])['cnf'], { jkt: key.thumbprint });
  });

  it('requires a nonce from a public client, which can retry with the same code', async () => {
    const code = await newCode();
    const challenged = await exchange(code, await key.prove({ method: 'POST', url: tokenUrl }));
    assert.equal(challenged.status, 400);
    assert.deepEqual(challenged.body, {
      error: 'use_dpop_nonce',
      error_description: 'Authorization server requires nonce in DPoP proof',
    });
    const nonce = challenged.headers.get('dpop-nonce') ?? '';
    const answered = await exchange(code, await proof({ nonce }));
    assert.equal(answered.status, 200);
    assert.ok(answered.headers.has('dpop-nonce'));
  });

  it('accepts a nonce for five minutes', async () => {
    const nonce = await nonceOf();
    const at = (seconds: number) => ({ iat: Math.floor(tenant.clock.now() / 1000) + seconds });
    tenant.clock.advance(299_000);
    assert.equal((await exchange(await newCode(), await proof({ nonce, claims: at(0) }))).status, 200);
    tenant.clock.advance(2_000);
    const late = await exchange(await newCode(), await proof({ nonce, claims: at(0) }));
    assert.equal(late.body['error'], 'use_dpop_nonce');
  });

  it('accepts a proof once', async () => {
    const once = await proof();
    assert.equal((await exchange(await newCode(), once)).status, 200);
    const again = await exchange(await newCode(), once);
    assert.deepEqual([again.status, again.body['error']], [400, 'invalid_dpop_proof']);
  });

  it('accepts proof and nonce again after an earlier snapshot is restored', async () => {
    const nonce = await nonceOf();
    const before = tenant.snapshot();
    const once = await proof({ nonce });
    assert.equal((await exchange(await newCode(), once)).status, 200);
    const after = tenant.snapshot();
    before.restore();
    assert.equal((await exchange(await newCode(), once)).status, 200);
    tenant.reset();
    after.restore();
    const again = await exchange(await newCode(), once);
    assert.deepEqual([again.status, again.body['error']], [400, 'invalid_dpop_proof']);
  });

  const now = () => Math.floor(Date.now() / 1000);
  const faulty: [string, () => Partial<ProofRequest>][] = [
    ['for another method', () => ({ method: 'GET' })],
    ['for another address', () => ({ url: `${tenant.url}/userinfo` })],
    ['for the same path elsewhere', () => ({ url: 'https://evil.example/oauth/token' })],
    ['from before five minutes', () => ({ claims: { iat: now() - 310 } })],
    ['from a clock that is a minute ahead', () => ({ claims: { iat: now() + 60 } })],
    ['without iat', () => ({ claims: { iat: undefined } })],
    ['without jti', () => ({ claims: { jti: undefined } })],
    ['without htm', () => ({ claims: { htm: undefined } })],
    ['without htu', () => ({ claims: { htu: undefined } })],
    ['of another type', () => ({ header: { typ: 'JWT' } })],
    ['without its key', () => ({ header: { jwk: undefined } })],
  ];
  for (const [what, overrides] of faulty) {
    it(`refuses a proof ${what}, and leaves the code unused`, async () => {
      const code = await newCode();
      const refused = await exchange(code, await proof(overrides()));
      assert.deepEqual([refused.status, refused.body['error']], [400, 'invalid_dpop_proof']);
      assert.equal((await exchange(code, await proof())).status, 200);
    });
  }

  it('refuses garbage, two proofs at once, and a signature by another key', async () => {
    const [head = '', body = ''] = (await proof()).split('.');
    const [, , foreign = ''] = (await proof({}, other)).split('.');
    for (const dpop of ['x', `${await proof()}, ${await proof()}`, `${head}.${body}.${foreign}`]) {
      assert.equal((await exchange(await newCode(), dpop)).body['error'], 'invalid_dpop_proof');
    }
  });

  it('rejects a bound refresh token without its key but keeps it valid', async () => {
    const { refreshToken } = await signIn(tenant, { ...wanted, dpop: key });
    assert.equal((await refresh(refreshToken)).body['error'], 'invalid_dpop_proof');
    assert.equal((await refresh(refreshToken, await proof({}, other))).body['error'], 'invalid_dpop_proof');
    assert.equal((await refresh(refreshToken, await proof())).status, 200);
  });

  it('redeems a code requested with dpop_jkt for that key only', async () => {
    const bound = () => newCode(tenant, { dpop_jkt: key.thumbprint });
    assert.equal((await exchange(await bound(), await proof())).status, 200);
    assert.equal((await exchange(await bound(), await proof({}, other))).body['error'], 'invalid_dpop_proof');
    assert.equal((await exchange(await bound())).body['error'], 'invalid_dpop_proof');
  });

  it('exposes the nonce and allows the header through CORS', async () => {
    const origin = 'http://localhost:4000';
    const preflight = await tenant.fetch(tokenUrl, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'dpop' },
    });
    assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /dpop/);
    const { headers } = await post(tenant, '/oauth/token', { client_id: 'x' }, { origin, dpop: 'x' });
    assert.match(headers.get('access-control-expose-headers') ?? '', /dpop-nonce/);
    assert.equal(headers.get('access-control-allow-origin'), origin);
  });
});

describe('an API that', () => {
  const seeded = (proof_of_possession: { mechanism?: 'none' | 'dpop'; required?: boolean }) =>
    createDevTenant({
      seed: {
        settings: { proof_of_possession },
        connections: [{ id: 'con_1', name: 'db', strategy: 'auth0' }],
        users: [{ user_id: 'auth0|x', connection: 'db', email: 'x@x.example' }],
      },
    });

  it('does not use DPoP gets bearer tokens even with a proof', async () => {
    const { accessToken } = await signIn(seeded({ mechanism: 'none' }), {
      username: 'x@x.example',
      dpop: key,
    });
    assert.ok(!('cnf' in claimsOf(accessToken)));
  });

  it('requires DPoP gets bound tokens only', async () => {
    const strict = seeded({ required: true });
    await assert.rejects(signIn(strict, { username: 'x@x.example' }), /sender-constrained tokens only/);
    const { accessToken } = await signIn(strict, { username: 'x@x.example', dpop: key });
    assert.deepEqual(claimsOf(accessToken)['cnf'], { jkt: key.thumbprint });
  });
});

describe('/userinfo with DPoP', () => {
  const url = `${tenant.url}/userinfo`;
  const ask = async (authorization: string, dpop?: string) =>
    read(await tenant.fetch(url, { headers: { authorization, ...(dpop !== undefined && { dpop }) } }));
  const bound = async () => (await signIn(tenant, { ...wanted, dpop: key })).accessToken;

  it('accepts the bound token with a proof of its key, even a used one', async () => {
    const accessToken = await bound();
    const dpop = await key.prove({ method: 'GET', url, accessToken });
    for (const _ of ['first', 'again']) {
      assert.equal((await ask(`DPoP ${accessToken}`, dpop)).body['sub'], ada);
    }
  });

  it('refuses the token as a bearer token, without a proof, and an unbound token as bound', async () => {
    const accessToken = await bound();
    const dpop = await key.prove({ method: 'GET', url, accessToken });
    const unbound = (await signIn(tenant, wanted)).accessToken;
    for (const answer of [
      await ask(`Bearer ${accessToken}`, dpop),
      await ask(`DPoP ${accessToken}`),
      await ask(`DPoP ${unbound}`, await key.prove({ method: 'GET', url, accessToken: unbound })),
    ]) {
      assert.equal(answer.status, 401);
      assert.match(answer.headers.get('www-authenticate') ?? '', /DPoP error=/);
    }
  });

  it('refuses a proof by another key, of another token, and with a nonce it never gave', async () => {
    const accessToken = await bound();
    const stranger = await ask(`DPoP ${accessToken}`, await other.prove({ method: 'GET', url, accessToken }));
    assert.equal(stranger.body['error'], 'invalid_token');
    const swapped = await key.prove({ method: 'GET', url, accessToken: await bound() });
    assert.equal((await ask(`DPoP ${accessToken}`, swapped)).body['error'], 'invalid_dpop_proof');
    const invented = await key.prove({ method: 'GET', url, accessToken, nonce: 'mine' });
    const answer = await ask(`DPoP ${accessToken}`, invented);
    assert.equal(answer.body['error'], 'use_dpop_nonce');
    const nonce = answer.headers.get('dpop-nonce') ?? '';
    const good = await key.prove({ method: 'GET', url, accessToken, nonce });
    assert.equal((await ask(`DPoP ${accessToken}`, good)).status, 200);
  });
});

describe('/userinfo', () => {
  it('answers ten requests per user at once, then five per minute', async () => {
    const strict = createDevTenant({ rateLimits: 'enforced' });
    strict.clock.stop();
    const { accessToken } = await signIn(strict, wanted);
    const ask = async () => {
      const headers = { authorization: `Bearer ${accessToken}` };
      return (await strict.fetch(`${strict.url}/userinfo`, { headers })).status;
    };
    for (let calls = 0; calls < 10; calls += 1) assert.equal(await ask(), 200);
    assert.equal(await ask(), 429);
    strict.clock.advance(12_000);
    assert.deepEqual([await ask(), await ask()], [200, 429]);
  });
});
