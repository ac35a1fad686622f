import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryStorage } from '../../backend-proxy/src/index.js';
import { defaultPolicy, neededScopes } from '../../src/policy/index.js';
import type { DeprovisionLevel } from '../../src/contract/index.js';
import {
  acme,
  adminRole,
  createOperationWorld,
  lio,
  pathOf,
  type OperationWorld,
} from './operation-world.js';
import { people, type Answer } from './support.js';

const ada = people.ada[0];
const hal = people.hal[0];
const mia = people.mia[0];

/**
 * Two proxies that share what they remember, before one tenant where these people are administrators, each with a token
 * from before anything happened.
 */
async function twoProxies(administrators: readonly string[]) {
  const storage = createMemoryStorage();
  const first = createOperationWorld({ storage });
  for (const userId of administrators) {
    first.tenant.organizations.setMemberRoles(acme, userId, [adminRole]);
  }
  // The lists know of them by now.
  first.tenant.clock.advance(3_000);
  const second = createOperationWorld({ storage }, { tenant: first.tenant });
  const tokens = new Map<string, string>();
  for (const userId of administrators) tokens.set(userId, await first.token(userId, acme));
  const tokenOf = (userId: string) => tokens.get(userId) ?? '';
  return {
    first,
    second,
    tokenOf,
    run: (world: OperationWorld, actor: string, target: string, level: DeprovisionLevel) =>
      world.post(tokenOf(actor), `${pathOf(target)}/deprovision`, { level }),
    leave: (world: OperationWorld, actor: string) =>
      world.send(tokenOf(actor), '/v1/profile', { method: 'DELETE' }),
  };
}

/** Who is still a member and may sign in. */
async function stillMembers(world: OperationWorld, userIds: readonly string[]): Promise<string[]> {
  const left: string[] = [];
  for (const userId of userIds) {
    const answer = await world.send(await world.token(userId, acme), '/v1/profile');
    if (answer.status === 200) left.push(userId);
  }
  return left;
}

const outcomeOf = ({ status, problem }: Answer) =>
  status === 200 ? 'done' : (problem.reason ?? problem.code);

describe('two admins who remove each other at the same moment', () => {
  for (const level of ['remove', 'block', 'delete'] as const) {
    it(`leave one admin, by ${level} through two proxies`, async () => {
      for (let race = 0; race < 5; race += 1) {
        const { first, second, run } = await twoProxies([ada, hal]);
        const answers = await Promise.all([run(first, ada, hal, level), run(second, hal, ada, level)]);
        const outcomes = answers.map(outcomeOf);
        assert.equal(outcomes.filter((outcome) => outcome === 'done').length, 1, outcomes.join(', '));
        assert.equal((await stillMembers(first, [ada, hal])).length, 1);
      }
    });
  }

  it('leave one admin, with many operations at once', async () => {
    const admins = [ada, hal, mia, lio];
    const levels = ['remove', 'block', 'delete'] as const;
    for (let race = 0; race < 5; race += 1) {
      const { first, second, run, leave } = await twoProxies(admins);
      const proxy = (turn: number) => (turn % 2 === 0 ? first : second);
      const attempts = admins.flatMap((actor, index) =>
        admins
          .filter((target) => target !== actor)
          .map((target, turn) =>
            run(proxy(index + turn), actor, target, levels[(index + turn + race) % 3] ?? 'remove'),
          ),
      );
      const leaving = admins.map((actor, index) => leave(proxy(index), actor));
      const answers = await Promise.all([...attempts, ...leaving]);
      assert.equal((await stillMembers(first, admins)).length, 1, answers.map(outcomeOf).join(', '));
    }
  });
});

describe('an admin through a group', () => {
  it('can’t be removed if no one else could manage the organization', async () => {
    const organizationId = 'org_one0000000000000';
    const person = (name: string) => ({
      user_id: `auth0|${name}`,
      connection: 'users',
      email: `${name}@x.example`,
    });
    const seed = {
      connections: [{ id: 'con_1', name: 'users', strategy: 'auth0' }],
      roles: [{ id: 'rol_admin', name: 'Admin', permissions: ['manage:members'] }],
      organizations: [{ id: organizationId, name: 'one', display_name: 'One' }],
      enabled_connections: [{ organization_id: organizationId, connection_id: 'con_1' }],
      users: [person('a'), person('b')],
      memberships: [
        {
          organization_id: organizationId,
          user_id: 'auth0|a',
          group_roles: [{ role: 'rol_admin', group: 'staff' }],
        },
        { organization_id: organizationId, user_id: 'auth0|b' },
      ],
    };
    const world = createOperationWorld({}, { seed });
    // Whatever else lets the other one act: it is no role in the organization.
    const token = await world.token('auth0|b', organizationId, { permissions: ['manage:members'] });
    for (const level of ['remove', 'block', 'delete']) {
      const answer = await world.post(token, `${pathOf('auth0|a')}/deprovision`, { level });
      assert.equal(outcomeOf(answer), 'last-admin', level);
    }
  });
});

