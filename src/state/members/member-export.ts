import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { exportMembers } from '../../client/member-export.js';
import { ProxyProblem } from '../../client/problem.js';
import type { Send } from '../../client/send.js';

export interface MemberExportOptions {
  connect(): Promise<{ readonly send: Send }>;
}

export type ExportState =
  /** `count`: members that have arrived so far. */
  | { readonly status: 'running' | 'done'; readonly count: number }
  | { readonly status: 'failed'; readonly problem: ProxyProblem };

/** Exports the member list as a CSV file, with progress. */
export class MemberExport implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: MemberExportOptions;
  #state: ExportState | null = null;
  #running: AbortController | null = null;

  constructor(host: ReactiveControllerHost, options: MemberExportOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** `null` before the first export, and after one was canceled. */
  get state(): ExportState | null {
    return this.#state;
  }

  /** Exports the members that match the filters, with headings in this language. Resolves to `null` if it failed or was canceled. */
  async start(filters: URLSearchParams, lang: string): Promise<Blob | null> {
    this.#running?.abort();
    const { signal } = (this.#running = new AbortController());
    let count = 0;
    this.#setState({ status: 'running', count });
    try {
      const { send } = await this.#options.connect();
      signal.throwIfAborted();
      const onProgress = (arrived: number) => {
        count = arrived;
        if (!signal.aborted) this.#setState({ status: 'running', count });
      };
      const file = await exportMembers(send, filters, { lang, signal, onProgress });
      signal.throwIfAborted();
      this.#setState({ status: 'done', count });
      return file;
    } catch (reason) {
      if (!signal.aborted) this.#setState({ status: 'failed', problem: ProxyProblem.from(reason) });
      return null;
    }
  }

  cancel(): void {
    this.#running?.abort();
    this.#setState(null);
  }

  hostDisconnected(): void {
    this.cancel();
  }

  dispose(): void {
    this.#running?.abort();
    this.#host.removeController(this);
  }

  #setState(state: ExportState | null): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
