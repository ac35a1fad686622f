/** The activity log. */
import type { OperationWith } from '../policy/operations.js';

/** `GET /v1/activity?member&cursor`: changes made through Orgdesk in this organization, newest first. */
export interface ActivityPage {
  readonly entries: readonly ActivityEntry[];
  readonly next: string | null;
}

/** What an entry records: an operation, or another change or disclosure. */
export type AuditAction =
  | OperationWith<'audited'>
  | 'profile.update'
  | 'profile.deletion-request'
  | 'profile.deletion-cancel'
  | 'field.reveal'
  | 'invitation.link';

/** One change or disclosure. */
export interface ActivityEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: { readonly userId: string; readonly name: string | null; readonly delegated: boolean };
  /** `null` for actions on the organization or an invitation. */
  readonly target: { readonly userId: string; readonly name: string | null } | null;
  readonly action: AuditAction;
  /** Names of the changed or revealed fields, never their values. */
  readonly fields?: readonly string[];
  readonly reason?: string;
}
