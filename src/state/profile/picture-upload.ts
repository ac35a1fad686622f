import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Options for {@link UploadPicture}. */
export interface UploadOptions {
  /** Aborted when the user cancels, or when another profile is shown. */
  readonly signal: AbortSignal;
  /** Reports progress from 0 to 1. Optional to call. */
  readonly onProgress: (done: number) => void;
}

/**
 * Uploads a picture to the host's storage.
 * @param file - PNG, JPEG, WebP, GIF or AVIF, at most 5 MB.
 * @returns the URL of the stored picture, which must start with `https://`.
 * @throws to show that the picture couldn't be uploaded; the error's text isn't shown.
 */
export type UploadPicture = (file: File, options: UploadOptions) => Promise<string>;

/** Formats that all browsers show. Without SVG, which can contain scripts. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'];
export const maxPictureBytes = 5_000_000;

export type UploadState =
  | { readonly status: 'idle' }
  /** `done` is `null` until the host reports progress. */
  | { readonly status: 'running'; readonly done: number | null }
  | { readonly status: 'failed'; readonly error: 'type' | 'size' | 'host' };

/** State of uploading one picture. */
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

  /** Returns the URL of the picture, or `null` if it was canceled or failed: `state` says why. */
  async start(file: File, upload: UploadPicture): Promise<string | null> {
    this.cancel();
    if (!pictureTypes.includes(file.type)) return this.#fail('type');
    if (file.size > maxPictureBytes) return this.#fail('size');
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
      // The host's error isn't meant for users.
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
