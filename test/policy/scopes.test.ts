import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultPolicy, neededScopes, type Policy, type PolicyDocument } from '../../src/policy/index.js';
import acme from '../../backend-proxy/dev-tenant/seeds/acme.json' with { type: 'json' };
import globex from '../../backend-proxy/dev-tenant/seeds/globex.json' with { type: 'json' };
import seededRoles from '../../backend-proxy/dev-tenant/seeds/roles.json' with { type: 'json' };
import { createWorld } from '../proxy/support.js';
import { allowRead, policyWith } from './support.js';

type RuleInput = PolicyDocument['rules'][number];

/** Without the optional ones. */
const scopesOf = (policy: Policy) =>
  neededScopes(policy)
    .flatMap(({ scope, optional }) => (optional ? [] : [scope]))
    .toSorted();
const always = scopesOf(policyWith());
const added = (...rules: RuleInput[]) =>
  scopesOf(policyWith(allowRead, ...rules)).filter((scope) => !always.includes(scope));
const write = (field: string, when?: RuleInput['when']): RuleInput => ({
  id: 'write',
  effect: 'allow',
  actors: ['self'],
  actions: ['update'],
  fields: [field],
  ...(when && { when }),
});
const can = (...operations: NonNullable<RuleInput['operations']>): RuleInput => ({
  id: 'can',
  effect: 'allow',
  actors: ['admin'],
  operations,
});

const sorted = (...scopes: string[]) => scopes.toSorted();
const counting = [
  'read:organization_member_effective_roles',
  'read:organization_member_roles',
  'read:organization_members',
  'read:roles',
];
const endingAccess = [
  'delete:device_credentials',
  'delete:refresh_tokens',
  'delete:sessions',
  'read:device_credentials',
];

