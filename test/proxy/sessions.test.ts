import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { signIn } from '../../backend-proxy/dev-tenant/index.js';
import type { AuditEntry } from '../../backend-proxy/src/index.js';
import type { SessionList } from '../../src/contract/index.js';
import { createWorld, people, type World } from './support.js';

const claim = 'https://orgdesk.dev/session_id';
const signInMia = ({ tenant }: World) =>
  signIn(tenant, { username: 'mia@acme.example', organization: 'acme' });

const notInPlan = {
  path: '/api/v2/users/*/sessions',
  times: Infinity,
  status: 403,
  body: '{"statusCode":403,"error":"Forbidden","message":"not enabled","errorCode":"feature_not_enabled"}',
};

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

  it('are not found if they belong to someone else', async () => {
    const world = createWorld();
    const { accessToken } = await signInMia(world);
    const [session] = (await list(world, accessToken)).sessions;
    const { status, problem } = await end(world, await world.tokenOf('ada'), session?.id);
    assert.deepEqual([status, problem.code], [404, 'session_not_found']);
    assert.equal((await list(world, accessToken)).sessions.length, 1);
  });

  it('can’t be revoked in a delegated session', async () => {
    const world = createWorld();
    await signInMia(world);
    const [userId, organizationId] = people.mia;
    const token = await world.tenant.tokens.issueAccessToken({ userId, organizationId, act: { sub: 'x' } });
    const { status, problem } = await end(world, token);
    assert.deepEqual([status, problem.reason], [403, 'delegated-session']);
  });
});

describe("a member's sessions", () => {
  const pathOf = (userId: string) => `/v1/members/${encodeURIComponent(userId)}/sessions`;
  const mia = pathOf(people.mia[0]);
  const read = async (world: World, path = mia) => {
    const { status, text } = await world.send(await world.tokenOf('ada'), path);
    assert.equal(status, 200, text);
    return JSON.parse(text) as SessionList;
  };
  const remove = async (world: World, path = mia) =>
    world.send(await world.tokenOf('ada'), path, { method: 'DELETE' });

  it('are listed and revoked by an admin, one or all, and recorded in the audit', async () => {
    const audit: AuditEntry[] = [];
    const world = createWorld({ audit: (entry) => audit.push(entry) });
    await signInMia(world);
    await signInMia(world);
    await signInMia(world);
    const [first, ...others] = (await read(world)).sessions;
    assert.equal(others.length, 2);
    assert.ok(others.every(({ current }) => !current));
    assert.equal((await remove(world, `${mia}/${first?.id}`)).status, 204);
    assert.deepEqual(
      (await read(world)).sessions.map(({ id }) => id),
      others.map(({ id }) => id),
    );
    assert.equal((await remove(world)).status, 204);
    assert.deepEqual((await read(world)).sessions, []);
    assert.deepEqual(
      audit.map(({ action, targetUserId, actor }) => [action, targetUserId, actor.userId]),
      Array.from({ length: 2 }, () => ['sessions.revoke', people.mia[0], people.ada[0]]),
    );
  });

  it('are recorded in the audit only if at least one was revoked', async () => {
    const audit: AuditEntry[] = [];
    const world = createWorld({ audit: (entry) => audit.push(entry) });
    assert.equal((await remove(world)).status, 204);
    assert.equal(audit.length, 0, 'there was none to end');
    await signInMia(world);
    await signInMia(world);
    let revoked = 0;
    const breaking = createWorld(
      { audit: (entry) => audit.push(entry) },
      {
        tenant: world.tenant,
        intercept: async ({ url }, callOn) =>
          url.endsWith('/revoke') && (revoked += 1) > 1 ? new Response(null, { status: 503 }) : callOn(),
      },
    );
    assert.equal((await remove(breaking)).problem.code, 'upstream_unavailable');
    assert.equal((await read(world)).sessions.length, 1);
    assert.deepEqual(
      audit.map(({ action, targetUserId }) => [action, targetUserId]),
      [['sessions.revoke', people.mia[0]]],
    );
  });

  it('are refused without a rule, and for members of several organizations', async () => {
    const world = createWorld();
    const desk = await world.send(await world.tokenOf('hal'), mia);
    assert.deepEqual([desk.status, desk.problem.reason], [403, 'not-allowed']);
    const shared = await world.send(await world.tokenOf('ada'), pathOf(people.sam[0]));
    assert.deepEqual([shared.status, shared.problem.reason], [403, 'shared-user']);
    const sharedEnd = await remove(world, pathOf(people.sam[0]));
    assert.deepEqual([sharedEnd.status, sharedEnd.problem.reason], [403, 'shared-user']);
    assert.equal(world.calls({ path: /\/sessions/ }), 0);
  });

  it('can’t be revoked by the ID of another person’s session', async () => {
    const world = createWorld();
    await signInMia(world);
    const [session] = (await read(world)).sessions;
    const { status, problem } = await remove(world, `${pathOf(people.hal[0])}/${session?.id}`);
    assert.deepEqual([status, problem.code], [404, 'session_not_found']);
    assert.equal((await read(world)).sessions.length, 1);
  });

  it('are unavailable where the plan has none', async () => {
    const world = createWorld();
    world.tenant.faults.add(notInPlan);
    assert.deepEqual(await read(world), { available: false, sessions: [] });
    const { status, problem } = await remove(world);
    assert.deepEqual([status, problem.code], [501, 'feature_unavailable']);
  });
});

describe('own sessions, where the plan has none', () => {
  it('are reported as unavailable', async () => {
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
