import type {
  AuditAction,
  AuditChange,
  AuditOutcome,
  AuditProblem,
  AuditRoles,
} from '../../../src/contract/index.js';

/** One action on an account, a member, an invitation, or an export, as the host's `audit` callback gets it. */
export interface AuditEntry {
  /** RFC 3339, in UTC with milliseconds. */
  readonly at: string;
  /** The request, the bulk run, or the scheduled deletion that it was part of. */
  readonly requestId: string;
  /** Sent to Auth0 with each call (`X-Correlation-ID`), so that the tenant's log has it too. */
  readonly correlationId: string;
  readonly actor: { readonly userId: string; readonly delegated: boolean };
  readonly organizationId: string;
  /** `null` for actions on the organization or an invitation. A refused action can name a user of no organization. */
  readonly targetUserId: string | null;
  readonly invitationId?: string;
  /** The invited address. */
  readonly email?: string;
  readonly action: AuditAction;
  readonly outcome: AuditOutcome;
  /** Why it wasn't done, or not in full. */
  readonly problem?: AuditProblem;
  /** Names of the changed, revealed, or refused fields. */
  readonly fields?: readonly string[];
  /** Values of the changed fields, some of them masked. */
  readonly changes?: readonly AuditChange[];
  readonly roles?: AuditRoles;
  /** The actor's reason. */
  readonly reason?: string;
}

/** An audit entry with the names that users had at the time. */
export interface ActivityLogEntry extends AuditEntry {
  readonly id: string;
  readonly actorName: string | null;
  readonly targetName: string | null;
}
