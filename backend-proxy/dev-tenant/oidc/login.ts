import { attributeSync, isFederated } from '../connection-class.js';
import type { Directory } from '../directory.js';
import { OAuthError } from '../errors.js';
import { sendUnblock } from '../emails.js';
import type { TenantState } from '../state.js';
import { userFromUpstream, type Person, type UpstreamProfile, type User } from '../users/user.js';
import { acceptInvitation } from './accept-invitation.js';
import type { AuthorizationRequest } from './authorization-request.js';
import type { Device, Session } from './sessions.js';

/**
 * Checks a username and password. Auth0 accepts passwords for database users only and redirects others to their
 * identity provider; this tenant accepts everyone, so that tests and demos need only one way to sign in.
 */
export function findPerson(
  state: TenantState,
  username: string,
  password: string,
  { organizationId, connection }: Pick<AuthorizationRequest, 'organizationId' | 'connection'>,
): Person | undefined {
  const { directory, log } = state;
  const meant = peopleNamed(directory, username).filter(
    (person) => connection === undefined || person.connection === connection,
  );
  const matches = meant.filter((person) => person.password === password);
  if (meant.length === 0) log.write({ type: 'fu', description: 'Wrong email or username.' });
  if (matches.length === 0) for (const person of meant) noteFailure(state, person);
  const enabled = (person: Person) => directory.enabledConnection(organizationId ?? '', person.connection);
  return matches.find(enabled) ?? matches[0];
}

/** A person without a user in the tenant is found by their address at the identity provider. */
function peopleNamed(directory: Directory, username: string): readonly Person[] {
  const wanted = username.trim();
  const { people } = directory;
  const known = directory.usersIdentifiedBy(wanted).flatMap(({ user_id }) => people.get(user_id) ?? []);
  const email = wanted.toLowerCase();
  return [...known, ...people.strangers().filter(({ upstream }) => upstream.email?.toLowerCase() === email)];
}

/**
 * Auth0 counts per IP address; here there is only one.
 * https://auth0.com/docs/secure/attack-protection/brute-force-protection
 */
const maxFailures = 10;

function noteFailure(state: TenantState, person: Person): void {
  const { directory, log } = state;
  const { user_id, connection } = person;
  log.write({ type: 'fp', description: 'Wrong email or password.', user_id, connection });
  if (directory.connectionNamed(connection)?.options['brute_force_protection'] === false) return;
  person.failedLogins += 1;
  if (person.lockedOut || person.failedLogins < maxFailures) return;
  person.lockedOut = true;
  log.write({ type: 'limit_wc', description: 'Blocked account', user_id, connection });
  const email = directory.users.get(user_id)?.email;
  if (email !== undefined) sendUnblock(state, user_id, email);
}

/**
 * Does everything Auth0 does between authentication and the response to the app.
 * @throws OAuthError to send to the app
 */
export function signInPerson(
  state: TenantState,
  person: Person,
  request: AuthorizationRequest,
  device: Device,
): Session {
  const user = admit(state, person);
  person.failedLogins = 0;
  state.directory.changeUser(user.user_id, (changed) => {
    changed.last_login = changed.updated_at = state.clock.timestamp();
    changed.last_ip = '127.0.0.1';
    changed.logins_count += 1;
  });
  // A blocked user's attempt still counts as a login above:
  // https://auth0.com/docs/manage-users/user-accounts/user-profiles/user-profile-structure
  if (user.blocked) {
    state.log.write({ type: 'f', description: 'user is blocked', user_id: user.user_id });
    throw new OAuthError(403, 'unauthorized', 'user is blocked');
  }
  if (request.invitation) acceptInvitation(state, user, request.invitation);
  enterOrganization(state, user, request.organizationId);
  const { client, organizationId } = request;
  state.log.write({
    type: 's',
    description: 'Successful login',
    user_id: user.user_id,
    client_id: client.client_id,
    connection: person.connection,
    organization_id: organizationId,
  });
  return state.sessions.start(user.user_id, device);
}

/**
 * Lets a user into the requested organization.
 * @throws OAuthError to send to the app
 */
export function enterOrganization(
  tenant: TenantState,
  user: Readonly<User>,
  organizationId: string | undefined,
): void {
  if (organizationId === undefined) return;
  const { directory } = tenant;
  const enabled = directory.enabledConnection(organizationId, user.identities[0]?.connection ?? '');
  if (enabled?.assign_membership_on_login) directory.addMember(organizationId, user.user_id);
  if (enabled && directory.membership(organizationId, user.user_id)) return;
  throw new OAuthError(403, 'access_denied', notAMember(user, organizationId));
}

export function notAMember(user: Readonly<User>, organizationId: string): string {
  return `user ${user.user_id} is not part of the ${organizationId} organization`;
}

/** Returns the person's user. The first sign-in creates it, later ones update it from the identity provider. */
function admit(state: TenantState, person: Person): Readonly<User> {
  const { directory } = state;
  const connection = directory.connectionNamed(person.connection);
  const known = directory.users.get(directory.links.primaryOf(person.user_id));
  const federated = connection !== undefined && isFederated(connection);
  if (known) {
    // The profile belongs to the primary identity; others don't update it.
    if (federated && known.user_id === person.user_id) {
      directory.changeUser(known.user_id, (user) => sync(user, person.upstream, attributeSync(connection)));
    }
    return known;
  }
  // Why deletion is weaker than a block: the next sign-in through the identity provider re-creates the user.
  // https://auth0.com/docs/manage-users/user-accounts/user-profiles/configure-connection-sync-with-auth0
  if (!federated || attributeSync(connection) === 'never_on_login') {
    throw new OAuthError(403, 'access_denied', 'the user does not exist');
  }
  const created = userFromUpstream(person, connection.strategy, state.clock.timestamp());
  directory.addUser(created);
  return created;
}

function sync(user: User, upstream: UpstreamProfile, mode: string): void {
  const first = mode === 'on_first_login' && user.logins_count === 0;
  if (mode === 'on_each_login' || first) Object.assign(user, upstream);
}
