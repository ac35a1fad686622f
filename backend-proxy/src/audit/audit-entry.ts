import type { AuditAction } from '../../../src/contract/index.js';

/** Who changed what about whom. */
export interface AuditEntry {
  readonly at: string;
  readonly requestId: string;
  readonly actor: { readonly userId: string; readonly delegated: boolean };
  readonly organizationId: string;
  /** `null` where no user is concerned, as with an invitation. */
  readonly targetUserId: string | null;
  readonly invitationId?: string;
  readonly action: AuditAction;
  /** The fields changed or revealed, by name; never their values. */
  readonly fields?: readonly string[];
  /** What the actor gave as the reason for editing on behalf. */
  readonly reason?: string;
}
