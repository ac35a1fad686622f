/** People who left and are back, against what the proxy remembers of their departure. */
import assert from 'node:assert/strict';
import { describe, it, mock, type TestContext } from 'node:test';
import { signIn } from '../../backend-proxy/dev-tenant/index.js';
import type { BulkRun } from '../../src/contract/index.js';
import { acme, createInvitationWorld, outcomesOf, roles, type InvitationWorld } from './invitation-world.js';
import { people } from './support.js';

const [mia] = people.mia;
const miaEmail = 'mia@acme.example';
const page = `/v1/members/${encodeURIComponent(mia)}`;

/** Where Mia is shown: every place that lists people. */
async function placesOf(world: InvitationWorld) {
  const listed = async (path: string) => (await world.request('GET', path)).text.includes(mia);
  const preview = await world.request('POST', '/v1/bulk-runs', {
    operation: 'member.block',
    userIds: [mia],
    preview: true,
  });
  return {
    list: await listed('/v1/members'),
    search: await listed('/v1/members?search=mia'),
    file: (await world.request('GET', '/v1/members/export')).text.includes(miaEmail),
    preview: (JSON.parse(preview.text) as BulkRun).items?.[0]?.state === 'allowed',
  };
}

const everywhere = { list: true, search: true, file: true, preview: true };
const nowhere = { list: false, search: false, file: false, preview: false };

async function removedWorld(lag: number): Promise<InvitationWorld> {
  const world = await createInvitationWorld();
  world.tenant.setLag(lag);
  assert.equal((await world.request('POST', `${page}/deprovision`, { level: 'remove' })).status, 200);
  return world;
}

const addAgain = (world: InvitationWorld) =>
  world.atTenant('POST', `/organizations/${acme}/members`, { members: [mia] });

/** Moves the clock past what Auth0's lists lag behind, and past the proxy's caches. */
function wait(test: TestContext, ms: number): void {
  mock.timers.enable({ apis: ['Date'], now: Date.now() + ms });
  test.after(() => mock.timers.reset());
}

describe('someone who was removed', () => {
  it('is shown nowhere while Auth0’s lists still have them, without a call for each', async () => {
    const world = await removedWorld(3_600_000);
    world.tenant.requests.clear();
    assert.deepEqual(await placesOf(world), nowhere);
    assert.equal(world.calls({ path: new RegExp(`/users/${encodeURIComponent(mia)}/organizations`) }), 0);
  });

  it('is shown everywhere as soon as they are back and have signed in', async () => {
    const world = await removedWorld(0);
    await addAgain(world);
    await signIn(world.tenant, { username: miaEmail, organization: 'acme' });
    assert.deepEqual(await placesOf(world), everywhere);
  });

  it('is shown everywhere when they were added again without a sign-in, after the lag', async (test) => {
    const world = await removedWorld(0);
    await addAgain(world);
    assert.deepEqual(await placesOf(world), nowhere);
    wait(test, 31_000);
    assert.deepEqual(await placesOf(world), everywhere);
  });

  it('stays hidden if they signed in to something else', async () => {
    const world = await removedWorld(3_600_000);
    await signIn(world.tenant, { username: miaEmail });
    world.tenant.users.update(mia, { last_login: new Date().toISOString() });
    assert.deepEqual(await placesOf(world), nowhere);
  });

  it('has the roles of the new membership, not of the old one', async () => {
    const world = await createInvitationWorld();
    world.tenant.setLag(0);
    await world.request('PUT', `${page}/roles`, { roles: [roles.helpDesk], was: [roles.member] });
    await world.request('POST', `${page}/deprovision`, { level: 'remove' });
    await addAgain(world);
    await signIn(world.tenant, { username: miaEmail, organization: 'acme' });
    const { text } = await world.request('GET', '/v1/members');
    const { members } = JSON.parse(text) as { members: { userId: string; roles: object[] }[] };
    assert.deepEqual(members.find(({ userId }) => userId === mia)?.roles, []);
  });

  it('can be invited again at once, although the search still has them', async () => {
    const world = await removedWorld(3_600_000);
    assert.deepEqual(outcomesOf(await world.invite([miaEmail])), ['invited']);
  });
});

describe('an invitation that was used up', () => {
  const useUp = (world: InvitationWorld, id: string) =>
    world.atTenant('DELETE', `/organizations/${acme}/invitations/${id}`);

  it('can be sent again at once', async () => {
    const world = await createInvitationWorld();
    const { id } = await world.invited('new@acme.example');
    await world.list();
    assert.deepEqual(outcomesOf(await world.invite(['new@acme.example'])), ['already-invited']);
    await useUp(world, id);
    assert.deepEqual(outcomesOf(await world.invite(['NEW@acme.example'])), ['invited']);
  });

  it('is sent once by several requests at once', async () => {
    const world = await createInvitationWorld();
    const { id } = await world.invited('new@acme.example');
    await useUp(world, id);
    const answers = await Promise.all([1, 2, 3, 4].map(() => world.invite(['new@acme.example'])));
    assert.deepEqual(answers.flatMap(outcomesOf).sort(), [
      'already-invited',
      'already-invited',
      'already-invited',
      'invited',
    ]);
  });
});

describe('an invitation that was accepted', () => {
  it('is known as accepted, however the provider spells the address', async (test) => {
    const world = await createInvitationWorld();
    const [grace] = people.grace;
    world.tenant.users.update(grace, { email: 'Grace.H@Globex.Example' });
    world.tenant.setLag(0);
    const { id } = await world.invited('grace.h@globex.example');
    await world.atTenant('POST', `/organizations/${acme}/members`, { members: [grace] });
    await world.atTenant('DELETE', `/organizations/${acme}/invitations/${id}`);
    wait(test, 31_000);
    const { invitations } = await world.list();
    assert.equal(invitations.find((one) => one.id === id)?.state, 'accepted');
  });
});

describe('an invitation whose role or connection is gone', () => {
  for (const status of [400, 404]) {
    it(`is refused in words of its own, and the old one stays (${status})`, async () => {
      const world = await createInvitationWorld();
      const { id } = await world.invited('new@acme.example');
      const body = JSON.stringify({
        statusCode: status,
        message: 'One or more of the specified roles do not exist.',
      });
      world.tenant.faults.add({
        method: 'POST',
        path: `/api/v2/organizations/${acme}/invitations`,
        status,
        body,
      });
      const answer = await world.request('POST', `/v1/invitations/${id}/resend`, {});
      assert.deepEqual([answer.status, answer.problem.code], [422, 'invitation_refused']);
      assert.equal((await world.list()).invitations.find((one) => one.id === id)?.state, 'pending');
    });
  }
});
