import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createRemoteJWKSet, customFetch, jwtVerify } from 'jose';
import { createDevTenant as createPlainDevTenant, type Seed } from '../../backend-proxy/dev-tenant/index.js';
import { storedSigningKeys } from '../harness/signing-keys.js';
import { Browser, claimsOf, exchange, locationOf, management, read } from './helpers.js';

type Initiators = NonNullable<
  NonNullable<NonNullable<Seed['clients']>[number]['oidc_logout']>['backchannel_logout_initiators']
>;
const user = 'auth0|x';
const address = 'https://app.example/logout';

/** An application that selects some logout initiators and records the notifications it receives. */
function worldWith(initiators: Initiators, plan: 'essentials' | 'enterprise' = 'enterprise') {
  const received: { url: string; token: string }[] = [];
  let answer: () => Promise<Response> = () => Promise.resolve(new Response(null));
  const tenant = createPlainDevTenant({
    plan,
    rateLimits: 'off',
    signingKeys: storedSigningKeys,
    fetch: (url, init) => {
      const token = init.body instanceof URLSearchParams ? init.body.get('logout_token') : null;
      received.push({ url, token: token ?? '' });
      return answer();
    },
    seed: {
      clients: [
        {
          client_id: 'app',
          local_urls: true,
          oidc_logout: {
            backchannel_logout_urls: [address],
            backchannel_logout_initiators: initiators,
          },
        },
        { client_id: 'other', local_urls: true, oidc_logout: { backchannel_logout_urls: [address] } },
      ],
      connections: [{ id: 'con_1', name: 'db', strategy: 'auth0' }],
      users: [{ user_id: user, connection: 'db', email: 'x@x.example' }],
    },
  });
  const notified = async () => {
    await tenant.logouts.settled();
    return tenant.logouts.list().map(({ initiator }) => initiator);
  };
  const signedIn = async () => {
    const browser = new Browser(tenant);
    const back = await browser.signIn('x@x.example', { client_id: 'app' });
    const code = back.searchParams.get('code');
    const { body } = await exchange(tenant, { client_id: 'app', code });
    return { browser, sid: String(claimsOf(body['id_token'])['sid']) };
  };
  const answerWith = (next: () => Promise<Response>) => {
    answer = next;
  };
  return { tenant, received, notified, signedIn, answerWith, call: management(tenant) };
}

