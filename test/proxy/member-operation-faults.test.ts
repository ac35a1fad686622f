import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { signIn, type Fault } from '../../backend-proxy/dev-tenant/index.js';
import {
  acme,
  adaOf,
  createOperationWorld,
  lio,
  pathOf,
  receiptOf,
  type OperationWorld,
} from './operation-world.js';
import { people } from './support.js';

const mia = people.mia[0];
const signInMia = ({ tenant }: OperationWorld) =>
  signIn(tenant, { username: 'mia@acme.example', organization: 'acme' });

/** Only where no answer comes is the deadline waited for; a busy machine must not reach it elsewhere. */
const deadlineFor = ({ hang }: Partial<Fault>) => (hang ? { deadlineMs: 1_500 } : {});

/** What Auth0 answers in the middle of it → the code that the receipt, or the problem, has. */
const faults: [string, Omit<Fault, 'path' | 'method'>, string][] = [
  ['500', { status: 500 }, 'upstream_unavailable'],
  ['a reset connection', { reset: true }, 'upstream_unavailable'],
  ['a missing scope', { status: 403, body: '{"errorCode":"insufficient_scope"}' }, 'upstream_refused'],
  ['429 beyond the deadline', { status: 429, headers: { 'retry-after': '30' } }, 'rate_limited'],
  ['no answer', { hang: true }, 'upstream_timeout'],
];

/** The call an operation stands or falls with, by the operation's path: if it fails, nothing else is tried. */
const criticalCalls = [
  ['block', 'PATCH', '/api/v2/users/*', mia],
  ['clear-lockout', 'DELETE', '/api/v2/user-blocks/*', lio],
  ['deprovision', 'DELETE', '/api/v2/organizations/*/members', mia],
] as const;

for (const [label, fault, code] of faults) {
  describe(`${label} in the middle of an operation`, () => {
    for (const [path, method, where, userId] of criticalCalls) {
      it(`at the critical call of ${path}: changes nothing, and records that it wasn't done for sure`, async () => {
        const world = createOperationWorld(deadlineFor(fault));
        const token = await adaOf(world);
        const before = JSON.stringify(world.tenant.users.get(userId));
        world.tenant.faults.add({ ...fault, method, path: where, times: 5 });
        const body = path === 'deprovision' ? { level: 'remove' } : {};
        const answer = await world.post(token, `${pathOf(userId)}/${path}`, body);
        assert.equal(answer.problem.code, code);
        assert.equal(JSON.stringify(world.tenant.users.get(userId)), before);
        assert.equal(world.audit.length, 1);
        assert.match(world.audit[0]?.outcome ?? '', /^(?:refused|failed|unknown)$/);
        assert.equal(world.calls({ path: /revoke-access|device-credentials/ }), 0);
        world.tenant.faults.clear();
        receiptOf(await world.post(token, `${pathOf(userId)}/${path}`, body));
      });
    }

    it('after the block: the receipt says what is not done, and it can be tried again', async () => {
      const world = createOperationWorld(deadlineFor(fault));
      const token = await adaOf(world);
      await signInMia(world);
      world.tenant.faults.add({ ...fault, method: 'POST', path: '/api/v2/users/*/revoke-access', times: 5 });
      const receipt = receiptOf(await world.post(token, `${pathOf(mia)}/block`));
      assert.deepEqual(receipt.done, ['block-account']);
      assert.deepEqual(receipt.notDone, [
        { step: 'end-sessions', code },
        { step: 'revoke-refresh-tokens', code },
      ]);
      assert.deepEqual(receipt.status, ['blocked']);
      assert.deepEqual(
        world.audit.map(({ action }) => action),
        ['member.block'],
      );
      world.tenant.faults.clear();
      const again = receiptOf(await world.post(token, `${pathOf(mia)}/block`));
      assert.deepEqual(
        [again.already, again.done, again.notDone],
        [['block-account'], ['end-sessions', 'revoke-refresh-tokens'], []],
      );
    });

    it('after the removal of an authenticator: the receipt says so', async () => {
      const world = createOperationWorld(deadlineFor(fault));
      const token = await adaOf(world);
      const where = '/api/v2/users/*/multifactor/actions/invalidate-remember-browser';
      world.tenant.faults.add({ ...fault, method: 'POST', path: where, times: 5 });
      const receipt = receiptOf(await world.post(token, `${pathOf(mia)}/mfa-reset`));
      assert.deepEqual(receipt.done, ['remove-authenticator']);
      assert.deepEqual(receipt.notDone, [{ step: 'forget-trusted-browsers', code }]);
    });

    it('while invitations are looked for after a removal: the removal stands', async () => {
      const world = createOperationWorld(deadlineFor(fault));
      const token = await adaOf(world);
      world.tenant.faults.add({ ...fault, path: '/api/v2/organizations/*/invitations', times: 5 });
      const receipt = receiptOf(await world.post(token, `${pathOf(mia)}/deprovision`, { level: 'remove' }));
      assert.deepEqual(receipt.done, ['remove-membership']);
      assert.deepEqual(receipt.notDone, [{ step: 'revoke-invitations', code }]);
    });
  });
}

