import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acme, ada, createDevTenant, globex, grace, management, sam, type SeedName } from './helpers.js';

const tenant = createDevTenant();
const call = management(tenant);
const get = async (path: string) => call('GET', path);

describe('GET /users/{id}', () => {
  it('shows the profile and its identity, and no secret', async () => {
    const { body } = await get(`/users/${encodeURIComponent(grace)}`);
    assert.deepEqual(body['identities'], [
      {
        connection: 'globex-saml',
        provider: 'samlp',
        user_id: 'globex-saml|grace@globex.example',
        isSocial: false,
      },
    ]);
    assert.deepEqual(body['user_metadata'], {
      job_title: 'Controller',
      time_zone: 'Europe/Lisbon',
      language: 'pt',
    });
    for (const secret of ['password', 'upstream', 'note', 'locked_out', 'connection']) {
      assert.ok(!(secret in body), secret);
    }
  });

  it('takes the id encoded or not', async () => {
    assert.equal((await get(`/users/${ada}`)).body['user_id'], ada);
    assert.equal((await get(`/users/${encodeURIComponent(ada)}`)).body['user_id'], ada);
  });

  it('includes or excludes fields', async () => {
    assert.deepEqual((await get(`/users/${ada}?fields=email,name`)).body, {
      email: 'ada@acme.example',
      name: 'Ada Keller',
    });
    const rest = (await get(`/users/${ada}?fields=email,name&include_fields=false`)).body;
    assert.ok(!('email' in rest) && 'user_id' in rest);
  });

  it('refuses a query it cannot read', async () => {
    const { status, body } = await get(`/users/${ada}?fields=a&include_fields=perhaps`);
    assert.deepEqual([status, body['errorCode']], [400, 'invalid_query_string']);
  });
});

describe('GET /users/{id}/organizations', () => {
  it('lists them bare or with totals', async () => {
    const { rows } = await get(`/users/${sam}/organizations`);
    assert.deepEqual(
      rows.map((row) => row['id']),
      [acme, globex],
    );
    const { body } = await get(`/users/${sam}/organizations?include_totals=true&per_page=1&page=1`);
    assert.deepEqual([body['start'], body['limit'], body['total']], [1, 1, 2]);
    assert.equal((body['organizations'] as unknown[]).length, 1);
  });
});

describe('organizations', () => {
  it('are found by id and by name', async () => {
    const byId = (await get(`/organizations/${acme}`)).body;
    assert.deepEqual(byId, (await get('/organizations/name/acme')).body);
    assert.equal(byId['display_name'], 'Acme Instruments');
    assert.deepEqual(byId['metadata'], { provisioning: 'invitation' });
  });

  it('list their enabled connections', async () => {
    assert.deepEqual((await get(`/organizations/${globex}/enabled_connections`)).rows, [
      {
        connection_id: 'con_globexsaml000000',
        assign_membership_on_login: true,
        is_signup_enabled: false,
        show_as_button: true,
        connection: { name: 'globex-saml', strategy: 'samlp' },
      },
      {
        connection_id: 'con_acmedatabase0000',
        assign_membership_on_login: false,
        is_signup_enabled: false,
        show_as_button: false,
        connection: { name: 'acme-users', strategy: 'auth0' },
      },
    ]);
  });
});

describe('members', () => {
  it('have four fields, and roles only when asked for', async () => {
    const { rows } = await get(`/organizations/${acme}/members`);
    assert.equal(rows.length, 6);
    assert.deepEqual(rows[0], { user_id: ada, name: 'Ada Keller', email: 'ada@acme.example' });
    const named = await get(`/organizations/${acme}/members?fields=user_id,roles`);
    assert.deepEqual(named.rows[0], {
      user_id: ada,
      roles: [{ id: 'rol_admin00000000000', name: 'Admin' }],
    });
    const excluded = await get(`/organizations/${acme}/members?fields=roles&include_fields=false`);
    assert.deepEqual(excluded.rows[0], rows[0]);
  });

  it('have roles', async () => {
    assert.deepEqual((await get(`/organizations/${acme}/members/${ada}/roles`)).rows, [
      { id: 'rol_admin00000000000', name: 'Admin', description: 'Manages members, roles, and invitations' },
    ]);
  });

  it('stay listed until the lag has passed', async () => {
    const listed = async () => (await get(`/organizations/${acme}/members`)).rows.length;
    tenant.organizations.removeMember(acme, ada);
    assert.equal(await listed(), 6);
    assert.equal((await get(`/organizations/${acme}/members/${ada}/roles`)).status, 404);
    tenant.clock.advance(2000);
    assert.equal(await listed(), 5);
    tenant.reset();
  });
});

