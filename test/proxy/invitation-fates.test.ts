import assert from 'node:assert/strict';
import { describe, it, mock, type TestContext } from 'node:test';
import type { InvitationLink, InvitationResent } from '../../src/contract/index.js';
import { defaultPolicy, parsePolicy } from '../../src/policy/index.js';
import { createMemoryStorage, type AuditEntry } from '../../backend-proxy/src/index.js';
import { acme, createInvitationWorld, outcomesOf, roles, type InvitationWorld } from './invitation-world.js';
import { people } from './support.js';

const at = (id: string, more = '') => `/v1/invitations/${id}${more}`;
const stateOf = async (world: InvitationWorld, id: string) =>
  (await world.list()).invitations.find((one) => one.id === id)?.state;
/** Auth0 forgets it, as it does when someone uses it. */
const forget = (world: InvitationWorld, id: string) =>
  world.atTenant('DELETE', `/organizations/${acme}/invitations/${id}`);

/** What was just made is shown for a while whatever Auth0 lists; the tests do not wait for that. */
async function withinAMinute<T>(later: () => Promise<T>): Promise<T> {
  const { now } = Date;
  Date.now = () => now() + 31_000;
  try {
    return await later();
  } finally {
    Date.now = now;
  }
}

/** Moves the clock past what the list shows of a new invitation whatever Auth0 lists. */
function wait(test: TestContext, ms: number): void {
  mock.timers.enable({ apis: ['Date'], now: Date.now() + ms });
  test.after(() => mock.timers.reset());
}

describe('the list of invitations', () => {
  it('has the newest first, in pages that show each once', async () => {
    const world = await createInvitationWorld();
    for (let batch = 0; batch < 2; batch += 1) {
      await world.invite(Array.from({ length: 40 }, (_, index) => `new${batch * 40 + index}@acme.example`));
    }
    const first = await world.list();
    const second = await world.list(`?cursor=${encodeURIComponent(first.next ?? '')}`);
    assert.deepEqual([first.invitations.length, second.next], [50, null]);
    const all = [...first.invitations, ...second.invitations];
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
    assert.equal(all.filter(({ email }) => email.startsWith('new')).length, 80);
    const times = all.map(({ createdAt }) => Date.parse(createdAt));
    assert.deepEqual(
      times,
      [...times].sort((a, b) => b - a),
    );
  });

  it('costs one call once the caller is known', async () => {
    const world = await createInvitationWorld();
    await world.invited('new@acme.example', { roles: [roles.member] });
    await world.list();
    world.tenant.requests.clear();
    await world.list();
    assert.equal(world.calls(), 1);
  });

  it('never asks Auth0 for a link', async () => {
    const world = await createInvitationWorld();
    await world.invited('new@acme.example');
    const page = await world.list();
    assert.doesNotMatch(JSON.stringify(page) + JSON.stringify(world.log), /ticket|invitation_url|https?:/);
  });

  it('refuses a cursor that it did not write', async () => {
    const world = await createInvitationWorld();
    for (const cursor of ['x', '', btoa('[0,0]'), btoa('[20,1]'), btoa('{}'), btoa('["1",2]')]) {
      const { status, problem } = await world.request('GET', `/v1/invitations?cursor=${cursor}`);
      assert.deepEqual([status, problem.code], [400, 'query_invalid'], cursor);
    }
  });
});

