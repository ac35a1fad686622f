import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  defaultPolicy,
  resolveFields,
  type ConnectionFacts,
  type Provisioning,
} from '../../src/policy/index.js';
import { connections, moment, target } from './support.js';

/**
 * What the mission says about one's own profile, by hand: `edit`, a lock's reason, or `-` for absent.
 * Columns: identity fields (name, names, nickname, picture) · email · phone number · username · application attributes.
 */
const mission: [string, ConnectionFacts, Provisioning, [string, string, string, string, string]][] = [
  ['database, open', connections.database, 'open', ['edit', 'edit', 'edit', 'edit', 'edit']],
  [
    'database, invited',
    connections.database,
    'invitation',
    ['edit', 'invited-address', 'edit', 'edit', 'edit'],
  ],
  [
    'database without username and phone',
    { ...connections.database, hasUsername: false, hasPhoneNumber: false },
    'open',
    ['edit', 'edit', '-', '-', 'edit'],
  ],
  [
    'enterprise, synced',
    connections.enterprise,
    'open',
    ['refreshed-at-login', 'managed-by-connection', '-', '-', 'edit'],
  ],
  [
    'enterprise, not synced',
    { ...connections.enterprise, attributeSync: 'never' },
    'invitation',
    ['managed-by-connection', 'managed-by-connection', '-', '-', 'edit'],
  ],
  ['social', connections.social, 'open', ['refreshed-at-login', 'managed-by-connection', '-', '-', 'edit']],
  ['passwordless', connections.passwordless, 'open', ['edit', 'sign-in-identifier', '-', '-', 'edit']],
];

const columns = [
  ['givenName', 'familyName', 'name', 'nickname', 'picture'],
  ['email'],
  ['phoneNumber'],
  ['username'],
  ['jobTitle', 'deskPhone', 'timeZone', 'language'],
] as const;

describe('the default policy, on one’s own profile', () => {
  it('asks for first and last name before the full name, which follows them', () => {
    assert.deepEqual(Object.keys(defaultPolicy.fields).slice(0, 3), ['givenName', 'familyName', 'name']);
  });

  for (const [label, connection, provisioning, answers] of mission) {
    it(label, () => {
      const views = resolveFields(defaultPolicy, {
        actors: ['self'],
        target: target(connection, provisioning),
        moment,
        values: {},
        verification: { email: true, phoneNumber: false },
      });
      columns.forEach((names, column) => {
        for (const name of names) {
          const view = views.find((candidate) => candidate.name === name);
          const answer = view === undefined ? '-' : view.editable ? 'edit' : view.reason;
          assert.equal(answer, answers[column], name);
        }
      });
    });
  }

  it('shows nothing to someone who is neither the person nor named by a rule', () => {
    const situation = { moment, values: {}, verification: { email: true, phoneNumber: true } };
    for (const actors of [[], ['somebody-else']]) {
      const views = resolveFields(defaultPolicy, {
        ...situation,
        actors,
        target: target(connections.database),
      });
      assert.deepEqual(views, []);
    }
  });
});
