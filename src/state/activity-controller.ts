import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readActivity } from '../client/activity.js';
import { ProxyProblem } from '../client/problem.js';
import type { Send } from '../client/send.js';
import type { ActivityEntry } from '../contract/activity.js';

export interface ActivityControllerOptions {
  connect(): Promise<{ readonly send: Send }>;
}

export type ActivityState =
  | { readonly status: 'loading' | 'ready' }
  /** What was read before is still there. */
  | { readonly status: 'failed'; readonly problem: ProxyProblem };

/** The organization's trail, the newest first; older entries come when they are asked for. */
export class ActivityController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: ActivityControllerOptions;
  #state: ActivityState = { status: 'loading' };
  #entries: readonly ActivityEntry[] = [];
  #next: string | null = null;
  #reading: AbortController | null = null;
  /** What Try again asks for: the same as what failed. */
  #asked: string | null = null;

  constructor(host: ReactiveControllerHost, options: ActivityControllerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#reading?.abort();
  }

  dispose(): void {
    this.#reading?.abort();
    this.#host.removeController(this);
  }

  get state(): ActivityState {
    return this.#state;
  }

  get entries(): readonly ActivityEntry[] {
    return this.#entries;
  }

  get hasMore(): boolean {
    return this.#next !== null;
  }

  /** From the newest on; what is shown stays until the answer is there. */
  load(): Promise<void> {
    return this.#read(null);
  }

  async loadMore(): Promise<void> {
    if (this.#next !== null && this.#state.status !== 'loading') await this.#read(this.#next);
  }

  retry(): Promise<void> {
    return this.#read(this.#asked);
  }

  async #read(cursor: string | null): Promise<void> {
    this.#reading?.abort();
    this.#asked = cursor;
    const { signal } = (this.#reading = new AbortController());
    this.#become({ status: 'loading' });
    try {
      const { send } = await this.#options.connect();
      const page = await readActivity(send, cursor, { signal });
      if (signal.aborted) return;
      const before = cursor === null ? [] : this.#entries;
      this.#entries = [...before, ...page.entries];
      this.#next = page.next;
      this.#become({ status: 'ready' });
    } catch (reason) {
      if (!signal.aborted) this.#become({ status: 'failed', problem: ProxyProblem.from(reason) });
    }
  }

  #become(state: ActivityState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
