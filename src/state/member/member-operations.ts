/** What can be done about one member, and how the page names those concerned. */
import type { MemberReceipt, RoleName, DeprovisionLevel } from '../../contract/member.js';
import type { ProfileView } from '../../contract/profile.js';
import type { Operation } from '../../policy/vocabulary.js';

/** In the order a page offers them: what helps the person first, what takes most from them last. */
export const memberOperations = [
  'password.reset',
  'email.verify',
  'member.clear-lockout',
  'member.unblock',
  'member.mfa-reset',
  'roles.assign',
  'member.revoke-access',
  'member.block',
  'membership.remove',
  'user.delete',
] as const satisfies readonly Operation[];
export type MemberOperation = (typeof memberOperations)[number];

/** Those that are a level of the ladder: what they would do is asked before. */
export const ladder = {
  'membership.remove': 'remove',
  'member.revoke-access': 'revoke-access',
  'member.block': 'block',
  'user.delete': 'delete',
} as const satisfies Partial<Record<MemberOperation, DeprovisionLevel>>;
export type LadderOperation = keyof typeof ladder;

export const isLadder = (operation: MemberOperation): operation is LadderOperation => operation in ladder;

export function operationOfLevel(wanted: DeprovisionLevel): LadderOperation {
  const found = (Object.keys(ladder) as LadderOperation[]).find((operation) => ladder[operation] === wanted);
  return found ?? 'member.block';
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
