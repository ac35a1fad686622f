/** Converts invitations to views, with the names of roles and connections. */
import { inRoleOrder, type InvitationState, type InvitationView } from '../../../src/contract/index.js';
import type { CallContext, Invitation, Management, Role } from '../management/index.js';
import type { InvitationRecord } from '../storage/storage.js';
import { connectionsOf, type OrganizationConnection } from './connections.js';

export interface Names {
  readonly roles: readonly Role[];
  readonly connections: readonly OrganizationConnection[];
}

export async function loadNames(
  management: Management,
  organizationId: string,
  call: CallContext,
): Promise<Names> {
  const [roles, connections] = await Promise.all([
    management.roles.list(organizationId, call),
    connectionsOf(management, organizationId, call),
  ]);
  return { roles, connections };
}

/** Facts that both Auth0 and the ledger have about an invitation. */
type Facts = Pick<
  Invitation,
  'id' | 'email' | 'inviter' | 'roles' | 'connectionId' | 'createdAt' | 'expiresAt'
>;

export function toView(facts: Facts, state: InvitationState, names: Names): InvitationView {
  const { id, email, inviter, roles, connectionId, createdAt, expiresAt } = facts;
  const connection = names.connections.find((known) => known.id === connectionId);
  return {
    id,
    email,
    state,
    inviter,
    roles: inRoleOrder(
      roles.map((roleId) => ({
        id: roleId,
        name: names.roles.find((known) => known.id === roleId)?.name ?? roleId,
      })),
      names.roles,
    ),
    connection: connectionId === null ? null : { id: connectionId, label: connection?.label ?? connectionId },
    createdAt,
    expiresAt,
  };
}

export function isExpired({ expiresAt }: Pick<Facts, 'expiresAt'>, now = Date.now()): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= now;
}

export function toRecord(organizationId: string, invitation: Invitation): InvitationRecord {
  const { id, email, inviter, roles, connectionId, createdAt, expiresAt } = invitation;
  return { id, organizationId, email, inviter, roles, connectionId, createdAt, expiresAt, end: null };
}
