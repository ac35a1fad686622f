import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { acme, createDevTenant, managementAs, umbrella } from './helpers.js';

describe('an organization', () => {
  const tenant = createDevTenant();
  const call = managementAs(
    tenant,
    ...['read:organizations', 'update:organizations', 'read:organization_connections'],
    ...[
      'create:organization_connections',
      'update:organization_connections',
      'delete:organization_connections',
    ],
    ...[
      'read:organization_client_grants',
      'read:connections',
      'read:connections_options',
      'read:client_grants',
    ],
  );
  const path = `/organizations/${acme}`;
  const enabled = `${path}/enabled_connections`;

  beforeEach(() => tenant.reset());

  it('is changed attribute by attribute, each as a whole', async () => {
    const { status, body } = await call('PATCH', path, { display_name: 'Acme', metadata: { tier: 'gold' } });
    assert.equal(status, 200);
    assert.deepEqual(
      [body['display_name'], body['metadata'], body['name']],
      ['Acme', { tier: 'gold' }, 'acme'],
    );
    assert.deepEqual((await call('GET', path)).body, body);
    tenant.reset();
    assert.equal((await call('GET', path)).body['display_name'], 'Acme Instruments');
  });

  it('enforces its limits', async () => {
    const conflict = await call('PATCH', path, { name: 'globex' });
    assert.deepEqual(
      [conflict.status, conflict.body['message'], conflict.body['errorCode']],
      [409, 'An organization with this name already exists.', 'organization_conflict'],
    );
    for (const body of [
      { name: 'Not a name' },
      { branding: { colors: { primary: 'red' } } },
      { id: 'org_x' },
    ]) {
      assert.equal((await call('PATCH', path, body)).status, 400);
    }
    assert.equal((await call('PATCH', '/organizations/org_nothing', {})).status, 404);
  });

  it('has connections enabled, changed and disabled', async () => {
    const connection_id = 'con_umbrelladb000000';
    const added = await call('POST', enabled, { connection_id, show_as_button: true });
    assert.deepEqual([added.status, added.body['assign_membership_on_login']], [201, false]);
    assert.equal((await call('POST', enabled, { connection_id })).status, 409);
    const changed = await call('PATCH', `${enabled}/${connection_id}`, { assign_membership_on_login: true });
    assert.deepEqual(
      [changed.body['assign_membership_on_login'], changed.body['show_as_button']],
      [true, true],
    );
    assert.deepEqual((await call('GET', `${enabled}/${connection_id}`)).body, changed.body);
    assert.equal((await call('GET', `${path}/connections`)).rows.length, 2);
    assert.ok(
      tenant.personas.some(
        ({ email, organizationId }) => email === 'uma@umbrella.example' && organizationId === acme,
      ),
    );
    assert.equal((await call('DELETE', `${enabled}/${connection_id}`)).status, 204);
    const gone = await call('GET', `${enabled}/${connection_id}`);
    assert.deepEqual(
      [gone.status, gone.body['message']],
      [404, 'The organization connection does not exist.'],
    );
  });

  it('has no machine clients', async () => {
    assert.deepEqual((await call('GET', `/organizations/${umbrella}/client-grants`)).rows, []);
    const [grant] = (await call('GET', '/client-grants')).rows;
    assert.deepEqual((await call('GET', `/client-grants/${String(grant?.['id'])}/organizations`)).rows, []);
    assert.equal((await call('GET', '/client-grants/cgr_nothing/organizations')).status, 404);
  });
});

describe('connections', () => {
  const tenant = createDevTenant();
  const all = managementAs(tenant, 'read:connections', 'read:connections_options');
  const few = managementAs(tenant, 'read:connections');

  it('are listed by name and strategy, with options for those who may see them', async () => {
    assert.equal((await all('GET', '/connections?name=acme-users')).rows.length, 1);
    const { rows } = await all(
      'GET',
      '/connections?strategy=samlp&strategy=google-oauth2&fields=name,options',
    );
    assert.ok(rows.length >= 2 && rows.every((row) => 'options' in row && 'name' in row));
    assert.ok((await few('GET', '/connections')).rows.every((row) => !('options' in row)));
    const page = await all('GET', '/connections?take=1');
    assert.equal((page.body['connections'] as unknown[]).length, 1);
    const next = await all('GET', `/connections?take=1&from=${String(page.body['next'])}`);
    assert.notDeepEqual(next.body['connections'], page.body['connections']);
  });
});
