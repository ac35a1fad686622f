import {
  attributeSync,
  connectionClass,
  isExternalStore,
  isFederated,
  type ConnectionClass,
} from '../connection-class.js';
import type { Connection, Directory } from '../directory.js';
import { ManagementError } from '../errors.js';
import type { UserPatch } from './patch-schema.js';
import { upstreamAttributes, type User } from './user.js';
import { hasUniqueEmails, phoneAttribute, usernameRules } from './connection-attributes.js';
import { mergeMetadata } from './metadata.js';
import { checkUsername } from './username.js';

/**
 * Checks what Auth0 permits for the user's connection before anything changes. Uses the API's messages:
 * https://auth0.com/docs/api/management/v2/users/patch-users-by-id
 */
export function checkPatch(directory: Directory, user: User, patch: UserPatch): void {
  checkCombinations(patch);
  const connection = directory.connectionOf(user);
  if (!connection) throw notSupported('Connection does not exist.');
  if (patch.connection !== undefined && patch.connection !== connection.name) {
    const known = directory.connectionNamed(patch.connection) !== undefined;
    throw notSupported(
      known ? 'Connection is not supported for this operation.' : 'Connection does not exist.',
    );
  }
  const subject = { connection, kind: connectionClass(connection.strategy), patch };
  checkUpstreamAttributes(subject);
  checkEmail(subject);
  checkPhone(subject);
  checkUsernameAndPassword(subject);
  checkUniqueness(directory, user, patch);
  checkSize(user, patch);
}

interface Subject {
  connection: Connection;
  kind: ConnectionClass;
  patch: UserPatch;
}

const forbiddenPairs = [
  ['password', 'email'],
  ['password', 'email_verified'],
  ['username', 'email'],
  ['username', 'email_verified'],
  ['username', 'password'],
] as const;

function checkCombinations(patch: UserPatch): void {
  for (const [one, other] of forbiddenPairs) {
    if (patch[one] === undefined || patch[other] === undefined) continue;
    throw new ManagementError(400, `Cannot update ${one} and ${other} simultaneously.`, 'invalid_body');
  }
}

const listed = [...upstreamAttributes].sort().join(', ');

/** Unchanged values are rejected too: https://github.com/alexkappa/terraform-provider-auth0/issues/292 */
function checkUpstreamAttributes({ connection, patch }: Subject): void {
  const changed = upstreamAttributes.filter((name) => patch[name] !== undefined);
  const federated = isFederated(connection) || isExternalStore(connection);
  if (changed.length === 0) return;
  if (federated && attributeSync(connection) === 'on_each_login') {
    throw notSupported(
      `The following user attributes cannot be updated: ${listed}. The connection must either be a database ` +
        'connection (using the Auth0 store), a passwordless connection (email or sms) or has disabled ' +
        "'Sync user profile attributes at each login'.",
    );
  }
  const removed = changed.filter((name) => patch[name] === null);
  if (federated || removed.length === 0) return;
  throw notSupported(
    `The following user attributes cannot be removed: ${removed.join(', ')}. The connection (${connection.name}) ` +
      'must either be a custom database connection with import mode disabled, a social or enterprise connection.',
  );
}

function checkEmail({ connection, kind, patch }: Subject): void {
  const { email, email_verified, verify_email } = patch;
  if (email !== undefined && kind !== 'database') {
    throw notSupported(
      kind === 'passwordless'
        ? 'Cannot update email for non-database user.'
        : 'Cannot update email for this user',
    );
  }
  if (email !== undefined && isExternalStore(connection)) {
    throw notSupported('change_email script does not exist');
  }
  if (email === null) {
    throw new ManagementError(400, 'Email is required for this connection.', 'invalid_body');
  }
  if (email_verified === undefined && verify_email === undefined) return;
  if (kind === 'enterprise') {
    throw notSupported('Email verification is not supported for enterprise users.');
  }
  if (connection.strategy === 'sms' || (verify_email === true && kind === 'social')) {
    throw notSupported('Connection is not supported for this operation.');
  }
}

function checkPhone({ connection, kind, patch }: Subject): void {
  const { phone_number, phone_verified, verify_phone_number } = patch;
  const bySms = connection.strategy === 'sms';
  const attribute = kind === 'database' ? phoneAttribute(connection) : undefined;
  const changed = phone_number !== undefined || phone_verified !== undefined;
  if (changed && !bySms && !attribute) {
    throw notSupported('Connection is not supported for this operation.');
  }
  const mustStay = bySms || attribute?.profile_required === true;
  if (phone_number === null && mustStay) {
    throw new ManagementError(400, 'Phone number is required for this connection.', 'invalid_body');
  }
  if (verify_phone_number !== undefined && !(bySms && phone_number !== undefined)) {
    const message = 'verify_phone_number is only valid when changing the phone number of an SMS connection.';
    throw new ManagementError(400, message, 'invalid_body');
  }
}

function checkUsernameAndPassword({ connection, kind, patch }: Subject): void {
  const { username, password } = patch;
  const rules = kind === 'database' ? usernameRules(connection) : undefined;
  const external = isExternalStore(connection);
  if (username !== undefined) {
    if (!rules || external) throw notSupported('Connection is not supported for this operation.');
    checkUsername(username, rules);
  }
  if (password !== undefined && (kind !== 'database' || external)) {
    throw notSupported('Connection is not supported for this operation.');
  }
}

/** Identifiers are unique within a connection. */
function checkUniqueness(directory: Directory, user: User, patch: UserPatch): void {
  const connection = user.identities[0]?.connection;
  const settings = directory.connectionOf(user);
  for (const name of ['email', 'username', 'phone_number'] as const) {
    const wanted = patch[name]?.toLowerCase();
    if (wanted === undefined || (name === 'email' && settings && !hasUniqueEmails(settings))) continue;
    const taken = directory
      .usersIdentifiedBy(wanted)
      .some(
        (other) =>
          other !== user &&
          other.identities[0]?.connection === connection &&
          other[name]?.toLowerCase() === wanted,
      );
    if (taken) throw new ManagementError(400, `The specified new ${name} already exists`, 'auth0_idp_error');
  }
}

/**
 * Auth0 limits a profile to 10 KB, with an extended allowance whose end isn't announced. This tenant has no allowance, so that
 * clients find out here. Assumptions: what the API returns counts, and the error text.
 * https://auth0.com/docs/troubleshoot/product-lifecycle/deprecations-and-migrations/migrate-oversized-user-profiles
 */
function checkSize(user: User, patch: UserPatch): void {
  const { user_metadata, app_metadata, password, verify_email, verify_phone_number, ...attributes } = patch;
  const next = {
    ...user,
    ...attributes,
    user_metadata: user_metadata ? mergeMetadata(user.user_metadata, user_metadata) : user.user_metadata,
    app_metadata: app_metadata ? mergeMetadata(user.app_metadata, app_metadata) : user.app_metadata,
  };
  const [before, after] = [bytesOf(user), bytesOf(next)];
  if (after <= maxProfileBytes || after <= before) return;
  throw new ManagementError(400, 'The user profile exceeds the maximum size of 10KB.', 'invalid_body');
}

const maxProfileBytes = 10 * 1024;
const bytesOf = (value: object) => new TextEncoder().encode(JSON.stringify(value)).length;

function notSupported(message: string): ManagementError {
  return new ManagementError(400, message, 'operation_not_supported');
}
