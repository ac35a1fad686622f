import type { ReactiveControllerHost } from 'lit';

interface Disposable {
  dispose(): void;
}

/** A part of an element that comes when somebody needs it. After a failure it can be asked for again. */
export class LazyModule<T extends Disposable> {
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<T>;
  #loading: Promise<T | null> | null = null;
  #part: T | null = null;
  #failed = false;

  constructor(host: ReactiveControllerHost, load: () => Promise<T>) {
    this.#host = host;
    this.#load = load;
  }

  /** What is there of it now. */
  get current(): T | null {
    return this.#part;
  }

  get hasFailed(): boolean {
    return this.#failed;
  }

  /** `null` where it could not be loaded, which is told, or where it is not wanted any more. */
  load(): Promise<T | null> {
    return (this.#loading ??= this.#start());
  }

  /** Another session is used from now on: nothing of before may be shown. */
  dispose(): void {
    this.#part?.dispose();
    this.#part = null;
    this.#loading = null;
    this.#failed = false;
  }

  async #start(): Promise<T | null> {
    this.#failed = false;
    // Not at once: `#loading` has to say first that it is this one.
    const current = await Promise.resolve()
      .then(this.#load)
      .catch(() => null);
    return this.#arrived(current);
  }

  #arrived(current: T | null): T | null {
    this.#part = current;
    this.#failed = current === null;
    if (!current) this.#loading = null;
    this.#host.requestUpdate();
    return current;
  }
}
