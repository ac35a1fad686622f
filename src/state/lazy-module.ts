import type { ReactiveControllerHost } from 'lit';

interface Disposable {
  dispose(): void;
}

const isDisposable = (module: object): module is Disposable =>
  'dispose' in module && typeof module.dispose === 'function';

/**
 * Returns a function that loads something once for the whole page, and again after a failure. `import()` of a module that is
 * there takes a task, in which the browser may paint; this takes none.
 * @example const importEditing = loadOnce(() => import('./editing.js'));
 */
export function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  const forget = (reason: unknown) => {
    loading = null;
    throw reason;
  };
  return () => (loading ??= load().catch(forget));
}

/**
 * Lazy-loads a module for an element, with retry.
 *
 * The module may belong to a session. `dispose()` ends that session: it disposes of the module that is there, and of one that
 * is still loading as soon as it arrives. A later `load()` starts over.
 */
export class LazyModule<T extends object> {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #import: () => Promise<T>;
  #loading: Promise<T | null> | null = null;
  #current: T | null = null;
  #hasFailed = false;

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>, load: () => Promise<T>) {
    this.#host = host;
    this.#import = load;
  }

  /** The module, if it is loaded. */
  get current(): T | null {
    return this.#current;
  }

  /** Whether the last load failed; `load()` tries again. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /**
   * Loads the module, once for all callers.
   * Resolves to `null` if loading failed, or if `dispose()` was called in the meantime.
   */
  load(): Promise<T | null> {
    if (this.#loading) return this.#loading;
    this.#hasFailed = false;
    const loading: Promise<T | null> = Promise.resolve()
      .then(this.#import)
      .catch(() => null)
      .then((module) => this.#receive(module, loading));
    this.#loading = loading;
    return loading;
  }

  /** Disposes of the module, also of one that is still loading. */
  dispose(): void {
    if (this.#current) release(this.#current);
    this.#current = null;
    this.#loading = null;
    this.#hasFailed = false;
  }

  #receive(module: T | null, loading: Promise<T | null>): T | null {
    if (loading !== this.#loading) {
      if (module) release(module);
      return null;
    }
    this.#current = module;
    this.#hasFailed = module === null;
    if (!module) this.#loading = null;
    this.#host.requestUpdate();
    return module;
  }
}

function release(module: object): void {
  if (isDisposable(module)) module.dispose();
}
