import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What the host is handed along with a file. */
export interface UploadOptions {
  /** The person has changed their mind. */
  readonly signal: AbortSignal;
  /** To be called as it goes on, with what has been done of it: 0 to 1. */
  readonly onProgress: (done: number) => void;
}

/** Stores a picture where the host keeps such things, and answers with its address, which starts with `https://`. */
export type UploadPicture = (file: File, options: UploadOptions) => Promise<string>;

/** What browsers show everywhere. SVG can hold scripts, and is left out. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'];
export const largestPicture = 5_000_000;

export type UploadState =
  | { readonly status: 'idle' }
  /** `done` is `null` as long as the host says nothing. */
  | { readonly status: 'running'; readonly done: number | null }
  | { readonly status: 'failed'; readonly error: 'type' | 'size' | 'host' };

/** One picture on its way to the host. */
export class PictureUpload implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #state: UploadState = { status: 'idle' };
  #running: AbortController | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get state(): UploadState {
    return this.#state;
  }

  hostDisconnected(): void {
    this.cancel();
  }

  dispose(): void {
    this.cancel();
    this.#host.removeController(this);
  }

  /** The picture's address; `null` where nothing came of it, and `state` says why. */
  async start(file: File, upload: UploadPicture): Promise<string | null> {
    this.cancel();
    if (!pictureTypes.includes(file.type)) return this.#fail('type');
    if (file.size > largestPicture) return this.#fail('size');
    const running = (this.#running = new AbortController());
    this.#become({ status: 'running', done: null });
    try {
      const address = await upload(file, {
        signal: running.signal,
        onProgress: (done) => {
          if (!running.signal.aborted) this.#become({ status: 'running', done });
        },
      });
      if (running.signal.aborted) return null;
      this.#become({ status: 'idle' });
      return address;
    } catch {
      // What went wrong is the host's to know: its words are not for this page.
      return running.signal.aborted ? null : this.#fail('host');
    }
  }

  cancel(): void {
    this.#running?.abort();
    this.#running = null;
    if (this.#state.status === 'running') this.#become({ status: 'idle' });
  }

  #fail(error: 'type' | 'size' | 'host'): null {
    this.#become({ status: 'failed', error });
    return null;
  }

  #become(state: UploadState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
