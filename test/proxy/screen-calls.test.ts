/** What opening a screen costs on the smallest plan of Auth0, with a proxy that has just started. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDevTenant } from '../../backend-proxy/dev-tenant/index.js';
import { storedSigningKeys } from '../harness/signing-keys.js';
import { createWorld, people, type PersonName } from './support.js';

const mia = `/v1/members/${encodeURIComponent(people.mia[0])}`;
const self = ['GET users/{id}', 'GET users/{id}/organizations'];
const connections = ['GET organizations/{id}/enabled_connections', 'GET connections/{id}'];
const panel = [...self, ...connections, 'GET organizations/{id}/members', 'GET users', 'GET users'];

interface Screen {
  readonly by: PersonName;
  /** Requests that the elements make, in groups that are sent at once. */
  readonly requests: readonly (readonly string[])[];
  readonly calls: readonly string[];
}

const screens: Record<string, Screen> = {
  'the own profile': { by: 'mia', requests: [['/v1/profile']], calls: [...self, ...connections] },
  'the members panel': { by: 'ada', requests: [['/v1/session', '/v1/members']], calls: panel },
  'the panel for three people at once': {
    by: 'ada',
    requests: [['/v1/session', '/v1/members', '/v1/session', '/v1/members', '/v1/session', '/v1/members']],
    calls: panel,
  },
  'the panel and a member’s page': {
    by: 'ada',
    requests: [
      ['/v1/session', '/v1/members'],
      [mia, `${mia}/security`],
    ],
    calls: [
      ...panel,
      ...self,
      'GET organizations/{id}/members/{user_id}/effective-roles',
      'GET user-blocks/{id}',
      'GET users/{id}/authentication-methods',
    ],
  },
};

describe('opening a screen on the free plan', () => {
  for (const [name, { by, requests, calls }] of Object.entries(screens)) {
    it(`${name} costs ${calls.length} calls, none of them too early`, async () => {
      const tenant = createDevTenant({ plan: 'free', signingKeys: storedSigningKeys });
      const world = createWorld({}, { tenant });
      const token = await world.tokenOf(by);
      tenant.requests.clear();
      for (const paths of requests) {
        const answers = await Promise.all(paths.map((path) => world.send(token, path)));
        assert.deepEqual(
          answers.map(({ status }) => status),
          paths.map(() => 200),
        );
      }
      const made = tenant.requests.list().filter(({ area }) => area === 'management');
      assert.deepEqual(
        made.map(({ method, endpoint }) => `${method} ${endpoint.replace('/api/v2/', '')}`).sort(),
        [...calls].sort(),
      );
      assert.equal(made.filter(({ status }) => status === 429).length, 0);
    });
  }
});
