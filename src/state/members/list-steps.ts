import type { ProxyProblem } from '../../client/problem.js';
import type { MemberRow } from '../../contract/member.js';
import type { MembersController } from './members-controller.js';
import type { ListPage } from './members-state.js';

/** The list, as far as going through it needs it. */
export type ListAround = Pick<
  MembersController,
  'state' | 'query' | 'hasPrevious' | 'nextPage' | 'previousPage'
>;

/** To the next member, or to the previous one. */
export type Step = 1 | -1;

/** Where a member is in the list. */
export interface ListPosition {
  /** `null` for someone who was on the page and isn't any longer, such as after a change that a filter excludes. */
  readonly member: MemberRow | null;
  /** Counted from 1, over all pages. */
  readonly at: number;
  readonly total: ListPage['total'];
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

/** Goes through the members in the order and with the filters of the list, across its pages. */
export class ListSteps {
  readonly #list: ListAround;
  /** Where the member was seen last. */
  #seen: {
    readonly userId: string;
    readonly index: number;
    readonly before: number;
    readonly query: ListAround['query'];
  } | null = null;
  /** Where the step that is being taken started: the list turns its page before the other member is shown. */
  #start: ListPosition | null = null;
  #problem: ProxyProblem | null = null;

  constructor(list: ListAround) {
    this.#list = list;
  }

  /** Why the page with the next member couldn't be loaded. */
  get problem(): ProxyProblem | null {
    return this.#problem;
  }

  /** Whether the list has been loaded. */
  get isLoaded(): boolean {
    return this.#list.state.page !== null;
  }

  /** Returns `null` while the list is loading, and for someone who isn't on its page. */
  positionOf(userId: string): ListPosition | null {
    const { page } = this.#list.state;
    if (this.#start || !page) return this.#start;
    const index = this.#indexOf(userId, page);
    if (index === null) return null;
    const { members, before, hasNext } = page;
    const member = members[index]?.userId === userId ? members[index] : null;
    return {
      member,
      at: before + index + 1,
      total: hasNext ? page.total : (page.total ?? { count: before + members.length, exact: true }),
      hasPrevious: index > 0 || this.#list.hasPrevious,
      hasNext: index + (member ? 1 : 0) < members.length || hasNext,
    };
  }

  /**
   * Finds the member next to another one, and loads the page of the list they are on.
   * Resolves to `null` if there is none, if the page can't be loaded, and if `confirm` resolves to `false`.
   */
  async find(
    userId: string,
    step: Step,
    confirm: (userId: string) => Promise<boolean>,
  ): Promise<string | null> {
    const start = this.positionOf(userId);
    if (!start || this.#start) return null;
    this.#start = start;
    this.#problem = null;
    try {
      const found = await this.#neighbor(start, step);
      return found && (await confirm(found.userId)) ? found.userId : null;
    } finally {
      this.#start = null;
    }
  }

  async #neighbor({ member, at }: ListPosition, step: Step): Promise<MemberRow | undefined> {
    const list = this.#list;
    const { page } = list.state;
    if (!page) return undefined;
    // Someone else has taken the place of a member who is gone.
    const index = at - 1 - page.before + (step === 1 && !member ? 0 : step);
    if (page.members[index]) return page.members[index];
    await (step === 1 ? list.nextPage() : list.previousPage());
    const { state } = list;
    if (state.status !== 'ready') return undefined;
    this.#problem = state.problem;
    if (state.problem || state.page.before === page.before) return undefined;
    return state.page.members.at(step === 1 ? 0 : -1);
  }

  #indexOf(userId: string, { members, before }: ListPage): number | null {
    const { query } = this.#list;
    const index = members.findIndex((member) => member.userId === userId);
    if (index >= 0) {
      this.#seen = { userId, index, before, query };
      return index;
    }
    const seen = this.#seen;
    const wasHere = seen?.userId === userId && seen.before === before && seen.query === query;
    return wasHere ? Math.min(seen.index, members.length) : null;
  }
}
