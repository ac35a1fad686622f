import type { LockReason, Operation } from '../policy/vocabulary.js';
import type { MemberReceipt } from './member.js';

/** What can be done to many at once. Each person is judged by itself, now and again when their turn comes. */
export const bulkOperations = [
  'password.reset',
  'member.block',
  'member.unblock',
  'member.revoke-access',
  'membership.remove',
  'user.delete',
  'roles.assign',
] as const satisfies readonly Operation[];
export type BulkOperation = (typeof bulkOperations)[number];

/** `POST /v1/bulk-runs`; with `preview` nothing is done. */
export interface BulkRequest {
  readonly operation: BulkOperation;
  readonly userIds: readonly string[];
  /** With `roles.assign`. */
  readonly roles?: { readonly add: readonly string[]; readonly remove: readonly string[] };
  readonly reason?: string;
  readonly preview?: boolean;
}

/** `GET /v1/bulk-runs/{id}`, and the answer to a `POST`: 200 with a preview, 202 with a run that goes on. */
export interface BulkRun {
  /** `null` for a preview. */
  readonly id: string | null;
  readonly operation: BulkOperation;
  readonly state: 'preview' | 'running' | 'done' | 'cancelled';
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** In the order asked. */
  readonly items: readonly BulkItem[];
}

export interface BulkItem {
  readonly userId: string;
  /** `allowed` and `refused` in a preview; a run goes from `waiting` to `done`, `refused` or `failed`. */
  readonly state: 'allowed' | 'waiting' | 'done' | 'refused' | 'failed';
  /** Why refused. */
  readonly reason?: LockReason | 'profile_not_found';
  /** A problem's code: why it failed. */
  readonly code?: string;
  readonly receipt?: MemberReceipt;
}
