/** Finds out everything a decision about one person depends on, in at most two calls once the caches are warm. */
import type { ConnectionFacts, Provisioning, Target } from '../../../src/policy/index.js';
import type { CallContext, EnabledConnection, Management, Organization, User } from '../management/index.js';
import { ProblemError } from '../problem-error.js';
import { connectionClassOf, connectionLabelOf } from './connection-class.js';

export interface Person {
  readonly user: User;
  readonly organization: Organization;
  readonly target: Target;
  /** What people call the way this person signs in. */
  readonly connectionLabel: string;
}

/**
 * A member of the organization, read afresh: a token outlives a removal, so the membership is asked each time.
 * @throws `profile_not_found` for somebody who is not a member and for somebody who does not exist alike.
 */
export async function loadPerson(
  management: Management,
  userId: string,
  organizationId: string,
  call: CallContext,
): Promise<Person> {
  const [user, organization, enabled] = await Promise.all([
    management.users.read(userId, call),
    management.users.membership(userId, organizationId, call),
    management.connections.enabledFor(organizationId, call),
  ]);
  if (!organization) throw new ProblemError('profile_not_found');
  const row = enabled.find((connection) => connection.name === user.primaryIdentity?.connectionName);
  const details = row ? await management.connections.read(row.connectionId, call) : null;
  const strategy = row?.strategy ?? user.primaryIdentity?.provider ?? '';
  const connection: ConnectionFacts = {
    class: connectionClassOf(strategy),
    strategy,
    name: user.primaryIdentity?.connectionName ?? '',
    // A connection nobody can look up gets the strictest reading.
    attributeSync: details?.attributeSync ?? 'each-login',
    userStore: details?.userStore ?? 'auth0',
    hasUsername: details?.hasUsername ?? false,
    hasPhoneNumber: details?.hasPhoneNumber ?? false,
    usernameLength: details?.usernameLength ?? { min: 1, max: 15 },
  };
  return {
    user,
    organization,
    target: { connection, provisioning: provisioningOf(organization, connection, enabled) },
    connectionLabel: connectionLabelOf(connection, details?.displayName ?? null),
  };
}

/**
 * The organization's own word (metadata `provisioning`) first; else open when a connection of the person's class lets
 * people in uninvited; else invitation, the stricter answer.
 */
function provisioningOf(
  organization: Organization,
  connection: ConnectionFacts,
  enabled: readonly EnabledConnection[],
): Provisioning {
  const declared = organization.metadata['provisioning'];
  if (declared === 'open' || declared === 'invitation') return declared;
  return enabled.some((row) => row.admitsAnyone && connectionClassOf(row.strategy) === connection.class)
    ? 'open'
    : 'invitation';
}
