import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface UrlHashSyncOptions {
  /** A sign-in that ends here brings back the hash of the page it began on. */
  connect(): Promise<unknown>;
  /** Only a host that asks for it has its address written to. */
  isWanted(): boolean;
  /** The names this element owns in the hash; what else stands there is left alone. */
  readonly names: readonly string[];
  /** Those of them that are a place of their own: the browser's Back comes back to it. */
  readonly places: readonly string[];
  /** What is the case now. */
  read(): URLSearchParams;
  /** The address says something else. */
  apply(params: URLSearchParams): void;
}

/** Keeps what is shown in the page's hash, and shows what the hash says. */
export class UrlHashSync implements ReactiveController {
  readonly #options: UrlHashSyncOptions;
  #watching: AbortController | null = null;
  #isRestored = false;

  constructor(host: ReactiveControllerHost, options: UrlHashSyncOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.#watching = new AbortController());
    addEventListener('hashchange', () => this.#restore(), { signal });
  }

  hostDisconnected(): void {
    this.#watching?.abort();
  }

  hostUpdated(): void {
    if (this.#options.isWanted() && this.#isRestored) this.#write();
  }

  /**
   * Reads the hash before anything is shown; from then on, changes are written to it.
   * Resolves to `null` where the host does not want the hash to be used, or once `signal` is aborted.
   */
  async readInitial(signal: AbortSignal): Promise<URLSearchParams | null> {
    // Without a session there is a hash all the same.
    if (this.#options.isWanted()) await this.#options.connect().catch(() => {});
    // Not written to by a session that was replaced: the next one has not read it yet.
    if (signal.aborted) return null;
    this.#isRestored = true;
    return this.#options.isWanted() ? hashParams() : null;
  }

  #restore(): void {
    if (this.#options.isWanted() && this.#differing().length > 0) this.#options.apply(hashParams());
  }

  #write(): void {
    const differing = this.#differing();
    if (differing.length === 0) return;
    const params = hashParams();
    const now = this.#options.read();
    for (const name of this.#options.names) {
      const value = now.get(name);
      if (value === null) params.delete(name);
      else params.set(name, value);
    }
    const address = new URL(location.href);
    address.hash = params.toString();
    const isPlace = differing.some((name) => this.#options.places.includes(name));
    if (isPlace) history.pushState(history.state, '', address);
    else history.replaceState(history.state, '', address);
  }

  #differing(): readonly string[] {
    const there = hashParams();
    const now = this.#options.read();
    return this.#options.names.filter((name) => (there.get(name) ?? '') !== (now.get(name) ?? ''));
  }
}

const hashParams = () => new URLSearchParams(location.hash.slice(1));
