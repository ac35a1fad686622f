/**
 * Every error that Auth0's OpenAPI document describes for a simulated endpoint is either provoked here or listed as
 * impossible. New endpoints and newer documents require new entries.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createDevTenant, management, managementAs, read, type Answer } from './helpers.js';
import { documentPath, isDocumentHere, readOperations, type Operation } from './openapi.js';

const skip = isDocumentHere ? false : `no OpenAPI document at ${documentPath}; set AUTH0_OPENAPI`;

/** By the document's text, or by operation and status. */
const cannotHappen: Readonly<Record<string, string>> = {
  'User to be acted on does not match subject in bearer token.':
    'no tokens of people are issued for the Management API',
  'Client is not global.': 'there are no global clients',
  "API doesn't support Online Refresh Tokens": 'there are none',
  'Some fields cannot be read with the permissions granted by the bearer token scopes. The message will vary depending on the fields and the scopes.':
    'what the scopes do not cover is left out',
  'GET /client-grants/{id}/organizations 400': 'there are no client grants',
  'GET /guardian/enrollments/{id} 400': 'any text may be an id',
  'DELETE /guardian/enrollments/{id} 400': 'any text may be an id',
  'GET /organizations/{id} 400': 'parameters that an endpoint does not know are ignored',
  'GET /organizations/name/{name} 400': 'parameters that an endpoint does not know are ignored',
  'GET /organizations/{id}/invitations/{invitation_id} 400':
    'parameters that an endpoint does not know are ignored',
  'DELETE /organizations/{id}/enabled_connections/{connectionId} 400': 'it takes no body',
  'POST /users/{id}/multifactor/actions/invalidate-remember-browser 400': 'it takes no body',
  'POST /users/{id}/recovery-code-regeneration 400': 'it takes no body',
};

/**
 * Errors that the document words differently from Auth0's actual message. Machines read status and errorCode, so one
 * message per cause is enough.
 */
const equivalentTexts: Readonly<Record<string, readonly string[]>> = {
  'User not found.': ['The user does not exist.'],
  'No organization found by that id.': ['The organization does not exist.'],
  'Organization not found.': ['The organization does not exist.'],
  'User already exists.': ['The user already exists.'],
  // The first missing object is named; the document names the last one.
  'The user does not exist.': ['The organization does not exist.'],
  'User does not exist.': ['The user does not exist.'],
  'The role does not exist.': ['The user does not exist.', 'Role not found.'],
  'Group not found.': ['The organization does not exist.'],
  'Enrollment not found.': ['The user does not exist.'],
  'Not Found': ['The user does not exist.'],
  'Requesting page exceeds the allowed maximum of 1000 records': [
    'You can only page through the first 1000 records. See https://auth0.com/docs/users/search/v3/view-search-results-by-page#limitation',
  ],
};

const roles = Array.from({ length: 51 }, (_, index) => ({ id: `rol_${index}`, name: `Role ${index}` }));
const one = { user_id: 'auth0|one', connection: 'db', email: 'one@one.example', name: 'One' };
const two = { user_id: 'auth0|two', connection: 'db', email: 'two@one.example', name: 'Two' };
const organization = 'org_one0000000000000';
const tenant = createDevTenant({
  plan: 'enterprise',
  loginUri: 'https://product.example/login',
  seed: {
    connections: [{ id: 'con_0000000000000001', name: 'db', strategy: 'auth0' }],
    roles,
    organizations: [{ id: organization, name: 'one', display_name: 'One' }],
    enabled_connections: [{ organization_id: organization, connection_id: 'con_0000000000000001' }],
    users: [one, two],
    memberships: [
      {
        organization_id: organization,
        user_id: one.user_id,
        group_roles: [{ role: 'rol_0', group: 'Staff' }],
      },
    ],
  },
});

