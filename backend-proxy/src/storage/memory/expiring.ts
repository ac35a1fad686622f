/** Entries per map by default. */
const defaultCapacity = 50_000;

interface Entry<T> {
  readonly value: T;
  readonly expiresAt: number;
}

/** A bounded map whose entries expire. Above its capacity it drops the oldest entries. */
export class Expiring<T> {
  readonly #now: () => number;
  readonly #capacity: number;
  readonly #entries = new Map<string, Entry<T>>();

  constructor(now: () => number, capacity = defaultCapacity) {
    this.#now = now;
    this.#capacity = capacity;
  }

  get(key: string): Entry<T> | undefined {
    const entry = this.#entries.get(key);
    return entry && entry.expiresAt > this.#now() ? entry : undefined;
  }

  /** Returns the entries that haven't expired, oldest first. */
  values(): readonly Entry<T>[] {
    return [...this.#entries.values()].filter(({ expiresAt }) => expiresAt > this.#now());
  }

  set(key: string, value: T, lifetimeMs: number): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, expiresAt: this.#now() + lifetimeMs });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#capacity) return;
      this.#entries.delete(oldest);
    }
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}
