import type { OperationWith } from '../policy/operations.js';

/** `GET /v1/activity?member&cursor`: what was done in this organization through Orgdesk, the newest first. */
export interface ActivityPage {
  readonly entries: readonly ActivityEntry[];
  readonly next: string | null;
}

/** Everything that is recorded: operations under their own names, and the rest of what changes or discloses something. */
export type AuditAction =
  | OperationWith<'audited'>
  | 'profile.update'
  | 'profile.deletion-request'
  | 'profile.deletion-cancel'
  | 'field.reveal'
  | 'invitation.link';

export interface ActivityEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: { readonly userId: string; readonly name: string | null; readonly delegated: boolean };
  /** `null`: about the organization, or an invitation. */
  readonly target: { readonly userId: string; readonly name: string | null } | null;
  readonly action: AuditAction;
  /** Names of the fields concerned, never their values. */
  readonly fields?: readonly string[];
  readonly reason?: string;
}
