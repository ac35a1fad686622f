/** A verification is remembered, and never longer than the token, its key, or a role lasts. */
import assert from 'node:assert/strict';
import { describe, it, mock, type TestContext } from 'node:test';
import { createDevTenant } from '../../backend-proxy/dev-tenant/index.js';
import { createSigningKeys, type SigningKeys } from '../../backend-proxy/src/http/signing-keys.js';
import { VerifiedTokens } from '../../backend-proxy/src/http/verified-tokens.js';
import { storedSigningKeys } from '../harness/signing-keys.js';
import { acme, adaOf, adminRole, createOperationWorld, pathOf } from './operation-world.js';
import { createWorld, people, type World } from './support.js';

const [userId, organizationId] = people.mia;

function ownWorld(): World {
  return createWorld({}, { tenant: createDevTenant({ rateLimits: 'off', signingKeys: storedSigningKeys }) });
}

/** Counts how often the signature of a token is checked. */
function countChecks(test: TestContext, token: string): () => number {
  const signed = token.slice(0, token.lastIndexOf('.'));
  const verify = test.mock.method(crypto.subtle, 'verify');
  return () =>
    verify.mock.calls.filter(({ arguments: [, , , data] }) => new TextDecoder().decode(data) === signed)
      .length;
}

async function codeOf(world: World, token: string): Promise<string> {
  const { status, problem } = await world.send(token, '/v1/profile');
  return status === 200 ? 'fine' : problem.code;
}

describe('a verified access token', () => {
  it('is not verified again with every request', async (test) => {
    const world = ownWorld();
    // The tenant's keys are read with the first request.
    await world.read('ada');
    const token = await world.tokenOf('mia');
    const checks = countChecks(test, token);
    for (let request = 0; request < 5; request += 1) assert.equal(await codeOf(world, token), 'fine');
    assert.equal(checks(), 1);
  });

  it('is refused once it has expired', async (test) => {
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    test.after(() => mock.timers.reset());
    const world = ownWorld();
    const exp = Math.floor(Date.now() / 1000) + 30;
    const token = await world.tenant.tokens.issueAccessToken({ userId, organizationId, exp });
    for (let request = 0; request < 3; request += 1) assert.equal(await codeOf(world, token), 'fine');
    mock.timers.setTime(Date.now() + 40_000);
    assert.equal(await codeOf(world, token), 'token_expired');
  });

  it('is refused once its key is gone', async (test) => {
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    test.after(() => mock.timers.reset());
    const world = ownWorld();
    const token = await world.tokenOf('mia');
    for (let request = 0; request < 3; request += 1) assert.equal(await codeOf(world, token), 'fine');
    const { keys } = world.tenant;
    const [current] = await keys.list();
    await keys.rotate();
    assert.ok(current && (await keys.revoke(current.kid)));
    // The keys are read once a minute.
    mock.timers.setTime(Date.now() + 61_000);
    assert.equal(await codeOf(world, token), 'token_invalid');
    assert.equal(await codeOf(world, await world.tokenOf('mia')), 'fine');
  });

  it('is verified again when the keys were read for another token', async () => {
    const { keys, read } = keysReadBy();
    const tokens = new VerifiedTokens<string>(keys);
    await read();
    tokens.remember('a.b.c', 'known', { expiresAt: Infinity, timesRead: 0 });
    assert.equal(tokens.find('a.b.c'), undefined, 'its verification began before the keys were read');
    tokens.remember('a.b.c', 'known', { expiresAt: Infinity, timesRead: 1 });
    assert.equal(tokens.find('a.b.c'), 'known');
    await read();
    assert.equal(tokens.find('a.b.c'), undefined);
  });

  it('gives no role back that was taken away', async () => {
    const world = createOperationWorld();
    const [hal, mia] = [people.hal[0], people.mia[0]];
    world.tenant.organizations.setMemberRoles(acme, hal, [adminRole]);
    const ada = await adaOf(world);
    const token = await world.token(hal, acme);
    const path = `${pathOf(mia)}/revoke-access`;
    for (let request = 0; request < 3; request += 1) {
      assert.equal((await world.post(token, path)).status, 200);
    }
    const { status } = await world.send(ada, `${pathOf(hal)}/roles`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ roles: [], was: [adminRole] }),
    });
    assert.equal(status, 200);
    assert.equal((await world.post(token, path)).status, 403);
  });
});

describe('the memory of verified tokens', () => {
  it('has a limit, and forgets the oldest', async () => {
    const { keys, read } = keysReadBy();
    await read();
    const tokens = new VerifiedTokens<number>(keys);
    const facts = { expiresAt: Infinity, timesRead: 1 };
    for (let index = 0; index < 2_100; index += 1) tokens.remember(`token ${index}`, index, facts);
    assert.equal(tokens.size, 2_000);
    assert.equal(tokens.find('token 99'), undefined);
    assert.equal(tokens.find('token 100'), 100);
  });

  it('keeps no token that is longer than tokens are', async () => {
    const { keys, read } = keysReadBy();
    await read();
    const tokens = new VerifiedTokens<boolean>(keys);
    tokens.remember('x'.repeat(4_001), true, { expiresAt: Infinity, timesRead: 1 });
    assert.equal(tokens.size, 0);
  });
});

/** The keys of a dev tenant, and how to read them. */
function keysReadBy(): { readonly keys: SigningKeys; readonly read: () => Promise<void> } {
  const tenant = createDevTenant({ signingKeys: storedSigningKeys });
  const jwksUrl = `${tenant.url}/.well-known/jwks.json`;
  const keys = createSigningKeys({ jwksUrl, fetch: tenant.fetch });
  return { keys, read: () => keys.set.reload() };
}
