/** A profile, as one actor sees it. */
import type { PendingDeletion } from './account.js';
import type { Membership } from './member.js';
import type { OrganizationInfo } from './session.js';
import type { FieldView, GroupView, OperationView } from '../policy/views/view.js';
import type { AttributeSync, ConnectionClass, SignInIdentifier } from '../policy/vocabulary.js';

/** `GET /v1/profile` and `/v1/members/{userId}`, and the answer to their `PATCH`. */
export interface ProfileView {
  /** Whether it is the caller's own profile. */
  readonly own: boolean;
  readonly person: {
    readonly userId: string;
    /** `null` if it isn't set or the policy hides it. */
    readonly name: string | null;
    readonly picture: string | null;
  };
  readonly organization: OrganizationInfo;
  /**
   * The connection that the person signs in to the organization with: that of their primary identity, or if it isn't enabled
   * there, that of a linked one.
   */
  readonly connection: {
    readonly class: ConnectionClass;
    /** Its display name: "Globex SSO", "Google". */
    readonly label: string;
    readonly attributeSync: AttributeSync;
    /** What the person signs in with. Empty if a provider checks it, or if it isn't known. */
    readonly identifiers: readonly SignInIdentifier[];
    /** Whether that includes a password that Auth0 checks. */
    readonly hasPassword: boolean;
  };
  /** In display order, without groups that have no visible field. */
  readonly groups: readonly GroupView[];
  readonly fields: readonly FieldView[];
  /** Without operations that no rule allows. */
  readonly operations: readonly OperationView[];
  /** The scheduled deletion of the account, which the person can still cancel. */
  readonly deletion?: PendingDeletion;
  /** Present if a save needs a reason, because the caller edits someone else's profile. */
  readonly auditReason?: 'required';
  /** Present if the save sent a verification email: whole seconds until the proxy sends another one. */
  readonly verificationMail?: { readonly retryAfter: number };
  /** Only in `/v1/members/{userId}`. */
  readonly member?: Membership;
}
