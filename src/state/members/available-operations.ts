import { bulkOperations, type BulkOperation } from '../../contract/bulk.js';
import type { MemberRow } from '../../contract/member.js';
import type { SessionInfo } from '../../contract/session.js';
import type { Operation } from '../../policy/vocabulary.js';
import { memberOperations, type MemberOperation } from '../member/member-operations.js';

const destructiveOperations: ReadonlySet<Operation> = new Set([
  'member.block',
  'membership.remove',
  'user.delete',
]);

/** What takes something away from people. */
export const isDestructive = (operation: Operation): boolean => destructiveOperations.has(operation);

/** What the caller may try with many: each person is judged when it comes to that. */
export function bulkOperationsFor({ operations, members }: SessionInfo): readonly BulkOperation[] {
  const mayRun = operations.some(({ name, allowed }) => name === 'bulk.run' && allowed);
  return mayRun ? bulkOperations.filter((operation) => members.offers.includes(operation)) : [];
}

/** What the caller may try with this person, as far as a list knows: what would do nothing is not offered. */
export function operationsFor({ members }: SessionInfo, person: MemberRow): readonly MemberOperation[] {
  return memberOperations.filter(
    (operation) => members.offers.includes(operation) && isSensible(operation, person),
  );
}

function isSensible(operation: MemberOperation, { status, you }: MemberRow): boolean {
  // Nobody locks themselves out by a slip in a menu.
  if (you && isDestructive(operation)) return false;
  if (operation === 'member.block') return !status.includes('blocked');
  if (operation === 'member.unblock') return status.includes('blocked');
  return operation !== 'email.verify' || status.includes('unverified');
}
