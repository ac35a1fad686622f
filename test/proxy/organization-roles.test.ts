import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultPolicy, neededScopes, parsePolicy } from '../../src/policy/index.js';
import type { InvitationResults, MemberPage, MemberRoles, RoleList } from '../../src/contract/index.js';
import { createOperationWorld, pathOf, type OperationWorld } from './operation-world.js';
import { fieldOf, type WorldOptions } from './support.js';
import type { ProxyOptions } from '../../backend-proxy/src/index.js';

const one = 'org_one0000000000000';
const two = 'org_two0000000000000';
const [a, b] = ['auth0|a', 'auth0|b'];
const owner = 'rol_owner';

/** Two organizations. `a` is an admin of the first by a role that only this organization has. */
interface Variation {
  readonly intercept?: NonNullable<WorldOptions['intercept']>;
  readonly groupRoles?: readonly { readonly role: string; readonly group: string }[];
  readonly scopes?: readonly string[];
  readonly crowd?: number;
}

function createOrganizationRoles(
  options: Partial<ProxyOptions> = {},
  { intercept = (_, callOn) => callOn(), groupRoles = [], scopes, crowd = 0 }: Variation = {},
) {
  const seed = {
    settings: scopes ? { machine_scopes: [...scopes] } : {},
    connections: [{ id: 'con_1', name: 'users', strategy: 'auth0' }],
    roles: [
      { id: 'rol_admin', name: 'Admin', permissions: ['manage:members'] },
      { id: owner, name: 'Owner', permissions: ['manage:members'], owner_id: one },
      { id: 'rol_driver', name: 'Driver', owner_id: one },
      { id: 'rol_foreign', name: 'Foreign', owner_id: two },
    ],
    organizations: [one, two].map((id) => ({ id, name: id.slice(4, 7), display_name: id.slice(4, 7) })),
    enabled_connections: [{ organization_id: one, connection_id: 'con_1' }],
    users: [a, b].map((user_id) => ({
      user_id,
      connection: 'users',
      email: `${user_id.slice(-1)}@x.example`,
    })),
    memberships: [
      { organization_id: one, user_id: a, roles: [owner] },
      { organization_id: one, user_id: b, group_roles: [...groupRoles] },
    ],
    crowds: crowd > 0 ? [{ organization_id: one, size: crowd }] : [],
  };
  return createOperationWorld(options, { seed, intercept });
}

const refusal = (statusCode: number) =>
  Response.json({ statusCode, error: 'Error', message: 'Refused' }, { status: statusCode });

const put = async (world: OperationWorld, userId: string, roles: readonly string[], was: readonly string[]) =>
  world.send(await world.token(a, one), `${pathOf(userId)}/roles`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ roles, was }),
  });

const listed = async (world: OperationWorld) => {
  const { text } = await world.send(await world.token(a, one), '/v1/roles');
  return (JSON.parse(text) as RoleList).roles.map(({ id, ofOrganization }) => [id, ofOrganization ?? false]);
};

