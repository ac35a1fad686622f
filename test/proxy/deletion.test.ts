import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import type { DeletionPlan, DeletionReceipt } from '../../src/contract/index.js';
import { createWorld, people, type PersonName, type World } from './support.js';

const hal = 'auth0|ac3e00000000000000000002';
const acme = 'org_acme000000000000';
const authTime = 'https://orgdesk.dev/auth_time';
const now = () => Math.floor(Date.now() / 1000);

const freshTokenOf = ({ tenant }: World, [userId, organizationId]: readonly [string, string]) =>
  tenant.tokens.issueAccessToken({ userId, organizationId, [authTime]: now() });

async function remove(world: World, person: PersonName) {
  return world.send(await freshTokenOf(world, people[person]), '/v1/profile', { method: 'DELETE' });
}

describe('deleting one’s own account', () => {
  it('says that linked sign-in methods go with the account, before and after', async () => {
    const world = createWorld();
    const [userId] = people.mia;
    const plan = async () => {
      const { text } = await world.send(await freshTokenOf(world, people.mia), '/v1/profile/deletion');
      return (JSON.parse(text) as DeletionPlan).operation.consequences;
    };
    assert.ok(!(await plan()).includes('removes-linked-identities'));
    const primary = world.tenant.users.get(userId)?.identities ?? [];
    const linked = {
      connection: 'globex-saml',
      provider: 'samlp',
      user_id: 'globex-saml|mia',
      isSocial: false,
    };
    world.tenant.users.update(userId, { identities: [...primary, linked] });
    assert.ok((await plan()).includes('removes-linked-identities'));
    const receipt = JSON.parse((await remove(world, 'mia')).text) as DeletionReceipt;
    assert.deepEqual(receipt.done, ['account', 'linked-identities', 'memberships', 'sessions']);
  });

  it('deletes the account, with a receipt of what was done and what was not', async () => {
    const world = createWorld();
    const { status, text } = await remove(world, 'mia');
    assert.equal(status, 200);
    const receipt = JSON.parse(text) as DeletionReceipt;
    assert.deepEqual(receipt.done, ['account', 'memberships', 'sessions']);
    assert.deepEqual(receipt.notDone, ['other-systems', 'backups', 'issued-access-tokens']);
    assert.ok(Date.parse(receipt.accessTokensUntil ?? '') > Date.now(), receipt.accessTokensUntil ?? '');
    assert.equal(world.tenant.users.get(people.mia[0]), undefined);
    const after = await world.read('mia');
    assert.deepEqual([after.status, after.problem.code], [404, 'profile_not_found']);
  });

  it('requires a recent sign-in', async () => {
    const world = createWorld();
    const [userId, organizationId] = people.mia;
    for (const at of [now() - 301, undefined]) {
      const token = await world.tenant.tokens.issueAccessToken({ userId, organizationId, [authTime]: at });
      const answer = await world.send(token, '/v1/profile', { method: 'DELETE' });
      assert.deepEqual(
        [answer.status, answer.problem.code, answer.problem.maxAge],
        [401, 'step_up_required', 300],
      );
      assert.match(answer.headers.get('www-authenticate') ?? '', /max_age="300"/);
    }
    assert.ok(world.tenant.users.get(userId));
  });

  it('is not available if the next sign-in would create the account again', async () => {
    for (const person of ['grace', 'ivy'] as const) {
      const { status, problem } = await remove(createWorld(), person);
      assert.deepEqual(
        [status, problem.code, problem.reason],
        [403, 'operation_locked', 'recreated-at-login'],
      );
    }
  });

  it('is refused in a delegated session', async () => {
    const world = createWorld();
    const [userId, organizationId] = people.mia;
    const token = await world.tenant.tokens.issueAccessToken({
      userId,
      organizationId,
      [authTime]: now(),
      act: { sub: 'auth0|support' },
    });
    const { problem } = await world.send(token, '/v1/profile', { method: 'DELETE' });
    assert.equal(problem.reason, 'delegated-session');
  });

  it('has a plan that changes nothing', async () => {
    const world = createWorld();
    const { text } = await world.send(await world.tokenOf('sam'), '/v1/profile/deletion');
    const plan = JSON.parse(text) as DeletionPlan;
    assert.equal(plan.operation.allowed, true);
    assert.deepEqual([plan.organization.name, plan.otherOrganizations], ['acme', 1]);
    assert.ok(world.tenant.users.get(people.sam[0]));
    assert.ok(!/globex/i.test(text), text);
  });
});

