/** In-memory TTL cache with request coalescing. */
export class Cache<T> {
  readonly #entries = new Map<string, { readonly value: Promise<T>; readonly expiresAt: number }>();
  readonly #lifetimeMs: number;
  readonly #capacity: number;

  constructor(options: { readonly lifetimeMs: number; readonly capacity: number }) {
    this.#lifetimeMs = options.lifetimeMs;
    this.#capacity = options.capacity;
  }

  get(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.#entries.get(key);
    if (known && known.expiresAt > Date.now()) return known.value;
    const value = load();
    this.#entries.delete(key);
    this.#entries.set(key, { value, expiresAt: Date.now() + this.#lifetimeMs });
    this.#evict();
    // Only the callers that waited for a failure see it.
    value.catch(() => {
      if (this.#entries.get(key)?.value === value) this.#entries.delete(key);
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