/** All scopes in the document, plus those it forgets. */
const scopes = new Set([
  ...readOperations().flatMap(({ responses }) =>
    Object.values(responses).flatMap(({ description }) => description.match(/\b[a-z]+:[a-z_]+/g) ?? []),
  ),
  ...[
    'update:users',
    'create:role_members',
    'create:user_tickets',
    'read:device_credentials',
    'create:guardian_enrollment_tickets',
  ],
  ...['read:guardian_enrollments', 'delete:guardian_enrollments'],
  ...['read:authentication_methods', 'delete:authentication_methods'],
]);
const call = managementAs(tenant, ...scopes);
const without = managementAs(tenant, '');

/** A tenant whose rate limit is used up. */
const limited = createDevTenant({ plan: 'free', rateLimits: 'enforced' });
limited.clock.stop();
const tooMuch = management(limited);

const nobody = 'auth0|nobody';
const unknown = { user: encodeURIComponent(nobody), organization: 'org_zzzzzzzzzzzzzzzz', other: 'unknown' };
const known = { user: encodeURIComponent(one.user_id), organization, other: 'unknown', group: 'unknown' };

function fill(template: string, ids: typeof unknown & { group?: string }): string {
  const family = template.split('/')[1];
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'provider') return 'duo';
    if (name === 'user_id' || (name === 'id' && /^user/.test(family ?? ''))) return ids.user;
    if (name === 'organization_id' || (name === 'id' && family === 'organizations')) return ids.organization;
    if (name === 'connectionId' && ids === known) return 'con_0000000000000001';
    if (name === 'id' && family === 'roles' && ids === known) return 'rol_0';
    return (name === 'group_id' ? ids.group : undefined) ?? ids.other;
  });
}

/** Operations that check the body or query first. */
const enough: Readonly<Record<string, { readonly query?: string; readonly body?: object }>> = {
  'PATCH /users/{id}': { body: { nickname: 'x' } },
  'POST /guardian/enrollments/ticket': { body: { user_id: nobody } },
  'POST /tickets/email-verification': { body: { user_id: nobody } },
  'POST /tickets/password-change': { body: { user_id: nobody } },
  'GET /refresh-tokens': { query: `?user_id=${unknown.user}` },
  'GET /users/{id}/effective-permissions': { query: '?resource_server_identifier=https://api.example' },
  'GET /users/{id}/effective-permissions/sources/effective-roles': {
    query: '?resource_server_identifier=https://api.example&permission_name=x',
  },
};

/** Errors that need a specific state or request. */
const provocations: Readonly<Record<string, () => Promise<Answer>>> = {
  'POST /roles 409': () => call('POST', '/roles', { name: 'Role 0' }),
  'POST /organizations 409': () => call('POST', '/organizations', { name: 'one' }),
  'POST /users 409': () =>
    call('POST', '/users', { connection: 'db', email: one.email, password: 'Of-the-first-1' }),
  'POST /users/{id}/identities 409': async () => {
    const link = () =>
      call('POST', `/users/${known.user}/identities`, { provider: 'auth0', user_id: two.user_id });
    await link();
    return link();
  },
  'POST /organizations/{id}/members/{user_id}/roles 409': () =>
    call('POST', `/organizations/${organization}/members/${known.user}/roles`, {
      roles: roles.map(({ id }) => id),
    }),
  'POST /organizations/{id}/invitations 400': () => {
    tenant.setLoginUri(null);
    return call('POST', `/organizations/${organization}/invitations`, {
      inviter: { name: 'One' },
      invitee: { email: 'new@one.example' },
      client_id: tenant.clients.spa.clientId,
    });
  },
  'GET /organizations/{id}/invitations 400': () =>
    call('GET', `/organizations/${organization}/invitations?page=20&per_page=50`),
  'GET /roles/{id}/groups 400': () => call('GET', '/roles/rol_0/groups?from=made-up'),
  'GET /organizations/{organization_id}/groups/{group_id}/roles 400': () =>
    call('GET', `/organizations/${organization}/groups/${known.group}/roles?from=made-up`),
  'POST /jobs/users-imports 413': async () => {
    const body = new FormData();
    body.set('users', new Blob([`[${'{},'.repeat(200_000)}{}]`]));
    body.set('connection_id', 'con_0000000000000001');
    const headers = { authorization: `Bearer ${await tokenOf(...scopes)}` };
    return read(
      await tenant.fetch(`${tenant.url}/api/v2/jobs/users-imports`, { method: 'POST', headers, body }),
    );
  },
};