describe('another admin', () => {
  const organizationId = 'org_one0000000000000';
  const users = { id: 'con_users', name: 'users', strategy: 'auth0' };
  const sso = { id: 'con_sso', name: 'sso', strategy: 'samlp' };
  const [a, b] = ['samlp|sso|a', 'auth0|b'];
  const identity = { connection: 'sso', provider: 'samlp', user_id: 'sso|b', isSocial: false };

  /** `a` and `b` are admins. Only single sign-on is enabled, so `b`, who has a password, can't sign in. */
  function createTwoAdmins() {
    const seed = {
      connections: [users, sso],
      roles: [{ id: 'rol_admin', name: 'Admin', permissions: ['manage:members'] }],
      organizations: [{ id: organizationId, name: 'one', display_name: 'One' }],
      enabled_connections: [{ organization_id: organizationId, connection_id: sso.id }],
      users: [
        { user_id: a, connection: 'sso', email: 'a@x.example' },
        { user_id: b, connection: 'users', email: 'b@x.example' },
      ],
      memberships: [a, b].map((user_id) => ({
        organization_id: organizationId,
        user_id,
        roles: ['rol_admin'],
      })),
    };
    const world = createOperationWorld({}, { seed });
    const outcomes = async () => {
      const token = await world.token(a, organizationId);
      const removed = await world.send(token, `${pathOf(a)}/roles`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ roles: [], was: ['rol_admin'] }),
      });
      return outcomeOf(removed);
    };
    return { world, outcome: outcomes };
  }

  it('doesn’t count if none of their connections is enabled in the organization', async () => {
    assert.equal(await createTwoAdmins().outcome(), 'last-admin');
  });

  it('counts if a linked identity lets them in', async () => {
    const { world, outcome } = createTwoAdmins();
    const primary = world.tenant.users.get(b)?.identities ?? [];
    world.tenant.users.update(b, { identities: [...primary, identity] });
    assert.equal(await outcome(), 'done');
  });

  it('doesn’t count if they are blocked, or if their account can’t be read', async () => {
    const { world, outcome } = createTwoAdmins();
    const primary = world.tenant.users.get(b)?.identities ?? [];
    world.tenant.users.update(b, { identities: [...primary, identity], blocked: true });
    assert.equal(await outcome(), 'last-admin');
    world.tenant.users.update(b, { blocked: false });
    const path = `/api/v2/users/${encodeURIComponent(b)}`;
    for (const answer of [
      { status: 404 },
      { status: 200, body: '{"blocked":false,"identities":"odd"}' },
      { status: 200, body: '{"blocked":"no","identities":[{"connection":"sso"}]}' },
    ]) {
      world.tenant.faults.add({ path, ...answer, times: Infinity });
      assert.equal(await outcome(), 'last-admin', answer.body);
      world.tenant.faults.clear();
    }
    assert.equal(await outcome(), 'done');
  });
});

describe('another admin through a group', () => {
  const organizationId = 'org_one0000000000000';
  const [a, b] = ['auth0|a', 'auth0|b'];

  function createWithGroup(scopes?: readonly string[]) {
    const membership = (user_id: string) => ({ organization_id: organizationId, user_id });
    const seed = {
      settings: scopes ? { machine_scopes: [...scopes] } : {},
      connections: [{ id: 'con_1', name: 'users', strategy: 'auth0' }],
      roles: [{ id: 'rol_admin', name: 'Admin', permissions: ['manage:members'] }],
      organizations: [{ id: organizationId, name: 'one', display_name: 'One' }],
      enabled_connections: [{ organization_id: organizationId, connection_id: 'con_1' }],
      users: [a, b].map((user_id) => ({
        user_id,
        connection: 'users',
        email: `${user_id.slice(-1)}@x.example`,
      })),
      memberships: [
        { ...membership(a), roles: ['rol_admin'] },
        { ...membership(b), group_roles: [{ role: 'rol_admin', group: 'staff' }] },
      ],
    };
    return createOperationWorld({}, { seed });
  }
  const leave = async (world: OperationWorld) =>
    outcomeOf(await world.send(await world.token(a, organizationId), '/v1/profile', { method: 'DELETE' }));

  it('counts if they can sign in', async () => {
    const world = createWithGroup();
    world.tenant.users.update(b, { blocked: true });
    assert.equal(await leave(world), 'last-admin');
    world.tenant.users.update(b, { blocked: false });
    assert.equal(await leave(world), 'done');
  });

  it('doesn’t count if the group can’t be read', async () => {
    const needed = neededScopes(defaultPolicy);
    const world = createWithGroup(needed.flatMap(({ scope, optional }) => (optional ? [] : [scope])));
    assert.equal(await leave(world), 'last-admin');
    const faulty = createWithGroup();
    faulty.tenant.faults.add({ path: '/api/v2/groups/*/members', status: 500, times: Infinity });
    assert.equal(await leave(faulty), 'last-admin');
  });
});

describe('a removed admin', () => {
  it('can’t remove anyone, through any proxy, even if other admins are left', async () => {
    const { first, second, run, tokenOf } = await twoProxies([ada, hal, mia, lio]);
    // The second proxy knows them, and would for some seconds.
    assert.equal((await second.send(tokenOf(hal), pathOf(mia))).status, 200);
    assert.equal((await second.send(tokenOf(lio), pathOf(mia))).status, 200);
    assert.equal(outcomeOf(await run(first, ada, hal, 'block')), 'done');
    assert.equal(outcomeOf(await run(second, hal, mia, 'block')), 'user_blocked');
    assert.equal(outcomeOf(await run(first, ada, lio, 'remove')), 'done');
    assert.equal(outcomeOf(await run(second, lio, mia, 'remove')), 'profile_not_found');
    assert.deepEqual(await stillMembers(first, [ada, hal, mia, lio]), [ada, mia]);
  });
});