describe('roles of the organization', () => {
  it('are listed with those of the tenant, and told apart', async () => {
    assert.deepEqual(await listed(createOrganizationRoles()), [
      ['rol_admin', false],
      [owner, true],
      ['rol_driver', true],
    ]);
  });

  for (const [what, answer] of [
    ['refuses the question', () => refusal(400)],
    ['lacks them in its plan', () => refusal(403)],
    ['ignores the question', () => Response.json({ roles: [{ id: 'rol_admin', name: 'Admin' }], total: 1 })],
  ] as const) {
    it(`are none if the tenant ${what}`, async () => {
      const world = createOrganizationRoles(
        {},
        {
          intercept: async (request, callOn) =>
            request.url.includes('type=organization') ? answer() : callOn(),
        },
      );
      assert.deepEqual(await listed(world), [['rol_admin', false]]);
    });
  }

  it('are given and taken', async () => {
    const world = createOrganizationRoles();
    const given = await put(world, b, ['rol_driver'], []);
    assert.equal(given.status, 200, given.text);
    assert.deepEqual(
      (JSON.parse(given.text) as MemberRoles).roles.map(({ name }) => name),
      ['Driver'],
    );
    const taken = await put(world, b, [], ['rol_driver']);
    assert.deepEqual((JSON.parse(taken.text) as MemberRoles).roles, []);
  });

  it('of another organization can’t be given', async () => {
    const world = createOrganizationRoles();
    assert.equal((await put(world, b, ['rol_foreign'], [])).problem.code, 'body_invalid');
  });

  it('can be in an invitation', async () => {
    const world = createOrganizationRoles();
    const token = await world.token(a, one, { azp: world.tenant.clients.spa.clientId });
    const send = async (roles: readonly string[]) =>
      world.post(token, '/v1/invitations', { invitations: [{ email: 'new@x.example' }], roles });
    const refused = JSON.parse((await send(['rol_foreign'])).text) as Partial<InvitationResults>;
    assert.notEqual(refused.results?.[0]?.outcome, 'invited');
    const sent = JSON.parse((await send(['rol_driver'])).text) as InvitationResults;
    assert.equal(sent.results[0]?.outcome, 'invited');
  });

  it('make an admin: the only one can’t leave, and one of two can', async () => {
    const world = createOrganizationRoles();
    const leave = async () => world.send(await world.token(a, one), '/v1/profile', { method: 'DELETE' });
    assert.equal((await leave()).problem.reason, 'last-admin');
    assert.equal((await put(world, b, [owner], [])).status, 200);
    world.tenant.clock.advance(3_000);
    assert.equal((await leave()).status, 200);
  });
});

describe('a condition on the roles of the target', () => {
  /** Hides the name of owners from everyone but themselves. */
  const policy = parsePolicy({
    ...defaultPolicy,
    rules: [
      ...defaultPolicy.rules,
      {
        id: 'owners-hidden',
        effect: 'deny',
        actors: ['admin'],
        actions: ['read'],
        fields: ['email'],
        when: { targetRole: ['Driver'] },
      },
    ],
  });
  const emailOf = async (world: OperationWorld) => {
    const { profile } = await world.send(await world.token(a, one), pathOf(b));
    return fieldOf(profile, 'email')?.value;
  };

  it('knows roles of the organization and roles through a group', async () => {
    const world = createOrganizationRoles({ policy });
    assert.equal(await emailOf(world), 'b@x.example');
    world.tenant.organizations.setMemberRoles(one, b, ['rol_driver']);
    assert.equal(await emailOf(world), undefined);
    world.tenant.organizations.setMemberRoles(one, b, []);
    assert.equal(await emailOf(world), 'b@x.example');
    const grouped = createOrganizationRoles(
      { policy },
      { groupRoles: [{ role: 'rol_driver', group: 'fleet' }] },
    );
    assert.equal(await emailOf(grouped), undefined);
  });

  const listedEmail = async (world: OperationWorld, query = '') => {
    const { text } = await world.send(await world.token(a, one), `/v1/members${query}`);
    return (JSON.parse(text) as MemberPage).members.find(({ userId }) => userId === b)?.email;
  };

  it('hides from a list what a role through a group could close', async () => {
    const world = createOrganizationRoles(
      { policy },
      { groupRoles: [{ role: 'rol_driver', group: 'fleet' }] },
    );
    assert.equal(await listedEmail(world), null);
    assert.equal(await listedEmail(createOrganizationRoles({ policy })), 'b@x.example');
  });

  it('hides the same if the proxy’s application can’t read groups', async () => {
    const scopes = neededScopes(policy).flatMap(({ scope, optional }) => (optional ? [] : [scope]));
    assert.equal(await listedEmail(createOrganizationRoles({ policy }, { scopes })), null);
  });

  it('hides from a search what an unknown role could close', async () => {
    const world = createOrganizationRoles({ policy }, { crowd: 60 });
    assert.equal(await listedEmail(world, '?sort=createdAt'), null);
  });
});
