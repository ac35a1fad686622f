import type { ProxyProblem } from '../../client/problem.js';
import type { MemberPage, MemberRow } from '../../contract/member.js';

/** A page of people as it is shown. */
export interface ListPage {
  readonly members: readonly MemberRow[];
  /** How many come before it. */
  readonly before: number;
  readonly hasNext: boolean;
  readonly total: MemberPage['total'];
  readonly isCut: boolean;
}

/** Where reading who asks, and whom there is, stands. */
export type MembersState =
  /** What was read before is there while it is read again. `slow`: nobody has answered for a while. */
  | { readonly status: 'loading'; readonly page: ListPage | null; readonly slow: boolean }
  /** `problem`: reading again failed, and what was read before is still there. */
  | { readonly status: 'ready'; readonly page: ListPage; readonly problem: ProxyProblem | null }
  | { readonly status: 'error' | 'signed-out'; readonly page: null; readonly problem: ProxyProblem };
