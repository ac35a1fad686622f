/** Keeps slow-moving answers for a while; callers that ask at the same time share one call. */
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
    // A failure is told to those who waited for it, and to nobody else.
    value.catch(() => {
      if (this.#entries.get(key)?.value === value) this.#entries.delete(key);
    });
    return value;
  }

  /** The oldest entries go first: a Map keeps the order in which they were set. */
  #evict(): void {
    for (const key of this.#entries.keys()) {
      if (this.#entries.size <= this.#capacity) return;
      this.#entries.delete(key);
    }
  }
}
