/** The operations offered for one member, and the shape in which the panel knows the member they are about. */
import type { MemberReceipt, RoleName } from '../../contract/member.js';
import type { ProfileView } from '../../contract/profile.js';
import {
  operationOfLevel,
  operationsOn,
  operationTable,
  type DeprovisionLevel,
  type LevelOperation,
  type OperationOn,
} from '../../policy/operations.js';

export type MemberOperation = OperationOn<'menu'>;

/** In the order in which they are offered. */
export const memberOperations: readonly MemberOperation[] = operationsOn('menu');

/** Whether an operation is a level of the de-provisioning ladder: its dialog shows what the level would do. */
export function isLevel(operation: MemberOperation): operation is LevelOperation {
  return operationTable[operation].level !== null;
}

/** `undefined` for a level that only a newer proxy knows. */
export function findOperationOfLevel(level: string): LevelOperation | undefined {
  return Object.hasOwn(operationOfLevel, level) ? operationOfLevel[level as DeprovisionLevel] : undefined;
}

/** Whom something is about, as whoever asks knows them: a row of the list, or the page. */
export interface MemberPerson {
  readonly userId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly picture: string | null;
  readonly roles?: readonly RoleName[] | null;
}

/** What is the case since something was done. */
export type MemberChange =
  | { readonly kind: 'profile'; readonly profile: ProfileView }
  | { readonly kind: 'roles'; readonly roles: readonly RoleName[] }
  /** `receipt` is absent where a mail was sent: nothing else has changed. */
  | {
      readonly kind: 'operation';
      readonly operation: Exclude<MemberOperation, 'roles.assign'>;
      readonly receipt: MemberReceipt | null;
    };

/** Whom a profile is about; the address is known where a field shows it. */
export function personOf({ person, fields, member }: ProfileView): MemberPerson {
  const email = fields.find(({ kind, value }) => kind === 'email' && typeof value === 'string')?.value;
  return {
    ...person,
    email: typeof email === 'string' ? email : null,
    ...(member?.roles && { roles: member.roles }),
  };
}
