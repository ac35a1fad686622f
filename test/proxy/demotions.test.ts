import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryStorage } from '../../backend-proxy/src/index.js';
import {
  acme,
  adaOf,
  adminRole,
  createOperationWorld,
  helpDeskRole,
  lio,
  memberRole,
  pathOf,
  type OperationWorld,
} from './operation-world.js';
import { people } from './support.js';

const hal = people.hal[0];
const mia = people.mia[0];

/** Two proxies with one storage; Hal is an admin beside Ada, and has a token that says so. */
async function twoProxies(...others: readonly string[]) {
  const storage = createMemoryStorage();
  const first = createOperationWorld({ storage });
  first.tenant.organizations.setMemberRoles(acme, hal, [adminRole, ...others]);
  first.tenant.clock.advance(3_000);
  const second = createOperationWorld({ storage }, { tenant: first.tenant });
  return { first, second, ada: await adaOf(first), old: await first.token(hal, acme) };
}

/** Leaves Hal with these roles. */
async function demote(world: OperationWorld, token: string, roles: readonly string[], others = roles) {
  return world.send(token, `${pathOf(hal)}/roles`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ roles, was: [adminRole, ...others] }),
  });
}

const outcome = async (world: OperationWorld, token: string, path: string, body?: object) => {
  const { status, problem } = await world.post(token, path, body);
  return status === 200 ? 'done' : (problem.reason ?? problem.code);
};

describe('someone who has lost a role', () => {
  it('does nothing more with the token from before, through whichever proxy', async () => {
    const { first, second, ada, old } = await twoProxies();
    // Both have seen them act as an admin.
    for (const world of [first, second]) {
      assert.equal(await outcome(world, old, `${pathOf(lio)}/revoke-access`), 'done');
    }
    assert.equal((await demote(first, ada, [memberRole], [])).status, 200);
    for (const world of [first, second]) {
      assert.equal(await outcome(world, old, `${pathOf(mia)}/block`), 'not-allowed');
      assert.equal(
        await outcome(world, old, `${pathOf(mia)}/deprovision`, { level: 'remove' }),
        'not-allowed',
      );
      assert.equal((await world.send(old, pathOf(mia))).status, 403);
      assert.equal((await world.send(old, '/v1/members')).status, 403);
      assert.equal((await world.send(old, '/v1/profile')).status, 200);
    }
    assert.equal(first.tenant.users.get(mia)?.blocked, undefined);
  });

  it('keeps what the other roles give', async () => {
    const { first, second, ada, old } = await twoProxies(helpDeskRole);
    assert.equal((await demote(first, ada, [helpDeskRole])).status, 200);
    assert.equal(await outcome(second, old, `${pathOf(mia)}/clear-lockout`), 'done');
    assert.equal(await outcome(second, old, `${pathOf(mia)}/mfa-reset`), 'not-allowed');
  });

  it('has it again with the role, whichever token it is', async () => {
    const { first, second, ada, old } = await twoProxies();
    assert.equal((await demote(first, ada, [])).status, 200);
    first.tenant.organizations.setMemberRoles(acme, hal, [adminRole]);
    assert.equal(await outcome(second, old, `${pathOf(mia)}/revoke-access`), 'done');
  });

  it('is not let back in by an old token after being removed and invited again', async () => {
    const { first, second, ada, old } = await twoProxies();
    assert.equal(await outcome(first, ada, `${pathOf(hal)}/deprovision`, { level: 'remove' }), 'done');
    assert.equal(await outcome(second, old, `${pathOf(mia)}/revoke-access`), 'profile_not_found');
    // A member again, with the lesser role of the seed.
    first.tenant.reset();
    assert.equal(await outcome(second, old, `${pathOf(mia)}/revoke-access`), 'not-allowed');
  });

  it('is held to the roles also where no one knows whether the one was taken away', async () => {
    const { first, second, ada, old } = await twoProxies();
    first.tenant.faults.add({
      method: 'DELETE',
      path: '/api/v2/organizations/*/members/*/roles',
      status: 503,
    });
    assert.equal((await demote(first, ada, [])).problem.code, 'upstream_unavailable');
    assert.equal(await outcome(second, old, `${pathOf(mia)}/revoke-access`), 'done');
    first.tenant.organizations.setMemberRoles(acme, hal, []);
    const third = createOperationWorld({ storage: first.storage }, { tenant: first.tenant });
    assert.equal(await outcome(third, old, `${pathOf(mia)}/block`), 'not-allowed');
  });

  it('costs no one else a call, nor themselves with a token from later', async () => {
    const { first, ada, old } = await twoProxies(helpDeskRole);
    const costOf = async (token: string) => {
      const before = first.calls();
      assert.equal(await outcome(first, token, `${pathOf(mia)}/clear-lockout`), 'done');
      return first.calls() - before;
    };
    await costOf(ada);
    const usual = await costOf(ada);
    assert.equal((await demote(first, ada, [helpDeskRole])).status, 200);
    assert.equal(await costOf(ada), usual);
    await costOf(old);
    assert.equal(await costOf(old), usual + 1);
    first.tenant.clock.advance(62_000);
    assert.equal(await costOf(await first.token(hal, acme)), usual);
  });
});
