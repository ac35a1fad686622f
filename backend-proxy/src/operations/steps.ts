/** Which steps each operation takes. */
import type { ReceiptStep } from '../../../src/contract/index.js';
import type { Operation } from '../../../src/policy/index.js';

/** In the order they are taken. */
export const stepsOf = {
  'member.block': ['block-account', 'end-sessions', 'revoke-refresh-tokens'],
  'member.unblock': ['unblock-account'],
  'member.clear-lockout': ['clear-lockout'],
  'member.mfa-reset': ['remove-authenticator', 'forget-trusted-browsers'],
  'member.revoke-access': ['end-sessions', 'revoke-refresh-tokens'],
  'membership.remove': ['remove-membership', 'revoke-invitations'],
  'user.delete': ['delete-account', 'revoke-invitations'],
} as const satisfies Partial<Record<Operation, readonly ReceiptStep[]>>;

/** What is done to a member at once, and told in a receipt. */
export type MemberOperation = keyof typeof stepsOf;

/** Without one of these nothing that follows would make sense. */
export const criticalSteps: ReadonlySet<ReceiptStep> = new Set<ReceiptStep>([
  'block-account',
  'unblock-account',
  'remove-membership',
  'delete-account',
]);
