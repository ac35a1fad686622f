import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultPolicy, parsePolicy } from '../../src/policy/index.js';
import { createMemoryStorage } from '../../backend-proxy/src/index.js';
import { createInvitationWorld, outcomesOf, resultsOf } from './invitation-world.js';
import { people } from './support.js';

const policy = parsePolicy({
  ...defaultPolicy,
  safeguards: { ...defaultPolicy.safeguards, invitationLinks: 'allowed' },
});

describe('the wall around an organization’s invitations', () => {
  const requests: readonly [method: string, more: string][] = [
    ['DELETE', ''],
    ['POST', '/resend'],
    ['POST', '/link'],
  ];
  const strange = [
    ['a made-up one', 'uinv_madeup0000000000'],
    ['one with a slash', 'uinv_a%2f..%2fb'],
    ['one with dots', '..%2f..%2fusers'],
    ['one with a pipe', 'uinv_a%7cb'],
    ['one with a NUL', 'uinv_a%00'],
    ['a question mark', 'uinv_a%3finclude_fields=false'],
    ['another noun’s', people.ada[0].replace('|', '%7c')],
  ] as const;

  for (const [label, id] of strange) {
    it(`gives one and the same answer about ${label}`, async () => {
      const world = await createInvitationWorld({ policy });
      await assertUnknown(world, id);
    });
  }

  it('gives that answer about another organization’s too', async () => {
    const world = await createInvitationWorld({ policy });
    const made = await world.atTenant('POST', '/organizations/org_globex0000000000/invitations', {
      inviter: { name: 'Gus' },
      invitee: { email: 'new@globex.example' },
      client_id: 'dev-tenant-spa',
    });
    const { id } = (await made.json()) as { id: string };
    world.tenant.requests.clear();
    await assertUnknown(world, id);
    assert.ok((await world.list()).invitations.every((one) => one.id !== id));
    const left = await world.atTenant('GET', `/organizations/org_globex0000000000/invitations/${id}`);
    assert.equal(left.status, 200);
  });

  async function assertUnknown(
    world: Awaited<ReturnType<typeof createInvitationWorld>>,
    id: string,
  ): Promise<void> {
    for (const [method, more] of requests) {
      const { status, problem } = await world.request(method, `/v1/invitations/${id}${more}`);
      const { requestId: _, ...rest } = problem;
      assert.deepEqual(
        [status, rest],
        [
          404,
          {
            type: 'urn:orgdesk:problem:invitation_not_found',
            title: 'Invitation not found',
            status: 404,
            code: 'invitation_not_found',
          },
        ],
        `${method} ${more}`,
      );
    }
    assert.equal(world.writes(), 0);
  }

  it('does not let a cursor of one organization show another one', async () => {
    const world = await createInvitationWorld();
    await world.invite(Array.from({ length: 50 }, (_, index) => `new${index}@acme.example`));
    await world.invited('one-more@acme.example');
    const { next } = await world.list();
    const outsider = await world.tenant.tokens.issueAccessToken({
      userId: people.grace[0],
      organizationId: people.grace[1],
      permissions: ['manage:members'],
    });
    const { status, text } = await world.send(
      outsider,
      `/v1/invitations?cursor=${encodeURIComponent(next ?? '')}`,
    );
    assert.equal(status, 200);
    assert.deepEqual(JSON.parse(text), { invitations: [], next: null });
  });
});

