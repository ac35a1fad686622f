import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type {
  ActivityPage,
  InvitationPage,
  MemberPage,
  MemberSecurity,
  ProfileView,
  RevealedValue,
} from '../../src/contract/index.js';
import { defaultPolicy, parsePolicy, type PolicyDocument } from '../../src/policy/index.js';
import type { AuditEntry } from '../../backend-proxy/src/index.js';
import { createWorld, fieldOf, people, type World } from './support.js';

type RuleInput = PolicyDocument['rules'][number];

const desk = ['help-desk'] as const;
const plain = ['name', 'givenName', 'familyName', 'nickname', 'jobTitle'];
/** The default policy, in which the help desk sees addresses and numbers masked, and may look at more than usual. */
function maskingPolicy(...more: readonly RuleInput[]) {
  const others = defaultPolicy.rules.map((rule) =>
    rule.id === 'support-reads' ? { ...rule, actors: ['admin'] } : rule,
  );
  return parsePolicy({
    ...defaultPolicy,
    rules: [
      ...others,
      { id: 'desk-reads', effect: 'allow', actors: desk, actions: ['read'], fields: plain },
      {
        id: 'desk-sees-part',
        effect: 'allow',
        actors: desk,
        actions: ['read'],
        fields: ['email', 'phoneNumber', 'deskPhone', 'picture'],
        masked: true,
      },
      {
        id: 'desk-looks',
        effect: 'allow',
        actors: desk,
        operations: [
          'invitation.read',
          'invitation.resend',
          'activity.read',
          'members.export',
          'sessions.read',
          'sessions.revoke',
        ],
      },
      ...more,
    ],
  });
}

const pathOf = (userId: string) => `/v1/members/${encodeURIComponent(userId)}`;
const mia = pathOf(people.mia[0]);
const worldWith = (audit: AuditEntry[] = [], policy = maskingPolicy()) =>
  createWorld({ policy, audit: (entry) => audit.push(entry) });

