/** A proxy without a storage forgets with its process. What protects people fails closed. */
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';
import {
  createMemoryStorage,
  createProxy,
  type LogEntry,
  type LogNotice,
} from '../../backend-proxy/src/index.js';
import { acme, adminRole, createOperationWorld, lio, memberRole, pathOf } from './operation-world.js';
import { people, type Answer } from './support.js';

const [hal] = people.hal;
const [mia] = people.mia;
const aMinuteAgo = () => Math.floor(Date.now() / 1000) - 60;
const outcomeOf = ({ status, problem }: Answer) =>
  status === 200 ? 'done' : (problem.reason ?? problem.code);

describe('a token that is older than the process', () => {
  it('is good for what the roles allow now', async () => {
    const world = createOperationWorld({ storage: createMemoryStorage() });
    const token = await world.token(hal, acme, { permissions: ['manage:members'], iat: aMinuteAgo() });
    world.tenant.organizations.setMemberRoles(acme, hal, [memberRole]);
    assert.equal(outcomeOf(await world.post(token, `${pathOf(mia)}/block`)), 'not-allowed');
    assert.equal((await world.send(token, '/v1/profile')).status, 200);
  });

  it('counts as such if a clock that is fast dates it a little later', async () => {
    const world = createOperationWorld({ storage: createMemoryStorage() });
    const iat = aMinuteAgo() + 90;
    const token = await world.token(hal, acme, { permissions: ['manage:members'], iat });
    world.tenant.organizations.setMemberRoles(acme, hal, [memberRole]);
    assert.equal(outcomeOf(await world.post(token, `${pathOf(mia)}/block`)), 'not-allowed');
  });

  it('keeps what the roles still give', async () => {
    const world = createOperationWorld({ storage: createMemoryStorage() });
    world.tenant.organizations.setMemberRoles(acme, hal, [adminRole]);
    const token = await world.token(hal, acme, { iat: aMinuteAgo() });
    assert.equal(outcomeOf(await world.post(token, `${pathOf(lio)}/block`)), 'done');
  });

  it('is believed by a proxy whose storage outlives the process', async () => {
    const storage = { ...createMemoryStorage(), knownSince: null };
    const world = createOperationWorld({ storage });
    const token = await world.token(hal, acme, { permissions: ['manage:members'], iat: aMinuteAgo() });
    world.tenant.organizations.setMemberRoles(acme, hal, [memberRole]);
    assert.equal(outcomeOf(await world.post(token, `${pathOf(mia)}/block`)), 'done');
  });
});

describe('a DPoP proof that is older than the process', () => {
  for (const dpopNonceSecret of [undefined, 'a secret that several instances share']) {
    it(`is refused, and its client gets a nonce, ${dpopNonceSecret ? 'also' : 'but not'} otherwise`, async () => {
      const options = {
        storage: { ...createMemoryStorage(), knownSince: Date.now() - 45_000 },
        ...(dpopNonceSecret !== undefined && { dpopNonceSecret }),
      };
      const world = createOperationWorld(options);
      const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
      const jwk = await exportJWK(publicKey);
      const jkt = await calculateJwkThumbprint(jwk);
      const token = await world.token(mia, acme, { cnf: { jkt } });
      const present = async (claims: object) => {
        const proof = await new SignJWT({
          jti: randomUUID(),
          htm: 'GET',
          htu: 'https://proxy.example/v1/profile',
          ath: createHash('sha256').update(token).digest('base64url'),
          ...claims,
        })
          .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk })
          .sign(privateKey);
        return world.send(null, '/v1/profile', { headers: { authorization: `DPoP ${token}`, dpop: proof } });
      };
      const refused = await present({ iat: aMinuteAgo() });
      assert.deepEqual([refused.status, refused.problem.code], [401, 'token_nonce_required']);
      assert.match(refused.headers.get('www-authenticate') ?? '', /error="use_dpop_nonce"/);
      const nonce = refused.headers.get('dpop-nonce') ?? '';
      // The clock of the client is slow: its proofs look old, but repeat a nonce of this process.
      assert.equal((await present({ iat: aMinuteAgo(), nonce })).status, 200);
      assert.equal((await present({ iat: aMinuteAgo(), nonce: 'made up' })).status, 401);
      // By a client whose clock is fast.
      assert.equal((await present({ iat: aMinuteAgo() + 30 })).status, 401);
      const current = await present({ iat: Math.floor(Date.now() / 1000) });
      assert.equal(current.status, dpopNonceSecret === undefined ? 200 : 401);
    });
  }
});

describe('a proxy without a storage', () => {
  const options = { domain: 'tenant.example', audience: 'a', clientId: 'c', clientSecret: 's' };
  it('says at start what it does not keep, in one entry', () => {
    const log: (LogEntry | LogNotice)[] = [];
    createProxy({ ...options, log: (entry) => log.push(entry) });
    assert.equal(log.length, 1);
    assert.match(JSON.stringify(log[0]), /"level":"warning".*a restart forgets cool-downs/);
  });

  it('says nothing if it has one', () => {
    const log: (LogEntry | LogNotice)[] = [];
    createProxy({ ...options, storage: createMemoryStorage(), log: (entry) => log.push(entry) });
    assert.deepEqual(log, []);
  });
});
