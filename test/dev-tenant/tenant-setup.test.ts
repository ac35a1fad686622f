import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DevTenant } from '../../backend-proxy/dev-tenant/index.js';
import {
  answerIn,
  Browser,
  claimsOf,
  createDevTenant,
  exchange,
  locationOf,
  managementAs,
  post,
  redirectUri,
  type Answer,
} from './helpers.js';

const audience = 'https://api.product.example';
const code = `exports.onExecutePostLogin = async (event, api) => {
  api.accessToken.setCustomClaim('https://product.example/time', Math.floor(Date.now() / 1000));
  api.accessToken.setCustomClaim("https://product.example/session", event.session.id);
};`;

const password = 'Of-the-first-1';

const explorerToken = ({ url, clients }: Pick<DevTenant, 'url' | 'clients'>) => ({
  grant_type: 'client_credentials',
  client_id: clients.explorer.clientId,
  client_secret: clients.explorer.clientSecret,
  audience: `${url}/api/v2/`,
});

async function asExplorer(tenant: DevTenant) {
  const { body } = await post(tenant, '/oauth/token', explorerToken(tenant));
  const authorization = `Bearer ${String(body['access_token'])}`;
  return async (method: string, path: string, body?: object): Promise<Answer> => {
    const response = await tenant.fetch(`${tenant.url}/api/v2${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed = (text === '' ? {} : JSON.parse(text)) as Answer['body'];
    const rows = Array.isArray(parsed) ? (parsed as Answer['rows']) : [];
    return { status: response.status, headers: response.headers, body: parsed, rows };
  };
}

async function emptyTenant() {
  const tenant = createDevTenant({ seed: 'empty', loginUri: null, lag: 0 });
  return { tenant, call: await asExplorer(tenant) };
}

const application = {
  name: 'Page',
  app_type: 'spa',
  token_endpoint_auth_method: 'none',
  oidc_conformant: true,
  callbacks: [redirectUri],
  organization_usage: 'require',
};

describe('an empty tenant', () => {
  it('has a database and nothing of the product', async () => {
    const { tenant, call } = await emptyTenant();
    assert.deepEqual(
      (await call('GET', '/clients?fields=name')).rows.map(({ name }) => name),
      ['API Explorer Application'],
    );
    assert.deepEqual(
      (await call('GET', '/resource-servers')).rows.map(({ is_system }) => is_system),
      [true],
    );
    for (const path of ['/roles', '/organizations', '/actions/actions']) {
      const { rows, body } = await call('GET', path);
      assert.deepEqual([rows, body['actions'] ?? []], [[], []], path);
    }
    assert.equal((await call('GET', '/emails/provider')).status, 404);
    assert.equal((await call('GET', '/tenants/settings')).body['default_redirection_uri'], undefined);
    assert.equal((await new Browser(tenant).authorize()).status, 400);
  });

  it('issues tokens with permissions and claims once it is set up', async () => {
    const { tenant, call } = await emptyTenant();
    const { client_id } = (await call('POST', '/clients', application)).body;
    const api = { identifier: audience, name: 'API', scopes: [{ value: 'manage' }] };
    const { id } = (await call('POST', '/resource-servers', api)).body;
    const role = (await call('POST', '/roles', { name: 'Admin' })).body['id'] as string;
    const permission = { resource_server_identifier: audience, permission_name: 'manage' };
    await call('POST', `/roles/${role}/permissions`, { permissions: [permission] });
    const [connection] = (await call('GET', '/connections')).rows;
    const organization = (
      await call('POST', '/organizations', {
        name: 'acme',
        enabled_connections: [{ connection_id: connection?.['id'] }],
      })
    ).body['id'] as string;
    const user = (
      await call('POST', '/users', {
        connection: connection?.['name'],
        email: 'ada@acme.example',
        password,
      })
    ).body['user_id'] as string;
    await call('POST', `/organizations/${organization}/members`, { members: [user] });
    await call('POST', `/organizations/${organization}/members/${user}/roles`, { roles: [role] });

    const token = async () => {
      const asked = { client_id: String(client_id), audience, organization };
      const browser = new Browser(tenant);
      const page = locationOf(await browser.authorize(asked));
      const url = locationOf(await browser.visit(page.href, { username: 'ada@acme.example', password }));
      const { body } = await exchange(tenant, { client_id, code: answerIn(url)['code'] });
      return claimsOf(body['access_token']);
    };
    assert.equal((await token())['permissions'], undefined, 'without RBAC');
    await call('PATCH', `/resource-servers/${String(id)}`, {
      enforce_policies: true,
      token_dialect: 'access_token_authz',
    });
    assert.deepEqual((await token())['permissions'], ['manage']);

    const trigger = [{ id: 'post-login', version: 'v3' }];
    const action = (
      await call('POST', '/actions/actions', { name: 'Claims', code, supported_triggers: trigger })
    ).body['id'] as string;
    const flow = '/actions/triggers/post-login/bindings';
    const bindings = [{ ref: { type: 'action_id', value: action } }];
    assert.equal((await call('PATCH', flow, { bindings })).status, 400, 'not deployed');
    assert.equal((await call('POST', `/actions/actions/${action}/deploy`)).status, 400, 'not built');
    const looks = [];
    for (let look = 0; look < 2; look += 1) {
      looks.push((await call('GET', `/actions/actions/${action}`)).body['status']);
    }
    assert.equal(looks.at(-1), 'built');
    await call('POST', `/actions/actions/${action}/deploy`);
    assert.equal((await token())['https://product.example/session'], undefined, 'not bound');
    await call('PATCH', flow, { bindings });
    const claims = await token();
    assert.equal(typeof claims['https://product.example/session'], 'string');
    assert.equal(typeof claims['https://product.example/time'], 'number');
  });

  it('gives a machine client what its grant names', async () => {
    const { tenant, call } = await emptyTenant();
    const machine = (await call('POST', '/clients', { name: 'Machine', app_type: 'non_interactive' })).body;
    const credentials = {
      ...explorerToken(tenant),
      client_id: machine['client_id'],
      client_secret: machine['client_secret'],
    };
    const grant = { client_id: machine['client_id'], audience: credentials.audience };
    assert.match(
      String((await post(tenant, '/oauth/token', credentials)).body['error_description']),
      /need to create a "client-grant"/,
    );
    const { id } = (await call('POST', '/client-grants', { ...grant, scope: ['read:roles'] })).body;
    assert.equal((await post(tenant, '/oauth/token', credentials)).body['scope'], 'read:roles');
    await call('PATCH', `/client-grants/${String(id)}`, { scope: ['read:roles', 'read:users'] });
    assert.equal((await post(tenant, '/oauth/token', credentials)).body['scope'], 'read:roles read:users');
    assert.equal((await post(tenant, '/oauth/token', { ...credentials, client_secret: 'x' })).status, 401);
    assert.equal((await call('POST', '/client-grants', { ...grant, scope: [] })).status, 409);
  });
});

describe('the application of an invitation', () => {
  it('can have a login route of its own', async () => {
    const { call } = await emptyTenant();
    const spa = (await call('POST', '/clients', application)).body['client_id'] as string;
    const organization = (await call('POST', '/organizations', { name: 'acme' })).body['id'] as string;
    const invite = () =>
      call('POST', `/organizations/${organization}/invitations`, {
        inviter: { name: 'Ada' },
        invitee: { email: 'ada@acme.example' },
        client_id: spa,
      });
    assert.equal((await invite()).status, 400);
    await call('PATCH', `/clients/${spa}`, { initiate_login_uri: 'https://app.acme.example/people' });
    assert.match(String((await invite()).body['invitation_url']), /^https:\/\/app\.acme\.example\/people\?/);
  });
});

describe('what Auth0 refuses', () => {
  const refused: [why: string, method: string, path: string, body: object, status: number][] = [
    [
      'a login route without TLS',
      'POST',
      '/clients',
      { ...application, initiate_login_uri: 'http://a.example' },
      400,
    ],
    [
      'a login route on localhost',
      'POST',
      '/clients',
      { ...application, initiate_login_uri: 'https://localhost/x' },
      400,
    ],
    [
      'rotation for an application that is not OIDC conformant',
      'POST',
      '/clients',
      { name: 'Old', refresh_token: { rotation_type: 'rotating', expiration_type: 'expiring' } },
      400,
    ],
    ['an application without a name', 'POST', '/clients', {}, 400],
    ['a property that applications lack', 'POST', '/clients', { name: 'A', client_id: 'mine' }, 400],
    [
      'a grant for no API',
      'POST',
      '/client-grants',
      { client_id: 'dev-tenant-explorer', audience: 'x' },
      404,
    ],
    [
      'a second API of one name',
      'POST',
      '/resource-servers',
      { identifier: 'https://dev-tenant.example/api/v2/' },
      409,
    ],
    [
      'a change of the Management API',
      'PATCH',
      '/resource-servers/rs_devtenantmanagement',
      { scopes: [] },
      400,
    ],
    ['an Action for no trigger', 'POST', '/actions/actions', { name: 'A', supported_triggers: [] }, 400],
    [
      'an unknown Action in a flow',
      'PATCH',
      '/actions/triggers/post-login/bindings',
      { bindings: [{ ref: { type: 'action_name', value: 'None' } }] },
      400,
    ],
  ];
  for (const [why, method, path, body, status] of refused) {
    it(`is ${why}`, async () => {
      const { call } = await emptyTenant();
      assert.equal((await call(method, path, body)).status, status);
    });
  }

  it('is a permission that the API does not define', async () => {
    const { call } = await emptyTenant();
    const role = (await call('POST', '/roles', { name: 'Admin' })).body['id'] as string;
    await call('POST', '/resource-servers', { identifier: audience });
    const permission = { resource_server_identifier: audience, permission_name: 'made-up' };
    const path = `/roles/${role}/permissions`;
    assert.equal((await call('POST', path, { permissions: [permission] })).status, 400);
  });

  it('is a secret to a token that may not read keys', async () => {
    const { tenant } = await emptyTenant();
    const call = managementAs(tenant, 'read:clients');
    const { rows } = await call('GET', '/clients');
    assert.ok(rows.length > 0 && rows.every((row) => !('client_secret' in row)));
  });
});

describe('a set-up tenant', () => {
  it('forgets its set-up on reset and restore', async () => {
    const { tenant, call } = await emptyTenant();
    const before = tenant.snapshot();
    const apis = async () => (await call('GET', '/resource-servers')).rows.length;
    await call('POST', '/resource-servers', { identifier: audience });
    assert.equal(await apis(), 2);
    before.restore();
    assert.equal(await apis(), 1);
    await call('POST', '/resource-servers', { identifier: audience });
    tenant.reset();
    assert.equal(await apis(), 1);
  });

  it('lists what the product of a seed has', async () => {
    const tenant = createDevTenant({ seed: 'acme' });
    const call = await asExplorer(tenant);
    const { rows } = await call('GET', `/resource-servers?identifiers=${tenant.audience}`);
    assert.deepEqual(
      rows.map(({ enforce_policies, allow_offline_access }) => [enforce_policies, allow_offline_access]),
      [[true, true]],
    );
    assert.equal((await call('GET', `/clients/${tenant.clients.spa.clientId}`)).body['app_type'], 'spa');
    const { rows: grants } = await call('GET', `/client-grants?client_id=${tenant.clients.proxy.clientId}`);
    assert.equal(grants.length, 1);
  });
});
