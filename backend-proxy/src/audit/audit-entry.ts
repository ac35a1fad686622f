import type { AuditAction } from '../../../src/contract/index.js';

/** One change or disclosure, as the host's `audit` callback gets it. */
export interface AuditEntry {
  readonly at: string;
  readonly requestId: string;
  readonly actor: { readonly userId: string; readonly delegated: boolean };
  readonly organizationId: string;
  /** `null` for actions on the organization or an invitation. */
  readonly targetUserId: string | null;
  readonly invitationId?: string;
  readonly action: AuditAction;
  /** Names of the changed or revealed fields, never their values. */
  readonly fields?: readonly string[];
  /** The actor's reason. */
  readonly reason?: string;
}
