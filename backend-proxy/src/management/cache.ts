interface Entry<T> {
  readonly value: Promise<T>;
  expiresAt: number;
}

/** In-memory TTL cache with request coalescing. */
export class Cache<T> {
  readonly #entries = new Map<string, Entry<T>>();
  readonly #lifetimeMs: number;
  readonly #capacity: number;

  constructor(options: { readonly lifetimeMs: number; readonly capacity: number }) {
    this.#lifetimeMs = options.lifetimeMs;
    this.#capacity = options.capacity;
  }

  /** @param load - Is given a function that ends the entry earlier, for a value that is older than the load. */
  get(key: string, load: (expireAt: (ms: number) => void) => Promise<T>): Promise<T> {
    const known = this.#entries.get(key);
    if (known && known.expiresAt > Date.now()) return known.value;
    const value = load((ms) => (entry.expiresAt = Math.min(entry.expiresAt, ms)));
    const entry: Entry<T> = { value, expiresAt: Date.now() + this.#lifetimeMs };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    this.#evict();
    // Only the callers that waited for a failure see it.
    value.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    });
    return value;
  }

  /** Evicts the oldest entries. A Map keeps the order of insertion. */
  #evict(): void {
    for (const key of this.#entries.keys()) {
      if (this.#entries.size <= this.#capacity) return;
      this.#entries.delete(key);
    }
  }
}