describe('paging', () => {
  const count = 1100;
  const ids = Array.from({ length: count }, (_, index) => `auth0|${String(index).padStart(24, '0')}`);
  const big = createDevTenant({
    seed: {
      connections: [{ id: 'con_1', name: 'db', strategy: 'auth0' }],
      organizations: [{ id: 'org_0000000000000001', name: 'big', display_name: 'Big' }],
      enabled_connections: [{ organization_id: 'org_0000000000000001', connection_id: 'con_1' }],
      users: ids.map((user_id) => ({ user_id, connection: 'db' })),
      memberships: ids.map((user_id) => ({ organization_id: 'org_0000000000000001', user_id })),
    },
  });
  const list = management(big);
  const members = (query: string) => list('GET', `/organizations/org_0000000000000001/members?${query}`);

  it('returns at most 50 rows, although 100 can be requested', async () => {
    assert.equal((await members('')).rows.length, 50);
    assert.equal((await members('per_page=100')).rows.length, 50);
    const { body } = await members('per_page=100&include_totals=true');
    assert.deepEqual([body['limit'], body['total']], [50, count]);
    assert.equal((await members('per_page=101')).body['errorCode'], 'invalid_query_string');
    assert.equal((await members('per_page=0')).status, 400);
    assert.equal((await members('page=-1')).status, 400);
  });

  it('by offset ends at 1000 rows', async () => {
    assert.equal((await members('page=19')).rows.length, 50);
    const beyond = await members('page=20');
    assert.deepEqual([beyond.status, beyond.body['errorCode']], [400, 'invalid_paging']);
  });

  it('by checkpoint visits each member once', async () => {
    const visited: unknown[] = [];
    let query: string | undefined = 'take=50';
    while (query !== undefined) {
      const { body } = await members(query);
      visited.push(...(body['members'] as { user_id: string }[]).map((row) => row.user_id));
      query = typeof body['next'] === 'string' ? `take=50&from=${body['next']}` : undefined;
    }
    assert.deepEqual(visited, ids);
  });

  it('rejects foreign cursors and cursors older than a day', async () => {
    const { body } = await members('take=1');
    big.clock.advance(86_400_000);
    const callLater = management(big);
    const path = '/organizations/org_0000000000000001/members?from=';
    const old = await callLater('GET', `${path}${String(body['next'])}`);
    assert.equal(old.body['errorCode'], 'invalid_paging');
    assert.equal((await callLater('GET', `${path}made-up`)).status, 400);
    big.clock.reset();
  });
});

describe('GET /connections/{id}', () => {
  it('shows the settings that determine editable attributes', async () => {
    const { body } = await get('/connections/con_acmedatabase0000');
    const options = body['options'] as Record<string, unknown>;
    assert.equal(options['requires_username'], true);
    assert.deepEqual(options['validation'], { username: { min: 2, max: 15 } });
    assert.ok('phone_number' in (options['attributes'] as object));
  });

  it('shows an upstream secret too, for a careless proxy to leak', async () => {
    const { body } = await get('/connections/con_globexsaml000000');
    assert.match(JSON.stringify(body['options']), /fake-upstream-secret/);
    assert.deepEqual((await get('/connections/con_globexsaml000000?fields=strategy')).body, {
      strategy: 'samlp',
    });
  });
});

describe('seeds', () => {
  const expected = { acme: 6, globex: 2, initech: 2, umbrella: 2, hooli: 2, all: 15, crowd: 3 };
  for (const [name, personas] of Object.entries(expected)) {
    it(`${name} has ${personas} personas`, () => {
      const seeded = createDevTenant({ seed: name as SeedName });
      assert.equal(seeded.personas.length, personas);
      for (const persona of seeded.personas) {
        assert.match(persona.email, /^\w+@(acme|globex|initech|umbrella|hooli|crowd)\.example$/);
        assert.equal(persona.password, 'orgdesk');
      }
    });
  }

  it('put one person into two organizations', () => {
    const rows = tenant.personas.filter((persona) => persona.userId === sam);
    assert.deepEqual(
      rows.map((row) => row.organizationName),
      ['acme', 'globex'],
    );
  });
});
