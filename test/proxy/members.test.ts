import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultPolicy, parsePolicy } from '../../src/policy/index.js';
import type { AuditEntry } from '../../backend-proxy/src/index.js';
import { createWorld, fieldOf, people, type World } from './support.js';

const hal = 'auth0|ac3e00000000000000000002';
const acme = 'org_acme000000000000';

const pathOf = (userId: string) => `/v1/members/${encodeURIComponent(userId)}`;
const tokenOfHal = ({ tenant }: World) =>
  tenant.tokens.issueAccessToken({ userId: hal, organizationId: acme, permissions: ['support:members'] });
const tokenOfAdmin = ({ tenant }: World) =>
  tenant.tokens.issueAccessToken({
    userId: people.ada[0],
    organizationId: acme,
    permissions: ['manage:members'],
  });

async function patch(world: World, token: string, userId: string, body: object) {
  const etag = (await world.send(token, pathOf(userId))).headers.get('etag') ?? '"none"';
  return world.send(token, pathOf(userId), {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': etag },
    body: JSON.stringify(body),
  });
}

describe("a member's profile, for a help desk", () => {
  it('is the same document, and says that it is not their own', async () => {
    const world = createWorld();
    const { status, profile } = await world.send(await tokenOfHal(world), pathOf(people.mia[0]));
    assert.equal(status, 200);
    assert.equal(profile.own, false);
    assert.equal(profile.person.name, 'Mia Okafor');
    assert.deepEqual(
      profile.operations.map(({ name }) => name),
      ['password.reset', 'member.clear-lockout'],
    );
    assert.equal(fieldOf(profile, 'email')?.editable, false);
    assert.equal(fieldOf(profile, 'jobTitle')?.editable, true);
  });

  it('costs two calls once the helper is known', async () => {
    const world = createWorld();
    const token = await tokenOfHal(world);
    await world.send(token, pathOf(people.mia[0]));
    world.tenant.requests.clear();
    await world.send(token, pathOf(people.mia[0]));
    assert.equal(world.calls(), 2);
  });

  it('is edited within the policy, and recorded in the audit with the reason', async () => {
    const audit: AuditEntry[] = [];
    const policy = parsePolicy({
      ...defaultPolicy,
      safeguards: { ...defaultPolicy.safeguards, auditReason: 'required' },
    });
    const world = createWorld({ policy, audit: (entry) => audit.push(entry) });
    const token = await tokenOfHal(world);
    assert.equal((await world.send(token, pathOf(people.mia[0]))).profile.auditReason, 'required');

    const silent = await patch(world, token, people.mia[0], { fields: { jobTitle: 'Lead' } });
    assert.deepEqual([silent.status, silent.problem.code], [422, 'reason_required']);
    assert.deepEqual(
      audit.map(({ action, outcome, problem, fields, changes }) => [
        action,
        outcome,
        problem?.code,
        fields,
        changes,
      ]),
      [['profile.update', 'refused', 'reason_required', undefined, undefined]],
    );

    const rest = await patch(world, token, people.mia[0], {
      fields: { jobTitle: 'Lead' },
      reason: 'asked by phone, ticket 12',
    });
    assert.equal(rest.status, 200);
    assert.equal(audit.length, 2);
    const { requestId, correlationId, at, ...entry } = audit[1] ?? ({} as AuditEntry);
    assert.ok(requestId && at);
    assert.equal(correlationId, requestId);
    assert.deepEqual(entry, {
      actor: { userId: hal, delegated: false },
      organizationId: acme,
      targetUserId: people.mia[0],
      action: 'profile.update',
      outcome: 'done',
      fields: ['jobTitle'],
      changes: [{ field: 'jobTitle', from: 'Field Engineer', to: 'Lead' }],
      reason: 'asked by phone, ticket 12',
    });
  });

  it('is locked for a member of several organizations, with that reason', async () => {
    const world = createWorld();
    const { profile } = await world.send(await tokenOfHal(world), pathOf(people.sam[0]));
    assert.equal(fieldOf(profile, 'jobTitle')?.editable, false);
    assert.equal(fieldOf(profile, 'jobTitle')?.reason, 'shared-user');
  });

  it('of a blocked person offers no password reset, which would lift the block', async () => {
    const world = createWorld();
    const { profile } = await world.send(await tokenOfHal(world), pathOf(people.ben[0]));
    const reset = profile.operations.find(({ name }) => name === 'password.reset');
    assert.deepEqual([reset?.allowed, reset?.reason], [false, 'blocked']);
    const sent = await world.send(await tokenOfHal(world), `${pathOf(people.ben[0])}/password-reset`, {
      method: 'POST',
      headers: { 'idempotency-key': 'reset-of-ben' },
    });
    assert.deepEqual([sent.status, sent.problem.code], [403, 'operation_locked']);
    assert.equal(world.tenant.outbox.list().length, 0);
  });

  it('is the own one, with everything a person may do there, under the own id', async () => {
    const world = createWorld();
    const { profile } = await world.send(await tokenOfHal(world), pathOf(hal));
    assert.equal(profile.own, true);
    assert.ok(profile.operations.some(({ name }) => name === 'profile.delete'));
  });
});

