import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Item } from '../../backend-proxy/src/tenant/index.js';
import { orgdesk, smallPolicy } from './support.js';
import { audience, callerOf, credentialsOf, emptyTenant, mustRun, page, runTenant } from './tenant-world.js';

const invites = { id: 'invites', effect: 'allow', actors: ['admin'], operations: ['invitation.create'] };
const flow = '/actions/triggers/post-login/bindings';

describe('orgdesk tenant doctor', () => {
  const tenant = emptyTenant();
  const call = callerOf(tenant);
  const ids: Record<string, string> = {};

  /** The default policy, but with invitations by admins only: it takes less time to analyze. */
  const files = { p: { ...smallPolicy(), rules: [...smallPolicy().rules, invites] } };
  const doctor = async (line = '') => {
    const outcome = await runTenant(tenant, `doctor p --json ${line}`, { files });
    const { items } = JSON.parse(outcome.stdout) as { items: Item[] };
    return { ...outcome, items };
  };

  before(async () => {
    await mustRun(tenant, 'apply p --organization acme --admin ada@acme.example', { files });
    const [organization] = (await call('GET', '/organizations')).rows;
    const [connection] = (await call('GET', '/connections')).rows;
    const [role] = (await call('GET', '/roles')).rows;
    const { body: user } = await call('POST', '/users', {
      connection: connection?.['name'],
      email: 'ada@acme.example',
      password: 'Of-the-first-1',
    });
    const clients = (await call('GET', '/clients')).rows;
    const idOf = (name: string) => clients.find((each) => each['name'] === name)?.['client_id'] as string;
    Object.assign(ids, {
      app: idOf('Orgdesk app'),
      proxy: idOf('Orgdesk proxy'),
      api: (await call('GET', `/resource-servers?identifiers=${audience}`)).rows[0]?.['id'],
      organization: organization?.['id'],
      connection: connection?.['id'],
      role: role?.['id'],
      user: user['user_id'],
      action: ((await call('GET', flow)).body['bindings'] as { action: { id: string } }[])[0]?.action.id,
      grant: (await call('GET', '/client-grants')).rows.find(
        ({ client_id }) => client_id === idOf('Orgdesk proxy'),
      )?.['id'],
    });
    const members = `/organizations/${ids['organization']}/members`;
    await call('POST', members, { members: [ids['user']] });
    await call('POST', `${members}/${ids['user']}/roles`, { roles: [ids['role']] });
  });

  const change =
    (path: string, body: object | undefined, method = 'PATCH') =>
    async () => {
      const { status } = await call(
        method,
        path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? ''),
        body,
      );
      assert.ok(status < 300, `${method} ${path}: ${status}`);
    };
  const permission = { resource_server_identifier: audience, permission_name: 'manage:members' };

  async function deployOtherCode(): Promise<void> {
    const path = `/actions/actions/${ids['action']}`;
    await call('PATCH', path, { code: 'exports.onExecutePostLogin = async () => {};' });
    for (let look = 0; look < 2; look += 1) await call('GET', path);
    await call('POST', `${path}/deploy`);
  }

  /** Each breaks one item, and sometimes what depends on it. */
  const breaks: readonly (readonly [id: string, breakIt: () => Promise<void>, ...also: string[]])[] = [
    ['api.permissions', change('/resource-servers/{api}', { scopes: [] })],
    ['api.rbac', change('/resource-servers/{api}', { enforce_policies: false })],
    ['api.permissions-in-token', change('/resource-servers/{api}', { token_dialect: 'access_token' })],
    ['api.offline-access', change('/resource-servers/{api}', { allow_offline_access: false })],
    ['api.signing-algorithm', change('/resource-servers/{api}', { signing_alg: 'HS256' })],
    ['app.type', change('/clients/{app}', { app_type: 'regular_web' })],
    ['app.first-party', change('/clients/{app}', { is_first_party: false })],
    ['app.callbacks', change('/clients/{app}', { callbacks: ['https://app.acme.example/other'] })],
    ['app.logout-urls', change('/clients/{app}', { allowed_logout_urls: [] })],
    ['app.web-origins', change('/clients/{app}', { web_origins: [] })],
    ['app.grant-types', change('/clients/{app}', { grant_types: ['authorization_code'] })],
    [
      'app.refresh-token-rotation',
      change('/clients/{app}', {
        refresh_token: { rotation_type: 'non-rotating', expiration_type: 'expiring' },
      }),
    ],
    ['app.organizations', change('/clients/{app}', { organization_usage: 'deny' })],
    ['app.organization-prompt', change('/clients/{app}', { organization_require_behavior: 'no_prompt' })],
    ['proxy.grant-type', change('/clients/{proxy}', { grant_types: [] })],
    [
      'proxy.authentication',
      change('/clients/{proxy}', { token_endpoint_auth_method: 'client_secret_basic' }),
    ],
    ['grant.scopes', change('/client-grants/{grant}', { scope: ['read:users'] }), 'grant.optional-scopes'],
    [
      'role.admin',
      change('/roles/{role}/permissions', { permissions: [permission] }, 'DELETE'),
      'organization.acme.admin',
    ],
    ['action', deployOtherCode],
    ['action.flow', change(flow, { bindings: [] })],
    [
      'organization.acme.connections',
      change('/organizations/{organization}/enabled_connections/{connection}', undefined, 'DELETE'),
    ],
    [
      'organization.acme.admin',
      async () => change('/organizations/{organization}/members', { members: [ids['user']] }, 'DELETE')(),
    ],
  ];

  it('finds nothing where everything is set up', async () => {
    const { status, items } = await doctor();
    const found = items.filter(({ status: each }) => each !== 'ok').map(({ id }) => id);
    assert.deepEqual([status, found], [0, ['tenant.email-provider']]);
  });

  for (const [id, breakIt, ...also] of breaks) {
    it(`names ${id} if that is what is wrong`, async () => {
      const snapshot = tenant.snapshot();
      try {
        await breakIt();
        const { status, items } = await doctor();
        const found = items.filter((item) => item.status !== 'ok' && item.id !== 'tenant.email-provider');
        assert.deepEqual(
          found.map((item) => item.id),
          [id, ...also],
        );
        assert.equal(status, found.every((item) => item.status === 'advice') ? 0 : 1);
        for (const { why, remedy, dashboard } of found) {
          assert.ok(why && remedy, id);
          assert.match(dashboard, /^https:\/\/manage\.auth0\.com\/#\/[a-z]/);
        }
      } finally {
        snapshot.restore();
      }
    });
  }

  it('prints what to do, and where', async () => {
    const snapshot = tenant.snapshot();
    await change('/clients/{app}', { web_origins: [] })();
    const { status, stdout } = await runTenant(tenant, 'doctor p', { files });
    snapshot.restore();
    assert.equal(status, 1);
    assert.match(stdout, /^ok {7}Allowed callback URLs$/m);
    assert.match(
      stdout,
      /^missing {2}Allowed web origins\n +Pages of .+\n +Now: none\n +Add https:\/\/app\.acme\.example to "Allowed Web Origins"\.\n +https:\/\/manage/m,
    );
    assert.match(stdout, /\n1 of \d+ checks failed\n$/);
  });

  it('writes nothing', async () => {
    tenant.requests.clear();
    await doctor();
    const writes = tenant.requests
      .list()
      .filter(({ method, path }) => method !== 'GET' && path !== '/oauth/token');
    assert.deepEqual(writes, []);
  });

  it('says what the token may not read', async () => {
    const token = await tenant.tokens.sign(
      {},
      {
        ...{ iss: tenant.issuer, sub: 'other@clients', aud: `${tenant.url}/api/v2/`, exp: 4e9 },
        scope: 'read:clients',
      },
    );
    const env = { AUTH0_MANAGEMENT_TOKEN: token };
    const { status, stdout, stderr } = await runTenant(tenant, 'doctor p', { files, env });
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(
      stderr,
      /GET \/resource-servers with 403: Insufficient scope, expected any of: read:resource_servers/,
    );
    assert.ok(!stderr.includes(token));
  });

  it('reads the choices from the file that apply writes', async () => {
    const { written } = await mustRun(tenant, 'apply p --env-out .env', { files });
    const line = `tenant doctor p --env-file .env --app-url ${page}`;
    const { status } = await orgdesk(line, {
      files: { ...files, ...written },
      env: credentialsOf(tenant),
      fetch: tenant.fetch,
    });
    assert.equal(status, 0);
  });

  it('asks at a terminal for what is not given', async () => {
    const { status, stderr, written } = await orgdesk('tenant plan p --out terraform', {
      files,
      answers: ['acme.eu.auth0.com', page],
    });
    assert.equal(status, 0);
    assert.match(stderr, /^The tenant's own domain, .*: The address of the page with the elements, .*: /);
    assert.ok(Object.values(written).join('').includes(page));
  });

  it('asks only for what is missing, and takes no answer for none', async () => {
    const { status, stderr } = await orgdesk('tenant plan p --domain acme.eu.auth0.com --out terraform', {
      files,
      answers: [''],
    });
    assert.equal(status, 2);
    assert.match(stderr, /^The address of the page .*--app-url must be given/);
  });

  const misuses: readonly (readonly [line: string, message: RegExp])[] = [
    ['tenant doctor', /--domain and --app-url must be given/],
    ['tenant plan --domain acme.eu.auth0.com --app-url people', /--app-url cannot be "people"/],
    ['tenant plan --domain https://acme --app-url https://a.example', /--domain cannot be "https:\/\/acme"/],
    [
      'tenant plan --domain localhost:4400 --app-url https://a.example',
      /only a tenant on this machine has a port/,
    ],
    [
      'tenant plan --domain acme.eu.auth0.com --app-url https://a.example',
      /AUTH0_MANAGEMENT_TOKEN is not set/,
    ],
    ['tenant plan --domain a.b --app-url https://a.example --dpop maybe', /off, allowed.+required/],
    [
      'tenant apply --domain a.b --app-url https://a.example --admin a@b.c',
      /--organization and --admin go together/,
    ],
  ];
  for (const [line, message] of misuses) {
    it(`refuses ${line}`, async () => {
      const { status, stdout, stderr } = await orgdesk(line);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, message);
    });
  }
});

describe('orgdesk tenant plan', () => {
  it('shows the whole set-up of an empty tenant, and writes nothing', async () => {
    const tenant = emptyTenant();
    const { stdout } = await mustRun(tenant, 'plan --json');
    const items = JSON.parse(stdout) as Item[];
    assert.deepEqual(
      items.map(({ id }) => id),
      [
        'api',
        'app',
        'proxy',
        'grant',
        'role.admin',
        'role.help-desk',
        'action',
        'action.flow',
        'tenant.email-provider',
      ],
    );
    const writes = tenant.requests
      .list()
      .filter(({ method, path }) => method !== 'GET' && path !== '/oauth/token');
    assert.deepEqual(writes, []);
  });

  it('waits where Auth0 limits the rate', async () => {
    const tenant = emptyTenant({ plan: 'free', rateLimits: 'enforced' });
    const fetch: typeof tenant.fetch = async (url, init) => {
      const response = await tenant.fetch(url, init);
      if (response.status === 429) tenant.clock.advance(1_000);
      return response;
    };
    const { stdout } = await runTenant({ ...tenant, fetch }, 'plan');
    assert.match(stdout, /^"tenant apply" would set up$/m);
    assert.ok(tenant.requests.list().some(({ status }) => status === 429));
  });
});