describe('a body with more in it than it should have', () => {
  const names = [
    ...['app_metadata', 'user_metadata', 'client_id', 'connection_id', 'inviter', 'invitee', 'ttl_sec'],
    ...['send_invitation_email', 'ticket_id', 'invitation_url', 'organization_id', 'organizationId', 'id'],
    ...['__proto__', 'constructor', 'prototype', 'toString', 'dry_run', 'quota', ''],
  ];

  it('is refused, and sends nothing', async () => {
    const world = await createInvitationWorld();
    for (const name of names.map((each) => JSON.stringify(each))) {
      for (const body of [
        `{"invitations":[{"email":"new@acme.example"}],"roles":[],${name}:{"a":true}}`,
        `{"invitations":[{"email":"new@acme.example",${name}:{"a":true}}],"roles":[]}`,
      ]) {
        const { status, problem } = await world.request('POST', '/v1/invitations', body);
        assert.deepEqual([status, problem.code], [400, 'body_invalid'], body);
      }
    }
    assert.equal(world.calls(), 0);
    assert.equal(({} as Record<string, unknown>)['a'], undefined);
  });

  const bodies: [string, string][] = [
    ['{"invitations":"new@acme.example","roles":[]}', 'body_invalid'],
    ['{"invitations":[{"email":["new@acme.example"]}],"roles":[]}', 'body_invalid'],
    ['{"invitations":[{"email":"new@acme.example"}],"roles":"rol_admin00000000000"}', 'body_invalid'],
    ['{"invitations":[{"email":"new@acme.example"}]}', 'body_invalid'],
    ['{"invitations":[{"email":"new@acme.example"}],"roles":[],"expiresInSeconds":1e400}', 'body_invalid'],
    ['{"invitations":[{"email":"a@b.example","email":"c@d.example"}],"roles":[]}', 'body_invalid'],
    ['{"invitations":[],"roles":[]', 'body_not_json'],
    ['[]', 'body_invalid'],
    ['null', 'body_invalid'],
    [`{"invitations":[{"email":"${'a'.repeat(70_000)}@b.example"}],"roles":[]}`, 'body_too_large'],
    [`${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'body_invalid'],
  ];
  for (const [body, code] of bodies) {
    it(`is told ${code}: ${body.slice(0, 60)}`, async () => {
      const world = await createInvitationWorld();
      const { problem } = await world.request('POST', '/v1/invitations', body);
      assert.equal(problem.code, code);
      assert.equal(world.calls(), 0);
    });
  }

  it('takes no address that is none, and sends it nowhere', async () => {
    const world = await createInvitationWorld();
    const strange = [
      'a@b',
      'a b@c.example',
      '"a"@b.example',
      'a@b.example\r\nBcc: c@d.example',
      'a@b.example, c@d.example',
    ];
    const hostile = [
      'x@y.example" OR email:*',
      '*@acme.example\\',
      'a@\u202eb.example c',
      '',
      '@',
      'a'.repeat(300),
    ];
    const answer = await world.invite([...strange, ...hostile]);
    const outcomes = new Set(outcomesOf(answer));
    assert.deepEqual(outcomes, new Set(['address-invalid', 'address-invisible']));
    assert.equal(world.writes(), 0);
  });
});

describe('a tenant in trouble while people are invited', () => {
  const create = { method: 'POST', path: '/api/v2/organizations/*/invitations' };

  it('is told as a problem when nothing went out, and the same key may be used again', async () => {
    const world = await createInvitationWorld();
    world.tenant.faults.add({ ...create, status: 403, body: '{"message":"Insufficient scope"}' });
    const { problem, text } = await world.invite(['new@acme.example'], {}, 'the-same-key');
    assert.equal(problem.code, 'upstream_refused');
    assert.doesNotMatch(text, /Insufficient|new@/);
    assert.deepEqual(outcomesOf(await world.invite(['new@acme.example'], {}, 'the-same-key')), ['invited']);
  });

  for (const [what, fault] of [
    ['fails', { status: 500 }],
    ['breaks the connection', { reset: true }],
    ['answers with a page', { status: 200, body: '<h1>Sign in</h1>' }],
    ['hangs', { hang: true }],
  ] as const) {
    it(`that ${what} may have sent an invitation, which is sent again once it is certain that it has not`, async () => {
      let time = Date.now();
      const storage = createMemoryStorage(() => time);
      const world = await createInvitationWorld({
        storage,
        ...('hang' in fault && { deadlineMs: 4_000 }),
      });
      const invite = (key?: string) => world.invite(['new@acme.example'], {}, key);
      world.tenant.faults.add({ ...create, ...fault });
      const lost = await invite('the-same-key');
      assert.doesNotMatch(lost.text, /Sign in/);
      assert.deepEqual(outcomesOf(lost), ['outcome-unknown']);
      assert.equal(resultsOf(lost)[0]?.retryAfter, 60);
      assert.deepEqual(outcomesOf(await invite('the-same-key')), ['outcome-unknown']);
      assert.deepEqual(outcomesOf(await invite()), ['outcome-unknown']);
      assert.equal(world.writes(), 1);
      time += 61_000;
      assert.deepEqual(outcomesOf(await invite('the-same-key')), ['invited']);
      assert.deepEqual(outcomesOf(await invite('the-same-key')), ['invited']);
      assert.equal(world.tenant.outbox.list().length, 1);
    });
  }

  it('does not take back what went out before', async () => {
    const world = await createInvitationWorld();
    world.tenant.faults.add({ ...create, status: 500 });
    const codes = outcomesOf(await world.invite(['a@acme.example', 'b@acme.example']));
    assert.deepEqual([...codes].sort(), ['invited', 'outcome-unknown']);
    assert.equal((await world.list()).invitations.filter(({ state }) => state === 'pending').length, 1);
  });

  it('that has had enough is asked for nothing more, and the rest are told when', async () => {
    const world = await createInvitationWorld();
    world.tenant.faults.add({ ...create, status: 429, headers: { 'retry-after': '30' }, times: 50 });
    const emails = Array.from({ length: 20 }, (_, index) => `new${index}@acme.example`);
    const answer = await world.invite(emails);
    assert.deepEqual(new Set(outcomesOf(answer)), new Set(['rate-limited']));
    assert.ok(world.writes() <= 4, String(world.writes()));
    world.tenant.faults.clear();
    assert.deepEqual(outcomesOf(await world.invite(emails.slice(0, 1))), ['invited']);
  });

  it('that refuses one address fails it alone', async () => {
    const world = await createInvitationWorld();
    world.tenant.faults.add({
      ...create,
      status: 400,
      body: '{"message":"Passwordless connections are not supported."}',
    });
    const answer = await world.invite(['a@acme.example']);
    assert.deepEqual(outcomesOf(answer), ['not-sent']);
    assert.doesNotMatch(answer.text, /Passwordless/);
  });
});
