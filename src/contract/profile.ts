import type { PendingDeletion } from './account.js';
import type { Membership } from './member.js';
import type { FieldView, GroupView, OperationView } from '../policy/views/view.js';
import type { AttributeSync, ConnectionClass } from '../policy/vocabulary.js';

/** `GET /v1/profile` and `/v1/members/{userId}`, and the answer to a `PATCH` of it: what this actor may see of this person. */
export interface ProfileView {
  /** Whether the person looks at their own profile. */
  readonly own: boolean;
  readonly person: {
    readonly userId: string;
    /** `null` where there is none, or the policy hides it. */
    readonly name: string | null;
    readonly picture: string | null;
  };
  readonly organization: {
    readonly id: string;
    readonly name: string;
    readonly displayName: string | null;
  };
  /** How the person signs in: the primary identity's connection. */
  readonly connection: {
    readonly class: ConnectionClass;
    /** What people call it: "Globex SSO", "Google". */
    readonly label: string;
    readonly attributeSync: AttributeSync;
  };
  /** In the order they are shown; a group without a visible field is absent. */
  readonly groups: readonly GroupView[];
  readonly fields: readonly FieldView[];
  /** What can be done beside editing. One that no rule allows is absent. */
  readonly operations: readonly OperationView[];
  /** The person has asked for the account's deletion, and can take it back until then. */
  readonly deletion?: PendingDeletion;
  /** A save needs a word on why: present where the policy asks for one from whoever edits on behalf. */
  readonly auditReason?: 'required';
  /** In the answer to a save that sent a mail to verify a new address: whole seconds until another one can be asked for. */
  readonly verificationMail?: { readonly retryAfter: number };
  /** With `/v1/members/{userId}`: what the person is in the organization. */
  readonly member?: Membership;
}
