import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  auth0PermitsOperation,
  auth0PermitsRemoval,
  auth0PermitsUpdate,
  canVerify,
  connectionHasAttribute,
} from '../../src/policy/index.js';
import type { Attribute, AttributeSync, ConnectionFacts } from '../../src/policy/index.js';
import { connectionClassOf } from '../../backend-proxy/src/access/connection-class.js';
import { connections } from './support.js';

const external: ConnectionFacts = { ...connections.database, userStore: 'external' };
const textMessage: ConnectionFacts = {
  ...connections.passwordless,
  strategy: 'sms',
  identifiers: ['phone_number'],
  hasPhoneNumber: true,
};

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
      [
        'passwordless',
        connections.passwordless,
        attribute,
        all(attribute === 'email' ? 'sign-in-identifier' : 'managed-by-connection'),
      ],
      [
        'text message',
        textMessage,
        attribute,
        all(attribute === 'phone_number' ? 'sign-in-identifier' : 'managed-by-connection'),
      ],
      [
        'not enabled',
        { ...connections.database, isEnabled: false },
        attribute,
        all('connection-not-enabled'),
      ],
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
    assert.equal(connectionHasAttribute('email', textMessage), false);
    assert.equal(connectionHasAttribute('phone_number', textMessage), true);
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

  it('sends no email where the connection isn’t enabled, and no reset where addresses aren’t unique', () => {
    const permits = (operation: 'password.reset' | 'email.verify', facts: Partial<ConnectionFacts>) =>
      auth0PermitsOperation(operation, { ...connections.database, ...facts }).permitted;
    assert.equal(permits('password.reset', { isEnabled: false }), false);
    assert.equal(permits('email.verify', { isEnabled: false }), false);
    assert.equal(permits('password.reset', { hasUniqueEmails: false }), false);
    assert.equal(permits('email.verify', { hasUniqueEmails: false }), true);
  });

  it('verifies addresses and phone numbers of databases, and nothing else', () => {
    const labels = (attribute: Attribute) =>
      Object.entries(connections).flatMap(([label, facts]) => (canVerify(attribute, facts) ? [label] : []));
    assert.deepEqual(labels('email'), ['database']);
    assert.deepEqual(labels('phone_number'), ['database']);
    assert.deepEqual(labels('name'), []);
    const elsewhere = { ...connections.database, isEnabled: false };
    assert.equal(canVerify('email', elsewhere), false);
    assert.equal(canVerify('phone_number', elsewhere), false);
  });

  it('leaves to a directory what it writes through SCIM, also where nothing syncs at login', () => {
    const directory: ConnectionFacts = {
      ...connections.enterprise,
      attributeSync: 'never',
      directoryOwned: ['name', 'family_name', 'email'],
    };
    const answer = (attribute: Attribute, facts = directory) => {
      const verdict = auth0PermitsUpdate(attribute, facts);
      return verdict.permitted ? 'yes' : verdict.reason;
    };
    assert.equal(answer('name'), 'directory-owned');
    assert.equal(answer('family_name'), 'directory-owned');
    assert.equal(answer('nickname'), 'yes');
    assert.equal(answer('user_metadata.job_title'), 'yes');
    // What holds for everybody of the class is the better reason.
    assert.equal(answer('email'), 'managed-by-connection');
    assert.equal(answer('name', { ...directory, attributeSync: 'each-login' }), 'refreshed-at-login');
  });

  it('does not take a metadata key for the root attribute of the same name', () => {
    for (const attribute of ['user_metadata.email', 'app_metadata.name', 'user_metadata.toString'] as const) {
      assert.equal(auth0PermitsUpdate(attribute, connections.enterprise).permitted, true, attribute);
      assert.equal(connectionHasAttribute(attribute, connections.enterprise), true, attribute);
      assert.equal(auth0PermitsRemoval(attribute, connections.database), true, attribute);
    }
  });

  it('locks identifiers of an external database, and still resets a password there', () => {
    assert.equal(connectionHasAttribute('username', external), true);
    assert.equal(auth0PermitsOperation('password.reset', external).permitted, true);
  });
});

describe('the class of a connection', () => {
  /** By hand from the providers in Auth0's event schemas. */
  const sorted = {
    database: ['auth0'],
    passwordless: ['email', 'sms'],
    enterprise: listOf(
      'ad adfs auth0-adldap custom google-apps ip office365 oidc okta pingfederate samlp sharepoint waad',
    ),
    social: listOf(
      `amazon apple auth0-oidc baidu bitbucket bitly box daccount dropbox dwolla evernote evernote-sandbox exact
      facebook fitbit github google-oauth2 instagram line linkedin oauth1 oauth2 paypal paypal-sandbox planningcenter
      salesforce salesforce-community salesforce-sandbox shop shopify soundcloud thirtysevensignals twitter untappd
      vkontakte weibo windowslive wordpress yahoo yandex`,
    ),
  };
  for (const [label, strategies] of Object.entries(sorted)) {
    it(`is ${label} for ${strategies.length} strategies`, () => {
      for (const strategy of strategies) assert.equal(connectionClassOf(strategy), label, strategy);
    });
  }

  it('is the one that may edit least for a provider no one knows', () => {
    for (const strategy of ['', 'brand-new', 'AUTH0', 'auth0 ', 'constructor', '__proto__', 'toString']) {
      assert.equal(connectionClassOf(strategy), 'enterprise', strategy);
    }
  });
});

function listOf(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
