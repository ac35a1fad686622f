/** The operations offered for a member, the member they are for, and their results. */
import type { MemberReceipt, RoleName } from '../../contract/member.js';
import type { ProfileView } from '../../contract/profile.js';
import {
  hasTrait,
  operationOfLevel,
  operationsOn,
  operationTable,
  type DeprovisionLevel,
  type LevelOperation,
  type OperationOn,
  type OperationWith,
} from '../../policy/operations.js';

export type MemberOperation = OperationOn<'menu'>;

/** In the order in which they are offered. */
export const memberOperations: readonly MemberOperation[] = operationsOn('menu');

/** Whether an operation is a level of the de-provisioning ladder: its dialog shows what the level would do. */
export function isLevel(operation: MemberOperation): operation is LevelOperation {
  return operationTable[operation].level !== null;
}

/** Whether an operation is done without a question; only a dialog asks for a reason. */
export function asksNothing(
  operation: MemberOperation,
  requiresReason: boolean,
): operation is MemberOperation & OperationWith<'at-once'> {
  return hasTrait(operation, 'at-once') && !requiresReason;
}

/** Returns what takes an operation back; `null` if nothing does, or if the receipt says that it changed nothing. */
export function inverseOf(operation: MemberOperation, receipt: MemberReceipt | null): 'member.block' | null {
  return operation === 'member.unblock' && receipt?.done.includes('unblock-account') ? 'member.block' : null;
}

/** `undefined` for a level that only a newer proxy knows. */
export function findOperationOfLevel(level: string): LevelOperation | undefined {
  return Object.hasOwn(operationOfLevel, level) ? operationOfLevel[level as DeprovisionLevel] : undefined;
}

/** A member as a row of the list or their page knows them. */
export interface MemberPerson {
  readonly userId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly picture: string | null;
  readonly roles?: readonly RoleName[] | null;
}

/** The result of a change. */
export type MemberChange =
  | { readonly kind: 'profile'; readonly profile: ProfileView }
  | { readonly kind: 'roles'; readonly roles: readonly RoleName[] }
  /** `receipt` is `null` if an email was sent, because nothing else changed. */
  | {
      readonly kind: 'operation';
      readonly operation: Exclude<MemberOperation, 'roles.assign'>;
      readonly receipt: MemberReceipt | null;
    };

/** Returns the member of a profile, with the address if a field shows it. */
export function personOf({ person, fields, member }: ProfileView): MemberPerson {
  const email = fields.find(({ kind, value }) => kind === 'email' && typeof value === 'string')?.value;
  return {
    ...person,
    email: typeof email === 'string' ? email : null,
    ...(member?.roles && { roles: member.roles }),
  };
}
