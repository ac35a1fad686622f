/** Tenants hold records of any shape. One of them never makes a list, or itself, unreadable. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { MemberPage } from '../../src/contract/index.js';
import {
  connectionSchema,
  enabledConnectionSchema,
  directorySchema,
  toConnection,
  toDirectoryOwned,
  toEnabledConnection,
} from '../../backend-proxy/src/management/mappers/connection.js';
import { invitationSchema, toInvitation } from '../../backend-proxy/src/management/mappers/invitation.js';
import {
  organizationSchema,
  toOrganization,
} from '../../backend-proxy/src/management/mappers/organization.js';
import { toUser, userSchema } from '../../backend-proxy/src/management/mappers/user.js';
import { createWorld, fieldOf, type WorldOptions } from './support.js';

/** Any JSON, or a record in which some of the named properties are any JSON. */
const anything = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>;
const record = (...names: string[]): fc.Arbitrary<object> =>
  fc.record(Object.fromEntries(names.map((name) => [name, anything])), { requiredKeys: [] });
const either = (...arbitraries: fc.Arbitrary<unknown>[]) => fc.oneof(anything, ...arbitraries);

describe('any stored value is mapped without an error', () => {
  const runs = { numRuns: 2_000 };

  it('in a user', () => {
    const odd = record(
      ...['name', 'given_name', 'family_name', 'nickname', 'picture', 'email', 'email_verified'],
      ...['phone_number', 'phone_verified', 'username', 'blocked', 'last_login', 'created_at'],
      ...['identities', 'user_metadata', 'app_metadata'],
    );
    fc.assert(
      fc.property(odd, (fields) => {
        const user = toUser(userSchema.parse({ ...fields, user_id: 'auth0|1' }));
        assert.equal(user.userId, 'auth0|1');
        assert.equal(typeof user.blocked, 'boolean');
      }),
      runs,
    );
  });

  it('in a connection', () => {
    const username = either(record('profile_required', 'validation'));
    const options = either(
      record(
        ...['set_user_root_attributes', 'import_mode', 'enabledDatabaseCustomization', 'requires_username'],
        ...['domain_aliases', 'validation', 'authentication_methods', 'attributes'],
      ),
      fc.record({ attributes: either(fc.record({ username, phone_number: username })) }),
      fc.record({ validation: either(fc.record({ username: either(record('min', 'max')) })) }),
    );
    fc.assert(
      fc.property(options, anything, anything, (given, strategy, display_name) => {
        const stored = { id: 'con_1', name: 'db', strategy, display_name, options: given };
        assert.equal(toConnection(connectionSchema.parse(stored)).name, 'db');
        const enabled = {
          connection_id: 'con_1',
          assign_membership_on_login: given,
          is_signup_enabled: strategy,
          connection: { name: 'db', strategy },
        };
        assert.equal(toEnabledConnection(enabledConnectionSchema.parse(enabled)).connectionId, 'con_1');
        assert.ok(Array.isArray(toDirectoryOwned(directorySchema.parse({ mapping: given }))));
      }),
      runs,
    );
  });

  it('in an organization', () => {
    const odd = record('name', 'display_name', 'metadata', 'branding');
    fc.assert(
      fc.property(odd, (fields) => {
        assert.equal(toOrganization(organizationSchema.parse({ ...fields, id: 'org_1' })).id, 'org_1');
      }),
      runs,
    );
  });

  it('in an invitation', () => {
    const odd = record(
      ...['inviter', 'client_id', 'connection_id', 'roles', 'expires_at', 'user_metadata', 'app_metadata'],
    );
    const needed = { id: 'uinv_1', organization_id: 'org_1', created_at: '2026-11-28T00:00:00Z' };
    fc.assert(
      fc.property(odd, (fields) => {
        const row = { ...fields, ...needed, invitee: { email: 'a@b.example' } };
        assert.equal(toInvitation(invitationSchema.parse(row)).email, 'a@b.example');
      }),
      runs,
    );
  });
});

