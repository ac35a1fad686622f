import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { signIn } from '../../backend-proxy/dev-tenant/index.js';
import type { SessionList } from '../../src/contract/index.js';
import { createWorld, people, type World } from './support.js';

const claim = 'https://orgdesk.dev/session_id';
const signInMia = ({ tenant }: World) =>
  signIn(tenant, { username: 'mia@acme.example', organization: 'acme' });

async function list(world: World, token: string): Promise<SessionList> {
  const { status, text } = await world.send(token, '/v1/profile/sessions');
  assert.equal(status, 200);
  return JSON.parse(text) as SessionList;
}
const end = (world: World, token: string, id = '') =>
  world.send(token, `/v1/profile/sessions${id && `/${id}`}`, { method: 'DELETE' });

describe('own sessions', () => {
  it('are listed, with the one that asks where the token names it', async () => {
    const world = createWorld();
    const { accessToken } = await signInMia(world);
    await signInMia(world);
    const { available, sessions } = await list(world, accessToken);
    assert.equal(available, true);
    // The one used last comes first, and this token is of the other.
    assert.deepEqual(
      sessions.map(({ current }) => current),
      [false, true],
    );
    const unnamed = await list(world, await world.tokenOf('mia'));
    assert.ok(unnamed.sessions.every(({ current }) => !current));
  });

  it('are ended one by one, with their refresh tokens', async () => {
    const world = createWorld();
    const { accessToken } = await signInMia(world);
    const [session] = (await list(world, accessToken)).sessions;
    assert.equal((await end(world, accessToken, session?.id)).status, 204);
    assert.deepEqual((await list(world, accessToken)).sessions, []);
    assert.equal(world.tenant.requests.count({ method: 'POST', path: /\/sessions\/[^/]+\/revoke$/ }), 1);
    const gone = await end(world, accessToken, session?.id);
    assert.deepEqual([gone.status, gone.problem.code], [404, 'session_not_found']);
  });

  it('are ended all but the one that asks', async () => {
    const world = createWorld();
    const { accessToken } = await signInMia(world);
    await signInMia(world);
    const [keep] = (await list(world, accessToken)).sessions;
    const [userId, organizationId] = people.mia;
    const token = await world.tenant.tokens.issueAccessToken({ userId, organizationId, [claim]: keep?.id });
    assert.equal((await end(world, token)).status, 204);
    assert.deepEqual(
      (await list(world, token)).sessions.map(({ id }) => id),
      [keep?.id],
    );
  });

  it('of somebody else are not found, and stay', async () => {
    const world = createWorld();
    const { accessToken } = await signInMia(world);
    const [session] = (await list(world, accessToken)).sessions;
    const { status, problem } = await end(world, await world.tokenOf('ada'), session?.id);
    assert.deepEqual([status, problem.code], [404, 'session_not_found']);
    assert.equal((await list(world, accessToken)).sessions.length, 1);
  });

  it('cannot be ended by somebody who acts with the session', async () => {
    const world = createWorld();
    await signInMia(world);
    const [userId, organizationId] = people.mia;
    const token = await world.tenant.tokens.issueAccessToken({ userId, organizationId, act: { sub: 'x' } });
    const { status, problem } = await end(world, token);
    assert.deepEqual([status, problem.reason], [403, 'delegated-session']);
  });
});

describe('own sessions, where the plan has none', () => {
  const notInPlan = {
    path: '/api/v2/users/*/sessions',
    times: Infinity,
    status: 403,
    body: '{"statusCode":403,"error":"Forbidden","message":"not enabled","errorCode":"feature_not_enabled"}',
  };

  it('are told to be unavailable', async () => {
    const world = createWorld();
    world.tenant.faults.add(notInPlan);
    const token = await world.tokenOf('mia');
    assert.deepEqual(await list(world, token), { available: false, sessions: [] });
    const { status, problem } = await end(world, token);
    assert.deepEqual([status, problem.code], [501, 'feature_unavailable']);
  });

  it("are the operator's fault where the scope is missing", async () => {
    const world = createWorld();
    world.tenant.faults.add({
      ...notInPlan,
      body: notInPlan.body.replace('feature_not_enabled', 'insufficient_scope'),
    });
    const { status, problem } = await world.send(await world.tokenOf('mia'), '/v1/profile/sessions');
    assert.deepEqual([status, problem.code], [502, 'upstream_refused']);
  });
});
