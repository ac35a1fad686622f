import { connectionClass } from '../connection-class.js';
import type { Connection } from '../directory.js';
import { sendVerification } from '../emails.js';
import { randomId } from '../random.js';
import type { TenantState } from '../state.js';
import type { Person, User } from '../users/user.js';
import type { AuthorizationRequest } from './authorization-request.js';

/** Where an account can be created. */
export interface SignUpOffer {
  /** Name of the connection. */
  readonly connection: string;
  /** Address of the invited person, if they are accepting an invitation. */
  readonly invited: string | undefined;
}

/** Returns `null` if no connection allows sign-up, or if the invited person already has an account. */
export function signUpOffer(tenant: TenantState, request: AuthorizationRequest): SignUpOffer | null {
  const connections = databases(tenant, request);
  if (!request.invitation) {
    const [open] = connections.filter((connection) => isOpen(tenant, connection, request.organizationId));
    return open ? { connection: open.name, invited: undefined } : null;
  }
  const [connection] = connections;
  const email = request.invitation.invitee.email.toLowerCase();
  const isTaken = connections.some(({ name }) => hasAccount(tenant, name, email));
  return connection && !isTaken ? { connection: connection.name, invited: email } : null;
}

/** Database connections the request allows; for an invitation, the one it names. */
function databases(
  { directory }: TenantState,
  { invitation, organizationId, connection }: AuthorizationRequest,
): Connection[] {
  return directory.connections.filter(
    ({ id, name, strategy }) =>
      connectionClass(strategy) === 'database' &&
      (connection === undefined || connection === name) &&
      (organizationId === undefined || directory.enabledConnection(organizationId, name)) &&
      (invitation?.connection_id === undefined || invitation.connection_id === id),
  );
}

/**
 * Both the connection and the organization must allow it. Signing up to an organization requires membership at login.
 */
function isOpen(
  { directory }: TenantState,
  connection: Connection,
  organizationId: string | undefined,
): boolean {
  if (connection.options['disable_signup'] === true) return false;
  if (organizationId === undefined) return true;
  const enabled = directory.enabledConnection(organizationId, connection.name);
  return enabled?.is_signup_enabled === true && enabled.assign_membership_on_login;
}

export function hasAccount({ directory }: TenantState, connection: string, email: string): boolean {
  return directory
    .usersIdentifiedBy(email)
    .some((user) => user.email?.toLowerCase() === email && user.identities[0]?.connection === connection);
}

/** Creates the account. Sends a verification email unless an invitation already proved the address. */
export function signUp(
  state: TenantState,
  { connection, invited }: SignUpOffer,
  {
    email,
    password,
    organizationId,
  }: { email: string; password: string; organizationId: string | undefined },
): Person {
  const { directory, clock, log } = state;
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
  log.write({ type: 'ss', description: 'Success signup', user_id: user.user_id, connection });
  if (invited === undefined) sendVerification(state, user.user_id, email, { organizationId });
  return person;
}
