import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultPolicy, parsePolicy } from '../../src/policy/index.js';
import type { MemberPage } from '../../src/contract/index.js';
import type { Seed } from '../../backend-proxy/dev-tenant/index.js';
import { createOperationWorld, pathOf, planOf, type OperationWorld } from './operation-world.js';
import { fieldOf } from './support.js';

const organizationId = 'org_one0000000000000';
type SeedConnection = NonNullable<Seed['connections']>[number];
type SeedUser = NonNullable<Seed['users']>[number];

const database = { id: 'con_db', name: 'users', strategy: 'auth0', display_name: 'Accounts' };
const sso = { id: 'con_sso', name: 'sso', strategy: 'samlp', display_name: 'One SSO' };
const legacy = { id: 'con_old', name: 'legacy', strategy: 'auth0', display_name: 'Legacy' };

interface Place {
  readonly connections: readonly SeedConnection[];
  /** Of those, the ones of the organization. By default all. */
  readonly enabled?: readonly string[];
  readonly users: readonly SeedUser[];
  readonly scopes?: readonly string[];
}

/** An organization that anyone can join, where the first user is an admin. */
function createPlace(
  { connections, enabled = connections.map(({ id }) => id), users, scopes }: Place,
  options: Parameters<typeof createOperationWorld>[0] = {},
) {
  const seed: Seed = {
    settings: scopes ? { machine_scopes: [...scopes] } : {},
    connections: [...connections],
    roles: [{ id: 'rol_admin', name: 'Admin', permissions: ['manage:members'] }],
    organizations: [
      { id: organizationId, name: 'one', display_name: 'One', metadata: { provisioning: 'open' } },
    ],
    enabled_connections: enabled.map((id) => ({ organization_id: organizationId, connection_id: id })),
    users: [...users],
    memberships: users.map(({ user_id }, index) => ({
      organization_id: organizationId,
      user_id,
      roles: index === 0 ? ['rol_admin'] : [],
    })),
  };
  return createOperationWorld(options, { seed });
}

const ann: SeedUser = { user_id: 'auth0|ann', connection: 'users', email: 'ann@x.example', name: 'Ann' };

async function profileOf(world: OperationWorld, userId: string) {
  const { status, text, profile } = await world.send(
    await world.token(userId, organizationId),
    '/v1/profile',
  );
  assert.equal(status, 200, text);
  return profile;
}

const operationsOf = async (world: OperationWorld, userId: string) =>
  (await profileOf(world, userId)).operations.map(({ name }) => name);

describe('an account whose own connection the organization doesn’t have', () => {
  const bea: SeedUser = { user_id: 'auth0|bea', connection: 'legacy', email: 'bea@x.example', name: 'Bea' };

  function createLinked() {
    const world = createPlace({
      connections: [database, sso, legacy],
      enabled: ['con_db', 'con_sso'],
      users: [ann, bea],
    });
    const own = world.tenant.users.get(bea.user_id)?.identities ?? [];
    const linked = { connection: 'sso', provider: 'samlp', user_id: 'sso|bea', isSocial: false };
    world.tenant.users.update(bea.user_id, { identities: [...own, linked] });
    world.tenant.clock.advance(3_000);
    return world;
  }

  it('is locked but for metadata, with a reason, and gets no email for a password', async () => {
    const world = createLinked();
    const profile = await profileOf(world, bea.user_id);
    for (const name of ['name', 'nickname', 'email']) {
      const field = fieldOf(profile, name);
      assert.deepEqual([field?.editable, field?.reason], [false, 'connection-not-enabled'], name);
      assert.equal(field?.changeableBy, 'nobody');
    }
    assert.equal(fieldOf(profile, 'jobTitle')?.editable, true);
    const operations = profile.operations.map(({ name }) => name);
    assert.ok(!operations.includes('password.reset') && !operations.includes('email.verify'));
  });

  it('says how the person signs in here: with the linked identity', async () => {
    const world = createLinked();
    const { connection } = await profileOf(world, bea.user_id);
    assert.deepEqual(
      [connection.class, connection.label, connection.hasPassword],
      ['enterprise', 'One SSO', false],
    );
    const page = await world.send(await world.token(ann.user_id, organizationId), '/v1/members');
    const row = (JSON.parse(page.text) as MemberPage).members.find(({ userId }) => userId === bea.user_id);
    assert.deepEqual([row?.connection?.label, row?.status], ['One SSO', []]);
  });

  it('claims no password if no identity can sign in here', async () => {
    const world = createPlace({ connections: [database, legacy], enabled: ['con_db'], users: [ann, bea] });
    const { connection } = await profileOf(world, bea.user_id);
    assert.deepEqual([connection.identifiers, connection.hasPassword], [[], false]);
  });
});

