import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDevTenant, globex, grace, managementAs, mia } from './helpers.js';

describe('groups of an identity provider', () => {
  const member = 'rol_member0000000000';
  const tenant = createDevTenant({
    seed: {
      connections: [{ id: 'con_globexsaml000000', name: 'globex-saml', strategy: 'samlp' }],
      roles: [{ id: member, name: 'Member' }],
      organizations: [{ id: globex, name: 'globex', display_name: 'Globex' }],
      enabled_connections: [{ organization_id: globex, connection_id: 'con_globexsaml000000' }],
      users: [{ user_id: grace, connection: 'globex-saml', email: 'grace@globex.example' }],
      memberships: [
        { organization_id: globex, user_id: grace, group_roles: [{ role: member, group: 'Staff' }] },
      ],
    },
  });
  const call = managementAs(
    tenant,
    ...['read:groups', 'read:organization_groups', 'read:organization_group_roles', 'read:roles'],
    ...['read:organization_member_effective_roles', 'read:organization_member_role_source_groups'],
    ...['read:organization_member_roles', 'read:organization_members'],
  );
  const groupsAt = async (path: string) =>
    (await call('GET', path)).body['groups'] as Record<string, unknown>[];

  it('are listed for the organization, with their roles there', async () => {
    const [group, ...others] = await groupsAt(`/organizations/${globex}/groups`);
    assert.deepEqual(
      [group?.['name'], group?.['connection_id'], others],
      ['Staff', 'con_globexsaml000000', []],
    );
    const { body } = await call('GET', `/organizations/${globex}/groups/${String(group?.['id'])}/roles`);
    assert.deepEqual(body['roles'], [{ id: member, name: 'Member', description: '' }]);
    assert.deepEqual(await groupsAt(`/organizations/${globex}/roles/${member}/groups`), [group]);
    const unknown = await call('GET', `/organizations/${globex}/groups/grp_nothing/roles`);
    assert.deepEqual([unknown.status, unknown.body['message']], [404, 'Group not found.']);
  });

  it('give roles that the lists of direct assignments omit', async () => {
    const person = `/organizations/${globex}/members/${encodeURIComponent(grace)}`;
    assert.deepEqual((await call('GET', `${person}/roles`)).rows, []);
    const members = await call('GET', `/organizations/${globex}/roles/${member}/members`);
    assert.deepEqual(members.body['members'], []);
    const { body } = await call('GET', `${person}/effective-roles`);
    assert.deepEqual((body['roles'] as { sources: string[] }[])[0]?.sources, ['groups']);
    const [source] = await groupsAt(`${person}/effective-roles/sources/groups?role_id=${member}`);
    assert.equal(source?.['name'], 'Staff');
  });

  it('are listed for the user', async () => {
    const path = `/users/${encodeURIComponent(grace)}/groups`;
    const { rows } = await call('GET', `${path}?fields=name`);
    assert.deepEqual(rows, [{ name: 'Staff' }]);
    assert.equal((await groupsAt(`${path}?take=1`)).length, 1);
    assert.equal((await call('GET', `/users/${encodeURIComponent(mia)}/groups`)).status, 404);
  });
});
