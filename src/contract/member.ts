/** Members: the list, one member's page, roles, security, de-provisioning, and receipts. */
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
 * States of a member. A member in none of them is active. Blocked (by an admin) and locked out (by brute-force
 * protection) are different states, and end in different ways.
 */
export const memberStatuses = ['blocked', 'locked-out', 'unverified'] as const;
export type MemberStatus = (typeof memberStatuses)[number];

/** Filters of the list. Auth0 can't search for members who are locked out. */
export const memberFilters = ['active', 'blocked', 'unverified'] as const;

/** Sort keys of the list, with a minus for descending. Without one, the list has Auth0's own order. */
export const memberSorts = ['name', 'email', 'lastLogin', 'createdAt'] as const;
export type MemberSort = (typeof memberSorts)[number] | `-${(typeof memberSorts)[number]}`;

/** `GET /v1/members?search&role&connection&status&sort&cursor&limit`. */
export interface MemberPage {
  readonly members: readonly MemberRow[];
  /** The cursor of the next page, with the same filters. `null` on the last page. Cursors only go forward. */
  readonly next: string | null;
  /** The number of matches. `exact: false` means "at least". `null` if this way of listing doesn't count. */
  readonly total: { readonly count: number; readonly exact: boolean } | null;
  /** The list is cut off, because Auth0 returns at most 1,000 results per search. */
  readonly truncated?: true;
}

/** A member in the list. */
export interface MemberRow {
  readonly userId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly picture: string | null;
  /** `null` if this way of listing doesn't include roles. Absent if the caller can't see roles. */
  readonly roles?: readonly RoleName[] | null;
  /** `null` for a new member, until Auth0's search finds them a few seconds later. */
  readonly connection: {
    readonly class: ConnectionClass;
    readonly name: string;
    readonly label: string;
  } | null;
  /** Without `locked-out`, which only {@link MemberSecurity} includes. */
  readonly status: readonly MemberStatus[];
  /** RFC 3339. */
  readonly lastLogin: string | null;
  readonly createdAt: string | null;
  /** Whether the member is the caller. */
  readonly you: boolean;
}

/**
 * A line of `GET /v1/members/selection?search&role&connection&status`, which streams everyone who matches, up to as many as a
 * bulk action can have. `more` is the last line if there are more.
 */
export type SelectionLine = Pick<MemberRow, 'userId' | 'name' | 'email'> | { readonly more: true };

/** A role's name. */
export interface RoleName {
  readonly id: string;
  readonly name: string;
}

/** Sorts roles as the list of roles does, wherever they are shown or recorded. Roles that aren't in it are last. */
export function inRoleOrder<R extends RoleName>(roles: readonly R[], all: readonly RoleName[]): readonly R[] {
  const ids = all.map(({ id }) => id);
  const at = ({ id }: R) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  return [...roles].sort((one, other) => at(one) - at(other));
}

/** The membership in `GET /v1/members/{userId}`. */
export interface Membership {
  /** Without `locked-out`, which {@link MemberSecurity} includes. */
  readonly status: readonly MemberStatus[];
  /** Absent if the caller can't see roles. */
  readonly roles?: readonly AssignedRole[];
  readonly lastLogin: string | null;
  readonly createdAt: string | null;
  /** The number of other organizations. Which ones is never disclosed. */
  readonly otherOrganizations: number;
}

/** A role that a member has. */
export interface AssignedRole extends RoleName {
  readonly description: string | null;
  /** Set if the role comes from a group of the identity provider. It can only be removed there. */
  readonly inheritedFrom?: string;
}

/** `GET /v1/members/{userId}/security`: details that cost extra calls, and that only a member's page shows. */
export interface MemberSecurity {
  /**
   * Lockouts by brute-force protection, which counts by identifier and IP address. Empty if the member isn't locked out.
   * Absent if the caller can't clear lockouts.
   */
  readonly lockouts?: readonly { readonly identifier: string; readonly ip: string | null }[];
  /** Absent if the caller can't reset them. */
  readonly methods?: readonly {
    readonly id: string;
    /** Auth0's type: `totp`, `phone`, `passkey`, `webauthn-platform`, … */
    readonly type: string;
    readonly name: string | null;
    readonly createdAt: string | null;
    readonly lastUsedAt: string | null;
  }[];
}

