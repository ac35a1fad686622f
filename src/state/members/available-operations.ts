/** The operations to offer from what the list knows. The proxy decides again for each member. */
import type { BulkOperation } from '../../contract/bulk.js';
import type { MemberRow } from '../../contract/member.js';
import type { SessionInfo } from '../../contract/session.js';
import { factsOf, hasTrait, operationsWith, type MemberState } from '../../policy/operations.js';
import { memberOperations, type MemberOperation } from '../member/member-operations.js';

/** The operations to offer for several members at once. */
export function bulkOperationsFor({ operations, members }: SessionInfo): readonly BulkOperation[] {
  const canRun = operations.some(({ name, allowed }) => name === 'bulk.run' && allowed);
  return canRun ? operationsWith('bulk').filter((operation) => members.offers.includes(operation)) : [];
}

/** An operation of a row's menu. */
export interface RowOperation {
  readonly operation: MemberOperation;
  /** Whether it is locked because the member is the caller: no one locks themselves out with a slip in a menu. */
  readonly isOnSelf: boolean;
}

/** The operations to offer for one member, without those that don't apply, or would change nothing. */
export function operationsFor({ members }: SessionInfo, member: MemberRow): readonly RowOperation[] {
  const isFederated = member.connection !== null && member.connection.class !== 'database';
  return memberOperations
    .filter(
      (operation) =>
        members.offers.includes(operation) &&
        isIn[factsOf(operation).appliesTo](member) &&
        !(isFederated && hasTrait(operation, 'database-only')),
    )
    .map((operation) => ({ operation, isOnSelf: member.you && hasTrait(operation, 'destructive') }));
}

/** Whether a member is in a state, as far as a list knows. In doubt the operation is offered, and its dialog looks. */
const isIn: Readonly<Record<MemberState, (member: MemberRow) => boolean>> = {
  everyone: () => true,
  'with-email': () => true,
  unverified: ({ status }) => status.includes('unverified'),
  'locked-out': () => true,
  'with-authenticator': () => true,
  blocked: ({ status }) => status.includes('blocked'),
  'not-blocked': ({ status }) => !status.includes('blocked'),
};
