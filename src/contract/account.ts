import type { OperationView } from '../policy/views/view.js';

/** What people do with their account beside editing fields. */

/** `POST …/password-reset` and `…/email-verification`, 202: the same whether or not a mail goes out. */
export interface EmailReceipt {
  /** Whole seconds until the proxy would take the next such request for this person. */
  readonly retryAfter: number;
}

/** `GET /v1/profile/sessions` and `/v1/members/{userId}/sessions`. */
export interface SessionList {
  /** Auth0 shows sessions on some plans only; `false` here, and no sessions, where it refuses. */
  readonly available: boolean;
  /** The one that was used last comes first. */
  readonly sessions: readonly SessionView[];
}

export interface SessionView {
  readonly id: string;
  /** The one that asks. No session has it where access tokens do not name theirs. */
  readonly current: boolean;
  /** The browser's own words for itself (`User-Agent`). */
  readonly userAgent: string | null;
  readonly ip: string | null;
  /** RFC 3339, as every time here. */
  readonly signedInAt: string | null;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
}

/** `GET /v1/profile/export`: everything Orgdesk may show about a person. */
export interface ProfileExport {
  readonly exportedAt: string;
  readonly person: { readonly userId: string };
  readonly organization: { readonly id: string; readonly name: string; readonly displayName: string | null };
  /** Memberships beside this organization; which ones is not told here. */
  readonly otherOrganizations: number;
  readonly signIn: { readonly connection: string; readonly class: string };
  readonly fields: readonly {
    readonly name: string;
    readonly label: string;
    readonly value: string | number | boolean | readonly string[] | null;
    readonly verified?: boolean;
  }[];
  /** Absent where this person may not see them, or Auth0 does not show them. */
  readonly sessions?: readonly SessionView[];
}

/** `GET /v1/profile/deletion`: what deleting would do, asked before the dialog opens. Nothing is done. */
export interface DeletionPlan {
  /** With what only the moment knows: whether nobody else could manage an organization afterwards. */
  readonly operation: OperationView;
  readonly organization: { readonly id: string; readonly name: string; readonly displayName: string | null };
  /** Memberships beside this organization that end too. */
  readonly otherOrganizations: number;
  /** Days in which it can be taken back; 0: it is done at once. */
  readonly delayDays: number;
}

/** `DELETE /v1/profile`, 202, where the policy lets people take it back; `DELETE /v1/profile/deletion` does. */
export interface PendingDeletion {
  readonly requestedAt: string;
  /** When the account is deleted. */
  readonly dueAt: string;
}

/** `DELETE /v1/profile`, 200: what was done, and what was not. */
export interface DeletionReceipt {
  readonly id: string;
  readonly deletedAt: string;
  readonly userId: string;
  readonly done: readonly DeletionStep[];
  /** What a deletion here never reaches. */
  readonly notDone: readonly ('other-systems' | 'backups' | 'issued-access-tokens')[];
  /** Until when an access token that is already out may still be taken somewhere, as far as the proxy knows. */
  readonly accessTokensUntil: string | null;
}

/** `product-data`: the host's own erasure answered that it is done. */
export type DeletionStep = 'product-data' | 'account' | 'memberships' | 'sessions';
