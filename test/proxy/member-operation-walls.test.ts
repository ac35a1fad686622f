import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MemberSecurity } from '../../src/contract/index.js';
import { defaultPolicy, parsePolicy, type PolicyDocument } from '../../src/policy/index.js';
import {
  acme,
  adaOf,
  createOperationWorld,
  globex,
  gus,
  lio,
  pathOf,
  receiptOf,
  type OperationWorld,
} from './operation-world.js';
import { people } from './support.js';

const paths = ['block', 'unblock', 'clear-lockout', 'mfa-reset', 'revoke-access'] as const;
const mia = people.mia[0];
type Rule = PolicyDocument['rules'][number];

describe('who may act on a member', () => {
  const desk = ['unblock', 'clear-lockout'];

  it('is an admin for everything, a help desk for what the policy lets it', async () => {
    for (const path of paths) {
      const world = createOperationWorld();
      const { status, problem } = await world.post(
        await world.token(...people.hal),
        `${pathOf(mia)}/${path}`,
      );
      const expected = desk.includes(path) ? [200, undefined] : [403, 'operation_locked'];
      assert.deepEqual([status, problem.code], expected, path);
    }
  });

  it('is no member without a role, and nothing is read to say so', async () => {
    const world = createOperationWorld();
    const token = await world.token(...people.mia);
    for (const path of [...paths, 'deprovision']) {
      const body = path === 'deprovision' ? { level: 'remove' } : undefined;
      const { status, problem } = await world.post(token, `${pathOf(lio)}/${path}`, body);
      assert.deepEqual([status, problem.reason], [403, 'not-allowed'], path);
    }
    assert.equal(world.calls(), 0);
  });

  it('is no admin of another organization: there is no such person there', async () => {
    const world = createOperationWorld();
    const token = await world.token(gus, globex);
    for (const userId of [mia, 'auth0|nobody']) {
      for (const path of [...paths, 'deprovision']) {
        const body = path === 'deprovision' ? { level: 'delete' } : undefined;
        const { status, problem } = await world.post(token, `${pathOf(userId)}/${path}`, body);
        assert.deepEqual([status, problem.code], [404, 'profile_not_found'], path);
      }
      for (const path of ['security', 'deprovision']) {
        assert.equal((await world.send(token, `${pathOf(userId)}/${path}`)).status, 404, path);
      }
    }
    assert.ok(world.tenant.requests.list().every(({ area, method }) => area === 'oidc' || method === 'GET'));
  });

  it('is refused on oneself', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    for (const path of paths) {
      const { status, problem } = await world.post(token, `${pathOf(people.ada[0])}/${path}`);
      assert.deepEqual([status, problem.reason], [403, 'not-allowed'], path);
    }
  });

  it('is refused for a member of several organizations, except removing them from this one', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    for (const path of paths) {
      const { status, problem } = await world.post(token, `${pathOf(people.sam[0])}/${path}`);
      assert.deepEqual([status, problem.reason], [403, 'shared-user'], path);
    }
    const receipt = receiptOf(
      await world.post(token, `${pathOf(people.sam[0])}/deprovision`, { level: 'remove' }),
    );
    assert.deepEqual(receipt.done, ['remove-membership']);
    assert.ok(receipt.notCovered.includes('other-organizations'));
    assert.ok(world.tenant.users.get(people.sam[0]));
  });

  it('is refused in a delegated session', async () => {
    const world = createOperationWorld();
    const token = await world.token(...people.ada, { act: { sub: 'auth0|support' } });
    const { problem } = await world.post(token, `${pathOf(mia)}/block`);
    assert.equal(problem.reason, 'delegated-session');
  });
});

describe('the security of a member’s sign-in', () => {
  const securityFor = async (
    token: (world: OperationWorld) => Promise<string>,
    userId: string,
    more?: Rule,
  ) => {
    const policy = more && parsePolicy({ ...defaultPolicy, rules: [...defaultPolicy.rules, more] });
    const world = createOperationWorld(policy && { policy });
    const { status, text } = await world.send(await token(world), `${pathOf(userId)}/security`);
    assert.equal(status, 200, text);
    const { length } = Object.keys(JSON.parse(text) as MemberSecurity);
    // What is not told is not read either.
    assert.equal(world.calls({ path: /user-blocks|authentication-methods/ }), length);
    return Object.keys(JSON.parse(text) as MemberSecurity);
  };
  const hal = (world: OperationWorld) => world.token(...people.hal);

  it('is visible to actors who may change it, each part by itself', async () => {
    assert.deepEqual(await securityFor(adaOf, mia), ['lockouts', 'methods']);
    assert.deepEqual(await securityFor(hal, mia), ['lockouts']);
    const no = {
      id: 'no',
      effect: 'deny',
      actors: ['help-desk'],
      operations: ['member.clear-lockout'],
    } as const;
    assert.deepEqual(await securityFor(hal, mia, no), []);
  });

  it('is hidden for members of several organizations', async () => {
    assert.deepEqual(await securityFor(adaOf, people.sam[0]), []);
  });

  it('is no part of what people may ask about themselves', async () => {
    assert.deepEqual(await securityFor((world) => world.token(...people.mia), mia), []);
  });
});

