import { z } from 'zod';
import { connectionClass } from '../connection-class.js';
import type { Connection } from '../directory.js';
import { ManagementError } from '../errors.js';
import { sendVerification } from '../emails.js';
import { randomId } from '../random.js';
import type { TenantState } from '../state.js';
import { hasUniqueEmails, phoneAttribute, usernameRules } from './connection-attributes.js';
import { userAttributes } from './patch-schema.js';
import { shortestPassword } from './set-password.js';
import type { Person, User } from './user.js';
import { checkUsername } from './username.js';

/** Body of `POST /users` without the connection's name. */
export const newUser = z.strictObject({
  ...userAttributes,
  user_id: z.string().max(255).regex(/^\S*$/).optional(),
});
export type NewUser = z.output<typeof newUser>;

/**
 * Creates a user in a database or passwordless connection.
 * @throws ManagementError with Auth0's message
 */
export function createUser(state: TenantState, connection: Connection, given: NewUser): Readonly<User> {
  check(state, connection, given);
  const { user_id: ownId, password = '', verify_email, ...attributes } = given;
  const id =
    ownId ??
    randomId(16)
      .replace(/[^a-z0-9]/gi, '0')
      .slice(0, 24);
  const userId = `${connection.strategy}|${id}`;
  const { directory, clock } = state;
  if (directory.users.has(userId)) throw exists();
  const email = attributes.email?.toLowerCase();
  const user: User = {
    ...attributes,
    user_id: userId,
    email,
    email_verified: attributes.email_verified ?? false,
    username: attributes.username?.toLowerCase(),
    name: attributes.name ?? email ?? attributes.phone_number ?? attributes.username,
    nickname: attributes.nickname ?? (email ?? attributes.username)?.replace(/@.*/, ''),
    identities: [
      { connection: connection.name, provider: connection.strategy, user_id: id, isSocial: false },
    ],
    created_at: clock.timestamp(),
    updated_at: clock.timestamp(),
    logins_count: 0,
  };
  directory.people.add(personOf(user, connection.name, password));
  directory.addUser(user);
  if (email !== undefined && (verify_email ?? !user.email_verified)) sendVerification(state, userId, email);
  return user;
}

function check({ directory }: TenantState, connection: Connection, given: NewUser): void {
  const kind = connectionClass(connection.strategy);
  if (kind !== 'database' && kind !== 'passwordless') {
    throw refused(
      'Connection does not support user creation through the API. It must either be a database or passwordless connection.',
      'operation_not_supported',
    );
  }
  const rules = kind === 'database' ? usernameRules(connection) : undefined;
  const phone = connection.strategy === 'sms' || (kind === 'database' && phoneAttribute(connection));
  if (given.username !== undefined && !rules) {
    throw refused('Cannot set username for connection without requires_username.', 'operation_not_supported');
  }
  if (rules && (given.username !== undefined || rules.required)) checkUsername(given.username ?? null, rules);
  if (given.phone_number !== undefined && !phone) {
    throw refused('Connection is not supported for this operation.', 'operation_not_supported');
  }
  for (const name of requiredOf(connection, kind)) {
    if (given[name] === undefined)
      throw refused(`Payload validation error: 'Missing required property: ${name}'.`);
  }
  if (kind === 'database' && (given.password?.length ?? 0) < shortestPassword) {
    throw refused('PasswordStrengthError: Password is too weak');
  }
  for (const name of ['email', 'username', 'phone_number'] as const) {
    if (name === 'email' && !hasUniqueEmails(connection)) continue;
    const wanted = given[name]?.toLowerCase();
    const others = directory.usersIdentifiedBy(wanted ?? '');
    const taken = others.some(
      (user) => user.identities[0]?.connection === connection.name && user[name]?.toLowerCase() === wanted,
    );
    if (taken) throw exists();
  }
}

function requiredOf(
  { strategy }: Connection,
  kind: string,
): readonly ('email' | 'password' | 'phone_number')[] {
  if (kind === 'database') return ['email', 'password'];
  return strategy === 'sms' ? ['phone_number'] : ['email'];
}

function refused(message: string, errorCode = 'invalid_body'): ManagementError {
  return new ManagementError(400, message, errorCode);
}

function exists(): ManagementError {
  return new ManagementError(409, 'The user already exists.', 'auth0_idp_error');
}

function personOf(user: User, connection: string, password: string): Person {
  return {
    user_id: user.user_id,
    connection,
    upstream: {},
    note: '',
    inCrowd: false,
    password,
    lockedOut: false,
    failedLogins: 0,
    methods: [],
  };
}
