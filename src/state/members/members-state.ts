import type { ProxyProblem } from '../../client/problem.js';
import type { MemberPage, MemberRow } from '../../contract/member.js';

/** The page of the member list that is on screen. */
export interface ListPage {
  readonly members: readonly MemberRow[];
  /** How many members come before it. */
  readonly before: number;
  readonly hasNext: boolean;
  readonly total: MemberPage['total'];
  /** Whether Auth0 finds more members than it lists. */
  readonly isCut: boolean;
}

export type MembersState =
  /** `page`: what was loaded before stays while it is loaded again. `slow`: no answer for a while. */
  | { readonly status: 'loading'; readonly page: ListPage | null; readonly slow: boolean }
  /** `problem`: loading again failed, and what was loaded before is still there. */
  | { readonly status: 'ready'; readonly page: ListPage; readonly problem: ProxyProblem | null }
  | { readonly status: 'error' | 'signed-out'; readonly page: null; readonly problem: ProxyProblem };
