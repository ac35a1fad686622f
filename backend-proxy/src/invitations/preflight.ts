/** What speaks against inviting somebody, found out before anything is sent. */
import type { InvitationRefusal } from '../../../src/contract/index.js';
import { checkValue } from '../../../src/policy/index.js';
import type { RequestContext } from '../http/request.js';
import type { Services } from '../services.js';
import type { OrganizationConnection } from './connections.js';

/** One address, with what it would be invited to. */
export interface InvitationQuery {
  readonly email: string;
  readonly roles: readonly string[];
}

export interface DraftRefusal {
  readonly code: InvitationRefusal;
  /** With `signs-in-elsewhere`: the connection's label. */
  readonly connection?: string;
}

export interface PreflightContext extends RequestContext {
  readonly connections: readonly OrganizationConnection[];
  /** The id of the one chosen, or `null` where the person may choose. */
  readonly connectionId: string | null;
  /** The ids of the roles this actor may give. */
  readonly assignable: ReadonlySet<string>;
}

/** In the order asked; `null` where nothing speaks against it. */
export async function checkInvitations(
  { management, pending }: Pick<Services, 'management' | 'pending'>,
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
  const [members, invited, accounts] = await Promise.all([
    management.addresses.ofMembers(organizationId, addresses, call),
    pending.addresses(organizationId, call),
    management.addresses.inConnections(
      others.map(({ name }) => name),
      addresses,
      call,
    ),
  ]);
  return queries.map(({ email }, index) => {
    const address = email.toLowerCase();
    if (plain[index]) return plain[index];
    if (members.has(address)) return { code: 'already-member' };
    if (invited.has(address)) return { code: 'already-invited' };
    const other =
      others.find(({ domains }) => domains.includes(domainOf(address))) ??
      others.find(({ name }) => name === accounts.get(address));
    return other ? { code: 'signs-in-elsewhere', connection: other.label } : null;
  });
}

/** What needs no question to Auth0. */
function validateDraft(
  { email, roles }: InvitationQuery,
  before: readonly InvitationQuery[],
  { connections, connectionId, assignable }: PreflightContext,
): DraftRefusal | null {
  if (!isAddress(email)) return { code: 'address-invalid' };
  if (before.some((other) => other.email.toLowerCase() === email.toLowerCase())) {
    return { code: 'address-twice' };
  }
  // Nor does anybody learn here which other connections the tenant has.
  const chosen = connections.find(({ id }) => id === connectionId);
  if (connectionId !== null && !chosen?.invitable) return { code: 'connection-not-invitable' };
  if (!roles.every((role) => assignable.has(role))) return { code: 'role-not-assignable' };
  return null;
}

/**
 * The organization's own identity providers beside the chosen connection: whoever has an account or a mail domain there
 * would not get past the other one's login. Connections of other classes are left out, because several organizations
 * share them: whether a stranger has an account there is none of this organization's business.
 */
function elsewhere({ connections, connectionId }: PreflightContext): readonly OrganizationConnection[] {
  if (connectionId === null) return [];
  return connections.filter((other) => other.class === 'enterprise' && other.id !== connectionId);
}

function isAddress(email: string): boolean {
  return checkValue({ kind: 'email', required: true, constraints: {} }, email) === null;
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
