import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultPolicy, parsePolicy } from '../../src/policy/index.js';
import type { DeprovisionPlan, MemberPage, DeprovisionLevel } from '../../src/contract/index.js';
import {
  acme,
  adaOf,
  adminRole,
  createOperationWorld,
  globex,
  gus,
  ian,
  initech,
  lio,
  pathOf,
  planOf,
  receiptOf,
  type OperationWorld,
} from './operation-world.js';
import { people } from './support.js';

const mia = people.mia[0];
const levelOf = ({ levels }: DeprovisionPlan, name: DeprovisionLevel) =>
  levels.find(({ level }) => level === name);
/** Mia can sign in with a second identity from now on. */
function linkIdentity({ tenant }: OperationWorld): void {
  const own = tenant.users.get(mia)?.identities ?? [];
  const linked = { connection: 'globex-saml', provider: 'samlp', user_id: 'mia', isSocial: false };
  tenant.users.update(mia, { identities: [...own, linked] });
}
const recommended = ({ levels }: DeprovisionPlan) =>
  levels.filter((each) => each.recommended).map(({ level }) => level);
const run = (world: OperationWorld, token: string, userId: string, level: DeprovisionLevel) =>
  world.post(token, `${pathOf(userId)}/deprovision`, { level });
const invite = (world: OperationWorld, token: string, email: string) =>
  world.post(token, '/v1/invitations', { invitations: [{ email }], roles: [] });

describe('the plan', () => {
  it('lists the levels with their steps for a database user, and changes nothing', async () => {
    const world = createOperationWorld();
    const plan = await planOf(world, await adaOf(world), mia);
    assert.deepEqual(plan.person, {
      userId: mia,
      name: 'Mia Okafor',
      email: 'mia@acme.example',
      picture: plan.person.picture,
    });
    assert.deepEqual(plan.connection, { class: 'database', label: 'Acme accounts' });
    assert.deepEqual(
      plan.levels.map(({ level, steps, regainPaths, operation }) => [
        level,
        steps,
        regainPaths,
        operation.allowed,
      ]),
      [
        ['remove', ['remove-membership'], [], true],
        ['revoke-access', ['end-sessions', 'revoke-refresh-tokens'], [], true],
        ['block', ['block-account', 'end-sessions', 'revoke-refresh-tokens'], [], true],
        ['delete', ['delete-account'], [], true],
      ],
    );
    assert.deepEqual(recommended(plan), ['remove']);
    assert.deepEqual(levelOf(plan, 'delete')?.operation.stepUp, { maxAge: 300 });
    assert.ok(world.tenant.requests.list().every(({ area, method }) => area === 'oidc' || method === 'GET'));
  });

  it('of a federated person recommends to block: everything else the next sign-in would undo', async () => {
    const world = createOperationWorld();
    const plan = await planOf(world, await world.token(gus, globex), people.grace[0]);
    assert.deepEqual(recommended(plan), ['block']);
    assert.deepEqual(levelOf(plan, 'remove')?.regainPaths, ['joins-at-login']);
    assert.deepEqual(levelOf(plan, 'delete')?.regainPaths, ['recreated-at-login', 'joins-at-login']);
    assert.deepEqual(levelOf(plan, 'block')?.regainPaths, []);
    const social = await planOf(world, await world.token(people.ivy[0], initech), ian);
    assert.deepEqual(recommended(social), ['block']);
    assert.deepEqual(levelOf(social, 'remove')?.regainPaths, []);
    assert.deepEqual(levelOf(social, 'delete')?.regainPaths, ['recreated-at-login']);
  });

  it('where everybody who signs in is a member does not recommend to remove', async () => {
    const world = createOperationWorld();
    const umar = 'auth0|b3e11a000000000000000002';
    const plan = await planOf(world, await world.token(...people.uma), umar);
    assert.deepEqual(levelOf(plan, 'remove')?.regainPaths, ['joins-at-login']);
    assert.deepEqual(recommended(plan), ['block']);
  });

  it('of someone of several organizations leaves only to remove them from this one', async () => {
    const world = createOperationWorld();
    const plan = await planOf(world, await adaOf(world), people.sam[0]);
    assert.deepEqual(
      plan.levels.map(({ operation }) => operation.reason),
      [undefined, 'shared-user', 'shared-user', 'shared-user'],
    );
    assert.deepEqual(recommended(plan), ['remove']);
  });

  it('of someone who is blocked has no step to block them', async () => {
    const world = createOperationWorld();
    const plan = await planOf(world, await adaOf(world), people.ben[0]);
    assert.deepEqual(levelOf(plan, 'block')?.steps, ['end-sessions', 'revoke-refresh-tokens']);
  });

  it('takes back the invitations that would let the person in again, or names them to who may not', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    assert.equal((await invite(world, token, 'MIA@acme.example')).status, 200);
    world.tenant.requests.clear();
    const plan = await planOf(world, token, mia);
    assert.equal(levelOf(plan, 'remove')?.regainPaths.includes('pending-invitation'), false);
  });

  it('tells the last administrator apart', async () => {
    const world = createOperationWorld();
    const hal = people.hal[0];
    world.tenant.organizations.setMemberRoles(acme, hal, [adminRole]);
    world.tenant.users.update(people.ada[0], { blocked: true });
    world.tenant.clock.advance(2_000);
    const token = await world.token(lio, acme, { permissions: ['manage:members'] });
    const plan = await planOf(world, token, hal);
    assert.deepEqual(
      plan.levels.map(({ level, operation }) => [level, operation.reason]),
      [
        ['remove', 'last-admin'],
        ['revoke-access', undefined],
        ['block', 'last-admin'],
        ['delete', 'last-admin'],
      ],
    );
    assert.deepEqual(recommended(plan), []);
    for (const level of ['remove', 'block', 'delete'] as const) {
      const { status, problem } = await run(world, token, hal, level);
      assert.deepEqual([status, problem.reason], [403, 'last-admin'], level);
    }
  });

  it('is closed to a help desk, to whom no level is open', async () => {
    const world = createOperationWorld();
    const { status, problem } = await world.send(
      await world.token(...people.hal),
      `${pathOf(mia)}/deprovision`,
    );
    assert.deepEqual([status, problem.code, problem.reason], [403, 'operation_locked', 'not-allowed']);
  });

  it('costs four calls of someone who administers nothing', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    await planOf(world, token, lio);
    world.tenant.clock.advance(11_000);
    world.tenant.requests.clear();
    await planOf(world, token, mia);
    // The person and their organizations, their roles; the invitations are shared for ten seconds.
    assert.equal(world.calls(), 3);
  });
});

