/** Validates invitations before any is sent. */
import type { InvitationRefusal } from '../../../src/contract/index.js';
import { addressProblem } from '../../../src/policy/index.js';
import type { RequestContext } from '../http/request.js';
import type { Services } from '../services.js';
import type { OrganizationConnection } from './connections.js';

/** One person to invite. */
export interface InvitationQuery {
  readonly email: string;
  readonly roles: readonly string[];
}

export interface DraftRefusal {
  readonly code: InvitationRefusal;
  /** Label of the connection, for `signs-in-elsewhere`. */
  readonly connection?: string;
}

export interface PreflightContext extends RequestContext {
  readonly connections: readonly OrganizationConnection[];
  /** ID of the chosen connection, or `null` if the invited person can choose. */
  readonly connectionId: string | null;
  /** IDs of the roles the actor may assign. */
  readonly assignable: ReadonlySet<string>;
}

/** Returns one entry per invitation, in order: why it is refused, or `null`. */
export async function checkInvitations(
  { management, pending, storage }: Pick<Services, 'management' | 'pending' | 'storage'>,
  context: PreflightContext,
  queries: readonly InvitationQuery[],
): Promise<readonly (DraftRefusal | null)[]> {
  const plain = queries.map((query, index) => validateDraft(query, queries.slice(0, index), context));
  const addresses = queries
    .filter((_, index) => plain[index] === null)
    .map(({ email }) => email.toLowerCase());
  if (addresses.length === 0) return plain;

  const { actor, call } = context;
  const { organizationId } = actor;
  const others = elsewhere(context);
  const [found, invited, accounts] = await Promise.all([
    management.usersByEmail.ofMembers(organizationId, addresses, call),
    pending.invited(organizationId, addresses, call),
    management.usersByEmail.inConnections(
      others.map(({ name }) => name),
      addresses,
      call,
    ),
  ]);
  const recent = await storage.recent.read(organizationId, [...found.values()].flat());
  // The search shows people who were removed for a few seconds more. They can be invited again at once.
  const isMember = (userId: string) => {
    const change = recent.get(userId);
    return change?.removedAt === undefined && change?.deletedAt === undefined;
  };
  return queries.map(({ email }, index) => {
    const address = email.toLowerCase();
    if (plain[index]) return plain[index];
    if (found.get(address)?.some(isMember)) return { code: 'already-member' };
    if (invited.has(address)) return { code: 'already-invited' };
    const other =
      others.find(({ domains }) => domains.includes(domainOf(address))) ??
      others.find(({ name }) => name === accounts.get(address));
    return other ? { code: 'signs-in-elsewhere', connection: other.label } : null;
  });
}

/** Checks what needs no call. */
function validateDraft(
  { email, roles }: InvitationQuery,
  before: readonly InvitationQuery[],
  { connections, connectionId, assignable }: PreflightContext,
): DraftRefusal | null {
  const problem = addressProblem(email);
  if (problem) return { code: problem };
  if (before.some((other) => other.email.toLowerCase() === email.toLowerCase())) {
    return { code: 'address-twice' };
  }
  // The same code for unknown connections, so that the answer doesn't reveal the tenant's other connections.
  const chosen = connections.find(({ id }) => id === connectionId);
  if (connectionId !== null && !chosen?.invitable) return { code: 'connection-not-invitable' };
  if (!roles.every((role) => assignable.has(role))) return { code: 'role-not-assignable' };
  return null;
}

/**
 * Returns the organization's enterprise connections other than the chosen one. People with an account or an email domain
 * there can't sign in through the chosen one. Other classes are excluded: organizations share those connections, and the
 * answer would reveal whether a stranger has an account.
 */
function elsewhere({ connections, connectionId }: PreflightContext): readonly OrganizationConnection[] {
  if (connectionId === null) return [];
  return connections.filter((other) => other.class === 'enterprise' && other.id !== connectionId);
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