async function get<T>(world: World, path: string): Promise<T> {
  const { status, text } = await world.send(await world.tokenOf('hal'), path);
  assert.equal(status, 200, text);
  return JSON.parse(text) as T;
}
const reveal = async (world: World, path: string, body: unknown) =>
  world.send(await world.tokenOf('hal'), `${path}/reveal`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('a help desk that sees addresses masked', () => {
  it('sees of a profile what it needs to recognise someone', async () => {
    const world = worldWith();
    const profile = await get<ProfileView>(world, mia);
    const email = fieldOf(profile, 'email');
    assert.deepEqual(
      [email?.value, email?.masked, email?.editable, email?.reason],
      ['m••••••@acme.example', true, false, 'not-allowed'],
    );
    assert.equal(fieldOf(profile, 'deskPhone')?.value, '••••••03');
    assert.equal(fieldOf(profile, 'deskPhone')?.reason, 'masked');
    assert.equal(fieldOf(profile, 'jobTitle')?.masked, undefined);
    assert.deepEqual([profile.person.name, profile.person.picture], ['Mia Okafor', null]);
  });

  it('sees no address, number or name that is one anywhere, and finds no one by it', async () => {
    const world = worldWith();
    const ada = await world.tokenOf('ada');
    world.tenant.users.update(people.ben[0], { name: 'ben@acme.example', nickname: 'ben' });
    const invited = await world.send(ada, '/v1/invitations', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'one-invitation' },
      body: JSON.stringify({ invitations: [{ email: 'new.person@acme.example' }], roles: [] }),
    });
    assert.equal(invited.status, 200, invited.text);
    const edited = await world.send(ada, pathOf(people.ben[0]));
    await world.send(ada, pathOf(people.ben[0]), {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': edited.headers.get('etag') ?? '' },
      body: JSON.stringify({ fields: { jobTitle: 'Clerk' } }),
    });
    const secrets = /(?:ada|mia|lio|ben|sam|new\.person)@acme\.example|46 0003|\+4989123456701/i;
    for (const path of [
      ...Object.values(people).flatMap(([userId]) =>
        ['', '/security', '/sessions', '/deprovision'].map((below) => pathOf(userId) + below),
      ),
      '/v1/members',
      '/v1/members?search=Okafor',
      '/v1/members?search=acme.example',
      '/v1/members?search=ben',
      '/v1/members?sort=-lastLogin',
      '/v1/members?sort=email',
      '/v1/invitations',
      '/v1/members/export',
      '/v1/members/selection',
      '/v1/invitations/options',
      '/v1/activity',
      '/v1/session',
      '/v1/roles',
    ]) {
      const { text } = await world.send(await world.tokenOf('hal'), path);
      assert.doesNotMatch(text, secrets, path);
    }
    const { invitations } = await get<InvitationPage>(world, '/v1/invitations');
    assert.ok(invitations.some(({ email }) => email === 'n••••••@acme.example'));
    const { entries } = await get<ActivityPage>(world, '/v1/activity');
    const about = entries.find(({ target }) => target?.userId === people.ben[0]);
    assert.deepEqual([about?.actor.name, about?.target?.name], ['Ada Keller', null]);
  });

  it('reads no number in the trail or beside an invitation, of someone who is named by it', async () => {
    const world = worldWith();
    const ada = await world.tokenOf('ada');
    for (const userId of [people.ada[0], people.mia[0]]) {
      world.tenant.users.update(userId, { name: '+49 89 1234567', phone_number: '+49891234567' });
    }
    const invited = await world.send(ada, '/v1/invitations', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'by-a-number' },
      body: JSON.stringify({ invitations: [{ email: 'new.person@acme.example' }], roles: [] }),
    });
    assert.equal(invited.status, 200, invited.text);
    const receipt = await world.send(ada, `${mia}/block`, {
      method: 'POST',
      headers: { 'idempotency-key': 'by-a-number-2' },
    });
    assert.equal(receipt.status, 200, receipt.text);
    for (const path of ['/v1/activity', '/v1/invitations', '/v1/members', mia]) {
      const { text } = await world.send(await world.tokenOf('hal'), path);
      assert.doesNotMatch(text, /1234567/, path);
    }
    assert.match((await world.send(ada, '/v1/activity')).text, /1234567/);
  });

  it('lists masks, and orders by nothing it does not see', async () => {
    const world = worldWith();
    const { members } = await get<MemberPage>(world, '/v1/members');
    const row = members.find(({ userId }) => userId === people.mia[0]);
    assert.deepEqual([row?.name, row?.email, row?.picture], ['Mia Okafor', 'm••••••@acme.example', null]);
    assert.equal(members.find(({ you }) => you)?.email, 'hal@acme.example');
    const { status, problem } = await world.send(await world.tokenOf('hal'), '/v1/members?sort=-email');
    assert.deepEqual([status, problem.code, problem.reason], [403, 'operation_locked', 'not-allowed']);
    await get(world, '/v1/members?sort=name');
  });

  it('cannot guess an address letter by letter, not even of someone who is named by it', async () => {
    const world = worldWith();
    world.tenant.users.update(people.ben[0], { name: 'ben@acme.example', nickname: 'ben' });
    world.tenant.clock.advance(5_000);
    for (const search of ['mia@acme', 'mia%40acme.example', 'ben', 'ben@acme.example', 'acme.example']) {
      const found = await get<MemberPage>(world, `/v1/members?search=${search}`);
      const nobody = await get<MemberPage>(world, '/v1/members?search=zzzzzz');
      assert.deepEqual(found, nobody, search);
    }
    const named = await get<MemberPage>(world, '/v1/members?search=okafor');
    assert.deepEqual([named.members.length, named.total], [1, null]);
  });

  it('sees masked what someone is locked out with', async () => {
    const world = worldWith();
    const lio = await get<MemberPage>(world, '/v1/members?search=brandt');
    const path = `${pathOf(lio.members[0]?.userId ?? '')}/security`;
    const { lockouts = [] } = await get<MemberSecurity>(world, path);
    assert.deepEqual(
      lockouts.map(({ identifier }) => identifier),
      ['l••••••@acme.example'],
    );
    const open = JSON.parse((await world.send(await world.tokenOf('ada'), path)).text) as MemberSecurity;
    assert.equal(open.lockouts?.[0]?.identifier, 'lio@acme.example');
  });

  it('is told nothing by the answer to an outdated save', async () => {
    const world = worldWith();
    const token = await world.tokenOf('hal');
    const { status, problem } = await world.send(token, mia, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': '"old"' },
      body: JSON.stringify({ fields: { jobTitle: 'Lead' } }),
    });
    assert.equal(status, 412);
    const current = problem.current?.profile;
    assert.equal(current && fieldOf(current, 'email')?.value, 'm••••••@acme.example');
    assert.equal(current && fieldOf(current, 'deskPhone')?.masked, true);
  });

  it('gets the same version of two people’s profiles that differ only under the mask', async () => {
    const world = worldWith();
    const token = await world.tokenOf('hal');
    const before = await world.send(token, mia);
    world.tenant.users.update(people.mia[0], { email: 'max@acme.example', nickname: 'max' });
    const after = await world.send(token, mia);
    assert.equal(after.headers.get('etag'), before.headers.get('etag'));
  });

  it('may not write what it does not see, whatever the value', async () => {
    const world = worldWith();
    const token = await world.tokenOf('hal');
    const etag = (await world.send(token, mia)).headers.get('etag') ?? '';
    for (const value of ['+44 20 7946 0003', '+442079460004', '••••••03', null]) {
      const { status, problem } = await world.send(token, mia, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', 'if-match': etag },
        body: JSON.stringify({ fields: { deskPhone: value } }),
      });
      assert.deepEqual([status, problem.code], [403, 'field_locked']);
      assert.equal(problem.fields?.[0]?.reason, 'masked');
    }
    assert.equal(world.calls({ method: 'PATCH' }), 0);
  });
});

