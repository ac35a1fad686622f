import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { ManagementError } from 'auth0';
import { ConnectionsClient } from 'auth0/connections';
import { OrganizationsClient } from 'auth0/organizations';
import { UsersClient } from 'auth0/users';
import { acme, ada, createDevTenant, globex, grace, machineToken, sam } from './helpers.js';

describe("Auth0's own SDK", () => {
  const tenant = createDevTenant();
  const options = { baseUrl: `${tenant.url}/api/v2`, token: '', fetch: tenant.fetch, maxRetries: 0 };
  let users: UsersClient;
  let organizations: OrganizationsClient;
  let connections: ConnectionsClient;

  before(async () => {
    const token = await machineToken(tenant);
    users = new UsersClient({ ...options, token });
    organizations = new OrganizationsClient({ ...options, token });
    connections = new ConnectionsClient({ ...options, token });
  });

  it('reads a user whose id needs encoding', async () => {
    const user = await users.get(grace, { fields: 'user_id,email', include_fields: true });
    assert.deepEqual({ ...user }, { user_id: grace, email: 'grace@globex.example' });
  });

  it('patches a user', async () => {
    const user = await users.update(ada, { nickname: 'ace', user_metadata: { language: 'en' } });
    assert.equal(user.nickname, 'ace');
    assert.equal(user.user_metadata?.['language'], 'en');
    assert.equal(user.user_metadata?.['job_title'], 'Head of Operations');
  });

  it('maps an error response to its own error with the body', async () => {
    const refused = users.update(grace, { name: 'New' });
    await assert.rejects(refused, (error) => {
      assert.ok(error instanceof ManagementError);
      assert.equal(error.statusCode, 400);
      const { errorCode } = error.body as { errorCode: string };
      assert.equal(errorCode, 'operation_not_supported');
      return true;
    });
  });

  it('pages through the organizations of a user', async () => {
    const names: (string | undefined)[] = [];
    for await (const each of await users.organizations.list(sam, { per_page: 1 })) names.push(each.name);
    assert.deepEqual(names, ['acme', 'globex']);
  });

  it('reads an organization, its members with roles, and its connections', async () => {
    assert.equal((await organizations.get(globex)).display_name, 'Globex Corporation');
    assert.equal((await organizations.getByName('globex')).id, globex);
    const page = await organizations.members.list(acme, { fields: 'user_id,roles', include_fields: true });
    assert.deepEqual(page.data[0]?.roles, [{ id: 'rol_admin00000000000', name: 'Admin' }]);
    const roles = await organizations.members.roles.list(acme, ada);
    assert.equal(roles.data[0]?.name, 'Admin');
    const enabled = await organizations.enabledConnections.list(globex);
    assert.equal(enabled.data[0]?.connection?.strategy, 'samlp');
  });

  it('reads a connection', async () => {
    const connection = await connections.get('con_acmedatabase0000', { fields: 'name,strategy,options' });
    assert.equal(connection.name, 'acme-users');
    assert.equal(connection.options?.['requires_username'], true);
  });

  it('handles an injected fault like a real one', async () => {
    tenant.faults.add({ path: '/api/v2/users/*', status: 429, headers: { 'retry-after': '1' } });
    await assert.rejects(users.get(ada), (error) => {
      assert.ok(error instanceof ManagementError);
      assert.equal(error.statusCode, 429);
      return true;
    });
    assert.equal((await users.get(ada)).user_id, ada);
  });
});
