/** A person's own account: emails, sessions, export, deletion. */
import type { OperationView } from '../policy/views/view.js';

/** `POST …/password-reset` and `…/email-verification`, 202. The same whether or not Auth0 sends an email. */
export interface EmailReceipt {
  /** Whole seconds until the proxy accepts the next such request for this person. */
  readonly retryAfter: number;
}

/** `GET /v1/profile/sessions` and `/v1/members/{userId}/sessions`. */
export interface SessionList {
  /** `false` if the tenant's plan has no sessions API. The list is empty in that case. */
  readonly available: boolean;
  /** Most recently used first. */
  readonly sessions: readonly SessionView[];
}

/** One signed-in browser. */
export interface SessionView {
  readonly id: string;
  /** Whether the request came from this session. Always `false` if access tokens don't name their session. */
  readonly current: boolean;
  /** The browser's `User-Agent`. */
  readonly userAgent: string | null;
  readonly ip: string | null;
  /** Times are in RFC 3339. */
  readonly signedInAt: string | null;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
}

/** `GET /v1/profile/export`: everything that Orgdesk shows the person about themselves. */
export interface ProfileExport {
  readonly exportedAt: string;
  readonly person: { readonly userId: string };
  readonly organization: { readonly id: string; readonly name: string; readonly displayName: string | null };
  /** The number of other organizations. Which ones is never disclosed. */
  readonly otherOrganizations: number;
  readonly signIn: { readonly connection: string; readonly class: string };
  readonly fields: readonly {
    readonly name: string;
    readonly label: string;
    readonly value: string | number | boolean | readonly string[] | null;
    readonly verified?: boolean;
    readonly verifiable?: true;
  }[];
  /** Absent if the policy or the tenant's plan doesn't show sessions. */
  readonly sessions?: readonly SessionView[];
}

/** `GET /v1/profile/deletion`: what a deletion would do, for the dialog. Changes nothing. */
export interface DeletionPlan {
  /** Unlike in the profile, it accounts for the last-admin safeguard. */
  readonly operation: OperationView;
  readonly organization: { readonly id: string; readonly name: string; readonly displayName: string | null };
  /** The number of other memberships that end. */
  readonly otherOrganizations: number;
  /** Days in which the person can cancel it. 0 if the account is deleted immediately. */
  readonly delayDays: number;
}

/** `DELETE /v1/profile`, 202, if the policy has a deletion delay. `DELETE /v1/profile/deletion` cancels it. */
export interface PendingDeletion {
  readonly requestedAt: string;
  /** When the account is deleted. */
  readonly dueAt: string;
}

/** `DELETE /v1/profile`, 200. */
export interface DeletionReceipt {
  readonly id: string;
  readonly deletedAt: string;
  readonly userId: string;
  readonly done: readonly DeletionStep[];
  /** What a deletion never affects. */
  readonly notDone: readonly ('other-systems' | 'backups' | 'issued-access-tokens')[];
  /** When the last issued access token expires, as far as the proxy knows. */
  readonly accessTokensUntil: string | null;
}

/**
 * A step of a deletion. `product-data` is the host's own erasure. `linked-identities` are other ways to sign in that are linked
 * to the account, which Auth0 deletes with it.
 */
export type DeletionStep = 'product-data' | 'account' | 'linked-identities' | 'memberships' | 'sessions';