describe('a plan without sessions', () => {
  const notInPlan = { status: 403, body: '{"errorCode":"feature_not_enabled"}' };

  it('is a capability that is missing, not a failure: the block stands, and refresh tokens are looked for elsewhere', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    world.tenant.faults.add({ ...notInPlan, method: 'POST', path: '/api/v2/users/*/revoke-access' });
    const receipt = receiptOf(await world.post(token, `${pathOf(mia)}/block`));
    assert.deepEqual(receipt.done, ['block-account']);
    assert.deepEqual(receipt.already, ['revoke-refresh-tokens']);
    assert.deepEqual(receipt.notDone, [{ step: 'end-sessions', code: 'feature_unavailable' }]);
  });

  it('and without the fallback either leaves the problem of the first step', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    world.tenant.faults.add({ ...notInPlan, method: 'POST', path: '/api/v2/users/*/revoke-access' });
    world.tenant.faults.add({ status: 500, path: '/api/v2/device-credentials', times: 5 });
    const { status, problem } = await world.post(token, `${pathOf(mia)}/revoke-access`);
    assert.deepEqual([status, problem.code], [501, 'feature_unavailable']);
  });
});

describe('a rate limit that passes in time', () => {
  it('delays each step', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    const soon = { status: 429, headers: { 'retry-after': '1' } };
    world.tenant.faults.add({ ...soon, method: 'PATCH', path: '/api/v2/users/*' });
    world.tenant.faults.add({ ...soon, method: 'POST', path: '/api/v2/users/*/revoke-access' });
    const receipt = receiptOf(await world.post(token, `${pathOf(mia)}/block`));
    assert.deepEqual([receipt.done.length, receipt.notDone], [3, []]);
  });
});

describe('a removal', () => {
  it('that stays unknown holds older tokens to the current permissions', async () => {
    let isCut = false;
    const world = createOperationWorld(
      {},
      {
        intercept: async (request, callOn) => {
          const { pathname } = new URL(request.url);
          if (isCut && pathname.startsWith('/api/v2/users/')) return new Response(null, { status: 503 });
          const response = await callOn();
          if (request.method !== 'DELETE' || !pathname.endsWith('/members')) return response;
          isCut = true;
          throw new TypeError('fetch failed');
        },
      },
    );
    const token = await adaOf(world);
    const answer = await world.post(token, `${pathOf(mia)}/deprovision`, { level: 'remove' });
    assert.equal(answer.problem.code, 'upstream_unavailable');
    assert.notEqual(await world.storage.demotions.last(acme, mia), null);
  });

  it('of sessions is a success if the user has been deleted', async () => {
    const world = createOperationWorld(
      {},
      {
        intercept: async (request, callOn) => {
          if (!request.url.endsWith('/revoke-access')) return callOn();
          world.tenant.users.delete(mia);
          return Response.json({ statusCode: 404 }, { status: 404 });
        },
      },
    );
    const receipt = receiptOf(await world.post(await adaOf(world), `${pathOf(mia)}/revoke-access`));
    assert.deepEqual(receipt.done, ['end-sessions', 'revoke-refresh-tokens']);
  });
});
