import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { signIn, type Seed } from '../../backend-proxy/dev-tenant/index.js';
import acme from '../../backend-proxy/dev-tenant/seeds/acme.json' with { type: 'json' };
import roles from '../../backend-proxy/dev-tenant/seeds/roles.json' with { type: 'json' };
import type { SessionList } from '../../src/contract/index.js';
import { defaultPolicy, parsePolicy, type Policy, type PolicyDocument } from '../../src/policy/index.js';
import { createWorld, people, type Answer, type PersonName, type World } from './support.js';

/** Acme, had it not been by invitation: people may change a username and an email, which Auth0 takes one after the other. */
const organizations = acme.organizations.map((each) => ({ ...each, metadata: { provisioning: 'open' } }));
const seed: Seed = { ...acme, roles: roles.roles.map(({ ...role }) => role), organizations };

/** The help desk sees the telephone on a desk in part only. */
const document: PolicyDocument = {
  ...defaultPolicy,
  rules: [
    ...defaultPolicy.rules.map((rule) =>
      rule.id === 'support-reads' ? { ...rule, fields: ['name', 'email', 'jobTitle'] } : rule,
    ),
    {
      id: 'desk-sees-part',
      effect: 'allow',
      actors: ['help-desk', 'admin'],
      actions: ['read'],
      fields: ['deskPhone'],
      masked: true,
    },
  ],
};
const policy = parsePolicy(document);
const patient = parsePolicy({
  ...document,
  safeguards: { ...defaultPolicy.safeguards, deletionDelay: 7 },
});

const mia = `/v1/members/${encodeURIComponent(people.mia[0])}`;

/** What an action needs beside the person's own record, which tells that they are a member still. */
const known = ['GET users/{id}', 'GET users/{id}/organizations'];
const sessions = 'GET users/{user_id}/sessions';
/** Of the Authentication API, which has a limit of its own. */
const resetEmail = 'POST /dbconnections/change_password';
const endSession = 'POST sessions/{id}/revoke';
const rolesOfOne = 'GET organizations/{id}/members/{user_id}/effective-roles';

interface Action {
  readonly by: PersonName;
  /** Beside a first look at the page, after which the caches are warm as on every day. */
  readonly before?: (world: World, token: string) => Promise<unknown>;
  readonly act: (world: World, token: string, etag: string) => Promise<Answer>;
  readonly policy?: Policy;
  /** Every call it costs, in the order they are made. */
  readonly calls: readonly string[];
}

