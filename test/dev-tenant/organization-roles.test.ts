import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  acme,
  ada,
  claimsOf,
  createDevTenant,
  globex,
  grace,
  management,
  managementAs,
  mia,
  signIn,
} from './helpers.js';
import acmeSeed from '../../backend-proxy/dev-tenant/seeds/acme.json' with { type: 'json' };
import globexSeed from '../../backend-proxy/dev-tenant/seeds/globex.json' with { type: 'json' };
import roles from '../../backend-proxy/dev-tenant/seeds/roles.json' with { type: 'json' };
import type { Seed } from '../../backend-proxy/dev-tenant/index.js';

const dispatcher = 'rol_dispatcher000000';
const auditor = 'rol_auditor000000000';

const seed: Seed = {
  connections: [...acmeSeed.connections, ...globexSeed.connections],
  organizations: [...acmeSeed.organizations, ...globexSeed.organizations],
  enabled_connections: [...acmeSeed.enabled_connections, ...globexSeed.enabled_connections],
  users: [...acmeSeed.users, ...globexSeed.users],
  memberships: [...acmeSeed.memberships, ...globexSeed.memberships],
  roles: [
    ...roles.roles,
    { id: dispatcher, name: 'Dispatcher', permissions: ['dispatch:trucks'], owner_id: acme },
    { id: auditor, name: 'Auditor', owner_id: globex },
  ],
};

function world() {
  const tenant = createDevTenant({ seed, lag: 0 });
  const call = management(tenant);
  const ids = async (path: string) => {
    const { status, rows } = await call('GET', path);
    assert.equal(status, 200, path);
    return rows.map(({ id }) => id);
  };
  return { tenant, call, ids };
}

describe('roles of an organization', () => {
  it('are listed only for the organization that owns them', async () => {
    const { ids, call } = world();
    const tenantRoles = roles.roles.map(({ id }) => id);
    assert.deepEqual(await ids('/roles'), tenantRoles);
    assert.deepEqual(await ids('/roles?type=tenant'), tenantRoles);
    assert.deepEqual(await ids(`/roles?type=organization&owner_id=${acme}`), [dispatcher]);
    assert.deepEqual(await ids(`/roles?type=organization&owner_id=${globex}`), [auditor]);
    assert.equal((await call('GET', '/roles?type=organization')).status, 400);
    const { body } = await call('GET', `/roles/${dispatcher}`);
    assert.deepEqual([body['type'], body['owner_id']], ['organization', acme]);
  });

  it('can be assigned only there', async () => {
    const { tenant, call, ids } = world();
    const path = `/organizations/${acme}/members/${mia}/roles`;
    assert.equal((await call('POST', path, { roles: [dispatcher] })).status, 204);
    assert.ok((await ids(path)).includes(dispatcher));
    const { accessToken } = await signIn(tenant, { username: 'mia@acme.example', organization: acme });
    assert.deepEqual(claimsOf(accessToken)['permissions'], ['dispatch:trucks']);

    for (const [target, body] of [
      [path, { roles: [auditor] }],
      [`/organizations/${globex}/members/${encodeURIComponent(grace)}/roles`, { roles: [dispatcher] }],
    ] as const) {
      assert.equal((await call('POST', target, body)).status, 400, target);
    }
    const toUser = managementAs(tenant, 'create:role_members');
    assert.equal((await toUser('POST', `/users/${ada}/roles`, { roles: [dispatcher] })).status, 400);
    const invite = {
      inviter: { name: 'Ada' },
      invitee: { email: 'new@x.example' },
      client_id: 'dev-tenant-spa',
    };
    const invitations = `/organizations/${acme}/invitations`;
    assert.equal((await call('POST', invitations, { ...invite, roles: [auditor] })).status, 400);
    assert.equal((await call('POST', invitations, { ...invite, roles: [dispatcher] })).status, 200);
  });

  it('must exist in the organization of a seeded membership', () => {
    const memberships = [{ organization_id: globex, user_id: grace, roles: [dispatcher] }];
    assert.throws(
      () => createDevTenant({ seed: { ...seed, memberships } }),
      /there is no role "rol_dispatcher/,
    );
  });
});

describe('roles at tenant level', () => {
  it('can’t be assigned with update:users alone', async () => {
    const { tenant } = world();
    const assign = (...scopes: string[]) =>
      managementAs(tenant, ...scopes)('POST', `/users/${ada}/roles`, { roles: ['rol_member0000000000'] });
    assert.equal((await assign('update:users')).status, 403);
    assert.equal((await assign('create:role_members')).status, 204);
  });
});
