/**
 * Gate 1: Auth0's own limits, which no policy can lift. The table holds Auth0's rules for `PATCH /api/v2/users/{id}` by
 * the class of the primary identity's connection.
 *
 * https://auth0.com/docs/manage-users/user-accounts/user-profiles/root-attributes
 * https://auth0.com/docs/manage-users/user-accounts/user-profiles/configure-connection-sync-with-auth0
 * https://auth0.com/docs/authenticate/protocols/scim/configure-inbound-scim
 */
import { hasTrait, type Operation } from './operations.js';
import type { ConnectionFacts } from './target.js';
import type { Attribute, ConnectionClass, LockReason, RootAttribute } from './vocabulary.js';

type Verdict =
  | 'writable'
  /** Writable unless the upstream overwrites it at each login. In that case Auth0 refuses the call. */
  | 'unless-synced'
  | LockReason;

type Column = ConnectionClass | 'external-database';
type Row = Readonly<Record<Column, Verdict>>;

const personal: Row = {
  database: 'writable',
  'external-database': 'unless-synced',
  passwordless: 'writable',
  enterprise: 'unless-synced',
  social: 'unless-synced',
};

/** Identifiers belong to the system that checks the sign-in. */
const identifier: Row = {
  database: 'writable',
  'external-database': 'external-database',
  passwordless: 'sign-in-identifier',
  enterprise: 'managed-by-connection',
  social: 'managed-by-connection',
};

const writableRoots: Readonly<Record<RootAttribute, Row>> = {
  name: personal,
  given_name: personal,
  family_name: personal,
  nickname: personal,
  picture: personal,
  email: identifier,
  phone_number: identifier,
  username: identifier,
};

export type GateAnswer =
  { readonly permitted: true } | { readonly permitted: false; readonly reason: LockReason };

const permitted: GateAnswer = { permitted: true };
const refused = (reason: LockReason): GateAnswer => ({ permitted: false, reason });

/**
 * Returns whether Auth0 accepts a new value for an attribute on a connection. Metadata is always writable.
 * @example auth0PermitsUpdate('email', samlConnection) // { permitted: false, reason: 'managed-by-connection' }
 */
export function auth0PermitsUpdate(attribute: Attribute, connection: ConnectionFacts): GateAnswer {
  const row = rootRow(attribute);
  if (!row) return permitted;
  if (!connection.isEnabled) return refused('connection-not-enabled');
  if (connection.class === 'passwordless' && row === identifier && !isSignInIdentifier(attribute, connection))
    return refused('managed-by-connection');
  const verdict = row[columnOf(connection)];
  if (verdict !== 'writable' && verdict !== 'unless-synced') return refused(verdict);
  if (verdict === 'unless-synced' && connection.attributeSync === 'each-login')
    return refused('refreshed-at-login');
  return connection.directoryOwned.includes(attribute) ? refused('directory-owned') : permitted;
}

/**
 * Returns whether users of a connection have an attribute. If a connection has no usernames or phone numbers, the field is
 * absent, not locked. People who sign in by text message have no email address.
 * @example connectionHasAttribute('username', samlConnection) // false
 */
export function connectionHasAttribute(attribute: Attribute, connection: ConnectionFacts): boolean {
  if (attribute === 'username') return connection.hasUsername;
  if (attribute === 'phone_number') return connection.hasPhoneNumber;
  return attribute !== 'email' || connection.strategy !== 'sms';
}

/**
 * Returns whether people sign in with an attribute.
 * @example isSignInIdentifier('email', databaseConnection) // true
 */
export function isSignInIdentifier(attribute: Attribute, { identifiers }: ConnectionFacts): boolean {
  return identifiers.some((each) => each === attribute);
}

/**
 * Returns whether an email address or phone number can be verified at all. Auth0 verifies only what its own databases hold,
 * so elsewhere a value is never called unverified: no one could change that.
 * https://auth0.com/docs/manage-users/user-accounts/verify-emails
 * https://auth0.com/docs/authenticate/database-connections/flexible-identifiers-and-attributes
 * @example canVerify('email', samlConnection) // false
 */
export function canVerify(attribute: Attribute, connection: ConnectionFacts): boolean {
  if (attribute === 'email') return auth0PermitsOperation('email.verify', connection).permitted;
  return attribute === 'phone_number' && connection.class === 'database' && connection.isEnabled;
}

/**
 * Returns whether Auth0 accepts `null` for an attribute that is set. In Auth0's own stores, a name, nickname or picture
 * can be changed but not removed ("The following user attributes cannot be removed: …").
 * https://auth0.com/docs/api/management/v2/users/patch-users-by-id
 * @example auth0PermitsRemoval('nickname', databaseConnection) // false
 */
export function auth0PermitsRemoval(attribute: Attribute, connection: ConnectionFacts): boolean {
  const column = columnOf(connection);
  return rootRow(attribute) !== personal || (column !== 'database' && column !== 'passwordless');
}

/**
 * Returns whether Auth0 has an operation for users of a connection.
 * @example auth0PermitsOperation('password.reset', samlConnection).permitted // false
 */
export function auth0PermitsOperation(operation: Operation, connection: ConnectionFacts): GateAnswer {
  if (hasTrait(operation, 'database-only') && connection.class !== 'database')
    return refused('managed-by-connection');
  if (hasTrait(operation, 'database-only') && !connection.isEnabled) return refused('connection-not-enabled');
  // A database connection can send one-time codes instead of using passwords.
  const sendsReset = connection.hasPassword && connection.hasUniqueEmails;
  return operation === 'password.reset' && !sendsReset ? refused('no-such-attribute') : permitted;
}

function rootRow(attribute: Attribute): Row | undefined {
  return Object.hasOwn(writableRoots, attribute) ? writableRoots[attribute as RootAttribute] : undefined;
}

function columnOf(connection: ConnectionFacts): Column {
  return connection.class === 'database' && connection.userStore === 'external'
    ? 'external-database'
    : connection.class;
}