describe('revealing', () => {
  it('tells all of one value, and the audit that it was told', async () => {
    const audit: AuditEntry[] = [];
    const world = worldWith(audit);
    const answer = await reveal(world, mia, { field: 'email', reason: 'called back' });
    assert.deepEqual(JSON.parse(answer.text) as RevealedValue, { field: 'email', value: 'mia@acme.example' });
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const { action, targetUserId, fields, reason, actor } = audit[0] ?? ({} as AuditEntry);
    assert.deepEqual(
      [action, targetUserId, fields, reason, actor.userId],
      ['field.reveal', people.mia[0], ['email'], 'called back', people.hal[0]],
    );
    assert.doesNotMatch(JSON.stringify(audit), /mia@acme/);
    const { entries } = await get<ActivityPage>(world, '/v1/activity');
    assert.deepEqual([entries[0]?.action, entries[0]?.fields], ['field.reveal', ['email']]);
  });

  it('tells nothing that is hidden, and of no one who is no member', async () => {
    const audit: AuditEntry[] = [];
    const world = worldWith(audit);
    for (const field of ['username', 'timeZone', 'nonsense', '__proto__', 'user_metadata.desk_phone', '*']) {
      const { status, problem } = await reveal(world, mia, { field });
      assert.deepEqual([status, problem.code], [422, 'field_unknown'], field);
    }
    for (const userId of [people.grace[0], 'auth0|nobody']) {
      const { status, problem } = await reveal(world, pathOf(userId), { field: 'email' });
      assert.deepEqual([status, problem.code], [404, 'profile_not_found']);
    }
    const ordinary = await world.send(await world.tokenOf('sam'), `${mia}/reveal`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"field":"email"}',
    });
    assert.deepEqual([ordinary.status, ordinary.problem.code], [403, 'operation_locked']);
    assert.deepEqual(
      audit.map(({ outcome, problem }) => [outcome, problem?.code]),
      [
        ['refused', 'profile_not_found'],
        ['refused', 'profile_not_found'],
        ['refused', 'operation_locked'],
      ],
    );
  });

  it('takes one field and nothing else', async () => {
    const world = worldWith();
    for (const body of [
      {},
      { field: ['email'] },
      { field: '' },
      { field: 'email', fields: ['phoneNumber'] },
      ['email'],
      null,
    ]) {
      const { status, problem } = await reveal(world, mia, body);
      assert.deepEqual([status, problem.code], [400, 'body_invalid'], JSON.stringify(body));
    }
  });
});