const send =
  (method: string, path: string, body?: object) =>
  (world: World, token: string, etag: string): Promise<Answer> =>
    world.send(token, path, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        'if-match': etag,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
const save = (fields: object, path = '/v1/profile') => send('PATCH', path, { fields });
const planDeletion = send('GET', '/v1/profile/deletion');
const remove = send('DELETE', '/v1/profile');
const once = (before: Action['act']) => (world: World, token: string) => before(world, token, '');

const unverified = async ({ tenant }: World) =>
  void tenant.users.update(people.mia[0], { email_verified: false });
const signInTwice = async ({ tenant }: World) => {
  for (let time = 0; time < 2; time += 1) {
    await signIn(tenant, { username: 'mia@acme.example', organization: 'acme' });
  }
};
const endOne: Action['act'] = async (world, token, etag) => {
  const { text } = await world.send(token, '/v1/profile/sessions');
  const [session] = (JSON.parse(text) as SessionList).sessions;
  world.tenant.requests.clear();
  return send('DELETE', `/v1/profile/sessions/${session?.id}`)(world, token, etag);
};

const actions: Record<string, Action> = {
  // The profile
  'looking at the own profile': { by: 'mia', act: send('GET', '/v1/profile'), calls: known },
  'looking at a member': { by: 'hal', act: send('GET', mia), calls: known },
  'saving attributes of every kind': {
    by: 'mia',
    act: save({ name: 'Mia O.', jobTitle: 'Lead' }),
    calls: [...known, 'PATCH users/{id}'],
  },
  'saving a picture that the host keeps': {
    by: 'mia',
    act: save({ picture: 'https://pictures.example/mia.webp' }),
    calls: [...known, 'PATCH users/{id}'],
  },
  'saving what Auth0 takes one after the other': {
    by: 'mia',
    act: save({ username: 'mia_o', email: 'mia.o@acme.example' }),
    calls: [...known, 'PATCH users/{id}', 'PATCH users/{id}'],
  },
  'saving on behalf': {
    by: 'hal',
    act: save({ jobTitle: 'Lead' }, mia),
    calls: [...known, 'PATCH users/{id}'],
  },
  'saving against an old version': {
    by: 'mia',
    act: (world, token) => save({ jobTitle: 'Lead' })(world, token, '"old"'),
    calls: known,
  },
  'saving what the policy does not let change': {
    by: 'hal',
    act: save({ email: 'mia.o@acme.example' }, mia),
    calls: known,
  },
  'revealing a value': {
    by: 'hal',
    act: send('POST', `${mia}/reveal`, { field: 'deskPhone' }),
    calls: known,
  },

  // Mails
  'a mail to change the password': {
    by: 'mia',
    act: send('POST', '/v1/profile/password-reset'),
    calls: [...known, resetEmail],
  },
  'a mail to change a password, on behalf': {
    by: 'hal',
    act: send('POST', `${mia}/password-reset`),
    calls: [...known, resetEmail],
  },
  'a mail to verify the address': {
    by: 'mia',
    before: unverified,
    act: send('POST', '/v1/profile/email-verification'),
    calls: [...known, 'POST jobs/verification-email'],
  },
  'a mail to verify an address, on behalf': {
    by: 'hal',
    before: unverified,
    act: send('POST', `${mia}/email-verification`),
    calls: [...known, 'POST jobs/verification-email'],
  },
  'a mail that has to wait': {
    by: 'mia',
    before: once(send('POST', '/v1/profile/password-reset')),
    act: send('POST', '/v1/profile/password-reset'),
    calls: known,
  },

  // Sessions
  'the list of sessions': {
    by: 'mia',
    before: signInTwice,
    act: send('GET', '/v1/profile/sessions'),
    calls: [...known, sessions],
  },
  'ending one session': {
    by: 'mia',
    before: signInTwice,
    act: endOne,
    calls: [...known, sessions, endSession],
  },
  'ending two sessions': {
    by: 'mia',
    before: signInTwice,
    act: send('DELETE', '/v1/profile/sessions'),
    calls: [...known, sessions, endSession, endSession],
  },
  'the list of a member’s sessions': {
    by: 'ada',
    before: signInTwice,
    act: send('GET', `${mia}/sessions`),
    calls: [...known, sessions],
  },
  'ending a member’s two sessions': {
    by: 'ada',
    before: signInTwice,
    act: send('DELETE', `${mia}/sessions`),
    calls: [...known, sessions, endSession, endSession],
  },

  // Export
  'an export as data': { by: 'mia', act: send('GET', '/v1/profile/export'), calls: [...known, sessions] },
  'an export as a page': {
    by: 'mia',
    act: (world, token) => world.send(token, '/v1/profile/export', { headers: { accept: 'text/html' } }),
    calls: [...known, sessions],
  },

  // Deletion. Which roles manage people is known from the first time someone asked.
  'a look at what deleting would do': {
    by: 'mia',
    before: once(planDeletion),
    act: planDeletion,
    calls: [...known, rolesOfOne],
  },
  'the same, for an administrator': {
    by: 'ada',
    before: once(planDeletion),
    act: planDeletion,
    calls: [...known, rolesOfOne, 'GET organizations/{id}/members'],
  },
  'deleting the account': {
    by: 'mia',
    before: once(planDeletion),
    act: remove,
    calls: [...known, rolesOfOne, 'DELETE users/{id}'],
  },
  'deleting it on a later day': {
    by: 'mia',
    policy: patient,
    before: once(planDeletion),
    act: remove,
    calls: [...known, rolesOfOne],
  },
  'taking that back': {
    by: 'mia',
    policy: patient,
    before: once(remove),
    act: send('DELETE', '/v1/profile/deletion'),
    calls: known,
  },
};

describe('the calls to Auth0 that an action in the editor costs', () => {
  for (const [name, action] of Object.entries(actions)) {
    it(`${name}: ${action.calls.length}`, async () => {
      const world = createWorld({ policy: action.policy ?? policy }, { seed });
      const token = await world.freshTokenOf(action.by);
      await action.before?.(world, token);
      const page = action.by === 'mia' ? '/v1/profile' : mia;
      const { headers } = await world.send(token, page);
      world.tenant.requests.clear();
      await action.act(world, token, headers.get('etag') ?? '');
      assert.deepEqual(
        world.tenant.requests
          .list()
          .map(({ method, endpoint }) => `${method} ${endpoint.replace('/api/v2/', '')}`),
        action.calls,
      );
    });
  }
});