describe('a linked identity', () => {
  it('is a way back that the plan of a removal knows', async () => {
    const dan: SeedUser = { user_id: 'auth0|dan', connection: 'users', email: 'dan@x.example' };
    const world = createPlace({ connections: [database, sso], users: [ann, dan] });
    const enabled = { path: '/api/v2/organizations/*/enabled_connections', status: 200, times: Infinity };
    const rows = [database, sso].map(({ id, name, strategy }) => ({
      connection_id: id,
      assign_membership_on_login: name === 'sso',
      connection: { name, strategy },
    }));
    world.tenant.faults.add({ ...enabled, body: JSON.stringify({ enabled_connections: rows }) });
    const pathsOf = async () => {
      const { levels } = await planOf(world, await world.token(ann.user_id, organizationId), dan.user_id);
      return new Map(
        levels.map(({ level, regainPaths, recommended }) => [level, { regainPaths, recommended }]),
      );
    };
    assert.deepEqual((await pathsOf()).get('remove'), { regainPaths: [], recommended: true });
    const own = world.tenant.users.get(dan.user_id)?.identities ?? [];
    const linked = { connection: 'sso', provider: 'samlp', user_id: 'sso|dan', isSocial: false };
    world.tenant.users.update(dan.user_id, { identities: [...own, linked] });
    const paths = await pathsOf();
    assert.deepEqual(paths.get('remove')?.regainPaths, ['joins-at-login']);
    assert.deepEqual(paths.get('delete')?.regainPaths, ['recreated-at-login', 'joins-at-login']);
    assert.equal(paths.get('block')?.recommended, true);
  });
});

describe('people who sign in by text message', () => {
  const sms: SeedConnection = { id: 'con_sms', name: 'sms', strategy: 'sms', display_name: 'Text message' };
  const tom: SeedUser = { user_id: 'sms|tom', connection: 'sms', name: 'Tom', phone_number: '+351215550125' };

  it('see the number they sign in with, locked, and no email', async () => {
    const profile = await profileOf(createPlace({ connections: [sms], users: [tom] }), tom.user_id);
    const phone = fieldOf(profile, 'phoneNumber');
    assert.deepEqual([phone?.value, phone?.reason], ['+351215550125', 'sign-in-identifier']);
    assert.equal(fieldOf(profile, 'email'), undefined);
    assert.deepEqual(profile.connection.identifiers, ['phone_number']);
  });
});

describe('a phone number from an identity provider', () => {
  it('is shown, locked, and absent if there is none', async () => {
    const person = (name: string, more: Partial<SeedUser> = {}): SeedUser => ({
      user_id: `samlp|sso|${name}`,
      connection: 'sso',
      email: `${name}@x.example`,
      ...more,
    });
    const world = createPlace({
      connections: [sso],
      users: [person('a', { phone_number: '+351215550125' }), person('b')],
    });
    const phone = fieldOf(await profileOf(world, 'samlp|sso|a'), 'phoneNumber');
    assert.deepEqual([phone?.value, phone?.reason], ['+351215550125', 'managed-by-connection']);
    assert.equal(fieldOf(await profileOf(world, 'samlp|sso|b'), 'phoneNumber'), undefined);
  });
});

describe('the identifiers of a database', () => {
  const active = { identifier: { active: true }, profile_required: true };
  const inactive = { identifier: { active: false }, profile_required: false };
  const cases: [string, SeedConnection['options'], readonly string[], boolean][] = [
    ['an email', {}, ['email'], true],
    ['an email or a username', { requires_username: true }, ['email', 'username'], true],
    ['a username', { attributes: { username: active, email: inactive } }, ['username'], false],
    ['a phone number', { attributes: { phone_number: active } }, ['phone_number'], false],
    ['odd settings', { attributes: { username: { identifier: 'yes' }, email: active } }, ['email'], true],
  ];
  for (const [what, options, identifiers, needsEmail] of cases) {
    it(`are ${what}`, async () => {
      const world = createPlace({
        connections: [{ ...database, options: options ?? {} }],
        users: [{ ...ann, username: 'ann', phone_number: '+351215550125' }],
      });
      const profile = await profileOf(world, ann.user_id);
      assert.deepEqual(profile.connection.identifiers, identifiers);
      assert.equal(fieldOf(profile, 'email')?.required, needsEmail);
      for (const [field, attribute] of [
        ['email', 'email'],
        ['username', 'username'],
      ] as const) {
        const view = fieldOf(profile, field);
        const changesSignIn = view?.consequences?.includes('changes-sign-in') ?? false;
        assert.equal(changesSignIn, view !== undefined && identifiers.includes(attribute), field);
      }
    });
  }

  it('need no password with codes only', async () => {
    const options = {
      authentication_methods: { password: { enabled: false }, email_otp: { enabled: true } },
    };
    const world = createPlace({ connections: [{ ...database, options }], users: [ann] });
    assert.equal((await profileOf(world, ann.user_id)).connection.hasPassword, false);
  });

  it('can be addresses that aren’t unique: then no reset email is offered', async () => {
    const options = { attributes: { email: { ...active, unique: false } } };
    const world = createPlace({ connections: [{ ...database, options }], users: [ann] });
    assert.ok(!(await operationsOf(world, ann.user_id)).includes('password.reset'));
    assert.ok(
      (await operationsOf(createPlace({ connections: [database], users: [ann] }), ann.user_id)).includes(
        'password.reset',
      ),
    );
  });
});

