import type { OperationWith } from '../policy/operations.js';
import type { LockReason } from '../policy/vocabulary.js';
import type { MemberReceipt } from './member.js';

/** An operation that can be done to several members at once. Each member is judged twice: for the preview, and at their turn. */
export type BulkOperation = OperationWith<'bulk'>;

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
