import { bulkOperations, type BulkOperation } from '../contract/bulk.js';
import type { MemberRow } from '../contract/member.js';
import type { SessionInfo } from '../contract/session.js';
import type { Operation } from '../policy/vocabulary.js';

/** In the order a menu offers them: what helps the person first, what takes most from them last. */
const rowOperations = [
  'password.reset',
  'email.verify',
  'member.clear-lockout',
  'member.unblock',
  'member.mfa-reset',
  'roles.assign',
  'member.revoke-access',
  'member.block',
  'membership.remove',
  'user.delete',
] as const satisfies readonly Operation[];
export type RowOperation = (typeof rowOperations)[number];

const graves: ReadonlySet<Operation> = new Set(['member.block', 'membership.remove', 'user.delete']);

/** What takes something away from people. */
export const isGrave = (operation: Operation): boolean => graves.has(operation);

/** What the caller may try with many: each person is judged when it comes to that. */
export function offeredForMany({ operations, members }: SessionInfo): readonly BulkOperation[] {
  const mayRun = operations.some(({ name, allowed }) => name === 'bulk.run' && allowed);
  return mayRun ? bulkOperations.filter((operation) => members.offers.includes(operation)) : [];
}

/** What the caller may try with this person, as far as a list knows: what would do nothing is not offered. */
export function offeredFor({ members }: SessionInfo, person: MemberRow): readonly RowOperation[] {
  return rowOperations.filter(
    (operation) => members.offers.includes(operation) && isSensible(operation, person),
  );
}

function isSensible(operation: RowOperation, { status, you }: MemberRow): boolean {
  // Nobody locks themselves out by a slip in a menu.
  if (you && isGrave(operation)) return false;
  if (operation === 'member.block') return !status.includes('blocked');
  if (operation === 'member.unblock') return status.includes('blocked');
  return operation !== 'email.verify' || status.includes('unverified');
}
