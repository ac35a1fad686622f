import type { Clock } from './clock.js';
import { snapshotMap, type Restore } from './snapshot.js';

/** Burst size and sustained rate. */
export interface Limit {
  readonly burst: number;
  readonly perSecond: number;
}

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** Named token buckets on the tenant's clock. They start full and refill over time. */
export class TokenBuckets {
  readonly #clock: Clock;
  #buckets = new Map<string, Bucket>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Number of tokens available now. */
  left(name: string, { burst, perSecond }: Limit): number {
    const now = this.#clock.now();
    const { left, at } = this.#buckets.get(name) ?? { left: burst, at: now };
    return Math.min(burst, left + (Math.max(0, now - at) / 1000) * perSecond);
  }

  /** Takes a token. Returns `false` if there is none. */
  take(name: string, limit: Limit): boolean {
    const left = this.left(name, limit);
    if (left < 1) return false;
    this.#buckets.set(name, { left: left - 1, at: this.#clock.now() });
    return true;
  }

  snapshot(): Restore {
    return snapshotMap(this.#buckets);
  }

  clear(): void {
    this.#buckets.clear();
  }
}
