/** Of each kind, unless told; the oldest are forgotten first. */
const usualCapacity = 50_000;

interface Entry<T> {
  readonly value: T;
  readonly expiresAt: number;
}

/** A bounded map whose entries end by themselves. */
export class Expiring<T> {
  readonly #now: () => number;
  readonly #capacity: number;
  readonly #entries = new Map<string, Entry<T>>();

  constructor(now: () => number, capacity = usualCapacity) {
    this.#now = now;
    this.#capacity = capacity;
  }

  get(key: string): Entry<T> | undefined {
    const entry = this.#entries.get(key);
    return entry && entry.expiresAt > this.#now() ? entry : undefined;
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
