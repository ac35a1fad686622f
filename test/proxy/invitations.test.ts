import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { InvitationOptions, InvitationView } from '../../src/contract/index.js';
import { defaultPolicy, parsePolicy } from '../../src/policy/index.js';
import type { AuditEntry } from '../../backend-proxy/src/index.js';
import { acme, createInvitationWorld, outcomesOf, resultsOf, roles } from './invitation-world.js';
import { people } from './support.js';

describe('inviting people', () => {
  it('has a result for each address, in the order asked', async () => {
    const world = await createInvitationWorld();
    const answer = await world.invite([
      'new@acme.example',
      'nonsense',
      'mia@acme.example',
      'NEW@acme.example',
    ]);
    assert.deepEqual(outcomesOf(answer), ['invited', 'address-invalid', 'already-member', 'address-twice']);
    const [{ invitation } = {}] = resultsOf(answer);
    const { id, createdAt, expiresAt, ...rest } = invitation ?? ({} as InvitationView);
    assert.match(id, /^uinv_/);
    assert.equal(Date.parse(expiresAt ?? '') - Date.parse(createdAt), 7 * 24 * 60 * 60 * 1000);
    assert.deepEqual(rest, {
      email: 'new@acme.example',
      state: 'pending',
      inviter: 'Ada Keller',
      roles: [],
      connection: null,
    });
    assert.equal(world.writes(), 1);
  });

  it('sends what was chosen: roles, connection, expiry, language, and the page’s own application', async () => {
    const world = await createInvitationWorld();
    const { id } = await world.invited('new@acme.example', {
      roles: [roles.member],
      connectionId: 'con_acmedatabase0000',
      expiresInSeconds: 3600,
      language: 'fr',
    });
    const stored = (await (
      await world.atTenant('GET', `/organizations/${acme}/invitations/${id}`)
    ).json()) as Record<string, unknown>;
    assert.deepEqual(stored['inviter'], { name: 'Ada Keller' });
    assert.deepEqual(stored['roles'], [roles.member]);
    assert.equal(stored['connection_id'], 'con_acmedatabase0000');
    assert.equal(stored['client_id'], world.tenant.clients.spa.clientId);
    assert.deepEqual(stored['user_metadata'], { language: 'fr' });
    const { createdAt, expiresAt, connection, roles: named } = (await world.list()).invitations[0]!;
    assert.equal(Date.parse(expiresAt ?? '') - Date.parse(createdAt), 3_600_000);
    assert.equal(connection?.label, 'Acme accounts');
    assert.deepEqual(named, [{ id: roles.member, name: 'Member' }]);
  });

  it('takes other roles for one address, as a line of a file has them', async () => {
    const world = await createInvitationWorld();
    const body = {
      invitations: [{ email: 'one@acme.example' }, { email: 'two@acme.example', roles: [roles.admin] }],
      roles: [roles.member],
    };
    const results = resultsOf(await world.request('POST', '/v1/invitations', body));
    assert.deepEqual(
      results.map(({ invitation }) => invitation?.roles.map(({ name }) => name)),
      [['Member'], ['Admin']],
    );
  });

  it('names the roles of an invitation in the order of the list of roles', async () => {
    const world = await createInvitationWorld();
    const body = {
      invitations: [{ email: 'one@acme.example' }],
      roles: [roles.member, roles.admin],
    };
    const [result] = resultsOf(await world.request('POST', '/v1/invitations', body));
    assert.deepEqual(
      result?.invitation?.roles.map(({ name }) => name),
      ['Admin', 'Member'],
    );
  });

  it('checks everything and sends nothing in a dry run', async () => {
    const world = await createInvitationWorld();
    const answer = await world.invite(['new@acme.example', 'mia@acme.example'], { dryRun: true });
    assert.deepEqual(outcomesOf(answer), ['ready', 'already-member']);
    assert.equal(world.writes(), 0);
  });

  it('leads to the application the operator names, where there is one', async () => {
    const world = await createInvitationWorld({ invitationClientId: 'dev-tenant-spa' });
    await world.invited('new@acme.example');
  });

  it('knows who has been invited already, also in another spelling', async () => {
    const world = await createInvitationWorld();
    await world.invited('new@acme.example');
    assert.deepEqual(outcomesOf(await world.invite(['New@Acme.example'])), ['already-invited']);
    assert.equal(world.writes(), 1);
  });

  it('knows of an invitation that was sent past the proxy', async () => {
    const world = await createInvitationWorld();
    await world.atTenant('POST', `/organizations/${acme}/invitations`, {
      inviter: { name: 'Dashboard' },
      invitee: { email: 'new@acme.example' },
      client_id: 'dev-tenant-spa',
    });
    assert.deepEqual(outcomesOf(await world.invite(['new@acme.example'])), ['already-invited']);
  });

  it('sends one invitation when two ask at the same moment', async () => {
    const world = await createInvitationWorld();
    const answers = await Promise.all(Array.from({ length: 5 }, () => world.invite(['new@acme.example'])));
    assert.deepEqual(answers.map((answer) => outcomesOf(answer)[0]).sort(), [
      ...Array.from({ length: 4 }, () => 'already-invited'),
      'invited',
    ]);
    assert.equal(world.writes(), 1);
  });

  it('invites no one to a connection that cannot, or that is not the organization’s own', async () => {
    const world = await createInvitationWorld();
    for (const connectionId of ['con_globexsaml000000', 'con_madeup0000000000']) {
      const answer = await world.invite(['new@acme.example'], { connectionId });
      assert.deepEqual(outcomesOf(answer), ['connection-not-invitable']);
    }
    assert.equal(world.writes(), 0);
  });

  it('assigns no role with more permissions than the actor has, and none that does not exist', async () => {
    const policy = parsePolicy({
      ...defaultPolicy,
      rules: [
        ...defaultPolicy.rules,
        {
          id: 'support-invites',
          effect: 'allow',
          actors: ['help-desk'],
          operations: ['invitation.create', 'roles.assign'],
        },
      ],
    });
    const world = await createInvitationWorld({ policy }, { permissions: ['support:members'] });
    const tried = [[roles.admin], [roles.member, roles.admin], ['rol_madeup00000000'], [roles.helpDesk], []];
    const codes = await Promise.all(
      tried.map(async (chosen, index) =>
        outcomesOf(await world.invite([`new${index}@acme.example`], { roles: chosen, dryRun: true })),
      ),
    );
    assert.deepEqual(codes.flat(), [
      'role-not-assignable',
      'role-not-assignable',
      'role-not-assignable',
      'ready',
      'ready',
    ]);
  });

  it('lets an admin give what allows less than they may do themselves', async () => {
    const world = await createInvitationWorld();
    const answer = await world.invite(['new@acme.example'], { roles: [roles.helpDesk], dryRun: true });
    assert.deepEqual(outcomesOf(answer), ['ready']);
  });

  it('is told to the audit with the address, and to the request log without', async () => {
    const audit: AuditEntry[] = [];
    const world = await createInvitationWorld({ audit: (entry) => audit.push(entry) });
    const { id } = await world.invited('new@acme.example');
    assert.deepEqual(
      audit.map(({ action, targetUserId, invitationId, email }) => [
        action,
        targetUserId,
        invitationId,
        email,
      ]),
      [['invitation.create', null, id, 'new@acme.example']],
    );
    assert.doesNotMatch(JSON.stringify(world.log), /new@/);
  });

  it('stops at so many mails an hour, and says when there may be more', async () => {
    const world = await createInvitationWorld({ invitationsPerHour: 2 });
    const results = resultsOf(await world.invite(['a@acme.example', 'b@acme.example', 'c@acme.example']));
    assert.deepEqual(results.map(({ outcome, code }) => code ?? outcome).sort(), [
      'invited',
      'invited',
      'rate-limited',
    ]);
    const { retryAfter = 0 } = results.find(({ code }) => code === 'rate-limited') ?? {};
    assert.ok(retryAfter > 3500 && retryAfter <= 3600, String(retryAfter));
    const other = await createInvitationWorld({ invitationsPerHour: 2 });
    assert.deepEqual(outcomesOf(await other.invite(['a@acme.example'])), ['invited']);
  });
});