describe('removing someone from the organization', () => {
  it('takes the membership and leaves the account', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    const receipt = receiptOf(await run(world, token, mia, 'remove'));
    assert.deepEqual(
      [receipt.operation, receipt.done, receipt.notDone, receipt.status],
      ['membership.remove', ['remove-membership'], [], []],
    );
    assert.ok(world.tenant.users.get(mia));
    assert.equal((await world.send(token, pathOf(mia))).status, 404);
    assert.equal((await run(world, token, mia, 'remove')).status, 404);
  });

  it('is true in lists at once', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    const isListed = async () =>
      (JSON.parse((await world.send(token, '/v1/members')).text) as MemberPage).members.some(
        ({ userId }) => userId === mia,
      );
    assert.equal(await isListed(), true);
    receiptOf(await run(world, token, mia, 'remove'));
    assert.equal(await isListed(), false);
  });

  it('takes back an invitation to the same address, and writes that down too', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    await invite(world, token, 'new@acme.example');
    // The address of someone who is a member cannot be invited: it is changed afterwards.
    world.tenant.users.update(mia, { email: 'new@acme.example' });
    const plan = await planOf(world, token, mia);
    assert.deepEqual(levelOf(plan, 'remove')?.steps, ['remove-membership', 'revoke-invitations']);
    const receipt = receiptOf(await run(world, token, mia, 'remove'));
    assert.deepEqual(receipt.done, ['remove-membership', 'revoke-invitations']);
    assert.deepEqual(world.audit.map(({ action }) => action).slice(-2), [
      'invitation.revoke',
      'membership.remove',
    ]);
    const left = JSON.parse((await world.send(token, '/v1/invitations')).text) as {
      invitations: { email: string; state: string }[];
    };
    const invitation = left.invitations.find(({ email }) => email === 'new@acme.example');
    assert.notEqual(invitation?.state, 'pending');
  });

  it('leaves that invitation to who may take invitations back, and the plan says so', async () => {
    const rules = defaultPolicy.rules.map((rule) =>
      rule.id === 'admin-organization'
        ? { ...rule, operations: rule.operations?.filter((name) => name !== 'invitation.revoke') }
        : rule,
    );
    const policy = parsePolicy({ ...defaultPolicy, rules });
    const world = createOperationWorld({ policy });
    const token = await adaOf(world);
    await invite(world, token, 'new@acme.example');
    world.tenant.users.update(mia, { email: 'new@acme.example' });
    const plan = await planOf(world, token, mia);
    assert.deepEqual(levelOf(plan, 'remove')?.steps, ['remove-membership']);
    assert.deepEqual(levelOf(plan, 'remove')?.regainPaths, ['pending-invitation']);
    assert.deepEqual(recommended(plan), ['block']);
    assert.deepEqual(receiptOf(await run(world, token, mia, 'remove')).done, ['remove-membership']);
  });
});

