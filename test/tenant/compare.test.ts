import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import type { CurrentTenant } from '../../backend-proxy/src/tenant/current.js';
import { covers } from '../../backend-proxy/src/tenant/items/url-pattern.js';
import {
  compareTenant,
  dashboardOf,
  desiredTenant,
  type Item,
} from '../../backend-proxy/src/tenant/index.js';
import type { TenantOptions } from '../../backend-proxy/src/tenant/options.js';
import { signInActionCode } from '../../backend-proxy/src/tenant/sign-in-action.js';
import { parsePolicy } from '../../src/policy/index.js';
import { policyBut, smallPolicy } from '../cli/support.js';

const options: TenantOptions = {
  origin: 'https://acme.eu.auth0.com',
  appUrls: ['https://app.acme.example/people?tab=all', 'https://app.acme.example/account'],
  audience: 'https://api.acme.example',
  name: 'Acme',
  dpop: 'off',
  authTimeClaim: 'https://orgdesk.dev/auth_time',
  sessionIdClaim: 'https://orgdesk.dev/session_id',
};

const inviting = policyBut(({ rules }) =>
  rules.push({ id: 'invites', effect: 'allow', actors: ['admin'], operations: ['invitation.create'] }),
);
const desiredOf = (policy: object, changes: Partial<TenantOptions> = {}) =>
  desiredTenant(parsePolicy(policy), { ...options, ...changes });

/** A tenant that has all of it. */
function readyTenant(): CurrentTenant {
  const { api, app, proxy, scopes, roles, action, managementAudience } = desiredOf(inviting);
  const code = action?.code ?? '';
  return {
    api: {
      id: 'api',
      identifier: options.audience,
      scopes: [...api.permissions],
      signing_alg: 'RS256',
      allow_offline_access: true,
      enforce_policies: true,
      token_dialect: 'access_token_authz',
    },
    managementScopes: scopes.map(({ scope }) => scope),
    app: {
      ...clientDefaults,
      ...(app.settings as object),
      client_id: 'app',
      name: app.name,
    },
    proxy: { ...clientDefaults, ...(proxy.settings as object), client_id: 'proxy', name: proxy.name },
    grant: {
      id: 'grant',
      client_id: 'proxy',
      audience: managementAudience,
      scope: scopes.map(({ scope }) => scope),
    },
    hasUserGrant: false,
    roles: roles.map((role) => ({ ...role, id: role.actor })),
    actions: [{ id: 'action', name: 'Theirs', code, deployed_version: { code } }],
    flow: [{ id: 'binding', display_name: '', action: { id: 'action' } }],
    settings: { value: {} },
    emailProvider: { value: { name: 'smtp', enabled: true } },
  };
}

const clientDefaults = {
  is_first_party: true,
  oidc_conformant: true,
  grant_types: [],
  callbacks: [],
  allowed_logout_urls: [],
  web_origins: [],
};

const problems = (items: readonly Item[]) =>
  items.filter(({ status }) => status !== 'ok').map(({ id, status }) => `${id} ${status}`);

describe('what a tenant needs', () => {
  const desired = desiredOf(inviting);

  it('follows from the policy and the pages', () => {
    assert.deepEqual(desired.callbacks, [
      'https://app.acme.example/people',
      'https://app.acme.example/account',
    ]);
    assert.deepEqual(desired.origins, ['https://app.acme.example']);
    assert.equal(desired.loginRoute, 'https://app.acme.example/people');
    assert.deepEqual(
      desired.roles.map(({ name, permissions }) => [name, permissions]),
      [['Admin', ['manage:members']]],
    );
    assert.equal(desired.managementAudience, 'https://acme.eu.auth0.com/api/v2/');
  });

  it('has no Action and no login route for a policy without a use for them', () => {
    const plain = desiredOf(
      policyBut(({ safeguards }) => delete (safeguards as { stepUp?: unknown }).stepUp),
    );
    assert.deepEqual([plain.action, plain.sendsInvitations], [undefined, false]);
    const ids = compareTenant(plain, { ...readyTenant(), settings: { value: {} } }).map(({ id }) => id);
    assert.ok(!ids.some((id) => id.startsWith('action') || id === 'app.login-route'));
  });

  it('has a readable role for every spelling of an actor', () => {
    const actors = { helpDesk: { permissions: ['a'] }, 'it-team': { permissions: ['b', 'c'] } };
    const { roles } = desiredOf({ ...smallPolicy(), rules: [], actors });
    assert.deepEqual(
      roles.map(({ name }) => name),
      ['Help desk', 'It team'],
    );
  });
});

