/** Pages by cursor: a list that grows with every page, and the way through a list that shows one page at a time. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ProxyProblem } from '../client/problem.js';
import type { Countdown } from './countdown.js';

export interface CursorPage<T> {
  readonly items: readonly T[];
  /** The cursor of the page after it; `null` on the last one. */
  readonly next: string | null;
}

export type LoadMoreState =
  | { readonly status: 'loading' | 'ready' }
  /** Items that were loaded before are still there. */
  | { readonly status: 'failed'; readonly problem: ProxyProblem };

/** A list that grows by one page at a time ("Show more"). */
export class LoadMoreList<T extends { readonly id: string }> implements ReactiveController {
  /** Counts down after a 429. */
  readonly wait: Countdown;
  readonly #host: ReactiveControllerHost;
  readonly #read: (cursor: string | null, signal: AbortSignal) => Promise<CursorPage<T>>;
  #state: LoadMoreState = { status: 'loading' };
  #items: readonly T[] = [];
  #next: string | null = null;
  #cursor: string | null = null;
  #reading: AbortController | null = null;

  constructor(
    host: ReactiveControllerHost,
    wait: Countdown,
    read: (cursor: string | null, signal: AbortSignal) => Promise<CursorPage<T>>,
  ) {
    this.#host = host;
    this.wait = wait;
    this.#read = read;
    host.addController(this);
  }

  get state(): LoadMoreState {
    return this.#state;
  }

  get items(): readonly T[] {
    return this.#items;
  }

  get hasMore(): boolean {
    return this.#next !== null;
  }

  /** Loads the first page. Items that are there stay until it arrives. */
  load(): Promise<void> {
    return this.#load(null);
  }

  async loadMore(): Promise<void> {
    if (this.#next !== null && this.#state.status !== 'loading') await this.#load(this.#next);
  }

  /** Loads the page that failed. */
  retry(): Promise<void> {
    return this.#load(this.#cursor);
  }

  /** Puts a newer version of an item in its place. */
  replace(id: string, item: T): void {
    this.#items = this.#items.map((each) => (each.id === id ? item : each));
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    if (this.#reading?.signal.aborted && this.#state.status === 'loading') void this.retry();
  }

  hostDisconnected(): void {
    this.#reading?.abort();
  }

  dispose(): void {
    this.#reading?.abort();
    this.#host.removeController(this);
  }

  async #load(cursor: string | null): Promise<void> {
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    this.#cursor = cursor;
    this.#setState({ status: 'loading' });
    try {
      const { items, next } = await this.#read(cursor, signal);
      if (signal.aborted) return;
      const before = cursor === null ? [] : this.#items;
      const ids = new Set(before.map(({ id }) => id));
      // What is added at the top moves the others to the page after: some come twice.
      this.#items = [...before, ...items.filter(({ id }) => !ids.has(id))];
      this.#next = next;
      this.#setState({ status: 'ready' });
    } catch (reason) {
      if (!signal.aborted) this.#setState({ status: 'failed', problem: this.wait.noteFailure(reason) });
    }
  }

  #setState(state: LoadMoreState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}

/** Where a page begins, and how many items come before it. */
interface PageStart {
  readonly cursor: string | null;
  readonly before: number;
}

const firstPage: PageStart = { cursor: null, before: 0 };

/** The way to one page of a list that shows one at a time. Cursors only lead forward, so the way back is kept. */
export class PageTrail {
  static readonly start = new PageTrail([firstPage]);

  readonly #starts: readonly PageStart[];

  private constructor(starts: readonly PageStart[]) {
    this.#starts = starts;
  }

  get current(): PageStart {
    return this.#starts.at(-1) ?? firstPage;
  }

  get hasPrevious(): boolean {
    return this.#starts.length > 1;
  }

  /** Returns the way to the page at `cursor`, after one of `count` items. */
  forward(cursor: string, count: number): PageTrail {
    return new PageTrail([...this.#starts, { cursor, before: this.current.before + count }]);
  }

  back(): PageTrail {
    return this.hasPrevious ? new PageTrail(this.#starts.slice(0, -1)) : this;
  }
}
