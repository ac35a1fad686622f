import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ProxyProblem } from '../client/problem.js';
import type { Send } from '../client/send.js';

export interface FileExportOptions {
  connect(): Promise<{ readonly send: Send }>;
}

/** Downloads the file. `onProgress` gets the number of items that have arrived so far. */
export type FileDownload = (
  send: Send,
  options: { readonly signal: AbortSignal; readonly onProgress: (count: number) => void },
) => Promise<Blob>;

export type ExportState =
  /** `count`: items that have arrived so far. */
  | { readonly status: 'running' | 'done'; readonly count: number }
  | { readonly status: 'failed'; readonly problem: ProxyProblem };

/** Exports a list as a file, with progress. */
export class FileExport implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: FileExportOptions;
  #state: ExportState | null = null;
  #running: AbortController | null = null;

  constructor(host: ReactiveControllerHost, options: FileExportOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** `null` before the first export, and after one was canceled. */
  get state(): ExportState | null {
    return this.#state;
  }

  /** Resolves to `null` if it failed or was canceled. */
  async start(download: FileDownload): Promise<Blob | null> {
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
      const file = await download(send, { signal, onProgress });
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
