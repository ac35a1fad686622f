import { connectionClass } from '../connection-class.js';
import { randomId } from '../random.js';
import type { TenantState } from '../state.js';
import type { Person, User } from '../users/user.js';
import type { AuthorizationRequest } from './authorization-request.js';

/**
 * The connection in which somebody who has come to accept an invitation can make an account: the invitation's own, or the
 * organization's first with passwords. None for somebody who has one there.
 */
export function signUpConnection(
  { directory }: TenantState,
  { invitation, organizationId }: AuthorizationRequest,
): { readonly connection: string; readonly email: string } | null {
  if (!invitation) return null;
  const enabled = directory.connections.filter(
    ({ id, name, strategy }) =>
      connectionClass(strategy) === 'database' &&
      directory.enabledConnection(organizationId ?? '', name) &&
      (invitation.connection_id === undefined || invitation.connection_id === id),
  );
  const [connection] = enabled;
  const { email } = invitation.invitee;
  const isTaken = directory
    .usersIdentifiedBy(email)
    .some((user) => enabled.some(({ name }) => name === user.identities[0]?.connection));
  return connection && !isTaken ? { connection: connection.name, email: email.toLowerCase() } : null;
}

export function signUp(
  { directory, clock }: TenantState,
  { connection, email }: { readonly connection: string; readonly email: string },
  password: string,
): Person {
  const id = randomId(12).replace(/[^a-z0-9]/gi, '0');
  const now = clock.timestamp();
  const user: User = {
    user_id: `auth0|${id}`,
    email,
    email_verified: false,
    name: email,
    nickname: email.replace(/@.*/, ''),
    identities: [{ connection, provider: 'auth0', user_id: id, isSocial: false }],
    created_at: now,
    updated_at: now,
    logins_count: 0,
  };
  const person: Person = {
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
  directory.people.add(person);
  directory.addUser(user);
  return person;
}
