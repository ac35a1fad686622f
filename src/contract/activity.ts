/** The activity log. */
import type { LocalizedText, LockReason } from '../policy/vocabulary.js';
import type { OperationWith } from '../policy/operations.js';
import type { InvitationRefusal } from './invitation.js';
import type { ProblemCode } from './problem.js';

/**
 * `GET /v1/activity?member&action&from&to&cursor`: what was done, tried, and refused through Orgdesk in this organization,
 * newest first. `from` (inclusive) and `to` (exclusive) are RFC 3339 times.
 */
export interface ActivityPage {
  readonly entries: readonly ActivityEntry[];
  readonly next: string | null;
}

/** What an entry records: an operation, or another change or disclosure. */
export type AuditAction =
  | OperationWith<'audited'>
  | 'bulk.run'
  | 'profile.update'
  | 'profile.deletion-request'
  | 'profile.deletion-cancel'
  | 'field.reveal'
  | 'invitation.link'
  | 'activity.export';

/**
 * How an action ended. `partly`: a part of it failed. `refused`: by the policy, a safeguard, a cool-down, or a quota; nothing
 * was done. `failed`: nothing was done, for another reason. `unknown`: Auth0 didn't say whether it was done.
 */
export type AuditOutcome = 'done' | 'partly' | 'refused' | 'failed' | 'unknown';

/** Why an action wasn't done, or not in full. */
export interface AuditProblem {
  readonly code: ProblemCode | InvitationRefusal;
  /** Only with `operation_locked`. */
  readonly reason?: LockReason;
}

/** A changed field. Email addresses, phone numbers, and fields that the policy masks are recorded masked. */
export interface AuditChange {
  readonly field: string;
  /** `null` if the field had no value. */
  readonly from: AuditValue;
  readonly to: AuditValue;
}
export type AuditValue = string | number | boolean | readonly string[] | null;

/** A changed field as readers get it, with the policy's label. */
export interface ActivityChange extends AuditChange {
  readonly label: LocalizedText;
}

/** Names of a member's roles, before and after. */
export interface AuditRoles {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** One action: done, tried, or refused. */
export interface ActivityEntry {
  readonly id: string;
  readonly at: string;
  readonly requestId: string;
  readonly actor: { readonly userId: string; readonly name: string | null; readonly delegated: boolean };
  /** `null` for actions on the organization or an invitation. */
  readonly target: { readonly userId: string; readonly name: string | null } | null;
  /** Only for actions on an invitation. The address is masked for people who can't see addresses. */
  readonly invitation?: { readonly id: string | null; readonly email: string | null };
  readonly action: AuditAction;
  readonly outcome: AuditOutcome;
  readonly problem?: AuditProblem;
  /** Names of the changed, revealed, or refused fields. */
  readonly fields?: readonly string[];
  /** The policy's labels of those fields, by name. A field that the policy no longer has is missing. */
  readonly fieldLabels?: Readonly<Record<string, LocalizedText>>;
  /** Their values, without those that the reader can't see for every member. */
  readonly changes?: readonly ActivityChange[];
  readonly roles?: AuditRoles;
  readonly reason?: string;
}
