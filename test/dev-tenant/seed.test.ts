import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDevTenant, type Seed, type SeedName } from '../../backend-proxy/dev-tenant/index.js';

describe('a seed that is wrong', () => {
  const connections = [{ id: 'con_1', name: 'db', strategy: 'auth0' }];
  const user = { user_id: 'auth0|1', connection: 'db' };
  const organization = { id: 'org_0000000000000001', name: 'one', display_name: 'One' };

  const wrong: [string, Seed, RegExp][] = [
    ['has a user of no connection', { users: [user] }, /no connection "db"\s+→ at users\[0\]\.connection/],
    ['has a user twice', { connections, users: [user, user] }, /"auth0\|1" appears twice\s+→ at users\[1\]/],
    [
      'has a member who is nobody',
      { organizations: [organization], memberships: [{ organization_id: organization.id, user_id: 'x' }] },
      /no user "x"\s+→ at memberships\[0\]\.user_id/,
    ],
    [
      'gives a role that is none',
      {
        connections,
        users: [user],
        organizations: [organization],
        memberships: [{ organization_id: organization.id, user_id: 'auth0|1', roles: ['rol_x'] }],
      },
      /no role "rol_x"/,
    ],
    [
      'enables a connection that is none',
      { enabled_connections: [{ organization_id: 'org_x', connection_id: 'con_x' }] },
      /no organization "org_x"[^]*no connection "con_x"/,
    ],
    [
      'has an organization id of another shape',
      { organizations: [{ ...organization, id: 'acme' }] },
      /must be org_ and 16 letters or digits\s+→ at organizations\[0\]\.id/,
    ],
  ];
  for (const [what, seed, message] of wrong) {
    it(`because it ${what} is refused with the place`, () => {
      assert.throws(() => createDevTenant({ seed }), message);
    });
  }

  it('because of a misspelt key is refused', () => {
    const seed = JSON.parse('{"userz":[]}') as Seed;
    assert.throws(() => createDevTenant({ seed }), /Unrecognized key: "userz"/);
  });

  it('because its name is unknown is rejected with the known names', () => {
    assert.throws(
      () => createDevTenant({ seed: 'wayne' as SeedName }),
      /unknown seed "wayne"; there are acme, globex, initech, umbrella, hooli, all, crowd/,
    );
  });
});

describe('a tenant', () => {
  it('can start empty', () => {
    assert.deepEqual(createDevTenant({ seed: {} }).personas, []);
  });

  it('does not change the seed object it was given', () => {
    const seed = {
      connections: [{ id: 'con_1', name: 'db', strategy: 'auth0' }],
      users: [{ user_id: 'auth0|1', connection: 'db', user_metadata: { a: 1 } }],
    };
    const before = structuredClone(seed);
    const tenant = createDevTenant({ seed });
    tenant.users.update('auth0|1', { user_metadata: { b: 2 }, name: 'Changed' });
    assert.deepEqual(seed, before);
    tenant.reset();
    assert.equal(tenant.users.get('auth0|1')?.name, undefined);
    assert.deepEqual(tenant.users.get('auth0|1')?.user_metadata, { a: 1 });
  });

  it('returns copies', () => {
    const tenant = createDevTenant({ seed: 'acme' });
    const [persona] = tenant.personas;
    const user = tenant.users.get(persona?.userId ?? '');
    if (user) user.name = 'Changed';
    assert.equal(tenant.users.get(persona?.userId ?? '')?.name, 'Ada Keller');
  });
});