describe('deleting someone', () => {
  it('needs a fresh sign-in, and leaves nothing', async () => {
    const world = createOperationWorld();
    const stale = await world.token(...people.ada, {
      'https://orgdesk.dev/auth_time': Math.floor(Date.now() / 1000) - 301,
    });
    const refused = await run(world, stale, mia, 'delete');
    assert.deepEqual(
      [refused.status, refused.problem.code, refused.problem.maxAge],
      [401, 'step_up_required', 300],
    );
    assert.ok(world.tenant.users.get(mia));
    const receipt = receiptOf(await run(world, await adaOf(world), mia, 'delete'));
    assert.deepEqual([receipt.done, receipt.status], [['delete-account'], []]);
    assert.equal(world.tenant.users.get(mia), undefined);
  });

  it('deletes linked identities with the account, and says so before and after', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    linkIdentity(world);
    const plan = await planOf(world, token, mia);
    assert.deepEqual(levelOf(plan, 'delete')?.steps, ['delete-account', 'delete-linked-identities']);
    for (const level of ['remove', 'revoke-access', 'block'] as const)
      assert.equal(levelOf(plan, level)?.steps.includes('delete-linked-identities'), false, level);
    const receipt = receiptOf(await run(world, token, mia, 'delete'));
    assert.deepEqual(receipt.done, ['delete-account', 'delete-linked-identities']);
    assert.equal(world.tenant.users.get(mia), undefined);
  });

  it('says nothing of linked identities if the account stays', async () => {
    const world = createOperationWorld();
    const token = await adaOf(world);
    linkIdentity(world);
    world.tenant.faults.add({ method: 'DELETE', path: '/api/v2/users/*', status: 403 });
    const { status, text } = await run(world, token, mia, 'delete');
    assert.equal(status, 502);
    assert.doesNotMatch(text, /delete-linked-identities/);
    assert.ok(world.tenant.users.get(mia));
  });

  it('tells the product first, and stops where it refuses', async () => {
    const heard: string[] = [];
    let answer = 500;
    const world = createOperationWorld(
      { erasure: { url: 'https://app.example/erase', secret: 'a-secret-of-the-product-0123' } },
      {
        intercept: async (request, callOn) => {
          if (!request.url.startsWith('https://app.example/')) return callOn();
          heard.push(await request.text());
          return new Response(null, { status: answer });
        },
      },
    );
    const token = await adaOf(world);
    const refused = await run(world, token, mia, 'delete');
    assert.deepEqual([refused.status, refused.problem.code], [502, 'erasure_failed']);
    assert.ok(world.tenant.users.get(mia));
    answer = 204;
    receiptOf(await run(world, token, mia, 'delete'));
    assert.equal(heard.length, 2);
    assert.equal(heard[0], heard[1]);
  });
});