describe('neededScopes', () => {
  it('reads, and no more, for a policy that changes nothing', () => {
    assert.deepEqual(always, [
      'read:connections',
      'read:connections_options',
      'read:organization_connections',
      'read:organizations',
      'read:users',
    ]);
    assert.deepEqual(added(), []);
  });

  it('writes users for a field, and their app_metadata only for a field kept there', () => {
    assert.deepEqual(added(write('jobTitle')), ['update:users']);
    assert.deepEqual(added(write('costCenter')), ['update:users', 'update:users_app_metadata']);
  });

  it('asks who owns an attribute only where a directory could', () => {
    assert.deepEqual(added(write('name')), ['read:scim_config', 'update:users']);
    assert.deepEqual(added(write('name', { connection: ['database', 'social'] })), ['update:users']);
    assert.deepEqual(added(write('email')), ['update:users']);
    assert.deepEqual(added(write('name', { connection: ['enterprise'], attributeSync: ['each-login'] })), []);
  });

  it('asks for nothing that a denial takes away, or that Auth0 does not do', () => {
    assert.deepEqual(added(write('jobTitle'), { ...write('*'), id: 'no', effect: 'deny' }), []);
    assert.deepEqual(added(write('email', { connection: ['social'] })), []);
    assert.deepEqual(added(can('user.delete'), { ...can('user.delete'), id: 'no', effect: 'deny' }), []);
  });

  const operations: [NonNullable<RuleInput['operations']>[number], string[]][] = [
    ['member.list', ['read:organization_member_roles', 'read:organization_members', 'read:roles']],
    ['member.block', sorted('update:users', ...endingAccess, ...counting)],
    ['member.mfa-reset', ['delete:authentication_methods', 'read:authentication_methods', 'update:users']],
    ['member.revoke-access', endingAccess],
    [
      'membership.remove',
      sorted('delete:organization_members', 'read:organization_invitations', ...counting),
    ],
    ['user.delete', sorted('delete:users', 'read:organization_invitations', ...counting)],
    [
      'roles.assign',
      sorted('create:organization_member_roles', 'delete:organization_member_roles', ...counting),
    ],
    ['invitation.create', ['create:organization_invitations', 'read:organization_invitations', 'read:roles']],
    ['invitation.revoke', ['delete:organization_invitations', 'read:organization_invitations']],
    ['sessions.revoke', ['delete:refresh_tokens', 'delete:sessions', 'read:sessions']],
    ['profile.delete', sorted('delete:users', ...counting)],
    ['profile.export', []],
    ['password.reset', []],
  ];
  for (const [operation, scopes] of operations) {
    it(`of ${operation}: ${scopes.join(', ') || 'none'}`, () =>
      assert.deepEqual(added(can(operation)), scopes));
  }

  it('asks for the roles that a condition asks about, also of a rule that denies', () => {
    const rule = { ...write('jobTitle', { targetRole: ['Owner'] }), effect: 'deny' } as const;
    assert.deepEqual(added(rule), [
      'read:organization_member_effective_roles',
      'read:organization_member_roles',
    ]);
  });

  it('asks for what only a rule with several conditions allows', () => {
    const both = { organization: ['plan=gold'], targetRole: ['Owner'] };
    assert.equal(added(write('jobTitle', both)).includes('update:users'), true);
  });

  it('of groups are optional: to count admins through a group, and for conditions on roles', () => {
    const optional = (...rules: RuleInput[]) =>
      neededScopes(policyWith(allowRead, ...rules))
        .filter((each) => each.optional)
        .map(({ scope }) => scope);
    const groups = ['read:organization_groups', 'read:organization_group_roles', 'read:group_members'];
    assert.deepEqual(optional(can('member.block')), groups);
    assert.deepEqual(optional(write('jobTitle', { targetRole: ['Owner'] })), ['read:organization_groups']);
    assert.deepEqual(optional(write('jobTitle')), []);
  });

  it('says what each scope is for, once', () => {
    const needed = neededScopes(policyWith(allowRead, write('jobTitle'), can('member.block')));
    const update = needed.filter(({ scope }) => scope === 'update:users');
    assert.deepEqual(update, [{ scope: 'update:users', why: ['to change "jobTitle"', 'for member.block'] }]);
  });

  it('of the default policy are these, and would be fewer without administrators', () => {
    assert.deepEqual(scopesOf(defaultPolicy), [
      'create:organization_invitations',
      'create:organization_member_roles',
      'delete:authentication_methods',
      'delete:device_credentials',
      'delete:organization_invitations',
      'delete:organization_member_roles',
      'delete:organization_members',
      'delete:refresh_tokens',
      'delete:sessions',
      'delete:users',
      'read:authentication_methods',
      'read:connections',
      'read:connections_options',
      'read:device_credentials',
      'read:organization_connections',
      'read:organization_invitations',
      'read:organization_member_effective_roles',
      'read:organization_member_roles',
      'read:organization_members',
      'read:organizations',
      'read:roles',
      'read:sessions',
      'read:users',
      'update:users',
    ]);
    const own = {
      ...defaultPolicy,
      rules: defaultPolicy.rules.filter(({ actors }) => !actors.includes('admin')),
    };
    assert.deepEqual(
      scopesOf(own).filter((scope) => !always.includes(scope)),
      [
        'delete:refresh_tokens',
        'delete:sessions',
        'delete:users',
        'read:organization_member_effective_roles',
        'read:organization_member_roles',
        'read:organization_members',
        'read:roles',
        'read:sessions',
        'update:users',
      ],
    );
  });
});

describe('the scopes that are listed', () => {
  /** Names on behalf of the upstream, where nothing syncs: the proxy has to look whether a directory owns them. */
  const trusting = policyWith(allowRead, write('name'), { ...write('jobTitle'), id: 'title' });
  const connections = globex.connections.map((connection) => ({
    ...connection,
    options: { ...connection.options, set_user_root_attributes: 'never_on_login' },
  }));
  const roles = seededRoles.roles.map(({ ...role }) => role);
  const cases: [string, Policy][] = [
    ['the default policy', defaultPolicy],
    ['a policy that trusts people with their names', trusting],
  ];
  for (const [label, policy] of cases) {
    it(`are enough for ${label}`, async () => {
      const settings = { machine_scopes: scopesOf(policy) };
      const worlds = [
        ['mia', createWorld({ policy }, { seed: { ...acme, roles, settings } })],
        ['grace', createWorld({ policy }, { seed: { ...globex, connections, roles, settings } })],
      ] as const;
      for (const [person, world] of worlds) {
        assert.equal((await world.read(person)).status, 200, person);
        assert.equal((await world.save(person, { jobTitle: 'Lead' })).status, 200, person);
      }
      if (policy === trusting) assert.equal((await worlds[1][1].save('grace', { name: 'G' })).status, 200);
    });
  }

  it('are needed: without the one for writing nothing is stored', async () => {
    const settings = { machine_scopes: scopesOf(policyWith(allowRead)) };
    const world = createWorld({}, { seed: { ...acme, roles, settings } });
    assert.equal((await world.read('mia')).status, 200);
    assert.notEqual((await world.save('mia', { jobTitle: 'Lead' })).status, 200);
  });
});