describe('an address that isn’t verified', () => {
  const unverified = (user_id: string, connection: string): SeedUser => ({
    user_id,
    connection,
    email: `${user_id.split('|').at(-1)}@x.example`,
    email_verified: false,
  });
  const [dbUser, ssoUser] = [unverified('auth0|dan', 'users'), unverified('samlp|sso|eva', 'sso')];
  const both = unverified('samlp|sso|flo', 'sso');

  function createUnverified() {
    const world = createPlace({ connections: [database, sso], users: [ann, dbUser, ssoUser, both] });
    const own = world.tenant.users.get(both.user_id)?.identities ?? [];
    const linked = { connection: 'users', provider: 'auth0', user_id: 'flo', isSocial: false };
    world.tenant.users.update(both.user_id, { identities: [...own, linked] });
    world.tenant.clock.advance(3_000);
    return world;
  }
  const listed = async (world: OperationWorld, query: string) => {
    const { text } = await world.send(await world.token(ann.user_id, organizationId), `/v1/members${query}`);
    return (JSON.parse(text) as MemberPage).members;
  };

  it('is called so only where it can be verified: in rows, on the page, and by the filters alike', async () => {
    const world = createUnverified();
    const statusOf = new Map((await listed(world, '')).map(({ userId, status }) => [userId, status]));
    assert.deepEqual(statusOf.get(dbUser.user_id), ['unverified']);
    assert.deepEqual(statusOf.get(ssoUser.user_id), []);
    assert.deepEqual(statusOf.get(both.user_id), []);
    const ids = async (query: string) => (await listed(world, query)).map(({ userId }) => userId).sort();
    assert.deepEqual(await ids('?status=unverified'), [dbUser.user_id]);
    assert.deepEqual(await ids('?status=active'), [ann.user_id, ssoUser.user_id, both.user_id].sort());
    const { profile } = await world.send(
      await world.token(ann.user_id, organizationId),
      pathOf(ssoUser.user_id),
    );
    assert.deepEqual(profile.member?.status, []);
    const email = fieldOf(profile, 'email');
    assert.deepEqual([email?.verified, email?.verifiable], [false, undefined]);
    const own = await profileOf(world, dbUser.user_id);
    assert.equal(fieldOf(own, 'email')?.verifiable, true);
  });

  it('is no one’s in an organization without a database', async () => {
    const world = createPlace({ connections: [sso], users: [ssoUser] });
    const token = await world.token(ssoUser.user_id, organizationId);
    const count = async (status: string) =>
      (JSON.parse((await world.send(token, `/v1/members?status=${status}`)).text) as MemberPage).members
        .length;
    assert.deepEqual([await count('unverified'), await count('active')], [0, 1]);
  });
});

describe('what Google Directory Sync owns', () => {
  const google: SeedConnection = {
    id: 'con_google',
    name: 'google',
    strategy: 'google-apps',
    options: { set_user_root_attributes: 'never_on_login' },
    directory_provisioning: { mapping: [{ auth0: 'given_name', idp: 'name.givenName' }] },
  };
  const gil: SeedUser = { user_id: 'google-apps|gil', connection: 'google', email: 'gil@x.example' };
  const policy = parsePolicy({
    ...defaultPolicy,
    rules: [
      ...defaultPolicy.rules.filter(({ effect }) => effect === 'allow'),
      {
        id: 'names',
        effect: 'allow',
        actors: ['self'],
        actions: ['update'],
        fields: ['givenName', 'familyName'],
      },
    ],
  });

  it('is locked, and the rest can be edited', async () => {
    const profile = await profileOf(
      createPlace({ connections: [google], users: [gil] }, { policy }),
      gil.user_id,
    );
    assert.equal(fieldOf(profile, 'givenName')?.reason, 'directory-owned');
    assert.equal(fieldOf(profile, 'familyName')?.editable, true);
  });

  it('is everything if the proxy’s application can’t read it', async () => {
    const scopes = ['read:users', 'read:organizations', 'read:organization_connections', 'read:connections'];
    const place = { connections: [google], users: [gil], scopes: [...scopes, 'read:connections_options'] };
    const profile = await profileOf(createPlace(place, { policy }), gil.user_id);
    assert.equal(fieldOf(profile, 'familyName')?.reason, 'directory-owned');
  });
});
