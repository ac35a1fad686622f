/** A row that is kept is the one that would be made without it, whatever has changed. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Actor } from '../../backend-proxy/src/access/actor.js';
import type { Person } from '../../backend-proxy/src/access/load-person.js';
import { createReader, toRow } from '../../backend-proxy/src/members/row.js';
import { parsePolicy, type Policy } from '../../src/policy/index.js';
import { connections, target } from '../policy/support.js';
import { mia as person, values } from './listed-person.js';

/** Help desks see masked addresses, admins those of members without the role Board. */
const policy = parsePolicy({
  version: 1,
  actors: { admin: { permissions: ['manage:members'] }, 'help-desk': { permissions: ['help:members'] } },
  groups: { person: { label: { en: 'Person' } } },
  fields: {
    name: { attribute: 'name', kind: 'text', group: 'person', label: { en: 'Name' } },
    email: { attribute: 'email', kind: 'email', group: 'person', label: { en: 'Email' } },
    picture: { attribute: 'picture', kind: 'picture', group: 'person', label: { en: 'Picture' } },
  },
  rules: [
    { id: 'admins-read', effect: 'allow', actors: ['admin'], actions: ['read'], fields: ['*'] },
    { id: 'own', effect: 'allow', actors: ['self'], actions: ['read'], fields: ['*'] },
    {
      id: 'board',
      effect: 'deny',
      actors: ['admin', 'help-desk'],
      actions: ['read'],
      fields: ['email'],
      when: { targetRole: ['Board'] },
    },
    {
      id: 'saml',
      effect: 'deny',
      actors: ['admin', 'help-desk'],
      actions: ['read'],
      fields: ['picture'],
      when: { connection: ['enterprise'] },
    },
    {
      id: 'masked',
      effect: 'allow',
      actors: ['help-desk'],
      actions: ['read'],
      fields: ['name', 'email', 'picture'],
      masked: true,
    },
    { id: 'roles', effect: 'allow', actors: ['admin'], operations: ['roles.assign'] },
  ],
});
const actor: Actor = {
  userId: 'auth0|ada',
  organizationId: 'org_acme',
  permissions: ['manage:members'],
  clientId: null,
  sessionId: null,
  issuedAt: 0,
  expiresAt: 0,
  signedInAt: null,
  delegated: false,
};
const { name, email, picture } = values;
const entry = {
  userId: 'auth0|mia',
  name,
  email,
  picture,
  roles: [{ id: 'rol_1', name: 'Member' }],
  blocked: false,
};

interface Given {
  readonly policy: Policy;
  readonly actor: Actor;
  readonly person: Person;
  readonly entry: typeof entry;
  readonly unlisted: readonly string[];
}

const given: Given = { policy, actor, person, entry, unlisted: [] };
const enterprise = { ...person, target: target(connections.enterprise) };

/** Each of them changes the row. */
const changes: Readonly<Record<string, Partial<Given>>> = {
  'a new name': { entry: { ...entry, name: 'Mia Silva' } },
  'a new address': { entry: { ...entry, email: 'mia.silva@acme.example' } },
  'a new picture': { entry: { ...entry, picture: 'https://acme.example/silva.png' } },
  'a new role': { entry: { ...entry, roles: [...entry.roles, { id: 'rol_2', name: 'Editor' }] } },
  'a block': { entry: { ...entry, blocked: true } },
  'another connection': { person: enterprise },
  'the name of the connection': { person: { ...person, signIn: { ...person.signIn, label: 'Acme login' } } },
  'the role of who reads': { actor: { ...actor, permissions: ['help:members'] } },
  'who reads': { actor: { ...actor, userId: 'auth0|mia' } },
  'roles that are not listed': { unlisted: ['Board'] },
  'the policy': { policy: { ...policy, rules: policy.rules.filter(({ id }) => id !== 'roles') } },
};

function rowOf({ policy, actor, person, entry, unlisted }: Given) {
  return toRow(createReader(policy, actor), person, entry, unlisted);
}

/** Nothing is known of a user who was just read. */
function madeWithoutMemory(given: Given) {
  const { person } = given;
  return rowOf({ ...given, person: { ...person, user: structuredClone(person.user) } });
}

describe('a row of the list', () => {
  for (const [what, change] of Object.entries(changes)) {
    it(`follows ${what}`, () => {
      const before = rowOf(given);
      const changed = { ...given, ...change };
      assert.notDeepEqual(rowOf(changed), before);
      assert.deepEqual(rowOf(changed), madeWithoutMemory(changed));
      assert.deepEqual(rowOf(given), before);
    });
  }

  it('is made once for everyone who sees the same', () => {
    assert.equal(rowOf({ ...given, actor: { ...actor, userId: 'auth0|max' } }), rowOf(given));
  });
});
