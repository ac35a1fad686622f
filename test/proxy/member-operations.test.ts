import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { signIn } from '../../backend-proxy/dev-tenant/index.js';
import { defaultPolicy, parsePolicy } from '../../src/policy/index.js';
import type { MemberPage, MemberSecurity } from '../../src/contract/index.js';
import {
  acme,
  adaOf,
  createOperationWorld,
  globex,
  gus,
  ian,
  initech,
  lio,
  pathOf,
  receiptOf,
  type OperationWorld,
} from './operation-world.js';
import { people } from './support.js';

const paths = ['block', 'unblock', 'clear-lockout', 'mfa-reset', 'revoke-access'] as const;
const mia = people.mia[0];
const signInMia = ({ tenant }: OperationWorld) =>
  signIn(tenant, { username: 'mia@acme.example', organization: 'acme' });

describe('blocking a member', () => {
  it('blocks the account, ends the sessions and revokes the refresh tokens, and says what it never reaches', async () => {
    const world = createOperationWorld();
    await signInMia(world);
    const receipt = receiptOf(await world.post(await adaOf(world), `${pathOf(mia)}/block`));
    const { id, at, ...told } = receipt;
    assert.ok(id && Date.parse(at) > 0);
    assert.deepEqual(told, {
      userId: mia,
      operation: 'member.block',
      done: ['block-account', 'end-sessions', 'revoke-refresh-tokens'],
      notDone: [],
      beyond: ['issued-access-tokens', 'application-sessions'],
      status: ['blocked'],
    });
    assert.equal(world.tenant.users.get(mia)?.blocked, true);
    await assert.rejects(signInMia(world));
  });

  it('is a success that says so where somebody is blocked already', async () => {
    const world = createOperationWorld();
    const receipt = receiptOf(await world.post(await adaOf(world), `${pathOf(people.ben[0])}/block`));
    assert.deepEqual(receipt.already, ['block-account']);
    assert.deepEqual(receipt.done, ['end-sessions', 'revoke-refresh-tokens']);
    assert.deepEqual(receipt.status, ['blocked']);
    assert.equal(world.calls({ method: 'PATCH' }), 0);
  });

  it('is shown by lists at once, and lifted there at once', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    const statusOf = async () => {
      const page = JSON.parse((await world.send(token, '/v1/members')).text) as MemberPage;
      return page.members.find(({ userId }) => userId === mia)?.status;
    };
    assert.deepEqual(await statusOf(), []);
    receiptOf(await world.post(token, `${pathOf(mia)}/block`));
    assert.deepEqual(await statusOf(), ['blocked']);
    const receipt = receiptOf(await world.post(token, `${pathOf(mia)}/unblock`));
    assert.deepEqual([receipt.done, receipt.status], [['unblock-account'], []]);
    assert.deepEqual(await statusOf(), []);
  });

  it('stops a helper at their next request, whatever their token and every memory says', async () => {
    const world = createOperationWorld();
    const helper = await world.token(...people.hal);
    assert.equal((await world.send(helper, pathOf(mia))).status, 200);
    receiptOf(await world.post(await adaOf(world), `${pathOf(people.hal[0])}/block`));
    const { status, problem } = await world.send(helper, pathOf(mia));
    assert.deepEqual([status, problem.code], [403, 'user_blocked']);
  });

  it('costs five calls', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    receiptOf(await world.post(token, `${pathOf(lio)}/block`));
    world.tenant.requests.clear();
    receiptOf(await world.post(token, `${pathOf(mia)}/block`));
    // The person and their organizations, their roles, the block, their access.
    assert.equal(world.calls(), 5);
  });
});

describe('a lock-out', () => {
  it('is another thing than a block: cleared by itself, also by a help desk', async () => {
    const world = createOperationWorld();
    const helper = await world.token(...people.hal);
    const lockouts = async () => {
      const { text } = await world.send(helper, `${pathOf(lio)}/security`);
      return (JSON.parse(text) as MemberSecurity).lockouts;
    };
    assert.deepEqual(await lockouts(), [{ identifier: 'lio@acme.example', ip: '127.0.0.1' }]);
    const receipt = receiptOf(await world.post(helper, `${pathOf(lio)}/clear-lockout`));
    assert.deepEqual(receipt.done, ['clear-lockout']);
    assert.deepEqual(await lockouts(), []);
  });

  it('is not cleared by lifting a block', async () => {
    const world = createOperationWorld();
    const receipt = receiptOf(await world.post(await adaOf(world), `${pathOf(lio)}/unblock`));
    assert.deepEqual([receipt.done, receipt.already], [[], ['unblock-account']]);
    assert.equal(world.calls({ method: 'DELETE' }) + world.calls({ method: 'PATCH' }), 0);
    assert.deepEqual(world.audit, []);
  });
});

