import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultPolicy, parsePolicy } from '../../src/policy/index.js';
import { createWorld, fieldOf, people } from './support.js';

/**
 * Auth0's own names, copied from its OpenAPI document: UpdateUserRequestContent, GetUserResponseContent, the identities
 * in it, and what a member, an invitation and an organization have.
 */
const auth0Names = names(`
  blocked email_verified email phone_number phone_verified user_metadata app_metadata given_name family_name name
  nickname picture verify_email verify_phone_number password connection client_id username
  user_id created_at updated_at identities multifactor multifactor_last_modified last_ip last_login
  last_password_reset logins_count
  provider isSocial access_token access_token_secret refresh_token profileData
  roles members assign_membership_on_login show_as_button is_signup_enabled connection_id
  organization_id inviter invitee invitation_url expires_at ticket_id ttl_sec send_invitation_email
  id display_name branding metadata token_quota org_id permissions`);
const unnamed = auth0Names.filter((name) => !Object.hasOwn(defaultPolicy.fields, name));

/** Names that mean something to JavaScript, to a path or to a query, and none to a policy. */
const strangeNames = [
  ...names('__proto__ constructor prototype toString hasOwnProperty __defineGetter__ $set $ne * fields'),
  ...names('jobTitle.value jobTitle[0] JOBTITLE ｊobTitle user_metadata.job_title user_metadata[job_title]'),
  ...['', ' jobTitle', 'jobTitle\u0000', 'app_metadata.roles'],
];

