import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createRemoteJWKSet, customFetch, jwtVerify } from 'jose';
import {
  Browser,
  acme,
  ada,
  claimsOf,
  createDevTenant,
  exchange,
  globex,
  grace,
  machineToken,
  mia,
  post,
  read,
  redirectUri,
  refresh,
  signIn,
} from './helpers.js';

const tenant = createDevTenant();

async function newCode(username = 'ada@acme.example', overrides: Record<string, string> = {}) {
  const back = await new Browser(tenant).signIn(username, { organization: acme, ...overrides });
  return back.searchParams.get('code');
}

describe('the tokens', () => {
  it('verify against the published key', async () => {
    const { accessToken } = await signIn(tenant, { username: 'ada@acme.example', organization: acme });
    const keys = createRemoteJWKSet(new URL(`${tenant.url}/.well-known/jwks.json`), {
      [customFetch]: tenant.fetch,
    });
    const { protectedHeader } = await jwtVerify(accessToken, keys, {
      issuer: tenant.issuer,
      audience: tenant.audience,
    });
    assert.equal(protectedHeader.typ, 'JWT');
    assert.equal(protectedHeader.alg, 'RS256');
  });

  it('put only reliable claims into the access token', async () => {
    const { accessToken } = await signIn(tenant, { username: 'ada@acme.example', organization: acme });
    const {
      iat,
      exp,
      'https://orgdesk.dev/auth_time': signedInAt,
      'https://orgdesk.dev/session_id': session,
      ...claims
    } = claimsOf(accessToken);
    assert.ok(Number(signedInAt) <= Number(iat) && typeof session === 'string');
    assert.equal(Number(exp) - Number(iat), 86_400);
    assert.deepEqual(claims, {
      iss: tenant.issuer,
      sub: ada,
      aud: [tenant.audience, `${tenant.url}/userinfo`],
      scope: 'openid profile email offline_access',
      azp: tenant.clients.spa.clientId,
      org_id: acme,
      org_name: 'acme',
      permissions: ['manage:members'],
    });
  });

  it('carry in the ID token the person and the organization', async () => {
    const { body } = await exchange(tenant, { code: await newCode() });
    const { iat, exp, auth_time, sid, updated_at, ...claims } = claimsOf(body['id_token']);
    assert.ok(Number(exp) > Number(iat));
    assert.ok(Number(auth_time) <= Number(iat));
    assert.ok(typeof sid === 'string' && typeof updated_at === 'string');
    assert.deepEqual(claims, {
      iss: tenant.issuer,
      sub: ada,
      aud: tenant.clients.spa.clientId,
      nonce: 'the-nonce',
      name: 'Ada Keller',
      nickname: 'ada',
      given_name: 'Ada',
      family_name: 'Keller',
      email: 'ada@acme.example',
      email_verified: true,
      org_id: acme,
      org_name: 'acme',
    });
  });

  it('hold permissions of the organization signed in to, and none without one', async () => {
    const gus = await signIn(tenant, { username: 'gus@globex.example', organization: globex });
    assert.deepEqual(claimsOf(gus.accessToken)['permissions'], ['manage:members']);
    const nowhere = claimsOf((await signIn(tenant, { username: 'gus@globex.example' })).accessToken);
    assert.deepEqual(nowhere['permissions'], []);
    assert.ok(!('org_id' in nowhere));
  });

  it('grant requested scopes only where OIDC or a role gives them', async () => {
    const scope = 'openid manage:members support:members delete:everything';
    const admin = await signIn(tenant, { username: 'ada@acme.example', organization: acme, scope });
    assert.equal(claimsOf(admin.accessToken)['scope'], 'openid manage:members');
    assert.equal(admin.refreshToken, undefined);
  });

  it('live as long as the seed says', async () => {
    const seed = {
      settings: { access_token_lifetime: 300 },
      connections: [{ id: 'con_1', name: 'db', strategy: 'auth0' }],
      users: [{ user_id: 'auth0|x', connection: 'db', email: 'x@x.example' }],
    };
    const brief = createDevTenant({ seed });
    const { iat, exp } = claimsOf((await signIn(brief, { username: 'x@x.example' })).accessToken);
    assert.equal(Number(exp) - Number(iat), 300);
  });

  it('can be created directly, with any claim overridden or removed', async () => {
    const token = await tenant.tokens.issueAccessToken({
      userId: grace,
      organizationId: globex,
      exp: 5,
      permissions: undefined,
    });
    const claims = claimsOf(token);
    assert.deepEqual([claims['sub'], claims['org_id'], claims['exp']], [grace, globex, 5]);
    assert.ok(!('permissions' in claims));
    const id = claimsOf(await tenant.tokens.issueIdToken({ userId: mia, organizationId: acme }));
    assert.deepEqual([id['aud'], id['name']], [tenant.clients.spa.clientId, 'Mia Okafor']);
  });

  it('can be signed with a false header and a payload that is not JSON', async () => {
    const [header = '', payload = ''] = (await tenant.tokens.sign({ alg: 'none' }, '{"exp":1e400}')).split(
      '.',
    );
    assert.equal((JSON.parse(atob(header)) as { alg: string }).alg, 'none');
    assert.equal(atob(payload), '{"exp":1e400}');
  });
});