describe('an invitation that is no longer there', () => {
  it('was accepted, when its address is a member now', async () => {
    const world = await createInvitationWorld();
    const { id } = await world.invited('grace@globex.example');
    await world.atTenant('POST', `/organizations/${acme}/members`, { members: [people.grace[0]] });
    await forget(world, id);
    assert.equal(await withinAMinute(() => stateOf(world, id)), 'accepted');
  });

  it('is no longer open, when its address is no member: nothing shows who used it', async () => {
    const world = await createInvitationWorld();
    const { id } = await world.invited('grace@globex.example');
    await forget(world, id);
    assert.equal(await withinAMinute(() => stateOf(world, id)), 'gone');
    // Found out once, and remembered.
    world.tenant.requests.clear();
    assert.equal(await withinAMinute(() => stateOf(world, id)), 'gone');
    assert.equal(world.calls({ path: /users-by-email/ }), 0);
  });

  it('is no longer open, when the person who accepted it has left again', async () => {
    const world = await createInvitationWorld();
    const { id } = await world.invited('grace@globex.example');
    await world.atTenant('POST', `/organizations/${acme}/members`, { members: [people.grace[0]] });
    await forget(world, id);
    await world.atTenant('DELETE', `/organizations/${acme}/members`, { members: [people.grace[0]] });
    assert.equal(await withinAMinute(() => stateOf(world, id)), 'gone');
  });

  it('turns out to be accepted when the search finds its address in other capitals later', async (test) => {
    const world = await createInvitationWorld();
    const { id } = await world.invited('grace.h@globex.example');
    world.tenant.users.update(people.grace[0], { email: 'Grace.H@Globex.Example' });
    world.tenant.setLag(60_000);
    await world.atTenant('POST', `/organizations/${acme}/members`, { members: [people.grace[0]] });
    await forget(world, id);
    wait(test, 31_000);
    assert.equal(await stateOf(world, id), 'gone');
    world.tenant.clock.advance(60_000);
    assert.equal(await stateOf(world, id), 'accepted');
  });

  it('stays as it was found when Auth0 can’t be reached later', async (test) => {
    const world = await createInvitationWorld();
    const { id } = await world.invited('new@acme.example');
    await forget(world, id);
    wait(test, 31_000);
    assert.equal(await stateOf(world, id), 'gone');
    world.tenant.faults.add({ path: '/api/v2/organizations/*/invitations/*', status: 500, times: 3 });
    assert.equal(await stateOf(world, id), 'gone');
  });

  it('had expired, when its time was up', async () => {
    const world = await createInvitationWorld();
    world.tenant.clock.advance(-8 * 24 * 60 * 60 * 1000);
    const { id } = await world.invited('new@acme.example');
    world.tenant.clock.reset();
    assert.equal(await stateOf(world, id), 'expired');
    await forget(world, id);
    assert.equal(await stateOf(world, id), 'expired');
  });

  it('that no one can explain at the moment is just gone', async () => {
    const world = await createInvitationWorld();
    const { id } = await world.invited('new@acme.example');
    await forget(world, id);
    world.tenant.faults.add({ path: '/api/v2/users-by-email', status: 500, times: 3 });
    assert.equal(await withinAMinute(() => stateOf(world, id)), 'gone');
    assert.equal(await withinAMinute(() => stateOf(world, id)), 'gone');
  });

  it('is explained also when it was sent past the proxy and seen once', async () => {
    const world = await createInvitationWorld();
    const made = await world.atTenant('POST', `/organizations/${acme}/invitations`, {
      inviter: { name: 'Dashboard' },
      invitee: { email: 'new@acme.example' },
      client_id: 'dev-tenant-spa',
    });
    const { id } = (await made.json()) as { id: string };
    await world.list();
    await forget(world, id);
    assert.equal(await withinAMinute(() => stateOf(world, id)), 'gone');
  });

  it('can be invited again', async () => {
    const world = await createInvitationWorld();
    const { id } = await world.invited('new@acme.example');
    assert.equal((await world.request('DELETE', at(id))).status, 204);
    assert.deepEqual(outcomesOf(await world.invite(['new@acme.example'])), ['invited']);
  });
});

describe('taking an invitation back', () => {
  it('ends it, is remembered, and may be asked for twice', async () => {
    const audit: AuditEntry[] = [];
    const world = await createInvitationWorld({ audit: (entry) => audit.push(entry) });
    const { id } = await world.invited('new@acme.example');
    assert.equal((await world.request('DELETE', at(id))).status, 204);
    assert.equal((await world.request('DELETE', at(id))).status, 204);
    assert.equal(await stateOf(world, id), 'revoked');
    assert.equal((await world.atTenant('GET', `/organizations/${acme}/invitations/${id}`)).status, 404);
    assert.deepEqual(
      audit.map(({ action, invitationId }) => [action, invitationId]),
      [
        ['invitation.create', id],
        ['invitation.revoke', id],
      ],
    );
  });
});

