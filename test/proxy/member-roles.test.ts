import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryStorage } from '../../backend-proxy/src/index.js';
import { defaultPolicy, parsePolicy } from '../../src/policy/index.js';
import type { MemberPage, MemberRoles } from '../../src/contract/index.js';
import {
  acme,
  adaOf,
  adminRole,
  createOperationWorld,
  globex,
  gus,
  helpDeskRole,
  lio,
  memberRole,
  pathOf,
  type OperationWorld,
} from './operation-world.js';
import { people, type Answer } from './support.js';

const ada = people.ada[0];
const hal = people.hal[0];
const mia = people.mia[0];

const put = (world: OperationWorld, token: string, userId: string, body: object) =>
  world.send(token, `${pathOf(userId)}/roles`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
function rolesOf({ status, text }: Answer): string[] {
  assert.equal(status, 200, text);
  return (JSON.parse(text) as MemberRoles).roles.map(({ id }) => id).sort();
}
const writes = (world: OperationWorld) =>
  world.tenant.requests
    .list()
    .filter(({ area, method }) => area === 'management' && method !== 'GET')
    .map(({ method, path }) => `${method} ${path.split('/').at(-1) ?? ''}`);
/** What the tenant itself says of someone. */
const held = async (world: OperationWorld, userId: string) => {
  const { text } = await world.send(
    await world.token(ada, acme, { permissions: ['manage:members'] }),
    pathOf(userId),
  );
  const { member } = JSON.parse(text) as { member: { roles: { id: string }[] } };
  return member.roles.map(({ id }) => id).sort();
};

describe("changing a member's roles", () => {
  it('adds before it takes away, and answers what they have', async () => {
    const world = createOperationWorld();
    const answer = await put(world, await adaOf(world), mia, { roles: [helpDeskRole], was: [memberRole] });
    assert.deepEqual(rolesOf(answer), [helpDeskRole]);
    assert.deepEqual(writes(world), ['POST roles', 'DELETE roles']);
    assert.deepEqual(
      world.audit.map(({ action, targetUserId }) => [action, targetUserId]),
      [['roles.assign', mia]],
    );
  });

  it('is shown by lists at once', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    await world.send(token, '/v1/members');
    rolesOf(await put(world, token, mia, { roles: [memberRole, helpDeskRole], was: [memberRole] }));
    const page = JSON.parse((await world.send(token, '/v1/members')).text) as MemberPage;
    const row = page.members.find(({ userId }) => userId === mia);
    assert.deepEqual(row?.roles?.map(({ name }) => name).sort(), ['Help desk', 'Member']);
  });

  it('is answered and recorded in the order of the list of roles', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    const answer = await put(world, token, mia, { roles: [memberRole, helpDeskRole], was: [memberRole] });
    assert.deepEqual(
      (JSON.parse(answer.text) as MemberRoles).roles.map(({ id }) => id),
      [helpDeskRole, memberRole],
    );
    assert.deepEqual(
      world.audit.map(({ roles }) => roles),
      [{ from: ['Member'], to: ['Help desk', 'Member'] }],
    );
    const page = JSON.parse((await world.send(token, '/v1/members')).text) as MemberPage;
    const row = page.members.find(({ userId }) => userId === mia);
    assert.deepEqual(
      row?.roles?.map(({ name }) => name),
      ['Help desk', 'Member'],
    );
  });

  it('is refused where someone else has changed them meanwhile', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    for (const was of [[], [helpDeskRole], [memberRole, helpDeskRole]]) {
      const { status, problem } = await put(world, token, mia, { roles: [helpDeskRole], was });
      assert.deepEqual([status, problem.code], [412, 'roles_changed']);
    }
    assert.deepEqual(writes(world), []);
  });

  it('to what they are writes nothing', async () => {
    const world = createOperationWorld();
    const answer = await put(world, await adaOf(world), mia, { roles: [memberRole], was: [memberRole] });
    assert.deepEqual(rolesOf(answer), [memberRole]);
    assert.deepEqual([writes(world), world.audit], [[], []]);
  });

  it('assigns and removes no role with more permissions than the actor has', async () => {
    const rules = [
      ...defaultPolicy.rules,
      { id: 'desk-roles', effect: 'allow', actors: ['help-desk'], operations: ['roles.assign'] } as const,
    ];
    const world = createOperationWorld({ policy: parsePolicy({ ...defaultPolicy, rules }) });
    const token = await world.token(...people.hal);
    const up = await put(world, token, mia, { roles: [adminRole], was: [memberRole] });
    const down = await put(world, token, ada, { roles: [], was: [adminRole] });
    for (const { status, problem } of [up, down]) {
      assert.deepEqual([status, problem.code, problem.reason], [403, 'operation_locked', 'role-above-own']);
    }
    const own = await put(world, token, hal, { roles: [helpDeskRole, adminRole], was: [helpDeskRole] });
    assert.equal(own.problem.reason, 'role-above-own');
    assert.deepEqual(writes(world), []);
    rolesOf(await put(world, token, mia, { roles: [helpDeskRole], was: [memberRole] }));
  });

  it('is closed to a help desk, to members, and to admins of another organization', async () => {
    const world = createOperationWorld();
    const body = { roles: [], was: [memberRole] };
    for (const [token, status, code] of [
      [await world.token(...people.hal), 403, 'operation_locked'],
      [await world.token(...people.mia), 403, 'operation_locked'],
      [await world.token(gus, globex), 404, 'profile_not_found'],
    ] as const) {
      const answer = await put(world, token, lio, body);
      assert.deepEqual([answer.status, answer.problem.code], [status, code]);
    }
    assert.deepEqual(writes(world), []);
  });

  it('refuses what is no role, and bodies of another shape', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    const was = [memberRole];
    const bodies = [
      { roles: ['rol_unknown000000000'], was },
      { roles: [adminRole] },
      { roles: adminRole, was },
      { roles: [], was, force: true },
      { roles: Array.from({ length: 51 }, (_, index) => `rol_${index}`), was },
    ];
    for (const body of bodies) {
      const { status, problem } = await put(world, token, mia, body);
      assert.deepEqual([status, problem.code], [400, 'body_invalid'], JSON.stringify(body));
    }
  });

  it('asks for a reason where the policy does', async () => {
    const policy = parsePolicy({
      ...defaultPolicy,
      safeguards: { ...defaultPolicy.safeguards, auditReason: 'required' },
    });
    const world = createOperationWorld({ policy });
    const token = await adaOf(world);
    const change = { roles: [helpDeskRole], was: [memberRole] };
    assert.equal((await put(world, token, mia, change)).problem.code, 'reason_required');
    rolesOf(await put(world, token, mia, { ...change, reason: 'moves to support' }));
    assert.deepEqual(
      world.audit.map(({ outcome, reason, roles: named }) => ({ outcome, reason, named })),
      [
        { outcome: 'refused', reason: undefined, named: undefined },
        { outcome: 'done', reason: 'moves to support', named: { from: ['Member'], to: ['Help desk'] } },
      ],
    );
  });

  it('that fails half-way leaves what was added, and writes it down', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    const path = '/api/v2/organizations/*/members/*/roles';
    world.tenant.faults.add({ method: 'DELETE', path, status: 500 });
    const { status, problem } = await put(world, token, mia, { roles: [helpDeskRole], was: [memberRole] });
    assert.deepEqual([status, problem.code], [502, 'upstream_unavailable']);
    assert.equal(world.audit.length, 1);
    assert.deepEqual(await held(world, mia), [helpDeskRole, memberRole]);
    rolesOf(await put(world, token, mia, { roles: [helpDeskRole], was: [helpDeskRole, memberRole] }));
  });

  it('is offered to admins of themselves too', async () => {
    const world = createOperationWorld();
    const { profile } = await world.send(await adaOf(world), pathOf(ada));
    assert.ok(profile.operations.some(({ name, allowed }) => name === 'roles.assign' && allowed));
  });
});