describe('the wall around an organization', () => {
  const outsiders = [
    ['a member of another organization', people.grace[0]],
    ['somebody who does not exist', 'auth0|nobody0000000000000000'],
    ['an id with a slash', 'auth0|a/../b'],
    ['an id with dots', 'auth0|../..'],
    ['an id with a NUL', 'auth0|a\u0000b'],
    ['an id of a thousand letters and more', 'a'.repeat(1001)],
    ['an id in capitals', people.mia[0].toUpperCase()],
    ['an organization', acme],
  ] as const;
  const requests: readonly [method: string, path: string, body?: string][] = [
    ['GET', ''],
    ['PATCH', '', '{"fields":{"jobTitle":"Spy"}}'],
    ['POST', '/password-reset'],
    ['POST', '/email-verification'],
  ];

  for (const [label, userId] of outsiders) {
    it(`gives one and the same answer about ${label}`, async () => {
      const world = createWorld();
      for (const [method, path, body] of requests) {
        const { status, problem } = await world.send(await tokenOfAdmin(world), pathOf(userId) + path, {
          method,
          headers: {
            'content-type': 'application/json',
            'if-match': '"any"',
            'idempotency-key': `key-${method}-${path}`,
          },
          ...(body && { body }),
        });
        const { requestId: _, ...rest } = problem;
        assert.deepEqual(
          rest,
          {
            type: 'urn:orgdesk:problem:profile_not_found',
            title: 'Profile not found',
            status: 404,
            code: 'profile_not_found',
          },
          `${method} ${path}`,
        );
        assert.equal(status, 404);
      }
      assert.equal(world.tenant.requests.count({ method: 'PATCH' }), 0);
      assert.equal(world.tenant.outbox.list().length, 0);
    });
  }

  it('can’t be read without a role', async () => {
    const world = createWorld();
    const token = await world.tenant.tokens.issueAccessToken({
      userId: people.mia[0],
      organizationId: acme,
      permissions: [],
    });
    for (const userId of [people.ada[0], people.grace[0], 'auth0|nobody']) {
      const { status, problem } = await world.send(token, pathOf(userId));
      assert.deepEqual([status, problem.code, problem.reason], [403, 'operation_locked', 'not-allowed']);
    }
    assert.equal(world.calls(), 0);
  });

  it('is closed to a helper who was blocked or removed, whatever the token says', async () => {
    for (const leave of [
      (world: World) => world.tenant.users.update(hal, { blocked: true }),
      (world: World) => world.tenant.organizations.removeMember(acme, hal),
    ]) {
      const world = createWorld();
      const token = await tokenOfHal(world);
      leave(world);
      const { status } = await world.send(token, pathOf(people.mia[0]));
      assert.ok(status === 403 || status === 404, String(status));
    }
  });

  it('lets a token of one organization see nothing of another one the same person belongs to', async () => {
    const world = createWorld();
    const token = await world.tenant.tokens.issueAccessToken({
      userId: people.grace[0],
      organizationId: 'org_globex0000000000',
      permissions: ['manage:members'],
    });
    assert.equal((await world.send(token, pathOf(people.mia[0]))).status, 404);
  });
});
