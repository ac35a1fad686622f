import type {
  DeprovisionLevel,
  LevelOperation,
  NotCovered,
  operationTable,
  OperationStep,
  OperationWith,
  SteppedOperation,
} from '../policy/operations.js';
import type { ConnectionClass, FieldValue, LockReason } from '../policy/vocabulary.js';
import type { OperationView } from '../policy/views/view.js';

/**
 * What a person is in at the moment, beside being a member; nothing of it is `active`. Blocked (by an administrator) and
 * locked out (by brute-force protection) are two states with two ways out of them.
 */
export const memberStatuses = ['blocked', 'locked-out', 'unverified'] as const;
export type MemberStatus = (typeof memberStatuses)[number];

/** The filter of a list. Who is locked out cannot be searched for: Auth0 tells it of one person at a time. */
export const memberFilters = ['active', 'blocked', 'unverified'] as const;

/** What a list can be ordered by; descending with a minus before it. Without an order it comes as Auth0 lists members. */
export const memberSorts = ['name', 'email', 'lastLogin', 'createdAt'] as const;
export type MemberSort = (typeof memberSorts)[number] | `-${(typeof memberSorts)[number]}`;

/** `GET /v1/members?search&role&connection&status&sort&cursor&limit`. */
export interface MemberPage {
  readonly members: readonly MemberRow[];
  /** For the page after this one; cursors go forward only and stand for the same filters. `null` on the last page. */
  readonly next: string | null;
  /** How many there are. `exact: false` is "at least": Auth0 counts no further. `null` where nobody has counted. */
  readonly total: { readonly count: number; readonly exact: boolean } | null;
  /** The list is cut: Auth0 finds no more than 1,000 people in one search. */
  readonly truncated?: true;
}

export interface MemberRow {
  readonly userId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly picture: string | null;
  /** `null` where this way of listing does not tell; absent where the caller may not see roles. */
  readonly roles?: readonly RoleName[] | null;
  /** `null` until the person is found by Auth0's search, which lags a few seconds behind. */
  readonly connection: {
    readonly class: ConnectionClass;
    readonly name: string;
    readonly label: string;
  } | null;
  /** As far as a list knows: whether somebody is locked out, only the person's own page tells. */
  readonly status: readonly MemberStatus[];
  /** RFC 3339. */
  readonly lastLogin: string | null;
  readonly createdAt: string | null;
  /** Whether it is the caller. */
  readonly you: boolean;
}

export interface RoleName {
  readonly id: string;
  readonly name: string;
}

/** What `GET /v1/members/{userId}` says beside the profile: the membership. */
export interface Membership {
  /** Without `locked-out`, which {@link MemberSecurity} tells. */
  readonly status: readonly MemberStatus[];
  /** Absent where the caller may not see roles. */
  readonly roles?: readonly AssignedRole[];
  readonly lastLogin: string | null;
  readonly createdAt: string | null;
  /** Organizations beside this one; which ones is not told here. */
  readonly otherOrganizations: number;
}

export interface AssignedRole extends RoleName {
  readonly description: string | null;
  /** Through a group of the identity provider: it can be taken away only there. */
  readonly inheritedFrom?: string;
}

/** `GET /v1/members/{userId}/security`: what costs calls of its own, and only a member's page shows. */
export interface MemberSecurity {
  /**
   * Brute-force protection counts by identifier and address. Empty: not locked out. Absent where the caller may not clear
   * it.
   */
  readonly lockouts?: readonly { readonly identifier: string; readonly ip: string | null }[];
  /** Absent where the caller may not reset them. */
  readonly methods?: readonly {
    readonly id: string;
    /** Auth0's own word: `totp`, `phone`, `passkey`, `webauthn-platform`, … */
    readonly type: string;
    readonly name: string | null;
    readonly createdAt: string | null;
    readonly lastUsedAt: string | null;
  }[];
}

/** `GET /v1/roles`: those of the tenant that the caller may see. */
export interface RoleList {
  readonly roles: readonly AssignableRole[];
}

export interface AssignableRole extends RoleName {
  readonly description: string | null;
  readonly assignable: boolean;
  /** Present exactly when `assignable` is false: `role-above-own`, or `not-allowed`. */
  readonly reason?: LockReason | 'role-above-own';
}

/** `PUT /v1/members/{userId}/roles`. What is added is added before anything is taken away. */
export interface RolesChange {
  /** The ids of the roles the person shall have. Inherited ones are not named. */
  readonly roles: readonly string[];
  /** The ids the change was made from; 412 `roles_changed` when somebody else has changed them since. */
  readonly was: readonly string[];
  readonly reason?: string;
}

/** What `PUT /v1/members/{userId}/roles` answers: what the person has now. */
export interface MemberRoles {
  readonly roles: readonly AssignedRole[];
}

/** `GET /v1/members/{userId}/deprovision`: what each level would do. Nothing is done. */
export interface DeprovisionPlan {
  readonly person: {
    readonly userId: string;
    readonly name: string | null;
    readonly email: string | null;
    readonly picture: string | null;
  };
  readonly connection: { readonly class: ConnectionClass; readonly label: string };
  readonly levels: readonly DeprovisionLevelPlan[];
}

export interface DeprovisionLevelPlan {
  readonly level: DeprovisionLevel;
  readonly operation: OperationView;
  /** In the order they would be taken. */
  readonly steps: readonly DeprovisionStep[];
  /** What would bring the person back in. */
  readonly regainPaths: readonly RegainPath[];
  /** The one to take when somebody has to go now: for a federated person that is `block`. */
  readonly recommended: boolean;
}

export type { DeprovisionLevel };

/** A step of a level. */
export type DeprovisionStep = (typeof operationTable)[LevelOperation]['steps'][number];

export type RegainPath =
  | 'joins-at-login' // the connection makes everybody a member who signs in through it
  | 'recreated-at-login' // the upstream makes the account again
  | 'directory' // a directory writes it again through SCIM
  | 'pending-invitation';

/** What an operation on a member has done: `POST /v1/members/{userId}/…` and `…/deprovision` with `{ "level": … }`. */
export interface MemberReceipt {
  readonly id: string;
  readonly at: string;
  readonly userId: string;
  readonly operation: SteppedOperation;
  /** One for each thing that was done: of authenticators there can be several. */
  readonly done: readonly ReceiptStep[];
  /** What needed no doing, because it was so already: asking twice is no failure. Absent where there is nothing. */
  readonly already?: readonly ReceiptStep[];
  /** What was meant to be done and is not, with why: told, and safe to try again. */
  readonly notDone: readonly { readonly step: ReceiptStep; readonly code: string }[];
  /** What it never reaches. */
  readonly notCovered: readonly NotCovered[];
  /** The state after it. */
  readonly status: readonly MemberStatus[];
}

export type ReceiptStep = OperationStep;

/**
 * The last part of the address at which an operation is done: `POST /v1/members/{userId}/block`. A removal and a deletion
 * are done at `…/deprovision` only.
 */
export const memberOperationPaths = {
  'member.block': 'block',
  'member.unblock': 'unblock',
  'member.clear-lockout': 'clear-lockout',
  'member.mfa-reset': 'mfa-reset',
  'member.revoke-access': 'revoke-access',
} as const satisfies Record<Exclude<SteppedOperation, OperationWith<'ends-membership'>>, string>;

/** `POST /v1/members/{userId}/reveal` with `{ "field": … }`: a masked value in full. Audited. */
export interface RevealedValue {
  readonly field: string;
  readonly value: FieldValue;
}