describe('roles through a group', () => {
  it('stay as they are, and are told apart', async () => {
    const seed = {
      connections: [{ id: 'con_1', name: 'users', strategy: 'auth0' }],
      roles: [
        { id: 'rol_admin', name: 'Admin', permissions: ['manage:members'] },
        { id: 'rol_viewer', name: 'Viewer' },
        { id: 'rol_group', name: 'Through a group' },
      ],
      organizations: [{ id: 'org_one0000000000000', name: 'one', display_name: 'One' }],
      enabled_connections: [{ organization_id: 'org_one0000000000000', connection_id: 'con_1' }],
      users: ['a', 'b'].map((name) => ({
        user_id: `auth0|${name}`,
        connection: 'users',
        email: `${name}@x.example`,
      })),
      memberships: [
        { organization_id: 'org_one0000000000000', user_id: 'auth0|a', roles: ['rol_admin'] },
        {
          organization_id: 'org_one0000000000000',
          user_id: 'auth0|b',
          roles: ['rol_viewer'],
          group_roles: [{ role: 'rol_group', group: 'staff' }],
        },
      ],
    };
    const world = createOperationWorld({}, { seed });
    const token = await world.token('auth0|a', 'org_one0000000000000');
    const answer = await put(world, token, 'auth0|b', { roles: [], was: ['rol_viewer'] });
    assert.equal(answer.status, 200, answer.text);
    const { roles } = JSON.parse(answer.text) as MemberRoles;
    assert.deepEqual(
      roles.map(({ id, inheritedFrom }) => [id, inheritedFrom]),
      [['rol_group', 'group']],
    );
  });
});