describe('the comparison', () => {
  it('finds nothing in a tenant that has everything', () => {
    assert.deepEqual(problems(compareTenant(desiredOf(inviting), readyTenant())), []);
  });

  type Break = (tenant: CurrentTenant) => Partial<CurrentTenant>;
  const breaks: readonly (readonly [expected: string, breakIt: Break, changes?: Partial<TenantOptions>])[] = [
    ['api missing', () => ({ api: null })],
    ['app missing', () => ({ app: null })],
    ['proxy missing', () => ({ proxy: null })],
    ['grant missing', () => ({ grant: null })],
    ['role.admin missing', () => ({ roles: [] })],
    ['api.token-encryption manual', ({ api }) => ({ api: api && { ...api, token_encryption: {} } })],
    [
      'api.user-access manual',
      ({ api }) => ({ api: api && { ...api, subject_type_authorization: { user: { policy: 'deny_all' } } } }),
    ],
    ['api.dpop missing', () => ({}), { dpop: 'allowed' }],
    [
      'api.dpop manual',
      ({ api }) => ({ api: api && { ...api, proof_of_possession: { mechanism: 'mtls', required: true } } }),
      { dpop: 'allowed' },
    ],
    ['app.oidc-conformant missing', ({ app }) => ({ app: app && { ...app, oidc_conformant: false } })],
    ['app.login-route missing', ({ app }) => ({ app: app && { ...app, initiate_login_uri: null } })],
    [
      'action missing',
      ({ actions }) => ({ actions: actions.map((each) => ({ ...each, deployed_version: null })) }),
    ],
    ['action.flow missing', () => ({ flow: [] })],
    [
      'grant.optional-scopes advice',
      ({ grant }) => ({
        grant: grant && {
          ...grant,
          scope: desiredOf(inviting).scopes.flatMap(({ scope, optional }) => (optional ? [] : scope)),
        },
      }),
    ],
    [
      'grant.excess-scopes advice',
      ({ grant }) => ({ grant: grant && { ...grant, scope: [...grant.scope, 'read:logs'] } }),
    ],
    ['tenant.email-provider advice', () => ({ emailProvider: { value: null } })],
    ['tenant.email-provider advice', () => ({ emailProvider: { refused: 'no' } })],
  ];
  for (const [expected, breakIt, changes] of breaks) {
    it(`says ${expected}`, () => {
      const ready = readyTenant();
      const found = problems(compareTenant(desiredOf(inviting, changes), { ...ready, ...breakIt(ready) }));
      const isOfAction = expected === 'action missing';
      assert.deepEqual(found, isOfAction ? [expected, 'action.flow missing'] : [expected]);
    });
  }

  it('accepts what does the same in another way', () => {
    const { api, app, ...rest } = readyTenant();
    assert.ok(api && app);
    const tenant: CurrentTenant = {
      ...rest,
      api: {
        ...api,
        signing_alg: 'PS256',
        token_dialect: 'rfc9068_profile_authz',
        subject_type_authorization: { user: { policy: 'require_client_grant' } },
      },
      hasUserGrant: true,
      app: {
        ...app,
        callbacks: ['https://*.acme.example/people', 'https://{organization_name}.acme.example/account'],
        web_origins: ['https://*.acme.example'],
        organization_usage: 'allow',
        organization_require_behavior: 'pre_login_prompt',
        initiate_login_uri: null,
      },
      settings: { value: { default_redirection_uri: 'https://acme.example/login' } },
      roles: [{ id: 'other', name: 'Boss', permissions: ['manage:members'] }],
    };
    assert.deepEqual(problems(compareTenant(desiredOf(inviting), tenant)), []);
  });

  it('asks for optional scopes only where the tenant has them', () => {
    const desired = desiredOf(inviting);
    const optional = desired.scopes.filter((each) => each.optional).map(({ scope }) => scope);
    assert.ok(optional.length > 0);
    const scopesOf = (managementScopes: readonly string[]) => {
      const tenant = { ...readyTenant(), grant: null, managementScopes };
      const item = compareTenant(desired, tenant).find(({ id }) => id === 'grant');
      return item?.patch?.['scope'] as string[];
    };
    assert.ok(!scopesOf([]).some((scope) => optional.includes(scope)));
    assert.equal(scopesOf(optional).length, desired.scopes.length);
  });
});