describe('POST /oauth/token with an authorization code', () => {
  it('refuses a wrong verifier', async () => {
    const { status, body } = await exchange(tenant, { code: await newCode(), code_verifier: 'wrong' });
    assert.equal(status, 403);
    assert.deepEqual(body, {
      error: 'invalid_grant',
      error_description: 'Failed to verify code verifier',
    });
  });

  it('rejects a second use and revokes the tokens of the first', async () => {
    const code = await newCode();
    const first = await exchange(tenant, { code });
    const second = await exchange(tenant, { code });
    assert.equal(second.body['error'], 'invalid_grant');
    assert.equal((await refresh(tenant, first.body['refresh_token'])).status, 403);
  });

  it('does not give a code a second chance after a wrong verifier', async () => {
    const code = await newCode();
    await exchange(tenant, { code, code_verifier: 'wrong' });
    assert.equal((await exchange(tenant, { code })).status, 403);
  });

  it('refuses a code after a minute', async () => {
    const code = await newCode();
    tenant.clock.advance(60_000);
    assert.equal((await exchange(tenant, { code })).status, 403);
    tenant.clock.reset();
  });

  it('refuses another redirect_uri and another client', async () => {
    const other = await exchange(tenant, { code: await newCode(), redirect_uri: `${redirectUri}/x` });
    assert.equal(other.body['error'], 'invalid_grant');
    const machine = await exchange(tenant, {
      code: await newCode(),
      client_id: tenant.clients.proxy.clientId,
      client_secret: tenant.clients.proxy.clientSecret,
    });
    assert.equal(machine.body['error'], 'unauthorized_client');
  });

  it('takes a form as well as JSON', async () => {
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: tenant.clients.spa.clientId,
      code: (await newCode()) ?? '',
      code_verifier: 'the-verifier-of-every-test-long-enough-for-pkce-0',
      redirect_uri: redirectUri,
    });
    const response = await tenant.fetch(`${tenant.url}/oauth/token`, { method: 'POST', body });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('cache-control'), 'no-store');
  });

  it('names what is missing and refuses what it does not know', async () => {
    const missing = await post(tenant, '/oauth/token', { grant_type: 'authorization_code' });
    assert.deepEqual(missing.body, {
      error: 'invalid_request',
      error_description: 'Missing required parameter: client_id',
    });
    const unknown = await exchange(tenant, { grant_type: 'password' });
    assert.equal(unknown.body['error'], 'unsupported_grant_type');
    const garbage = await tenant.fetch(`${tenant.url}/oauth/token`, { method: 'POST', body: '[1]' });
    assert.equal((await read(garbage)).body['error'], 'invalid_request');
  });
});