function names(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

/** A world in which Mia's profile has been read, so that every following PATCH names the right version. */
async function open() {
  const world = createWorld();
  const etag = (await world.read('mia')).headers.get('etag') ?? '';
  const token = await world.tokenOf('mia');
  const before = JSON.stringify(world.tenant.users.get(people.mia[0]));
  return {
    world,
    /** Raw text, because an object literal cannot hold everything that JSON can. */
    patch: (body: string) =>
      world.send(token, '/v1/profile', {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', 'if-match': etag },
        body,
      }),
    assertUntouched: () => {
      const sent = world.tenant.requests.list().filter(({ area }) => area === 'management');
      assert.deepEqual(new Set(sent.map(({ method }) => method)), new Set(['GET']));
      assert.equal(JSON.stringify(world.tenant.users.get(people.mia[0])), before);
      assert.equal(({} as Record<string, unknown>)['x'], undefined);
    },
  };
}

/** How a name can be sent, always beside a change that would be fine, and the problem it meets. */
const shapes: [string, (name: string) => string, string][] = [
  ['beside the fields', (name) => `{"fields":{"jobTitle":"x"},${name}:true}`, 'body_invalid'],
  ['among the fields', (name) => `{"fields":{"jobTitle":"x",${name}:true}}`, 'field_unknown'],
  ['below a store', (name) => `{"fields":{"jobTitle":"x","user_metadata":{${name}:"x"}}}`, 'field_unknown'],
  ['dotted', (name) => `{"fields":{"jobTitle":"x","app_metadata.${name.slice(1)}:"x"}}`, 'field_unknown'],
  ['inside a value', (name) => `{"fields":{"nickname":"x","jobTitle":{${name}:"x"}}}`, 'value_invalid'],
  ['inside a list', (name) => `{"fields":{"nickname":"x","jobTitle":[{${name}:"x"}]}}`, 'value_invalid'],
];

describe('mass assignment', () => {
  it(`has ${unnamed.length} names of Auth0's to try, none of which the default policy names`, () => {
    assert.equal(auth0Names.length, new Set(auth0Names).size);
    assert.equal(unnamed.length, 50);
  });

  for (const [label, write, code] of shapes) {
    it(`refuses every name ${label}, and sends nothing to Auth0`, async (t) => {
      const { patch, assertUntouched } = await open();
      const names = [...unnamed, ...strangeNames].filter(
        (name) => label !== 'beside the fields' || name !== 'fields',
      );
      for (const name of names) {
        const { status, problem } = await patch(write(JSON.stringify(name)));
        assert.equal(problem.code, code, name);
        assert.ok(status >= 400 && status < 500, name);
      }
      assertUntouched();
      t.diagnostic(`${names.length} requests`);
    });
  }

  it('refuses what is no text where a field is text, however it is wrapped', async () => {
    const { patch, assertUntouched } = await open();
    const values = [
      '["x"]',
      '[]',
      '[["x"]]',
      '{}',
      '{"value":"x"}',
      '{"$ne":null}',
      '0',
      '7',
      'true',
      'false',
      '[null]',
    ];
    const texts = Object.keys(defaultPolicy.fields).filter((name) => name !== 'email'); // locked: invited
    for (const name of texts) {
      for (const value of values) {
        const { problem } = await patch(`{"fields":{${JSON.stringify(name)}:${value}}}`);
        assert.deepEqual(problem.fields?.[0], {
          field: name,
          code: 'value_invalid',
          violation: { code: 'type' },
        });
      }
    }
    assertUntouched();
  });

  it('refuses a value of 10 KB in every field', async () => {
    const { patch, assertUntouched } = await open();
    const wide: Record<string, string> = {
      picture: `https://acme.example/${'x'.repeat(10_240)}`,
      deskPhone: `+${'1'.repeat(10_240)}`,
      phoneNumber: `+${'1'.repeat(10_240)}`,
    };
    for (const name of Object.keys(defaultPolicy.fields)) {
      for (const value of [wide[name] ?? 'x'.repeat(10_240), '😀'.repeat(5_120)]) {
        const { problem } = await patch(JSON.stringify({ fields: { language: 'fr', [name]: value } }));
        assert.equal(problem.code, name === 'email' ? 'field_locked' : 'value_invalid', name);
      }
    }
    assertUntouched();
  });

  it('refuses thousands of names at once', async () => {
    const { patch, assertUntouched } = await open();
    const fields = Object.fromEntries(Array.from({ length: 1_500 }, (_, i) => [`user_metadata.x${i}`, '']));
    const { problem } = await patch(JSON.stringify({ fields }));
    assert.equal(problem.code, 'field_unknown');
    assert.equal(problem.fields?.length, 1_500);
    assertUntouched();
  });
});

/** JSON leaves open what a name written twice means: one reader checks the last, another stores the first. */
describe('a name that is written twice', () => {
  it('refuses the body, whatever the two values are', async () => {
    const bodies = [
      '{"fields":{"jobTitle":"first","jobTitle":"second"}}',
      '{"fields":{"jobTitle":"fine","jobTitle":["x"]}}',
      '{"fields":{"jobTitle":"fine","jobTit\\u006ce":7}}',
      '{"fields":{"jobTitle":"fine"},"fields":{"blocked":false}}',
      '{"fields":{"jobTitle":"fine"},"fields":{"jobTitle":"x","email":"eve@evil.example"}}',
    ];
    const { patch, assertUntouched } = await open();
    for (const body of bodies) {
      const { status, problem } = await patch(body);
      assert.deepEqual([status, problem.code], [400, 'body_invalid'], body);
    }
    assertUntouched();
  });
});

describe('linked identities', () => {
  const database = {
    connection: 'acme-users',
    provider: 'auth0',
    user_id: 'ac3e00000000000000000003',
    isSocial: false,
  };
  const saml = {
    connection: 'globex-saml',
    provider: 'samlp',
    user_id: 'globex-saml|grace@globex.example',
    isSocial: false,
  };

  it('leave a database person what the primary identity allows', async () => {
    const world = createWorld();
    world.tenant.users.update(people.mia[0], { identities: [database, saml] });
    const { profile } = await world.read('mia');
    assert.equal(profile.connection.class, 'database');
    assert.equal(fieldOf(profile, 'name')?.editable, true);
    assert.equal((await world.save('mia', { name: 'Mia O.' })).status, 200);
  });

  it('give an enterprise person nothing of a database behind', async () => {
    const world = createWorld();
    world.tenant.users.update(people.grace[0], { identities: [saml, database], username: 'grace' });
    const { profile } = await world.read('grace');
    assert.equal(profile.connection.class, 'enterprise');
    assert.equal(fieldOf(profile, 'name')?.reason, 'refreshed-at-login');
    assert.equal(fieldOf(profile, 'username'), undefined);
    assert.equal((await world.save('grace', { name: 'Eve' })).problem.code, 'field_locked');
    assert.equal((await world.save('grace', { email: 'eve@globex.example' })).problem.code, 'field_locked');
    assert.equal(world.calls({ method: 'PATCH' }), 0);
  });

  it('are told by what they are, not by how the user id begins', async () => {
    const world = createWorld();
    world.tenant.users.update(people.mia[0], { identities: [saml, database] });
    // Acme doesn't have the primary identity's connection: Mia signs in with the linked one, and her account stays as it is.
    const { profile } = await world.read('mia');
    assert.equal(profile.connection.class, 'database');
    assert.equal(fieldOf(profile, 'name')?.reason, 'connection-not-enabled');
    assert.equal((await world.save('mia', { name: 'Eve' })).problem.code, 'field_locked');
  });

  it('give nothing that needs knowing, where there are none or an unknown one', async () => {
    for (const identities of [[], [{ ...database, connection: 'gone', provider: 'brand-new' }]]) {
      const world = createWorld();
      world.tenant.users.update(people.mia[0], { identities });
      const { profile } = await world.read('mia');
      assert.equal(profile.connection.class, 'enterprise');
      assert.equal((await world.save('mia', { name: 'Eve' })).problem.code, 'field_locked');
      assert.equal(fieldOf(profile, 'jobTitle')?.editable, true);
      assert.equal(world.calls({ method: 'PATCH' }), 0);
    }
  });
});

describe('a token with which someone acts for the person', () => {
  it('edits a profile as the person would, and is not let off a fresh sign-in', async () => {
    const document = structuredClone(defaultPolicy);
    const stepUp = { maxAge: 300, for: ['field:email' as const] };
    const world = createWorld({
      policy: parsePolicy({ ...document, safeguards: { ...document.safeguards, stepUp } }),
    });
    const [userId, organizationId] = people.uma;
    const act = { sub: 'auth0|support' };
    const token = await world.tenant.tokens.issueAccessToken({ userId, organizationId, act });
    const send = async (fields: object) => {
      const etag = (await world.send(token, '/v1/profile')).headers.get('etag') ?? '';
      return world.send(token, '/v1/profile', {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', 'if-match': etag },
        body: JSON.stringify({ fields }),
      });
    };
    assert.equal((await send({ jobTitle: 'Lead' })).status, 200);
    assert.equal((await send({ email: 'eve@evil.example' })).problem.code, 'step_up_required');
  });
});

describe('conditions over organizations', () => {
  const document = structuredClone(defaultPolicy);
  const closedIn = (...organization: string[]) =>
    parsePolicy({
      ...document,
      rules: [
        ...document.rules,
        {
          id: 'strict',
          effect: 'deny',
          actors: ['self'],
          actions: ['update'],
          fields: ['jobTitle'],
          when: { organization },
        },
      ],
    });
  const cases: [string, string[], mia: boolean, uma: boolean][] = [
    ['an id', [people.uma[1]], true, false],
    ['a key of its metadata', ['provisioning=invitation'], false, true],
    ['either of two', ['provisioning=invitation', people.uma[1]], false, false],
    ['a value it has not', ['provisioning=maybe', 'plan=gold', 'constructor=x'], true, true],
  ];
  for (const [label, names, mia, uma] of cases) {
    it(`hold for the organization of the token, told by ${label}`, async () => {
      const world = createWorld({ policy: closedIn(...names) });
      for (const [person, open] of [
        ['mia', mia],
        ['uma', uma],
      ] as const) {
        const { profile } = await world.read(person);
        assert.equal(fieldOf(profile, 'jobTitle')?.editable, open, person);
        assert.equal((await world.save(person, { jobTitle: 'Lead' })).status, open ? 200 : 403, person);
      }
    });
  }
});
