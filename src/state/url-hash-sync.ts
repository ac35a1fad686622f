import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface UrlHashSyncOptions {
  /** Connects the session. A sign-in that ends here restores the hash of the page it began on. */
  connect(): Promise<unknown>;
  /** Whether the host lets the hash be read and written. */
  isEnabled(): boolean;
  /** The parameters that belong to this element. Others are left alone. */
  readonly names: readonly string[];
  /** The parameters whose change adds a history entry, so that Back returns to it. */
  readonly historyNames: readonly string[];
  /** Returns the current values. */
  read(): URLSearchParams;
  /** Applies values after the hash has changed. */
  apply(params: URLSearchParams): void;
}

/** Keeps the element's state and the page's URL hash in sync. */
export class UrlHashSync implements ReactiveController {
  readonly #options: UrlHashSyncOptions;
  #listening: AbortController | null = null;
  #isRestored = false;

  constructor(host: ReactiveControllerHost, options: UrlHashSyncOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.#listening = new AbortController());
    // On the way back, `hashchange` comes later than the new hash: an update in between would write over it.
    for (const name of ['popstate', 'hashchange']) addEventListener(name, () => this.#restore(), { signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }

  hostUpdated(): void {
    // An element that was removed can still update: the hash belongs to what is on the page now.
    const isConnected = this.#listening?.signal.aborted === false;
    if (isConnected && this.#options.isEnabled() && this.#isRestored) this.#write();
  }

  /**
   * Reads the hash before anything is shown; from then on, changes are written to it.
   * Resolves to `null` where the host does not want the hash to be used, or once `signal` is aborted.
   */
  async readInitial(signal: AbortSignal): Promise<URLSearchParams | null> {
    // A failed connection doesn't matter: the hash can be read without one.
    if (this.#options.isEnabled()) await this.#options.connect().catch(() => {});
    // Not written to by a session that was replaced: the next one has not read it yet.
    if (signal.aborted) return null;
    this.#isRestored = true;
    return this.#options.isEnabled() ? hashParams() : null;
  }

  #restore(): void {
    if (this.#options.isEnabled() && this.#changedNames().length > 0) this.#options.apply(hashParams());
  }

  #write(): void {
    const changed = this.#changedNames();
    if (changed.length === 0) return;
    const params = hashParams();
    const now = this.#options.read();
    for (const name of this.#options.names) {
      const value = now.get(name);
      if (value === null) params.delete(name);
      else params.set(name, value);
    }
    const address = new URL(location.href);
    address.hash = params.toString();
    const addsEntry = changed.some((name) => this.#options.historyNames.includes(name));
    if (addsEntry) history.pushState(history.state, '', address);
    else history.replaceState(history.state, '', address);
  }

  #changedNames(): readonly string[] {
    const inHash = hashParams();
    const now = this.#options.read();
    return this.#options.names.filter((name) => (inHash.get(name) ?? '') !== (now.get(name) ?? ''));
  }
}

const hashParams = () => new URLSearchParams(location.hash.slice(1));
