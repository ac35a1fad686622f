import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acme, ada, createDevTenant, globex, management, mia, uma } from './helpers.js';

const admin = 'rol_admin00000000000';
const member = 'rol_member0000000000';
const helpDesk = 'rol_helpdesk00000000';

function world() {
  const tenant = createDevTenant({ lag: 0 });
  const call = management(tenant);
  const rolesOf = async (userId: string) =>
    (await call('GET', `/organizations/${acme}/members/${userId}/roles`)).rows.map((row) => row['id']);
  return { tenant, call, rolesOf };
}

describe('membership', () => {
  it('is added and removed for at most ten people at once', async () => {
    const { call } = world();
    const members = `/organizations/${acme}/members`;
    const has = async () => (await call('GET', members)).rows.some((row) => row['user_id'] === uma);
    assert.equal((await call('POST', members, { members: [uma] })).status, 204);
    assert.equal(await has(), true);
    assert.equal((await call('DELETE', members, { members: [uma] })).status, 204);
    assert.equal(await has(), false);
    const tooMany = Array.from({ length: 11 }, (_, index) => `auth0|${index}`);
    for (const method of ['POST', 'DELETE']) {
      const { status, body } = await call(method, members, { members: tooMany });
      assert.deepEqual([status, body['errorCode']], [400, 'invalid_body']);
    }
  });

  it('requires an existing user and organization', async () => {
    const { call } = world();
    assert.equal(
      (await call('POST', `/organizations/${acme}/members`, { members: ['auth0|no'] })).status,
      404,
    );
    assert.equal((await call('POST', '/organizations/org_no/members', { members: [uma] })).status, 404);
  });
});

describe('roles of a member', () => {
  it('are added and removed', async () => {
    const { call, rolesOf } = world();
    const path = `/organizations/${acme}/members/${mia}/roles`;
    assert.equal((await call('POST', path, { roles: [admin, member] })).status, 204);
    assert.deepEqual(await rolesOf(mia), [member, admin]);
    assert.equal((await call('DELETE', path, { roles: [member] })).status, 204);
    assert.deepEqual(await rolesOf(mia), [admin]);
  });

  it('are refused where there is no such role or no such member', async () => {
    const { call } = world();
    const of = (userId: string, role: string) =>
      call('POST', `/organizations/${acme}/members/${userId}/roles`, { roles: [role] });
    const { status, body } = await of(mia, 'rol_none');
    assert.deepEqual(
      [status, body['message']],
      [400, 'One or more of the specified roles do not exist: rol_none'],
    );
    assert.equal((await of(uma, admin)).status, 404);
  });

  it('are limited to 50', async () => {
    const roles = Array.from({ length: 51 }, (_, index) => ({ id: `rol_${index}`, name: `Role ${index}` }));
    const user = { user_id: 'auth0|one', connection: 'db', email: 'one@one.example' };
    const organization = { id: 'org_one0000000000000', name: 'one', display_name: 'One' };
    const tenant = createDevTenant({
      seed: {
        connections: [{ id: 'con_db', name: 'db', strategy: 'auth0' }],
        roles,
        organizations: [organization],
        users: [user],
        memberships: [{ organization_id: organization.id, user_id: user.user_id }],
      },
    });
    const path = `/organizations/${organization.id}/members/${user.user_id}/roles`;
    const { status, body } = await management(tenant)('POST', path, { roles: roles.map(({ id }) => id) });
    assert.deepEqual(
      [status, body['message']],
      [409, 'No more roles can be assigned to this organization member.'],
    );
  });
});

describe('roles through a group', () => {
  const organization = { id: 'org_one0000000000000', name: 'one', display_name: 'One' };
  const tenant = createDevTenant({
    seed: {
      connections: [{ id: 'con_db', name: 'db', strategy: 'auth0' }],
      roles: [
        { id: 'rol_a', name: 'A', permissions: ['a'] },
        { id: 'rol_b', name: 'B', permissions: ['b'] },
      ],
      organizations: [organization],
      users: [{ user_id: 'auth0|one', connection: 'db', email: 'one@one.example' }],
      memberships: [
        {
          organization_id: organization.id,
          user_id: 'auth0|one',
          roles: ['rol_a'],
          group_roles: [{ role: 'rol_b', group: 'Engineers' }],
        },
      ],
    },
  });
  const call = management(tenant);
  const at = `/organizations/${organization.id}`;

  it('are listed as effective roles with their source, not as direct assignments', async () => {
    const { body } = await call('GET', `${at}/members/auth0|one/effective-roles`);
    assert.deepEqual(
      (body['roles'] as { id: string; sources: string[] }[]).map(({ id, sources }) => [id, ...sources]),
      [
        ['rol_a', 'direct'],
        ['rol_b', 'groups'],
      ],
    );
    const given = await call('GET', `${at}/members/auth0|one/roles`);
    assert.deepEqual(
      given.rows.map((row) => row['id']),
      ['rol_a'],
    );
  });

  it('are not found from the role either', async () => {
    assert.deepEqual((await call('GET', `${at}/roles/rol_b/members`)).body['members'], []);
    const direct = (await call('GET', `${at}/roles/rol_a/members`)).body['members'] as { user_id: string }[];
    assert.deepEqual(
      direct.map(({ user_id }) => user_id),
      ['auth0|one'],
    );
  });

  it('give their permissions to tokens', async () => {
    const token = await tenant.tokens.issueAccessToken({
      userId: 'auth0|one',
      organizationId: organization.id,
    });
    const [, payload = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { permissions: string[] };
    assert.deepEqual(claims.permissions, ['a', 'b']);
  });
});

describe('the members of a role', () => {
  it('are those of this organization', async () => {
    const { call } = world();
    const { body } = await call('GET', `/organizations/${acme}/roles/${admin}/members`);
    assert.deepEqual(
      (body['members'] as { user_id: string }[]).map(({ user_id }) => user_id),
      [ada],
    );
    const elsewhere = await call('GET', `/organizations/${globex}/roles/${helpDesk}/members`);
    assert.ok(!(elsewhere.body['members'] as { user_id: string }[]).some(({ user_id }) => user_id === ada));
  });
});

describe('paging through members', () => {
  it('returns each member once, even while one is removed', async () => {
    const { tenant, call } = world();
    const visited: unknown[] = [];
    let from = '';
    do {
      const { body } = await call('GET', `/organizations/${acme}/members?take=2${from && `&from=${from}`}`);
      visited.push(...(body['members'] as { user_id: string }[]).map(({ user_id }) => user_id));
      from = typeof body['next'] === 'string' ? body['next'] : '';
      tenant.organizations.removeMember(acme, ada);
    } while (from !== '');
    assert.equal(new Set(visited).size, visited.length);
    assert.equal(visited.length, 6);
  });
});
