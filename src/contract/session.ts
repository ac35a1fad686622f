import type { OperationView } from '../policy/view.js';

/** `GET /v1/session`: who asks, for which organization, and what they may do there. */
export interface SessionInfo {
  readonly actor: {
    readonly userId: string;
    readonly name: string | null;
    readonly picture: string | null;
  };
  readonly organization: OrganizationInfo;
  /** Every organization the caller belongs to, this one included: they may sign in to another one. At most 50. */
  readonly organizations: readonly OrganizationName[];
  /** What the caller may do about the organization as a whole; about one person, that person's own answer says. */
  readonly operations: readonly OperationView[];
  readonly members: {
    /** Whether the policy lets invitation links be handed out, beside the mail. */
    readonly invitationLinks: boolean;
    /** Whether whoever acts on somebody has to say why. */
    readonly auditReason: boolean;
  };
}

export interface OrganizationName {
  readonly id: string;
  readonly name: string;
  readonly displayName: string | null;
}

export interface OrganizationInfo extends OrganizationName {
  /** As the tenant keeps it: an https address, and a CSS hex colour. */
  readonly branding: { readonly logoUrl: string | null; readonly primaryColor: string | null };
}
