/** Bulk runs: an operation on several members, processed in the background. */
import type { OperationWith } from '../policy/operations.js';
import type { LockReason } from '../policy/vocabulary.js';
import type { MemberReceipt } from './member.js';

/** An operation for several members. Each member is checked twice: in the preview and at their turn. */
export type BulkOperation = OperationWith<'bulk'>;

/** `POST /v1/bulk-runs`. With `preview`, it changes nothing. */
export interface BulkRequest {
  readonly operation: BulkOperation;
  /** At most {@link maxRunMembers}, or {@link maxPreviewMembers} for a preview. */
  readonly userIds: readonly string[];
  /** Only with `roles.assign`: role ids. */
  readonly roles?: { readonly add: readonly string[]; readonly remove: readonly string[] };
  readonly reason?: string;
  readonly preview?: boolean;
}

export const maxRunMembers = 10_000;
/** Fewer than in a run, because the preview of more would take longer than a request can. */
export const maxPreviewMembers = 1_000;

/**
 * `GET /v1/bulk-runs/{id}?after={position}`, each event of `GET /v1/bulk-runs/{id}/events`, and the answer to a `POST`:
 * 200 with a preview, 202 with a run in progress.
 */
export interface BulkRun {
  /** `null` for a preview. */
  readonly id: string | null;
  readonly operation: BulkOperation;
  /** `stopping` until the member who is being processed is finished; then `cancelled`. */
  readonly state: 'preview' | 'running' | 'paused' | 'stopping' | 'done' | 'cancelled';
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** How many members are in each state. */
  readonly counts: BulkCounts;
  /**
   * In a preview, every member, in the order of the request. In a run, at most 1,000 results, in the order they came in,
   * from `after` on.
   */
  readonly items: readonly BulkItem[];
  /** The `after` that asks for the results which follow: how many came in up to the last of `items`. 0 in a preview. */
  readonly position: number;
  /** Only in a preview: until when access tokens that are already issued are valid, as far as the proxy knows. RFC 3339. */
  readonly accessTokensUntil?: string | null;
}

export type BulkCounts = Readonly<Record<BulkItem['state'], number>>;

/** `PATCH /v1/bulk-runs/{id}`: pauses or resumes a run. Returns it without items. A run that has ended stays as it is. */
export interface BulkRunChange {
  readonly state: 'paused' | 'running';
}

/** One member of a run. */
export interface BulkItem {
  readonly userId: string;
  /** `allowed` or `refused` in a preview. In a run, `waiting` becomes `done`, `refused` or `failed`. */
  readonly state: 'allowed' | 'waiting' | 'done' | 'refused' | 'failed';
  /** Only with `refused`. `yourself`: a bulk action never includes the caller. `already-done`: there is nothing to change. */
  readonly reason?: BulkRefusal;
  /** Only with `failed`: the code of the problem. */
  readonly code?: string;
  readonly receipt?: MemberReceipt;
}

export type BulkRefusal = LockReason | 'profile_not_found' | 'yourself' | 'already-done';