describe('back-channel logout', () => {
  it('is forgotten when an earlier snapshot is restored', async () => {
    const { tenant, notified, signedIn, call } = worldWith({ mode: 'all' });
    await signedIn();
    const { restore } = tenant.snapshot();
    await call('DELETE', `/users/${encodeURIComponent(user)}/sessions`);
    assert.equal((await notified()).length, 1);
    restore();
    assert.deepEqual(await notified(), []);
  });

  it('sends a verifiable logout token', async () => {
    const { tenant, received, notified, signedIn } = worldWith({});
    const { browser, sid } = await signedIn();
    await browser.visit('/v2/logout');
    assert.deepEqual(await notified(), ['rp-logout']);
    assert.equal(received[0]?.url, address);
    const keys = createRemoteJWKSet(new URL(`${tenant.url}/.well-known/jwks.json`), {
      [customFetch]: tenant.fetch,
    });
    const { payload, protectedHeader } = await jwtVerify(received[0].token, keys, {
      issuer: tenant.issuer,
      audience: 'app',
      maxTokenAge: 120,
      requiredClaims: ['jti', 'exp'],
    });
    assert.equal(protectedHeader.typ, 'JWT');
    assert.deepEqual([payload.sub, payload['sid'], payload['nonce']], [user, sid, undefined]);
    assert.deepEqual(payload['events'], { 'http://schemas.openid.net/event/backchannel-logout': {} });
  });

  it('notifies each application that used the session, once', async () => {
    const { tenant, notified, signedIn } = worldWith({ mode: 'all' });
    const { browser } = await signedIn();
    await browser.visit('/v2/logout');
    await browser.visit('/v2/logout');
    await notified();
    assert.deepEqual(
      tenant.logouts.list().map(({ clientId }) => clientId),
      ['app'],
    );
    await browser.signIn('x@x.example', { client_id: 'app' });
    assert.ok(locationOf(await browser.authorize({ client_id: 'other' })).searchParams.has('code'));
    await browser.visit('/v2/logout');
    await notified();
    const clients = tenant.logouts.list().map(({ clientId }) => clientId);
    assert.deepEqual(clients.sort(), ['app', 'app', 'other'], 'in no particular order');
  });

  const ways: [string, (world: ReturnType<typeof worldWith>, sid: string) => Promise<unknown>][] = [
    ['session-revoked', ({ call }, sid) => call('POST', `/sessions/${sid}/revoke`)],
    ['session-revoked', ({ call }) => call('POST', `/users/${user}/revoke-access`, {})],
    ['session-revoked', ({ call }) => call('PATCH', `/users/${user}`, { blocked: true })],
    ['password-changed', ({ call }) => call('PATCH', `/users/${user}`, { password: 'another one' })],
    ['email-identifier-changed', ({ call }) => call('PATCH', `/users/${user}`, { email: 'y@x.example' })],
    ['account-deleted', ({ call }) => call('DELETE', `/users/${user}`)],
  ];
  ways.forEach(([initiator, way], at) => {
    it(`is initiated by ${initiator} (${at + 1})`, async () => {
      const world = worldWith({ mode: 'all' });
      await way(world, (await world.signedIn()).sid);
      assert.deepEqual(await world.notified(), [initiator]);
    });
  });

  it('uses the initiators the application selected, and always includes logouts', async () => {
    for (const [initiators, expected] of [
      [{ selected_initiators: ['account-deleted'] }, ['account-deleted']],
      [{ selected_initiators: ['password-changed'] }, []],
      [{}, []],
    ] as [Initiators, string[]][]) {
      const { signedIn, notified, call } = worldWith(initiators);
      await signedIn();
      await call('DELETE', `/users/${user}`);
      assert.deepEqual(await notified(), expected);
    }
  });

  it('logs the outcome and does not retry', async () => {
    const { tenant, received, notified, signedIn, answerWith, call } = worldWith({});
    answerWith(() => Promise.reject(new Error('unreachable')));
    await (await signedIn()).browser.visit('/v2/logout');
    await notified();
    answerWith(() => Promise.resolve(new Response(null, { status: 400 })));
    await (await signedIn()).browser.visit('/v2/logout');
    await notified();
    assert.equal(received.length, 2);
    assert.deepEqual(
      tenant.logouts.list().map(({ outcome }) => outcome),
      ['failed', 400],
    );
    const { rows } = await call('GET', `/users/${user}/logs`);
    assert.equal(rows.filter((row) => row['type'] === 'fslo').length, 2);
  });

  it('is part of the enterprise plan and advertised there', async () => {
    const small = worldWith({ mode: 'all' }, 'essentials');
    await (await small.signedIn()).browser.visit('/v2/logout');
    assert.deepEqual(await small.notified(), []);
    const announced = async ({ tenant }: typeof small) => {
      const { body } = await read(await tenant.fetch(`${tenant.url}/.well-known/openid-configuration`));
      return body['backchannel_logout_supported'];
    };
    assert.equal(await announced(small), undefined);
    assert.equal(await announced(worldWith({})), true);
  });

  it('is listed over HTTP', async () => {
    const { tenant, signedIn } = worldWith({});
    await (await signedIn()).browser.visit('/v2/logout');
    const { rows } = await read(await tenant.fetch(`${tenant.url}/__dev/logouts`));
    assert.deepEqual([rows[0]?.['clientId'], rows[0]?.['outcome']], ['app', 200]);
  });
});