describe('registered URLs', () => {
  const cases: readonly (readonly [registered: string, url: string, expected: boolean])[] = [
    ['https://a.example/x', 'https://a.example/x', true],
    ['https://a.example/x', 'https://a.example/xy', false],
    ['https://*.example', 'https://a.example', true],
    ['https://*.example', 'https://a.b.example', false],
    ['https://*.example', 'https://a.example/x', false],
    ['https://a.example', 'https://aXexample', false],
  ];
  for (const [registered, url, expected] of cases) {
    it(`${registered} ${expected ? 'covers' : "doesn't cover"} ${url}`, () => {
      assert.equal(covers(registered, url), expected);
    });
  }
});

describe('pages of the dashboard', () => {
  const cases = [
    ['https://acme.eu.auth0.com', 'https://manage.auth0.com/dashboard/eu/acme/apis'],
    ['https://acme.auth0.com', 'https://manage.auth0.com/dashboard/us/acme/apis'],
    ['https://login.acme.example', 'https://manage.auth0.com/#/apis'],
  ] as const;
  for (const [origin, page] of cases) {
    it(`are found for ${origin}`, () => assert.equal(dashboardOf(origin)('apis'), page));
  }
});

describe('the Action', () => {
  const code = signInActionCode({
    authTimeClaim: "https://a.example/it's",
    sessionIdClaim: 'https://a.example/sid',
  });

  async function claimsFor(event: object): Promise<Record<string, unknown>> {
    const exports: { onExecutePostLogin?: (event: object, api: object) => Promise<void> } = {};
    runInNewContext(code, { exports });
    const claims: Record<string, unknown> = {};
    const setCustomClaim = (name: string, value: unknown) => {
      claims[name] = value;
    };
    await exports.onExecutePostLogin?.(event, { accessToken: { setCustomClaim } });
    return claims;
  }

  it('adds the time of the last step of the sign-in, and the session', async () => {
    const methods = [{ timestamp: '2026-11-29T10:00:05.000Z' }, { timestamp: '2026-11-29T09:00:00.000Z' }];
    assert.deepEqual(await claimsFor({ authentication: { methods }, session: { id: 'one' } }), {
      "https://a.example/it's": Date.parse('2026-11-29T10:00:05.000Z') / 1000,
      'https://a.example/sid': 'one',
    });
  });

  it('adds nothing where Auth0 says nothing', async () => {
    assert.deepEqual(await claimsFor({ authentication: { methods: [] } }), {});
    assert.deepEqual(await claimsFor({}), {});
  });

  it('is the one of the README', () => {
    const readme = readFileSync(new URL('../../backend-proxy/README.md', import.meta.url), 'utf8');
    assert.ok(readme.includes(signInActionCode(options)));
  });
});
