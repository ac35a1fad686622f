import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { acme, claimsOf, createDevTenant, managementAs, mia, signIn } from './helpers.js';

describe('roles and permissions at tenant level', () => {
  const tenant = createDevTenant({ lag: 0 });
  const call = managementAs(
    tenant,
    ...['read:users', 'update:users', 'read:roles', 'read:role_members', 'read:groups', 'read:group_roles'],
    ...['read:user_effective_roles', 'read:user_effective_permissions', 'read:user_permission_source_roles'],
    ...['read:user_role_source_groups', 'read:organization_member_roles', 'create:role_members'],
  );
  const user = `/users/${encodeURIComponent(mia)}`;
  const admin = 'rol_admin00000000000';
  const api = encodeURIComponent(tenant.audience);
  const own = { resource_server_identifier: tenant.audience, permission_name: 'read:reports' };

  beforeEach(() => tenant.reset());

  it('are assigned, listed, and removed', async () => {
    assert.deepEqual((await call('GET', `${user}/roles`)).rows, []);
    assert.equal((await call('POST', `${user}/roles`, { roles: [admin] })).status, 204);
    const role = { id: admin, name: 'Admin', description: 'Manages members, roles, and invitations' };
    assert.deepEqual((await call('GET', `${user}/roles`)).rows, [role]);
    assert.equal((await call('GET', `/roles/${admin}/users`)).rows[0]?.['user_id'], mia);
    const { body } = await call('GET', `${user}/effective-roles`);
    assert.deepEqual(body['roles'], [{ ...role, sources: ['direct'] }]);
    assert.equal((await call('DELETE', `${user}/roles`, { roles: [admin] })).status, 204);
    assert.deepEqual((await call('GET', `/roles/${admin}/users`)).rows, []);
  });

  it('have no effect in organizations', async () => {
    await call('POST', `${user}/roles`, { roles: [admin] });
    const { rows } = await call('GET', `/organizations/${acme}/members/${mia}/roles`);
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['Member'],
    );
    const inside = await signIn(tenant, { username: 'mia@acme.example', organization: 'acme' });
    assert.deepEqual(claimsOf(inside.accessToken)['permissions'], []);
    const outside = await signIn(tenant, { username: 'mia@acme.example' });
    assert.deepEqual(claimsOf(outside.accessToken)['permissions'], ['manage:members']);
  });

  it('include permissions, assigned directly or through a role', async () => {
    assert.equal((await call('POST', `${user}/permissions`, { permissions: [own, own] })).status, 201);
    await call('POST', `${user}/roles`, { roles: [admin] });
    assert.equal((await call('GET', `${user}/permissions`)).rows.length, 2);
    const effective = await call('GET', `${user}/effective-permissions?resource_server_identifier=${api}`);
    assert.deepEqual(
      (effective.body['permissions'] as Record<string, unknown>[]).map((row) => [
        row['permission_name'],
        row['sources'],
      ]),
      [
        ['read:reports', ['direct']],
        ['manage:members', ['roles']],
      ],
    );
    const query = `resource_server_identifier=${api}&permission_name=manage:members`;
    const sources = await call('GET', `${user}/effective-permissions/sources/effective-roles?${query}`);
    assert.equal((sources.body['roles'] as { id: string }[])[0]?.id, admin);
    assert.equal((await call('DELETE', `${user}/permissions`, { permissions: [own] })).status, 204);
    assert.deepEqual((await call('GET', `${user}/permissions`)).rows, []);
  });

  it('have to exist, and so does the user', async () => {
    const unknown = await call('POST', `${user}/roles`, { roles: ['rol_nothing'] });
    assert.deepEqual(
      [unknown.status, unknown.body['message']],
      [400, 'One or more of the specified roles do not exist: rol_nothing'],
    );
    for (const path of ['roles', 'permissions', 'groups', 'effective-roles']) {
      assert.equal((await call('GET', `/users/auth0%7Cnobody/${path}`)).status, 404, path);
    }
  });
});