describe('resetting second factors', () => {
  const unrestricted = parsePolicy({
    ...defaultPolicy,
    safeguards: { ...defaultPolicy.safeguards, sharedUsers: 'unrestricted' },
  });

  it('removes each by itself, passkeys too, and forgets the browsers that need none', async () => {
    const world = createOperationWorld({ policy: unrestricted });
    const token = await adaOf(world);
    const sam = people.sam[0];
    const receipt = receiptOf(await world.post(token, `${pathOf(sam)}/mfa-reset`));
    assert.deepEqual(receipt.done, [
      'remove-authenticator',
      'remove-authenticator',
      'forget-trusted-browsers',
    ]);
    assert.deepEqual([receipt.notDone, receipt.beyond], [[], []]);
    const { text } = await world.send(token, `${pathOf(sam)}/security`);
    assert.deepEqual((JSON.parse(text) as MemberSecurity).methods, []);
  });

  it('of somebody without any is a success', async () => {
    const world = createOperationWorld();
    const receipt = receiptOf(await world.post(await adaOf(world), `${pathOf(lio)}/mfa-reset`));
    assert.deepEqual(receipt.already, ['remove-authenticator']);
  });

  it('is shown beforehand by kind and name', async () => {
    const world = createOperationWorld();
    const { text } = await world.send(await adaOf(world), `${pathOf(mia)}/security`);
    const { methods } = JSON.parse(text) as MemberSecurity;
    assert.deepEqual(
      methods.map(({ type, name }) => [type, name]),
      [['totp', 'Phone']],
    );
    assert.equal(world.calls({ path: /user-blocks|authentication-methods/ }), 2);
  });
});

describe('revoking access', () => {
  it('ends the sessions and the refresh tokens in one call', async () => {
    const world = createOperationWorld();
    await signInMia(world);
    const receipt = receiptOf(await world.post(await adaOf(world), `${pathOf(mia)}/revoke-access`));
    assert.deepEqual(receipt.done, ['end-sessions', 'revoke-refresh-tokens']);
    assert.equal(world.calls({ method: 'POST', path: /revoke-access$/ }), 1);
  });

  it('on a plan without sessions revokes the refresh tokens one by one, and says what is missing', async () => {
    const world = createOperationWorld({}, { plan: 'free' });
    const { refreshToken } = await signInMia(world);
    assert.ok(refreshToken);
    const token = await adaOf(world);
    const receipt = receiptOf(await world.post(token, `${pathOf(mia)}/revoke-access`));
    assert.deepEqual(receipt.done, ['revoke-refresh-tokens']);
    assert.deepEqual(receipt.notDone, [{ step: 'end-sessions', code: 'feature_unavailable' }]);
    assert.equal(world.calls({ method: 'DELETE', path: /device-credentials/ }), 1);
    const again = receiptOf(await world.post(token, `${pathOf(mia)}/revoke-access`));
    assert.deepEqual(again.already, ['revoke-refresh-tokens']);
  });

  it('reaches people of every connection', async () => {
    const cases = [
      [gus, globex, people.grace[0]],
      [people.ivy[0], initech, ian],
    ] as const;
    for (const [admin, organization, target] of cases) {
      const world = createOperationWorld();
      const token = await world.token(admin, organization);
      for (const path of paths) {
        const receipt = receiptOf(await world.post(token, `${pathOf(target)}/${path}`));
        assert.deepEqual(receipt.notDone, [], `${target} ${path}`);
      }
    }
  });
});

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
      const body = path === 'deprovision' ? { rung: 'remove' } : undefined;
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
        const body = path === 'deprovision' ? { rung: 'delete' } : undefined;
        const { status, problem } = await world.post(token, `${pathOf(userId)}/${path}`, body);
        assert.deepEqual([status, problem.code], [404, 'profile_not_found'], path);
      }
      for (const path of ['security', 'deprovision']) {
        assert.equal((await world.send(token, `${pathOf(userId)}/${path}`)).status, 404, path);
      }
    }
    assert.ok(world.tenant.requests.list().every(({ area, method }) => area === 'oidc' || method === 'GET'));
  });

  it('is nobody for themselves: the own account has ways of its own', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    for (const path of paths) {
      const { status, problem } = await world.post(token, `${pathOf(people.ada[0])}/${path}`);
      assert.deepEqual([status, problem.reason], [403, 'not-allowed'], path);
    }
  });

  it('is nobody for somebody of several organizations, but to remove them from their own', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    for (const path of paths) {
      const { status, problem } = await world.post(token, `${pathOf(people.sam[0])}/${path}`);
      assert.deepEqual([status, problem.reason], [403, 'shared-user'], path);
    }
    const receipt = receiptOf(
      await world.post(token, `${pathOf(people.sam[0])}/deprovision`, { rung: 'remove' }),
    );
    assert.deepEqual(receipt.done, ['remove-membership']);
    assert.ok(receipt.beyond.includes('other-organizations'));
    assert.ok(world.tenant.users.get(people.sam[0]));
  });

  it('is nobody who acts with somebody else’s session', async () => {
    const world = createOperationWorld();
    const token = await world.token(...people.ada, { act: { sub: 'auth0|support' } });
    const { problem } = await world.post(token, `${pathOf(mia)}/block`);
    assert.equal(problem.reason, 'delegated-session');
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
    assert.deepEqual(world.audit, []);
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
        actor: { userId: people.ada[0], delegated: false },
        organizationId: acme,
        targetUserId: mia,
        action: 'member.block',
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
    for (const body of [{}, { rung: 'forget' }, { rung: 'remove', userId: lio }]) {
      const { problem } = await world.post(token, `${pathOf(mia)}/deprovision`, body);
      assert.equal(problem.code, 'body_invalid');
    }
  });
});