describe('an invitation asked for twice', () => {
  it('with the same key is sent once and answered the same', async () => {
    const world = await createInvitationWorld();
    const [first, second] = [
      await world.invite(['new@acme.example'], {}, 'the-same-key'),
      await world.invite(['new@acme.example'], {}, 'the-same-key'),
    ];
    assert.equal(first.text, second.text);
    assert.equal(world.writes(), 1);
  });

  it('with the same key and another body is refused', async () => {
    const world = await createInvitationWorld();
    await world.invite(['new@acme.example'], {}, 'the-same-key');
    const { status, problem } = await world.invite(['other@acme.example'], {}, 'the-same-key');
    assert.deepEqual([status, problem.code], [422, 'idempotency_key_reused']);
  });

  it('needs a key', async () => {
    const world = await createInvitationWorld();
    const { problem } = await world.invite(['new@acme.example'], {}, '');
    assert.equal(problem.code, 'idempotency_key_required');
  });
});

describe('what an invitation can be made with', () => {
  it('is the organization’s connections by name, and the languages of the policy', async () => {
    const world = await createInvitationWorld();
    const { text } = await world.request('GET', '/v1/invitations/options');
    const { languages, ...options } = JSON.parse(text) as InvitationOptions;
    assert.deepEqual(options, {
      connections: [
        { id: 'con_acmedatabase0000', label: 'Acme accounts', class: 'database', invitable: true },
      ],
      expiry: { default: 604_800, max: 2_592_000 },
      maxPerRequest: 50,
    });
    assert.ok(languages.includes('de'));
    assert.doesNotMatch(text, /secret/);
  });

  it('takes no other language, expiry or number of addresses', async () => {
    const world = await createInvitationWorld();
    for (const more of [
      { language: 'xx' },
      { expiresInSeconds: 2_592_001 },
      { expiresInSeconds: 0 },
      { invitations: [] },
      { invitations: Array.from({ length: 51 }, (_, index) => ({ email: `a${index}@acme.example` })) },
    ]) {
      const { status, problem } = await world.invite(['new@acme.example'], more);
      assert.deepEqual([status, problem.code], [400, 'body_invalid'], JSON.stringify(more));
    }
    assert.equal(world.calls(), 0);
  });
});

