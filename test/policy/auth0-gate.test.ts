import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  auth0PermitsOperation,
  auth0PermitsRemoval,
  auth0PermitsUpdate,
  connectionHasAttribute,
} from '../../src/policy/index.js';
import type { Attribute, AttributeSync, ConnectionFacts } from '../../src/policy/index.js';
import { connections } from './support.js';

const external: ConnectionFacts = { ...connections.database, userStore: 'external' };

/** By hand from Auth0's documents, column by column: what the answer is, for each sync mode. */
const expected: [string, ConnectionFacts, Attribute, Record<AttributeSync, string>][] = [
  ...(['name', 'given_name', 'family_name', 'nickname', 'picture'] as const).flatMap(
    (attribute): [string, ConnectionFacts, Attribute, Record<AttributeSync, string>][] => [
      [
        'database',
        connections.database,
        attribute,
        { 'each-login': 'yes', 'first-login': 'yes', never: 'yes' },
      ],
      [
        'passwordless',
        connections.passwordless,
        attribute,
        { 'each-login': 'yes', 'first-login': 'yes', never: 'yes' },
      ],
      ...(
        [
          ['enterprise', connections.enterprise],
          ['social', connections.social],
          ['external', external],
        ] as const
      ).map(([label, facts]): [string, ConnectionFacts, Attribute, Record<AttributeSync, string>] => [
        label,
        facts,
        attribute,
        { 'each-login': 'refreshed-at-login', 'first-login': 'yes', never: 'yes' },
      ]),
    ],
  ),
  ...(['email', 'phone_number', 'username'] as const).flatMap(
    (attribute): [string, ConnectionFacts, Attribute, Record<AttributeSync, string>][] => [
      ['database', connections.database, attribute, all('yes')],
      ['external', external, attribute, all('external-database')],
      ['passwordless', connections.passwordless, attribute, all('sign-in-identifier')],
      ['enterprise', connections.enterprise, attribute, all('managed-by-connection')],
      ['social', connections.social, attribute, all('managed-by-connection')],
    ],
  ),
  ...(['user_metadata.job_title', 'app_metadata.cost_center'] as const).flatMap((attribute) =>
    [...Object.entries(connections), ['external', external] as const].map(
      ([label, facts]): [string, ConnectionFacts, Attribute, Record<AttributeSync, string>] => [
        label,
        facts,
        attribute,
        all('yes'),
      ],
    ),
  ),
];

function all(answer: string): Record<AttributeSync, string> {
  return { 'each-login': answer, 'first-login': answer, never: answer };
}

describe("Auth0's gate", () => {
  for (const [label, facts, attribute, answers] of expected) {
    it(`${label}: ${attribute}`, () => {
      for (const [attributeSync, answer] of Object.entries(answers)) {
        const verdict = auth0PermitsUpdate(attribute, {
          ...facts,
          attributeSync: attributeSync as AttributeSync,
        });
        assert.equal(verdict.permitted ? 'yes' : verdict.reason, answer, attributeSync);
      }
    });
  }

  it('knows a username and a phone number only where the connection has them', () => {
    assert.equal(connectionHasAttribute('username', connections.database), true);
    assert.equal(connectionHasAttribute('username', connections.social), false);
    assert.equal(
      connectionHasAttribute('phone_number', { ...connections.database, hasPhoneNumber: false }),
      false,
    );
    assert.equal(connectionHasAttribute('email', connections.social), true);
  });

  it('keeps names and pictures set where Auth0 is the source, and lets everything else be removed', () => {
    assert.equal(auth0PermitsRemoval('nickname', connections.database), false);
    assert.equal(auth0PermitsRemoval('picture', connections.passwordless), false);
    assert.equal(auth0PermitsRemoval('nickname', external), true);
    assert.equal(auth0PermitsRemoval('nickname', connections.enterprise), true);
    assert.equal(auth0PermitsRemoval('phone_number', connections.database), true);
    assert.equal(auth0PermitsRemoval('user_metadata.job_title', connections.database), true);
  });

  it('resets passwords and verifies addresses on database connections only', () => {
    for (const [label, facts] of Object.entries(connections)) {
      assert.equal(auth0PermitsOperation('password.reset', facts).permitted, label === 'database', label);
      assert.equal(auth0PermitsOperation('email.verify', facts).permitted, label === 'database', label);
      assert.equal(auth0PermitsOperation('member.block', facts).permitted, true, label);
    }
  });
});