describe('a value of another shape', () => {
  const userOf = (fields: object) => toUser(userSchema.parse({ user_id: 'auth0|1', ...fields }));

  it('is read as Auth0 reads it where it decides who gets in', () => {
    for (const blocked of [true, 'true', 1, {}]) assert.equal(userOf({ blocked }).blocked, true);
    for (const blocked of [false, null, undefined, '', 0]) assert.equal(userOf({ blocked }).blocked, false);
    // A common workaround maps the address itself into the flag.
    const verified = (email_verified: unknown) => userOf({ email_verified }).verification.email;
    assert.deepEqual(['mia@acme.example', 'true', true].map(verified), [true, true, true]);
    assert.deepEqual(['', 'false', false, null].map(verified), [false, false, false, false]);
  });

  it('keeps its lists of texts, as SAML sends them', () => {
    assert.deepEqual(userOf({ name: ['Mia', 'Okafor'] }).values.name, ['Mia', 'Okafor']);
  });

  it('in the first identity never lets the second one stand in', () => {
    const second = { connection: 'acme-users', provider: 'auth0' };
    assert.equal(userOf({ identities: [null, second] }).primaryIdentity, null);
    assert.equal(
      userOf({ identities: [{ connection: 7, provider: 'samlp' }, second] }).primaryIdentity,
      null,
    );
    assert.deepEqual(userOf({ identities: [second, null] }).primaryIdentity, {
      connectionName: 'acme-users',
      provider: 'auth0',
    });
  });

  it('leaves the other entries of an organization’s metadata', () => {
    const stored = { id: 'org_1', metadata: { provisioning: 'invitation', seats: 12 } };
    assert.deepEqual(toOrganization(organizationSchema.parse(stored)).metadata, {
      provisioning: 'invitation',
    });
  });

  it('makes a connection stricter', () => {
    const options = {
      set_user_root_attributes: 7,
      enabledDatabaseCustomization: 'yes',
      requires_username: 1,
    };
    const connection = toConnection(
      connectionSchema.parse({ id: 'con_1', name: 'db', strategy: 'auth0', options }),
    );
    assert.equal(connection.attributeSync, 'each-login');
    assert.equal(connection.userStore, 'external');
    assert.equal(connection.hasUsername, false);
  });

  it('gives usernames to databases only', () => {
    const hasUsername = (strategy: string) => {
      const options = { requires_username: true };
      return toConnection(connectionSchema.parse({ id: 'con_1', name: 'it', strategy, options })).hasUsername;
    };
    assert.deepEqual(['auth0', 'samlp', 'email', 'google-oauth2'].map(hasUsername), [
      true,
      false,
      false,
      false,
    ]);
  });
});

/** Changes the JSON of responses to one path. */
function altering(
  path: RegExp,
  alter: (body: Record<string, unknown>) => object,
): NonNullable<WorldOptions['intercept']> {
  return async (request, callOn) => {
    const response = await callOn();
    const { pathname } = new URL(request.url);
    if (request.method !== 'GET' || !path.test(pathname)) return response;
    return Response.json(alter((await response.json()) as Record<string, unknown>));
  };
}

describe('a page', () => {
  it('of members keeps every row, and logs that one without an id is left out', async () => {
    const intercept = altering(/\/organizations\/[^/]+\/members$/, (body) => ({
      ...body,
      members: (body['members'] as object[]).map((row, index) => {
        if (index === 0) return { ...row, name: ['Two', 'Names'], email: 7, picture: {}, roles: 'admin' };
        return index === 1 ? { name: 'Nobody' } : row;
      }),
    }));
    const [odd, plain] = [createWorld({}, { intercept }), createWorld()];
    const list = async (world: typeof odd) => {
      const { status, text } = await world.send(await world.tokenOf('ada'), '/v1/members');
      assert.equal(status, 200, text);
      return (JSON.parse(text) as MemberPage).members.map(({ userId }) => userId);
    };
    const expected = await list(plain);
    assert.deepEqual(await list(odd), [expected[0], ...expected.slice(2)]);
    const cause = `left out 1 of ${expected.length} members, the first unreadable at user_id`;
    assert.equal(odd.log.at(-1)?.cause, cause);
    assert.equal(plain.log.at(-1)?.cause, undefined);
  });

  it('of a user shows what can be read', async () => {
    const intercept = altering(/\/users\/[^/]+$/, (body) => ({
      ...body,
      name: ['Mia', 'Okafor'],
      last_login: { $date: 1 },
      user_metadata: 'none',
      identities: [...(body['identities'] as object[]), 'broken'],
    }));
    const world = createWorld({}, { intercept });
    const { status, profile } = await world.read('mia');
    assert.equal(status, 200);
    assert.equal(fieldOf(profile, 'email')?.value, 'mia@acme.example');
  });
});
