import { readSelection } from '../../client/member-selection.js';
import { ProxyProblem } from '../../client/problem.js';
import { maxRunMembers } from '../../contract/bulk.js';
import type { Session } from '../session.js';
import { toParams } from './member-query.js';
import type { MembersController } from './members-controller.js';

export type MatchingState =
  /** `count`: members that have arrived so far. */
  | { readonly status: 'loading'; readonly count: number }
  /** `size`: how many members were selected then. */
  | { readonly status: 'all'; readonly size: number }
  /** More match than a bulk action can have. Nothing was selected. */
  | { readonly status: 'too-many'; readonly max: number }
  | { readonly status: 'failed'; readonly problem: ProxyProblem };

type SelectableList = Pick<MembersController, 'selection' | 'query' | 'state'>;

/** Selects everyone who matches the filters of the list, on all its pages. */
export class MatchingSelection {
  readonly #list: SelectableList;
  readonly #connect: () => Promise<Pick<Session, 'send'>>;
  readonly #onChange: () => void;
  #state: MatchingState | null = null;
  #query: SelectableList['query'] | null = null;
  #reading = new AbortController();

  constructor(
    list: SelectableList,
    options: { connect(): Promise<Pick<Session, 'send'>>; onChange(this: void): void },
  ) {
    this.#list = list;
    this.#connect = () => options.connect();
    this.#onChange = options.onChange;
  }

  /** `null` before it is used, and once the filters or the selection have changed. */
  get state(): MatchingState | null {
    const { query, selection } = this.#list;
    if (this.#query !== query) return null;
    const isOutdated = this.#state?.status === 'all' && this.#state.size !== selection.size;
    return isOutdated ? null : this.#state;
  }

  /** Adds everyone who matches to the selection. */
  async selectAll(): Promise<void> {
    this.cancel();
    const { signal } = (this.#reading = new AbortController());
    const { query, selection } = this.#list;
    this.#query = query;
    this.#show({ status: 'loading', count: 0 });
    try {
      const { send } = await this.#connect();
      const { people, hasMore } = await readSelection(send, toParams(query), {
        signal,
        onProgress: (count) => {
          if (!signal.aborted) this.#show({ status: 'loading', count });
        },
      });
      if (signal.aborted || this.#list.query !== query) return;
      if (hasMore) return this.#show({ status: 'too-many', max: maxRunMembers });
      selection.toggle(people, true);
      this.#show({ status: 'all', size: selection.size });
    } catch (reason) {
      if (!signal.aborted) this.#show({ status: 'failed', problem: ProxyProblem.from(reason) });
    }
  }

  /** Selects the members on the page that is shown, and no one else. */
  selectPage(): void {
    const { selection, state } = this.#list;
    this.cancel();
    selection.clear();
    selection.toggle(state.page?.members ?? [], true);
  }

  cancel(): void {
    this.#reading.abort();
    this.#show(null);
  }

  dispose(): void {
    this.#reading.abort();
  }

  #show(state: MatchingState | null): void {
    this.#state = state;
    this.#onChange();
  }
}
