import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Seed } from '../../backend-proxy/dev-tenant/index.js';
import globex from '../../backend-proxy/dev-tenant/seeds/globex.json' with { type: 'json' };
import roles from '../../backend-proxy/dev-tenant/seeds/roles.json' with { type: 'json' };
import { createManagement } from '../../backend-proxy/src/management/index.js';
import { readOptions } from '../../backend-proxy/src/options.js';
import { createMemoryStorage } from '../../backend-proxy/src/storage/memory/index.js';
import { parsePolicy, type Policy } from '../../backend-proxy/src/index.js';
import type { Change } from '../../src/policy/index.js';
import { createWorld, fieldOf, people } from './support.js';

/** Everybody may change their own name, also where the upstream would rather not. */
const trusting: Policy = parsePolicy({
  version: 1,
  actors: {},
  groups: { main: { label: { en: 'Main' } } },
  fields: {
    name: { attribute: 'name', kind: 'text', group: 'main', label: { en: 'Name' } },
    nickname: { attribute: 'nickname', kind: 'text', group: 'main', label: { en: 'Nickname' } },
    email: { attribute: 'email', kind: 'email', group: 'main', label: { en: 'Email' } },
  },
  rules: [
    { id: 'read', effect: 'allow', actors: ['self'], actions: ['read'], fields: ['*'] },
    { id: 'write', effect: 'allow', actors: ['self'], actions: ['update'], fields: ['*'] },
  ],
});

const seededRoles = roles.roles.map(({ ...role }) => role);

/** Globex with its sync off, and with a directory that writes names, or none. */
function unsyncedGlobex(scim?: { mapping: { auth0: string; scim: string }[] }): Seed {
  const connections = globex.connections.map((connection) => ({
    ...connection,
    options: { ...connection.options, set_user_root_attributes: 'never_on_login' },
    ...(scim && { scim }),
  }));
  return { ...globex, roles: seededRoles, connections };
}

describe('a directory behind SCIM', () => {
  const directory = { mapping: [{ auth0: 'name', scim: 'displayName' }] };

  it('owns what it maps, and nothing else', async () => {
    const world = createWorld({ policy: trusting }, { seed: unsyncedGlobex(directory) });
    const { profile } = await world.read('grace');
    assert.equal(fieldOf(profile, 'name')?.reason, 'directory-owned');
    assert.equal(fieldOf(profile, 'nickname')?.editable, true);
    assert.equal((await world.save('grace', { name: 'Eve' })).problem.code, 'field_locked');
    assert.equal((await world.save('grace', { nickname: 'gracie' })).status, 200);
  });

  it('is looked for once, and only where it could matter', async () => {
    const world = createWorld({ policy: trusting }, { seed: unsyncedGlobex() });
    assert.equal(fieldOf((await world.read('grace')).profile, 'name')?.editable, true);
    await world.read('grace');
    assert.equal(world.calls({ path: /scim-configuration$/ }), 1);
    // The default policy leaves the upstream's attributes alone, so no one has to know.
    const cautious = createWorld({}, { seed: unsyncedGlobex(directory) });
    await cautious.read('grace');
    assert.equal(cautious.calls({ path: /scim-configuration$/ }), 0);
  });
});

describe('roles', () => {
  const strict = parsePolicy({
    ...structuredClone(trusting),
    rules: [
      ...trusting.rules,
      {
        id: 'admins-keep-their-name',
        effect: 'deny',
        actors: ['self'],
        actions: ['update'],
        fields: ['name'],
        when: { targetRole: ['Admin'] },
      },
    ],
  });

  it('are read only for a policy that asks for them', async () => {
    const world = createWorld({ policy: strict });
    assert.equal(fieldOf((await world.read('ada')).profile, 'name')?.editable, false);
    assert.equal(fieldOf((await world.read('mia')).profile, 'name')?.editable, true);
    const indifferent = createWorld({ policy: trusting });
    await indifferent.read('ada');
    assert.equal(indifferent.calls({ path: /\/roles$/ }), 0);
  });
});

describe('a fresh sign-in', () => {
  const careful = parsePolicy({
    ...structuredClone(trusting),
    safeguards: { stepUp: { maxAge: 300, for: ['field:email'] } },
  });
  const now = () => Math.floor(Date.now() / 1000);
  const tokenAged = (
    world: ReturnType<typeof createWorld>,
    age: number | null,
    claim = 'https://orgdesk.dev/auth_time',
  ) => {
    const [userId, organizationId] = people.uma;
    const extra = age === null ? {} : { [claim]: now() - age };
    return world.tenant.tokens.issueAccessToken({ userId, organizationId, ...extra });
  };
  const change = async (world: ReturnType<typeof createWorld>, token: string, fields: object) => {
    const etag = (await world.send(token, '/v1/profile')).headers.get('etag') ?? '';
    return world.send(token, '/v1/profile', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': etag },
      body: JSON.stringify({ fields }),
    });
  };

  for (const [label, age] of [
    ['an old sign-in', 3600],
    ['a token that does not say', null],
  ] as const) {
    it(`is asked for by ${label}, and the field stays editable`, async () => {
      const world = createWorld({ policy: careful });
      const token = await tokenAged(world, age);
      const email = fieldOf((await world.send(token, '/v1/profile')).profile, 'email');
      assert.deepEqual([email?.editable, email?.stepUp, email?.reason], [true, true, undefined]);
      const answer = await change(world, token, { email: 'uma.s@umbrella.example' });
      assert.deepEqual(
        [answer.status, answer.problem.code, answer.problem.maxAge],
        [401, 'step_up_required', 300],
      );
      assert.equal(
        answer.headers.get('www-authenticate'),
        'Bearer error="insufficient_user_authentication", max_age="300", DPoP algs="ES256"',
      );
      assert.equal(world.calls({ method: 'PATCH' }), 0);
      assert.equal((await change(world, token, { nickname: 'uma' })).status, 200);
    });
  }

  it('is enough for as long as the policy says, under whatever claim the tenant writes', async () => {
    const world = createWorld({ policy: careful, authTimeClaim: 'https://acme.example/signed_in' });
    const token = await tokenAged(world, 60, 'https://acme.example/signed_in');
    assert.equal((await change(world, token, { email: 'uma.s@umbrella.example' })).status, 200);
  });
});

describe('writes', () => {
  it('cannot reach Auth0 around the policy: a change that checkPatch did not make is thrown out', async () => {
    const world = createWorld();
    const { tenant } = world;
    const management = createManagement(
      readOptions({
        domain: tenant.domain,
        audience: tenant.audience,
        ...tenant.clients.proxy,
        fetch: tenant.fetch,
      }),
      createMemoryStorage(),
    );
    const forged = [{ field: 'blocked', attribute: 'name', value: 'Eve' }] as unknown as Change[];
    const call = { correlationId: 'x', deadline: Date.now() + 5_000 };
    await assert.rejects(
      management.users.update(people.mia[0], { changes: forged, values: {} }, call),
      /no policy approved/,
    );
    assert.equal(tenant.requests.count(), 0);
  });
});
