import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { ActionsClient } from 'auth0/actions';
import { ClientGrantsClient } from 'auth0/clientGrants';
import { ClientsClient } from 'auth0/clients';
import { ConnectionsClient } from 'auth0/connections';
import { DeviceCredentialsClient } from 'auth0/deviceCredentials';
import { GuardianClient } from 'auth0/guardian';
import { JobsClient } from 'auth0/jobs';
import { LogsClient } from 'auth0/logs';
import { OrganizationsClient } from 'auth0/organizations';
import { RefreshTokensClient } from 'auth0/refreshTokens';
import { ResourceServersClient } from 'auth0/resourceServers';
import { RolesClient } from 'auth0/roles';
import { SessionsClient } from 'auth0/sessions';
import { TicketsClient } from 'auth0/tickets';
import { UserBlocksClient } from 'auth0/userBlocks';
import { UserGrantsClient } from 'auth0/userGrants';
import { UsersClient } from 'auth0/users';
import { createDevTenant } from './helpers.js';

/** Sends multipart forms from a file on disk. jobs.test.ts posts one directly. */
const byFile = ['jobs.usersImports.create'];

/**
 * Calls every method of Auth0's SDK for the simulated endpoints, with a token that has no scopes: existing endpoints
 * return 403, known unsimulated ones 501. A forgotten endpoint would return 404.
 */
describe("every method of Auth0's SDK", () => {
  const tenant = createDevTenant();
  const statuses = new Map<string, number | undefined>();

  before(async () => {
    const claims = { iss: tenant.issuer, sub: 'other@clients', aud: `${tenant.url}/api/v2/`, exp: 4e9 };
    const token = await tenant.tokens.sign({}, { ...claims, scope: '' });
    const options = { baseUrl: `${tenant.url}/api/v2`, token, fetch: tenant.fetch, maxRetries: 0 };
    const clients = {
      actions: new ActionsClient(options),
      clientGrants: new ClientGrantsClient(options),
      clients: new ClientsClient(options),
      connections: new ConnectionsClient(options),
      deviceCredentials: new DeviceCredentialsClient(options),
      guardian: new GuardianClient(options),
      jobs: new JobsClient(options),
      logs: new LogsClient(options),
      organizations: new OrganizationsClient(options),
      refreshTokens: new RefreshTokensClient(options),
      resourceServers: new ResourceServersClient(options),
      roles: new RolesClient(options),
      sessions: new SessionsClient(options),
      tickets: new TicketsClient(options),
      userBlocks: new UserBlocksClient(options),
      userGrants: new UserGrantsClient(options),
      users: new UsersClient(options),
    };
    for (const [name, client] of Object.entries(clients)) await callAll(name, client);
  });

  async function callAll(path: string, client: object): Promise<void> {
    for (const [name, { get, value }] of members(client)) {
      const place = `${path}.${name}`;
      if (get) {
        const part: unknown = Reflect.get(client, name);
        if (typeof part === 'object' && part !== null) await callAll(place, part);
      } else if (typeof value === 'function' && !byFile.includes(place)) {
        tenant.requests.clear();
        // All calls fail by design. Only the status is relevant.
        await (
          Reflect.apply(value as CallableFunction, client, ['one', 'two', 'three', {}]) as Promise<unknown>
        ).catch(() => undefined);
        statuses.set(place, tenant.requests.list()[0]?.status);
      }
    }
  }

  it('lands on an endpoint that exists, or is named as not simulated', () => {
    assert.ok(statuses.size > 150, `${statuses.size} methods`);
    assert.deepEqual(
      [...statuses].filter(([, status]) => status !== 403 && status !== 501),
      [],
    );
  });

  it('of users, sessions, members and what else the proxy does lands on one that exists', () => {
    const missing = [...statuses].filter(([, status]) => status === 501).map(([place]) => place);
    const needed =
      /^(users\.(list|get|update|delete|create|sessions|refreshToken|roles|organizations)|sessions|userBlocks|logs|tickets|jobs|organizations\.(members|invitations|list|get|enabledConnections|roles))/;
    assert.deepEqual(
      missing.filter((place) => needed.test(place)),
      [],
    );
  });
});

function* members(client: object): Generator<[string, PropertyDescriptor]> {
  for (
    let prototype: unknown = Object.getPrototypeOf(client);
    typeof prototype === 'object' && prototype !== null && prototype !== Object.prototype;
    prototype = Object.getPrototypeOf(prototype)
  ) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (name !== 'constructor' && !name.startsWith('_')) yield [name, descriptor];
    }
  }
}