describe('an address that signs in elsewhere', () => {
  /** An organization with its own identity provider beside a database. */
  const seed = {
    roles: [{ id: 'rol_admin00000000000', name: 'Admin', permissions: ['manage:members'] }],
    connections: [
      { id: 'con_soylentusers0000', name: 'soylent-users', strategy: 'auth0', display_name: 'Accounts' },
      {
        id: 'con_soylentokta00000',
        name: 'soylent-okta',
        strategy: 'okta',
        display_name: 'Soylent SSO',
        options: { domain_aliases: ['Soylent.example'], client_secret: 'upstream-secret' },
      },
      { id: 'con_soylentcodes0000', name: 'soylent-codes', strategy: 'email', display_name: 'Codes' },
      { id: 'con_sharedgoogle0000', name: 'google-oauth2', strategy: 'google-oauth2' },
    ],
    organizations: [{ id: 'org_soylent000000000', name: 'soylent', display_name: 'Soylent' }],
    enabled_connections: [
      'con_soylentusers0000',
      'con_soylentokta00000',
      'con_soylentcodes0000',
      'con_sharedgoogle0000',
    ].map((connection_id) => ({ organization_id: 'org_soylent000000000', connection_id })),
    users: [
      {
        user_id: 'auth0|50c00000000000000000001',
        connection: 'soylent-users',
        email: 'sol@soylent.example',
        name: 'Sol',
      },
      {
        user_id: 'okta|soylent-okta|1',
        connection: 'soylent-okta',
        email: 'rory@elsewhere.example',
        name: 'Rory',
      },
      { user_id: 'google-oauth2|1', connection: 'google-oauth2', email: 'gil@gmail.example', name: 'Gil' },
    ],
    memberships: [
      {
        organization_id: 'org_soylent000000000',
        user_id: 'auth0|50c00000000000000000001',
        roles: ['rol_admin00000000000'],
      },
    ],
  };
  const person = ['auth0|50c00000000000000000001', 'org_soylent000000000'] as const;
  const open = () => createInvitationWorld({}, { seed, person });

  it('is told by its domain or its account at the organization’s own provider', async () => {
    const world = await open();
    const results = resultsOf(
      await world.invite(['new@soylent.example', 'rory@elsewhere.example', 'free@elsewhere.example'], {
        connectionId: 'con_soylentusers0000',
      }),
    );
    assert.deepEqual(
      results.map(({ outcome, code, connection }) => [code ?? outcome, connection]),
      [
        ['signs-in-elsewhere', 'Soylent SSO'],
        ['signs-in-elsewhere', 'Soylent SSO'],
        ['invited', undefined],
      ],
    );
  });

  it('is invited there, and where everybody may choose', async () => {
    for (const more of [{ connectionId: 'con_soylentokta00000' }, {}]) {
      const world = await open();
      assert.deepEqual(outcomesOf(await world.invite(['new@soylent.example'], more)), ['invited']);
    }
  });

  it('is no business of the organization’s where others use the same connection', async () => {
    const world = await open();
    const answer = await world.invite(['gil@gmail.example'], { connectionId: 'con_soylentusers0000' });
    assert.deepEqual(outcomesOf(answer), ['invited']);
  });

  it('cannot be invited to a connection without an account to make', async () => {
    const world = await open();
    const answer = await world.invite(['new@elsewhere.example'], { connectionId: 'con_soylentcodes0000' });
    assert.deepEqual(outcomesOf(answer), ['connection-not-invitable']);
    const { text } = await world.request('GET', '/v1/invitations/options');
    const { connections } = JSON.parse(text) as InvitationOptions;
    assert.deepEqual(
      connections.filter(({ invitable }) => !invitable).map(({ label }) => label),
      ['Codes'],
    );
    assert.doesNotMatch(text, /upstream-secret/);
  });
});

describe('who may invite', () => {
  it('is who the policy lets', async () => {
    for (const permissions of [[], ['support:members']]) {
      const world = await createInvitationWorld({}, { person: people.mia, permissions });
      for (const [method, path, body] of [
        ['GET', '/v1/invitations'],
        ['GET', '/v1/invitations/options'],
        ['POST', '/v1/invitations', { invitations: [{ email: 'new@acme.example' }], roles: [] }],
        ['DELETE', '/v1/invitations/uinv_0000000000000001'],
        ['POST', '/v1/invitations/uinv_0000000000000001/resend'],
        ['POST', '/v1/invitations/uinv_0000000000000001/link'],
      ] as const) {
        const { status, problem } = await world.request(method, path, body);
        assert.deepEqual([status, problem.code], [403, 'operation_locked'], `${method} ${path}`);
      }
      assert.equal(world.calls({ path: /invitations/ }), 0);
    }
  });

  it('is no one who was blocked or removed, whatever the token says', async () => {
    const world = await createInvitationWorld();
    world.tenant.users.update(people.ada[0], { blocked: true });
    const { problem } = await world.invite(['new@acme.example']);
    assert.equal(problem.code, 'user_blocked');
    assert.equal(world.writes(), 0);
  });
});
