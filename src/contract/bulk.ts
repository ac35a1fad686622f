/** Bulk runs: an operation on several members, processed in the background. */
import type { OperationWith } from '../policy/operations.js';
import type { LockReason } from '../policy/vocabulary.js';
import type { MemberReceipt } from './member.js';

/** An operation for several members. Each member is checked twice: in the preview and at their turn. */
export type BulkOperation = OperationWith<'bulk'>;

/** `POST /v1/bulk-runs`. With `preview`, it changes nothing. */
export interface BulkRequest {
  readonly operation: BulkOperation;
  readonly userIds: readonly string[];
  /** Only with `roles.assign`: role ids. */
  readonly roles?: { readonly add: readonly string[]; readonly remove: readonly string[] };
  readonly reason?: string;
  readonly preview?: boolean;
}

/** `GET /v1/bulk-runs/{id}`, and the answer to a `POST`: 200 with a preview, 202 with a run in progress. */
export interface BulkRun {
  /** `null` for a preview. */
  readonly id: string | null;
  readonly operation: BulkOperation;
  readonly state: 'preview' | 'running' | 'done' | 'cancelled';
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** In the order of the request. */
  readonly items: readonly BulkItem[];
}

/** One member of a run. */
export interface BulkItem {
  readonly userId: string;
  /** `allowed` or `refused` in a preview. In a run, `waiting` becomes `done`, `refused` or `failed`. */
  readonly state: 'allowed' | 'waiting' | 'done' | 'refused' | 'failed';
  /** Only with `refused`. */
  readonly reason?: LockReason | 'profile_not_found';
  /** Only with `failed`: the code of the problem. */
  readonly code?: string;
  readonly receipt?: MemberReceipt;
}