describe('a token that may not see roles through groups', () => {
  it('sees the others', async () => {
    const world = createOperationWorld();
    const path = '/api/v2/organizations/*/members/*/effective-roles';
    const body = '{"errorCode":"insufficient_scope"}';
    world.tenant.faults.add({ path, status: 403, body, times: Infinity });
    const answer = await put(world, await adaOf(world), mia, { roles: [helpDeskRole], was: [memberRole] });
    assert.deepEqual(rolesOf(answer), [helpDeskRole]);
  });
});

describe('the last administrator', () => {
  it('is demoted by no one, and not by themselves', async () => {
    const world = createOperationWorld();
    const { status, problem } = await put(world, await adaOf(world), ada, {
      roles: [memberRole],
      was: [adminRole],
    });
    assert.deepEqual([status, problem.code, problem.reason], [403, 'operation_locked', 'last-admin']);
    assert.deepEqual(writes(world), []);
  });

  it('stays, when the last two demote or remove each other through two proxies', async () => {
    for (let race = 0; race < 6; race += 1) {
      const storage = createMemoryStorage();
      const first = createOperationWorld({ storage });
      first.tenant.organizations.setMemberRoles(acme, hal, [adminRole]);
      first.tenant.clock.advance(3_000);
      const second = createOperationWorld({ storage }, { tenant: first.tenant });
      const [adaToken, halToken] = [await adaOf(first), await first.token(hal, acme)];
      const demotion = { roles: [memberRole], was: [adminRole] };
      const answers = await Promise.all([
        put(first, adaToken, hal, demotion),
        race % 2 === 0
          ? put(second, halToken, ada, demotion)
          : second.post(halToken, `${pathOf(ada)}/deprovision`, { level: 'remove' }),
      ]);
      const refused = answers.filter(({ status }) => status !== 200);
      assert.equal(refused.length, 1);
      // The caller may have been removed before their permissions were read.
      const expected = race % 2 === 0 ? ['operation_locked'] : ['operation_locked', 'profile_not_found'];
      assert.ok(expected.includes(refused[0]?.problem.code ?? ''), refused[0]?.text);
    }
  });
});