function tokenOf(...given: string[]): Promise<string> {
  const claims = { iss: tenant.issuer, sub: 'other@clients', aud: `${tenant.url}/api/v2/`, exp: 4e9 };
  return tenant.tokens.sign({}, { ...claims, scope: given.join(' ') });
}

async function provoke(operation: Operation, status: number, text: string): Promise<Answer> {
  const own = provocations[`${operation.name} ${status}`];
  if (own) return own();
  const method = operation.method.toUpperCase();
  const { query = '', body = operation.requestBody && {} } = enough[operation.name] ?? {};
  const path = fill(operation.template, unknown) + query;
  if (status === 403) return without(method, path, body);
  if (status === 404) return call(method, path, body);
  if (status === 429) {
    for (let calls = 0; calls < 50; calls += 1) {
      const answer = await tooMuch(method, path, body);
      if (answer.status === 429) return answer;
    }
  }
  if (status === 401) {
    const headers = { authorization: 'Bearer nonsense' };
    return read(await tenant.fetch(`${tenant.url}/api/v2${path}`, { method, headers }));
  }
  const isOfPath = text.includes('URI') && operation.template.includes('{');
  if (isOfPath) return call(method, operation.template.replace(/\{\w+\}/g, '%E0%A4%A'), body);
  if (operation.requestBody) return call(method, fill(operation.template, known), '{');
  return call(method, `${fill(operation.template, known)}?page=-1&per_page=-1&take=-1`);
}

const sentence = (text: unknown) => String(text).replace(/\.$/, '');

/** Returns whether the response uses the document's message, if there is one. */
function says(said: unknown, text: string): boolean {
  if (/vary|schemas|^Too many requests|Invalid Request Body/.test(text)) return true;
  // The document spells scopes in many ways, so it is enough that one of the required scopes is named.
  if (text.startsWith('Insufficient scope')) return sentence(said).startsWith('Insufficient scope, expected');
  if (text.startsWith('Token has expired')) return sentence(said) === 'Invalid token';
  const known = [text, ...(equivalentTexts[text] ?? [])].map(sentence);
  return known.includes(sentence(said));
}

describe('documented errors', { skip }, () => {
  const entered = new Set([...Object.keys(cannotHappen), ...Object.keys(equivalentTexts)]);
  const used = new Set<string>();

  before(async () => {
    const { body } = await call('GET', `/organizations/${organization}/groups`);
    known.group = String((body['groups'] as { id: string }[])[0]?.id);
  });

  for (const operation of readOperations()) {
    it(`${operation.name} refuses, or is named as not simulated`, async () => {
      const method = operation.method.toUpperCase();
      const body = operation.requestBody && {};
      const { status } = await without(method, fill(operation.template, unknown), body);
      if (status === 501) return;
      for (const [code, { description }] of Object.entries(operation.responses)) {
        if (!code.startsWith('4')) continue;
        for (const entry of [description, `${operation.name} ${code}`]) used.add(entry);
        if (description in cannotHappen || `${operation.name} ${code}` in cannotHappen) continue;
        const answer = await provoke(operation, Number(code), description);
        assert.equal(String(answer.status), code, `${description} ${JSON.stringify(answer.body)}`);
        const said = answer.body['message'];
        assert.ok(says(said, description), `${String(said)} instead of ${description}`);
      }
    });
  }

  after(() => {
    const left = [...entered].filter((each) => !used.has(each));
    assert.deepEqual(left, [], 'entered, and not in the document');
  });
});
