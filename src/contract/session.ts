import type { OperationView } from '../policy/views/view.js';
import type { Operation } from '../policy/vocabulary.js';

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
    /** What some rule lets the caller do to somebody. Whether to this one person, now, that person's own answer says. */
    readonly offers: readonly Operation[];
    /** How people of the organization sign in: what its list can be narrowed to. Empty for whoever may not see the list. */
    readonly connections: readonly { readonly name: string; readonly label: string }[];
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
