/**
 * Gate 1: what Auth0 itself permits, whatever a policy says. Data first: the table below is Auth0's rules for
 * `PATCH /api/v2/users/{id}` by the class of the primary identity's connection.
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
  /** Writable unless the upstream overwrites it at each login: then Auth0 refuses the call. */
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

/** An identifier belongs to whoever checks the sign-in. */
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

/** Whether Auth0 would take a new value for this attribute on this connection. Metadata is always writable. */
export function auth0PermitsUpdate(attribute: Attribute, connection: ConnectionFacts): GateAnswer {
  const row = rootRow(attribute);
  if (!row) return permitted;
  const verdict = row[columnOf(connection)];
  if (verdict !== 'writable' && verdict !== 'unless-synced') return refused(verdict);
  if (verdict === 'unless-synced' && connection.attributeSync === 'each-login')
    return refused('refreshed-at-login');
  return connection.directoryOwned.includes(attribute) ? refused('directory-owned') : permitted;
}

/**
 * Whether the attribute exists for people of this connection. A username or phone number that a connection does not
 * have is not locked, it is no part of the person at all.
 */
export function connectionHasAttribute(attribute: Attribute, connection: ConnectionFacts): boolean {
  if (attribute === 'username') return connection.hasUsername;
  if (attribute === 'phone_number') return connection.hasPhoneNumber;
  return true;
}

/**
 * Whether Auth0 would take `null` for an attribute that is set. People of Auth0's own stores keep a name, nickname or
 * picture they once had: it can be changed, not removed ("The following user attributes cannot be removed: …").
 * https://auth0.com/docs/api/management/v2/users/patch-users-by-id
 */
export function auth0PermitsRemoval(attribute: Attribute, connection: ConnectionFacts): boolean {
  const column = columnOf(connection);
  return rootRow(attribute) !== personal || (column !== 'database' && column !== 'passwordless');
}

export function auth0PermitsOperation(operation: Operation, connection: ConnectionFacts): GateAnswer {
  if (hasTrait(operation, 'database-only') && connection.class !== 'database')
    return refused('managed-by-connection');
  // A database can be set up to send one-time codes instead.
  return operation === 'password.reset' && !connection.hasPassword ? refused('no-such-attribute') : permitted;
}

function rootRow(attribute: Attribute): Row | undefined {
  return Object.hasOwn(writableRoots, attribute) ? writableRoots[attribute as RootAttribute] : undefined;
}

function columnOf(connection: ConnectionFacts): Column {
  return connection.class === 'database' && connection.userStore === 'external'
    ? 'external-database'
    : connection.class;
}
