import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { signIn } from '../../backend-proxy/dev-tenant/index.js';
import { defaultPolicy, parsePolicy } from '../../src/policy/index.js';
import type { MemberPage, MemberSecurity } from '../../src/contract/index.js';
import {
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
    const { id, at, accessTokensUntil, ...rest } = receipt;
    assert.ok(id && Date.parse(at) > 0);
    // The tokens of the dev tenant live for a day.
    assert.ok(Math.abs(Date.parse(accessTokensUntil ?? '') - Date.now() - 86_400_000) < 60_000);
    assert.deepEqual(rest, {
      userId: mia,
      operation: 'member.block',
      done: ['block-account', 'end-sessions', 'revoke-refresh-tokens'],
      notDone: [],
      notCovered: ['issued-access-tokens', 'application-sessions'],
      status: ['blocked'],
    });
    assert.equal(world.tenant.users.get(mia)?.blocked, true);
    await assert.rejects(signInMia(world));
  });

  it('succeeds with `already` for a blocked member', async () => {
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
    assert.deepEqual([receipt.notDone, receipt.notCovered], [[], []]);
    const { text } = await world.send(token, `${pathOf(sam)}/security`);
    assert.deepEqual((JSON.parse(text) as MemberSecurity).methods, []);
  });

  it('succeeds for a member without any', async () => {
    const world = createOperationWorld();
    const receipt = receiptOf(await world.post(await adaOf(world), `${pathOf(lio)}/mfa-reset`));
    assert.deepEqual(receipt.already, ['remove-authenticator']);
  });

  it('is shown beforehand by kind and name', async () => {
    const world = createOperationWorld();
    const { text } = await world.send(await adaOf(world), `${pathOf(mia)}/security`);
    const { methods = [] } = JSON.parse(text) as MemberSecurity;
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