describe('sending an invitation again', () => {
  const resent = async (world: InvitationWorld, id: string) => {
    const { status, text } = await world.request('POST', at(id, '/resend'));
    assert.equal(status, 200, text);
    return JSON.parse(text) as InvitationResent;
  };

  it('makes a new one with the same roles, connection and time, in place of the old one', async () => {
    const world = await createInvitationWorld();
    const more = { roles: [roles.member], connectionId: 'con_acmedatabase0000', expiresInSeconds: 3600 };
    const old = await world.invited('new@acme.example', { ...more, language: 'fr' });
    const { replaced, ...made } = await resent(world, old.id);
    assert.equal(replaced, true);
    assert.notEqual(made.id, old.id);
    assert.deepEqual(
      [made.email, made.roles, made.connection, made.state],
      [old.email, old.roles, old.connection, 'pending'],
    );
    assert.equal(Date.parse(made.expiresAt ?? '') - Date.parse(made.createdAt), 3_600_000);
    const stored = await world.atTenant('GET', `/organizations/${acme}/invitations/${made.id}`);
    assert.deepEqual(((await stored.json()) as { user_metadata: unknown }).user_metadata, { language: 'fr' });
    assert.equal(await stateOf(world, old.id), 'replaced');
  });

  it('cools down for the mailbox', async () => {
    const world = await createInvitationWorld();
    const { id } = await resent(world, (await world.invited('new@acme.example')).id);
    const { status, problem } = await world.request('POST', at(id, '/resend'));
    assert.deepEqual([status, problem.code], [429, 'rate_limited']);
  });

  it('that fails leaves the old one as it was, and is sent once it is certain that it was not', async () => {
    let time = Date.now();
    const world = await createInvitationWorld({ storage: createMemoryStorage(() => time) });
    const { id } = await world.invited('new@acme.example');
    world.tenant.faults.add({ method: 'POST', path: '/api/v2/organizations/*/invitations', status: 500 });
    const resend = () => world.request('POST', at(id, '/resend'), undefined, 'the-same-key');
    const failed = await resend();
    assert.deepEqual([failed.problem.code, failed.problem.retryAfter], ['outcome_unknown', 60]);
    assert.equal(await stateOf(world, id), 'pending');
    assert.deepEqual((await resend()).problem.code, 'outcome_unknown');
    time += 61_000;
    assert.equal((await resend()).status, 200);
    assert.equal(world.tenant.outbox.list().length, 2);
  });

  it('tells when the old one could not be taken back, and does not hide it', async () => {
    const world = await createInvitationWorld();
    const old = await world.invited('new@acme.example');
    world.tenant.faults.add({ method: 'DELETE', path: '/api/v2/organizations/*/invitations/*', status: 500 });
    const { replaced, id } = await resent(world, old.id);
    assert.equal(replaced, false);
    assert.deepEqual([await stateOf(world, old.id), await stateOf(world, id)], ['pending', 'pending']);
  });
});

describe('the link of an invitation', () => {
  const open = (more: Parameters<typeof createInvitationWorld>[1] = {}, audit: AuditEntry[] = []) => {
    const safeguards = { ...defaultPolicy.safeguards, invitationLinks: 'allowed' as const };
    const rule = { id: 'support-invites', effect: 'allow', actors: ['help-desk'] } as const;
    const rules = [
      ...defaultPolicy.rules,
      { ...rule, operations: ['invitation.create' as const, 'roles.assign' as const] },
    ];
    const policy = parsePolicy({ ...defaultPolicy, safeguards, rules });
    return createInvitationWorld({ policy, audit: (entry) => audit.push(entry) }, more);
  };

  it('is not handed out unless the policy says so', async () => {
    const world = await createInvitationWorld();
    const { id } = await world.invited('new@acme.example');
    const { status, problem } = await world.request('POST', at(id, '/link'));
    assert.deepEqual([status, problem.code, problem.reason], [403, 'operation_locked', 'not-allowed']);
  });

  it('is handed out then, told to the audit, kept in no cache, and written down nowhere', async () => {
    const audit: AuditEntry[] = [];
    const world = await open({}, audit);
    const { id } = await world.invited('new@acme.example');
    const { headers, text } = await world.request('POST', at(id, '/link'));
    const { url, expiresAt } = JSON.parse(text) as InvitationLink;
    assert.match(url, /[?&]invitation=/);
    assert.ok(expiresAt);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(audit.at(-1)?.action, 'invitation.link');
    const ticket = new URL(url).searchParams.get('invitation') ?? '';
    const elsewhere = JSON.stringify([world.log, audit, await world.list()]);
    assert.ok(ticket && !elsewhere.includes(ticket));
    const again = await world.request('GET', '/v1/activity');
    assert.ok(!again.text.includes(ticket));
  });

  it('is not handed to someone who could not give the roles that come with it', async () => {
    const world = await open();
    const { id } = await world.invited('new@acme.example', { roles: [roles.admin] });
    const support = await world.tenant.tokens.issueAccessToken({
      userId: people.mia[0],
      organizationId: acme,
      permissions: ['support:members'],
    });
    const { status, problem } = await world.send(support, at(id, '/link'), {
      method: 'POST',
      headers: { 'idempotency-key': 'key-of-support' },
    });
    assert.deepEqual([status, problem.reason], [403, 'not-allowed']);
  });
});
