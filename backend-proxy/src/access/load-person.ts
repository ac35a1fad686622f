/** Reads everything that a decision about one person depends on: at most two calls once the caches are warm. */
import {
  dependsOnDirectory,
  keepDecisions,
  type ConnectionFacts,
  type Policy,
  type Provisioning,
  type Target,
} from '../../../src/policy/index.js';
import type { Actor } from './actor.js';
import type {
  CallContext,
  Connection,
  EnabledConnection,
  Management,
  Organization,
  User,
} from '../management/index.js';
import { ProblemError } from '../http/problem-error.js';
import { allSettled } from './all-settled.js';
import { connectionClassOf, connectionLabelOf } from './connection-class.js';
import { SameFacts } from './same-facts.js';

export interface Person {
  /** Number of other organizations the person belongs to. */
  readonly otherOrganizations: number;
  readonly user: User;
  readonly organization: Organization;
  readonly target: Target;
  /**
   * How the person signs in to the organization: with their primary identity, or if its connection isn't enabled there, with
   * one that is linked to it.
   */
  readonly signIn: SignIn;
}

export interface SignIn extends Pick<
  ConnectionFacts,
  'class' | 'name' | 'attributeSync' | 'identifiers' | 'hasPassword'
> {
  readonly label: string;
}

export interface PersonLoader {
  /**
   * Reads a member of an organization. The membership is read every time, because tokens outlive a removal.
   * @throws {ProblemError} `profile_not_found`, both for a user who isn't a member and for one who doesn't exist.
   */
  load(ids: Pick<Actor, 'userId' | 'organizationId'>, call: CallContext): Promise<Person>;
  /** Completes what a list or a search returned with the facts about the connection. */
  describe(record: PersonRecord, enabled: readonly EnabledConnection[], call: CallContext): Promise<Person>;
}

export function createPersonLoader(management: Management, policy: Policy): PersonLoader {
  const reads = readsFor(policy);
  const connections = new SameFacts<Connection, ConnectionFacts>();
  const targets = new SameFacts<ConnectionFacts, Target>();

  async function load(
    { userId, organizationId }: Pick<Actor, 'userId' | 'organizationId'>,
    call: CallContext,
  ): Promise<Person> {
    const [user, membership, enabled, roles] = await allSettled([
      management.users.read(userId, call),
      management.users.membership(userId, organizationId, call),
      management.connections.enabledFor(organizationId, call),
      reads.roles ? management.members.effectiveRoles(organizationId, userId, call) : [],
    ]);
    if (!membership) throw new ProblemError('profile_not_found');
    return describe({ user, ...membership, roles: roles.map(({ name }) => name) }, enabled, call);
  }

  async function describe(
    { user, organization, otherOrganizations, roles }: PersonRecord,
    enabled: readonly EnabledConnection[],
    call: CallContext,
  ): Promise<Person> {
    const row = enabled.find((connection) => connection.name === user.primaryIdentity?.connectionName);
    const primary = await loadConnection(user, row, call);
    const linked = row ? undefined : enabled.find(({ name }) => user.linkedConnections.includes(name));
    const { details, connection } = linked ? await loadConnection(user, linked, call) : primary;
    const provisioning = provisioningOf(organization, primary.connection, enabled);
    const { id, metadata } = organization;
    const shared = otherOrganizations > 0;
    const target = targets.get(primary.connection, [provisioning, id, metadata, roles, shared], {
      connection: primary.connection,
      provisioning,
      organization: { id, metadata },
      roles,
      shared,
    });
    return {
      user,
      organization,
      otherOrganizations,
      target: keepDecisions(policy, target),
      signIn: {
        class: connection.class,
        name: connection.name,
        label: connectionLabelOf(connection, details?.displayName ?? null),
        attributeSync: connection.attributeSync,
        identifiers: connection.identifiers,
        hasPassword: connection.hasPassword,
      },
    };
  }

  /** @param row - The connection in the organization. Without it, the strictest reading applies. */
  async function loadConnection(
    user: User,
    row: EnabledConnection | undefined,
    call: CallContext,
  ): Promise<{ details: Connection | null; connection: ConnectionFacts }> {
    const details = row ? await management.connections.read(row.connectionId, call) : null;
    const strategy = row?.strategy ?? user.primaryIdentity?.provider ?? '';
    const connectionClass = connectionClassOf(strategy);
    // A connection that can't be read gets the strictest reading.
    const attributeSync = details?.attributeSync ?? 'each-login';
    // If every sign-in overwrites the attributes anyway, a directory makes no difference.
    const mayHaveDirectory =
      row && reads.directory && connectionClass === 'enterprise' && attributeSync !== 'each-login';
    // The upstream can send a phone number, which people then see.
    const hasUpstreamPhone = connectionClass !== 'database' && user.values.phone_number != null;
    const directoryOwned = mayHaveDirectory ? await management.connections.directoryOwned(row, call) : [];
    const connection: ConnectionFacts = {
      class: connectionClass,
      strategy,
      name: row?.name ?? user.primaryIdentity?.connectionName ?? '',
      isEnabled: details !== null,
      attributeSync,
      userStore: details?.userStore ?? 'auth0',
      hasPassword: connectionClass === 'database' && (details?.hasPassword ?? false),
      hasUniqueEmails: details?.hasUniqueEmails ?? true,
      identifiers: details?.identifiers ?? [],
      hasUsername: details?.hasUsername ?? false,
      hasPhoneNumber: hasUpstreamPhone || (details?.hasPhoneNumber ?? false),
      usernameLength: details?.usernameLength ?? { min: 1, max: 15 },
      usernameForms: details?.usernameForms ?? [],
      requiredAttributes: details?.requiredAttributes ?? [],
      directoryOwned,
    };
    if (details === null) return { details, connection };
    const key = [row?.name, strategy, hasUpstreamPhone, directoryOwned];
    return { details, connection: connections.get(details, key, connection) };
  }

  return { load, describe };
}

export interface PersonRecord {
  readonly user: User;
  readonly organization: Organization;
  readonly otherOrganizations: number;
  /** Names. */
  readonly roles: readonly string[];
}

/** Whether to read what costs a call of its own: only if the policy's answers depend on it. */
function readsFor(policy: Policy) {
  return {
    roles: policy.rules.some((rule) => rule.when?.targetRole !== undefined),
    directory: dependsOnDirectory(policy),
  };
}

/**
 * The organization's metadata `provisioning` decides. Without it: `open` if a connection of the person's class admits
 * people without an invitation, otherwise `invitation`, which is stricter.
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
