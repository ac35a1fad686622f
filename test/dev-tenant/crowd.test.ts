import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Seed } from '../../backend-proxy/dev-tenant/index.js';
import { Browser, claimsOf, createDevTenant, management, signIn } from './helpers.js';

const crowd = 'org_crowd00000000000';
const members = `/organizations/${crowd}/members`;

describe('a crowd', () => {
  const tenant = createDevTenant({ seed: 'crowd:2500', lag: 0 });
  const call = management(tenant);

  /** Lists all members the way callers must: more than 1,000 need a cursor. */
  async function listAllMembers(from = tenant) {
    const get = management(from);
    const rows: Record<string, unknown>[] = [];
    for (let next: unknown = undefined; ;) {
      const cursor = typeof next === 'string' ? `&from=${next}` : '';
      const { body } = await get('GET', `${members}?take=50&fields=user_id,name,email,roles${cursor}`);
      rows.push(...(body['members'] as typeof rows));
      next = body['next'];
      if (next === undefined) return rows;
    }
  }

  it('has the requested size in addition to the three personas', async () => {
    const rows = await listAllMembers();
    assert.equal(rows.length, 2503);
    assert.equal(new Set(rows.map((row) => row['user_id'])).size, 2503);
    assert.equal(new Set(rows.map((row) => row['email'])).size, 2503);
    assert.equal(tenant.personas.length, 3);
    assert.ok(new Set(rows.map((row) => row['name'])).size > 2000);
  });

  it('is deterministic, and a smaller crowd is a prefix of a larger one', async () => {
    const smaller = await listAllMembers(createDevTenant({ seed: 'crowd:120' }));
    assert.equal(smaller.length, 123);
    assert.deepEqual((await listAllMembers()).slice(0, 123), smaller);
  });

  it('covers every connection, role, and state, with few of the rare ones', async () => {
    const count = async (q: string) => {
      const query = encodeURIComponent(`organization_id:"${crowd}" AND ${q}`);
      return Number((await call('GET', `/users?q=${query}&include_totals=true`)).body['total']);
    };
    assert.ok((await count('identities.connection:"crowd-users"')) > 1250);
    assert.ok((await count('identities.connection:"crowd-saml"')) > 250);
    assert.ok((await count('identities.connection:"crowd-google"')) > 100);
    const blocked = await count('blocked:true');
    assert.ok(blocked > 0 && blocked < 125, `${blocked} are blocked`);
    assert.ok((await count('NOT _exists_:last_login')) > 0);
    assert.ok((await count('last_login:[2026-11-01 TO 2026-11-20]')) > 100);
    const { body } = await call('GET', `/organizations/${crowd}/roles/rol_admin00000000000/members`);
    const admins = (body['members'] as unknown[]).length;
    assert.ok(admins > 1 && admins < 50, `${admins} are admins`);
  });

  it('includes people with roles from a group of their identity provider', async () => {
    const rows = await listAllMembers();
    const none = rows.filter((row) => (row['roles'] as unknown[]).length === 0);
    const effective = await Promise.all(
      none
        .slice(0, 40)
        .map(({ user_id }) =>
          call('GET', `${members}/${encodeURIComponent(String(user_id))}/effective-roles`),
        ),
    );
    assert.ok(effective.some(({ body }) => JSON.stringify(body).includes('"sources":["groups"]')));
  });

  it('signs in by email address', async () => {
    const rows = (await listAllMembers()).slice(3, 33);
    for (const { email, user_id } of rows) {
      if (tenant.users.get(String(user_id))?.blocked) continue;
      const signingIn = signIn(tenant, { username: String(email).toUpperCase(), organization: 'crowd' });
      // One in a hundred is locked out, which the response reports.
      const signedIn = await signingIn.catch((error: Error) => error);
      if (signedIn instanceof Error) assert.match(signedIn.message, /locked/);
      else assert.equal(claimsOf(signedIn.accessToken)['sub'], user_id);
    }
  });

  it('is not listed on the login page', async () => {
    const browser = new Browser(tenant);
    const page = await browser.visit(
      (await browser.authorize({ organization: crowd })).headers.get('location') ?? '',
    );
    assert.equal((await page.text()).match(/name="persona"/g)?.length, 3);
  });

  it('shows changes immediately without lag', async () => {
    const [, , , someone] = await listAllMembers();
    const path = `/users/${encodeURIComponent(String(someone?.['user_id']))}`;
    const search = `/users?q=${encodeURIComponent(`organization_id:"${crowd}" AND user_metadata.team:"blue"`)}`;
    assert.equal((await call('GET', search)).rows.length, 0);
    await call('PATCH', path, { user_metadata: { team: 'blue' } });
    assert.equal((await call('GET', search)).rows.length, 1);
    await call('DELETE', members, { members: [String(someone?.['user_id'])] });
    assert.equal((await call('GET', search)).rows.length, 0);
  });
});

describe('a custom seed', () => {
  const seed: Seed = {
    connections: [{ id: 'con_1', name: 'db', strategy: 'auth0' }],
    organizations: [{ id: 'org_0000000000000001', name: 'one', display_name: 'One' }],
    enabled_connections: [{ organization_id: 'org_0000000000000001', connection_id: 'con_1' }],
    crowds: [{ organization_id: 'org_0000000000000001', size: 60 }],
  };

  it('can have a crowd with addresses of the organization', async () => {
    const { rows } = await management(createDevTenant({ seed }))(
      'GET',
      '/organizations/org_0000000000000001/members?page=1',
    );
    assert.equal(rows.length, 10);
    assert.match(String(rows[9]?.['email']), /^[a-z-]+\.[a-z-]+\.60@one\.example$/);
  });

  it('needs a connection for its crowd', () => {
    assert.throws(
      () => createDevTenant({ seed: { ...seed, enabled_connections: [] } }),
      /no connection enabled for "org_0000000000000001"\s+→ at crowds\[0\]\.organization_id/,
    );
  });

  it('limits the size of a crowd in its name', () => {
    assert.throws(() => createDevTenant({ seed: 'crowd:1000001' }), /crowds\[0\]\.size/);
    assert.throws(() => createDevTenant({ seed: 'crowd:-1' }), /unknown seed "crowd:-1"/);
  });
});
