import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Seed } from '../../backend-proxy/dev-tenant/index.js';
import acme from '../../backend-proxy/dev-tenant/seeds/acme.json' with { type: 'json' };
import roles from '../../backend-proxy/dev-tenant/seeds/roles.json' with { type: 'json' };
import { createWorld, fieldOf } from './support.js';

/** Acme, had it not been by invitation: Auth0 takes a username and an email only one after the other. */
const organizations = acme.organizations.map((each) => ({ ...each, metadata: { provisioning: 'open' } }));
const seed: Seed = { ...acme, roles: roles.roles.map(({ ...role }) => role), organizations };

/** What happens to the second of the two calls, before or after Auth0 has done it. */
const faults: [string, (callOn: () => Promise<Response>) => Promise<Response>, string][] = [
  [
    'is refused for asking too often',
    async () => new Response('{}', { status: 429, headers: { 'retry-after': '30' } }),
    'rate_limited',
  ],
  ['meets an outage', async () => new Response('oops', { status: 503 }), 'upstream_unavailable'],
  ['is cut off', () => Promise.reject(new TypeError('reset')), 'upstream_unavailable'],
  ['is answered by a page', async () => new Response('<html>', { status: 200 }), 'upstream_invalid'],
  [
    'is refused for its value',
    async () => Response.json({ statusCode: 400, message: 'no', errorCode: 'invalid_body' }, { status: 400 }),
    'value_refused',
  ],
];

describe('a save of which the second call', () => {
  for (const [name, meet, code] of faults) {
    it(`${name}: the first is told as saved, the rest is still to be saved`, async () => {
      let patches = 0;
      let faulty = true;
      const world = createWorld(
        {},
        {
          seed,
          intercept: (request, callOn) => {
            if (request.method !== 'PATCH' || !faulty) return callOn();
            patches += 1;
            return patches === 1 ? callOn() : meet(callOn);
          },
        },
      );
      const wanted = { username: 'mia_o', email: 'mia.o@acme.example' };
      const { problem } = await world.save('mia', wanted);
      assert.equal(problem.code, code);
      assert.deepEqual(problem.saved, ['username']);
      assert.ok(problem.current);
      assert.equal(fieldOf(problem.current.profile, 'username')?.value, 'mia_o');
      assert.equal(fieldOf(problem.current.profile, 'email')?.value, 'mia@acme.example');

      faulty = false;
      const rest = await world.save('mia', { email: wanted.email }, problem.current.etag);
      assert.equal(rest.status, 200);
      assert.equal(fieldOf(rest.profile, 'email')?.value, wanted.email);
    });
  }

  it('is carried out, and answered by half of a document: all of it is told as saved', async () => {
    let patches = 0;
    const world = createWorld(
      {},
      {
        seed,
        intercept: async (request, callOn) => {
          const answer = await callOn();
          const isSecond = request.method === 'PATCH' && (patches += 1) === 2;
          return isSecond ? new Response((await answer.text()).slice(0, 40), answer) : answer;
        },
      },
    );
    const wanted = { username: 'mia_o', email: 'mia.o@acme.example' };
    const { status, profile } = await world.save('mia', wanted);
    assert.equal(status, 200);
    assert.equal(fieldOf(profile, 'username')?.value, wanted.username);
    assert.equal(fieldOf(profile, 'email')?.value, wanted.email);
    assert.equal(profile.verificationMail?.retryAfter, 60);
    assert.equal(patches, 2);
    assert.equal(world.tenant.outbox.list().length, 1);
  });
});