describe('two changes to one person at the same moment', () => {
  it('are judged one after the other: nothing is done to whom the first has taken out', async () => {
    let letGo = () => {};
    let begin = () => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const world = createOperationWorld(
      {},
      {
        intercept: async ({ method, url }, callOn) => {
          if (method === 'DELETE' && url.endsWith('/members')) {
            begin();
            await held;
          }
          return callOn();
        },
      },
    );
    const token = await adaOf(world);
    const removal = world.post(token, `${pathOf(mia)}/deprovision`, { level: 'remove' });
    await begun;
    const clearing = world.post(token, `${pathOf(mia)}/clear-lockout`);
    // Long enough for whoever judges before it is their turn.
    await new Promise((resolve) => setTimeout(resolve, 50));
    letGo();
    assert.equal((await removal).status, 200);
    assert.equal((await clearing).problem.code, 'profile_not_found');
    assert.equal(world.calls({ method: 'DELETE', path: /user-blocks/ }), 0);
  });
});

describe('asking twice', () => {
  it('with the same key does it once, and answers the same', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    const [first, second] = [
      await world.post(token, `${pathOf(mia)}/block`, {}, 'one-attempt'),
      await world.post(token, `${pathOf(mia)}/block`, {}, 'one-attempt'),
    ];
    assert.equal(first.text, second.text);
    assert.equal(world.calls({ method: 'PATCH' }), 1);
    const other = await world.post(token, `${pathOf(mia)}/block`, { reason: 'other' }, 'one-attempt');
    assert.equal(other.problem.code, 'idempotency_key_reused');
  });

  it('needs a key', async () => {
    const world = createOperationWorld();
    const { status, problem } = await world.post(await adaOf(world), `${pathOf(mia)}/block`, {}, 'short');
    assert.deepEqual([status, problem.code], [400, 'idempotency_key_required']);
  });
});

describe('the audit of what was done to members', () => {
  const policy = parsePolicy({
    ...defaultPolicy,
    safeguards: { ...defaultPolicy.safeguards, auditReason: 'required' },
  });

  it('asks for a reason where the policy does, before anything is done', async () => {
    const world = createOperationWorld({ policy });
    const token = await adaOf(world);
    for (const path of [...paths, 'password-reset']) {
      const { status, problem } = await world.post(token, `${pathOf(mia)}/${path}`);
      assert.deepEqual([status, problem.code], [422, 'reason_required'], path);
    }
    assert.ok(world.tenant.requests.list().every(({ area, method }) => area === 'oidc' || method === 'GET'));
    assert.equal(world.tenant.outbox.list().length, 0);
    assert.deepEqual(
      world.audit.map(({ targetUserId, outcome, problem, reason: given }) => [
        targetUserId,
        outcome,
        problem?.code,
        given,
      ]),
      [...paths, 'password-reset'].map(() => [mia, 'refused', 'reason_required', undefined]),
    );
  });

  it('holds who did what to whom and why, and what the request was', async () => {
    const world = createOperationWorld({ policy });
    const reason = 'lost laptop, ticket 7';
    const answer = await world.post(await adaOf(world), `${pathOf(mia)}/block`, { reason });
    const receipt = receiptOf(answer);
    const [entry] = world.audit;
    assert.deepEqual(
      { ...entry, at: '' },
      {
        at: '',
        requestId: answer.headers.get('x-request-id'),
        correlationId: answer.headers.get('x-request-id'),
        actor: { userId: people.ada[0], delegated: false },
        organizationId: acme,
        targetUserId: mia,
        action: 'member.block',
        outcome: 'done',
        reason,
      },
    );
    assert.equal(receipt.id, entry?.requestId);
  });

  it('refuses bodies of another shape', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    const bodies = [{ reason: '' }, { reason: 5 }, { blocked: true }, { reason: 'x'.repeat(501) }];
    for (const body of bodies) {
      const { status, problem } = await world.post(token, `${pathOf(mia)}/block`, body);
      assert.deepEqual([status, problem.code], [400, 'body_invalid'], JSON.stringify(body));
    }
    for (const body of [{}, { level: 'forget' }, { level: 'remove', userId: lio }]) {
      const { problem } = await world.post(token, `${pathOf(mia)}/deprovision`, body);
      assert.equal(problem.code, 'body_invalid');
    }
  });
});
