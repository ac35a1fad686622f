import type { OperationView } from '../policy/views/view.js';
import type { Operation } from '../policy/vocabulary.js';

/** `GET /v1/session`: the caller, their organization, and what they can do there. */
export interface SessionInfo {
  readonly actor: {
    readonly userId: string;
    readonly name: string | null;
    readonly picture: string | null;
  };
  readonly organization: OrganizationInfo;
  /** The organizations that the caller belongs to and can switch to, including this one. At most 50. */
  readonly organizations: readonly OrganizationName[];
  /** What the caller can do in the organization as a whole. A member's profile says what they can do for that member. */
  readonly operations: readonly OperationView[];
  readonly members: {
    /** Whether the policy allows copying invitation links. */
    readonly invitationLinks: boolean;
    /** Whether changes to other members need a reason. */
    readonly auditReason: boolean;
    /** The operations that the caller is allowed for at least some members. A member's profile says what applies to them. */
    readonly offers: readonly Operation[];
    /** The organization's connections, to filter the list by. Empty if the caller can't see the list. */
    readonly connections: readonly { readonly name: string; readonly label: string }[];
  };
}

/** An organization in a list of organizations. */
export interface OrganizationName {
  readonly id: string;
  readonly name: string;
  readonly displayName: string | null;
}

/** The organization that an element shows. */
export interface OrganizationInfo extends OrganizationName {
  /** The branding in Auth0: an https address, and a CSS hex color. */
  readonly branding: { readonly logoUrl: string | null; readonly primaryColor: string | null };
}