describe('refresh tokens', () => {
  const signedIn = (username = 'ada@acme.example', organization = acme) =>
    signIn(tenant, { username, organization });

  it('rotate, and stay bound to the organization', async () => {
    const { refreshToken } = await signedIn();
    const { status, body } = await refresh(tenant, refreshToken);
    assert.equal(status, 200);
    assert.notEqual(body['refresh_token'], refreshToken);
    assert.equal(claimsOf(body['access_token'])['org_id'], acme);
    assert.equal((await refresh(tenant, body['refresh_token'])).status, 200);
  });

  it('are revoked as a family when one is reused', async () => {
    const { refreshToken } = await signedIn();
    const { body } = await refresh(tenant, refreshToken);
    const reused = await refresh(tenant, refreshToken);
    assert.equal(reused.status, 403);
    assert.deepEqual(reused.body, {
      error: 'invalid_grant',
      error_description: 'Unknown or invalid refresh token.',
    });
    assert.equal((await refresh(tenant, body['refresh_token'])).status, 403);
  });

  it('do not work for a blocked, deleted or removed person', async () => {
    const blocked = await signedIn('ada@acme.example');
    const deleted = await signedIn('mia@acme.example');
    const removed = await signedIn('grace@globex.example', globex);
    tenant.users.update(ada, { blocked: true });
    tenant.users.delete(mia);
    tenant.organizations.removeMember(globex, grace);
    assert.equal((await refresh(tenant, blocked.refreshToken)).body['error_description'], 'user is blocked');
    assert.equal((await refresh(tenant, deleted.refreshToken)).status, 403);
    assert.match(
      String((await refresh(tenant, removed.refreshToken)).body['error_description']),
      /is not part of/,
    );
    tenant.reset();
  });

  it('show a change of roles and of the profile', async () => {
    const { refreshToken } = await signedIn();
    tenant.users.update(ada, { name: 'Ada Renamed' });
    const { body } = await refresh(tenant, refreshToken);
    assert.equal(claimsOf(body['id_token'])['name'], 'Ada Renamed');
  });

  it('are revoked by /oauth/revoke, which also accepts unknown ones', async () => {
    const { refreshToken } = await signedIn();
    const client_id = tenant.clients.spa.clientId;
    assert.equal((await post(tenant, '/oauth/revoke', { client_id, token: refreshToken })).status, 200);
    assert.equal((await refresh(tenant, refreshToken)).status, 403);
    assert.equal((await post(tenant, '/oauth/revoke', { client_id, token: 'unknown' })).status, 200);
  });
});

describe('client credentials', () => {
  const { clientId, clientSecret } = tenant.clients.proxy;
  const request = {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    audience: `${tenant.url}/api/v2/`,
  };

  it('give the proxy a Management API token for a day', async () => {
    const claims = claimsOf(await machineToken(tenant));
    assert.equal(claims['sub'], `${clientId}@clients`);
    assert.equal(claims['gty'], 'client-credentials');
    assert.equal(claims['aud'], `${tenant.url}/api/v2/`);
    assert.equal(Number(claims['exp']) - Number(claims['iat']), 86_400);
    assert.ok(String(claims['scope']).split(' ').includes('read:users'));
  });

  it('give no more than the client is granted', async () => {
    assert.equal(claimsOf(await machineToken(tenant, 'read:users create:clients'))['scope'], 'read:users');
    const narrow = createDevTenant({ seed: { settings: { machine_scopes: ['read:roles'] } } });
    assert.equal(claimsOf(await machineToken(narrow))['scope'], 'read:roles');
  });

  it('accept the secret in the Authorization header', async () => {
    const authorization = `Basic ${btoa(`${clientId}:${clientSecret}`)}`;
    const { grant_type, audience } = request;
    const { status } = await post(tenant, '/oauth/token', { grant_type, audience }, { authorization });
    assert.equal(status, 200);
  });

  it('refuse a wrong secret, a wrong audience and the public client', async () => {
    const wrong = await post(tenant, '/oauth/token', { ...request, client_secret: 'x' });
    assert.equal(wrong.status, 401);
    assert.deepEqual(wrong.body, { error: 'access_denied', error_description: 'Unauthorized' });
    const audience = await post(tenant, '/oauth/token', { ...request, audience: 'https://other.example' });
    assert.equal(audience.status, 403);
    const spa = await post(tenant, '/oauth/token', { ...request, client_id: tenant.clients.spa.clientId });
    assert.equal(spa.body['error'], 'unauthorized_client');
  });
});