describe('the last administrator', () => {
  const twoAdmins = (world: World) =>
    world.tenant.organizations.setMemberRoles(acme, hal, ['rol_admin00000000000']);

  it('can’t delete the account, and the plan says so', async () => {
    const world = createWorld();
    const plan = await world.send(await freshTokenOf(world, people.ada), '/v1/profile/deletion');
    const { operation } = JSON.parse(plan.text) as DeletionPlan;
    assert.deepEqual([operation.allowed, operation.reason], [false, 'last-admin']);
    const { status, problem } = await remove(world, 'ada');
    assert.deepEqual([status, problem.code, problem.reason], [403, 'operation_locked', 'last-admin']);
    assert.ok(world.tenant.users.get(people.ada[0]));
  });

  it('is not the last one while another admin can sign in', async () => {
    const world = createWorld();
    twoAdmins(world);
    world.tenant.clock.advance(2000);
    world.tenant.users.update(hal, { blocked: true });
    assert.equal((await remove(world, 'ada')).problem.reason, 'last-admin');
    world.tenant.users.update(hal, { blocked: false });
    assert.equal((await remove(world, 'ada')).status, 200);
  });

  it('is recognized although the member list lags behind', async () => {
    const world = createWorld();
    twoAdmins(world);
    world.tenant.clock.advance(2000);
    world.tenant.organizations.setMemberRoles(acme, hal, []);
    // The list still shows the second administrator.
    assert.equal((await remove(world, 'ada')).problem.reason, 'last-admin');
  });

  it('stays if the last two delete their accounts at the same moment', async () => {
    for (let race = 0; race < 10; race += 1) {
      const world = createWorld();
      twoAdmins(world);
      world.tenant.clock.advance(2000);
      const halToken = await freshTokenOf(world, [hal, acme]);
      const answers = await Promise.all([
        remove(world, 'ada'),
        world.send(halToken, '/v1/profile', { method: 'DELETE' }),
      ]);
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 403]);
    }
  });
});

describe('the erasure webhook', () => {
  const secret = 'a-secret-of-the-product-0123';

  function withWebhook(answer: () => Response | Promise<Response>) {
    const heard: { headers: Headers; body: string }[] = [];
    const world = createWorld(
      { erasure: { url: 'https://app.example/erase', secret } },
      {
        intercept: async (request, callOn) => {
          if (!request.url.startsWith('https://app.example/')) return callOn();
          heard.push({ headers: request.headers, body: await request.text() });
          return answer();
        },
      },
    );
    return { world, heard };
  }

  it('is called first, signed, and listed in the receipt', async () => {
    const { world, heard } = withWebhook(() => {
      assert.ok(world.tenant.users.get(people.mia[0]));
      return new Response(null, { status: 204 });
    });
    const { text } = await remove(world, 'mia');
    assert.deepEqual((JSON.parse(text) as DeletionReceipt).done, [
      'product-data',
      'account',
      'memberships',
      'sessions',
    ]);
    const { headers, body } = heard[0] ?? { headers: new Headers(), body: '' };
    assert.deepEqual(JSON.parse(body), {
      type: 'account.erasure_requested',
      data: { user_id: people.mia[0], organization_id: acme },
    });
    const message = `${headers.get('webhook-id')}.${headers.get('webhook-timestamp')}.${body}`;
    const expected = createHmac('sha256', secret).update(message).digest('base64');
    assert.equal(headers.get('webhook-signature'), `v1,${expected}`);
    assert.ok(!headers.has('authorization'));
  });

  const failures: [string, () => Response | Promise<Response>][] = [
    ['refuses', () => new Response('no', { status: 409 })],
    ['breaks', () => Promise.reject(new TypeError('fetch failed'))],
    ['redirects', () => new Response(null, { status: 307, headers: { location: 'https://evil.example/' } })],
  ];
  for (const [label, answer] of failures) {
    it(`stops the deletion when it ${label}`, async () => {
      const { world } = withWebhook(answer);
      const { status, problem } = await remove(world, 'mia');
      assert.deepEqual([status, problem.code], [502, 'erasure_failed']);
      assert.ok(world.tenant.users.get(people.mia[0]));
    });
  }

  it('gets the same ID when the deletion is repeated', async () => {
    const { world, heard } = withWebhook(() => new Response(null, { status: 204 }));
    world.tenant.faults.add({ method: 'DELETE', path: '/api/v2/users/*', status: 503 });
    assert.equal((await remove(world, 'mia')).status, 502);
    assert.equal((await remove(world, 'mia')).status, 200);
    const ids = heard.map(({ headers }) => headers.get('webhook-id'));
    assert.equal(ids.length, 2);
    assert.equal(ids[0], ids[1]);
  });

  it('is announced in the plan', async () => {
    const { world } = withWebhook(() => new Response(null, { status: 204 }));
    const { text } = await world.send(await world.tokenOf('mia'), '/v1/profile/deletion');
    assert.ok(
      (JSON.parse(text) as DeletionPlan).operation.consequences.includes('erases-product-data'),
      text,
    );
  });
});