/** `GET /v1/roles`: the roles of the tenant and of the organization, if the caller can see members. */
export interface RoleList {
  readonly roles: readonly AssignableRole[];
}

/** A role, with whether the caller can assign it. */
export interface AssignableRole extends RoleName {
  readonly description: string | null;
  /** The role belongs to this organization. It can have the name of a role of the tenant. */
  readonly ofOrganization?: true;
  readonly assignable: boolean;
  /** Present if `assignable` is `false`. */
  readonly reason?: LockReason | 'role-above-own';
  /** People are invited with it, unless the inviter takes it away. Present only if `assignable`. */
  readonly preselected?: true;
}

/** `PUT /v1/members/{userId}/roles`. Adds roles before it removes any. */
export interface RolesChange {
  /** The ids of the roles to have afterwards, without inherited ones. */
  readonly roles: readonly string[];
  /** The ids before the change. If someone else has changed them since, the answer is 412 `roles_changed`. */
  readonly was: readonly string[];
  readonly reason?: string;
}

/** The answer to `PUT /v1/members/{userId}/roles`: the roles after the change. */
export interface MemberRoles {
  readonly roles: readonly AssignedRole[];
}

/** `GET /v1/members/{userId}/deprovision`: what each level would do. Changes nothing. */
export interface DeprovisionPlan {
  /** Until when access tokens that are already issued are valid: the lifetime of the caller's own, from now. RFC 3339. */
  readonly accessTokensUntil: string | null;
  readonly person: {
    readonly userId: string;
    readonly name: string | null;
    readonly email: string | null;
    readonly picture: string | null;
  };
  readonly connection: { readonly class: ConnectionClass; readonly label: string };
  readonly levels: readonly DeprovisionLevelPlan[];
}

/** What one level would do. */
export interface DeprovisionLevelPlan {
  readonly level: DeprovisionLevel;
  readonly operation: OperationView;
  /** In order. */
  readonly steps: readonly DeprovisionStep[];
  /** How the person could regain access. */
  readonly regainPaths: readonly RegainPath[];
  /** Whether this is the level to use if the person has to lose access right now. For federated users it is `block`. */
  readonly recommended: boolean;
}

export type { DeprovisionLevel };

/** A step of a level. */
export type DeprovisionStep = (typeof operationTable)[LevelOperation]['steps'][number];

/** How a person could regain access. */
export type RegainPath =
  | 'joins-at-login' // the connection makes everyone who signs in through it a member
  | 'recreated-at-login' // the upstream re-creates the account
  | 'directory' // a directory re-creates the account through SCIM
  | 'pending-invitation';

/** The result of `POST /v1/members/{userId}/{operation}`, and of `…/deprovision` with `{ "level": … }`. */
export interface MemberReceipt {
  /** Until when access tokens that were already issued are valid, as far as the proxy knows. RFC 3339. */
  readonly accessTokensUntil?: string | null;
  readonly id: string;
  readonly at: string;
  readonly userId: string;
  readonly operation: SteppedOperation;
  /** Completed steps. Removing several authenticators lists the step several times. */
  readonly done: readonly ReceiptStep[];
  /** Steps without effect, because they were done before. Absent if there are none. */
  readonly already?: readonly ReceiptStep[];
  /** Failed steps with the code of a problem. They are safe to try again. */
  readonly notDone: readonly { readonly step: ReceiptStep; readonly code: string }[];
  /** What the operation never affects. */
  readonly notCovered: readonly NotCovered[];
  /** The member's status afterwards. */
  readonly status: readonly MemberStatus[];
}

/** A step in a receipt. */
export type ReceiptStep = OperationStep;

/**
 * The last path segment of `POST /v1/members/{userId}/{operation}`. Removals and deletions only go through
 * `…/deprovision`.
 */
export const memberOperationPaths = {
  'member.block': 'block',
  'member.unblock': 'unblock',
  'member.clear-lockout': 'clear-lockout',
  'member.mfa-reset': 'mfa-reset',
  'member.revoke-access': 'revoke-access',
} as const satisfies Record<Exclude<SteppedOperation, OperationWith<'ends-membership'>>, string>;

/** `POST /v1/members/{userId}/reveal` with `{ "field": … }`: the full value of a masked field. Audited. */
export interface RevealedValue {
  readonly field: string;
  readonly value: FieldValue;
}
