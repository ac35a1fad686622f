import type { Clock } from './clock.js';
import { snapshotMap, type Restore } from './snapshot.js';

/** How much at once, and how much in the long run. */
export interface Limit {
  readonly burst: number;
  readonly perSecond: number;
}

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** Token buckets by name, on the tenant's clock: full at first, and again after a rest. */
export class TokenBuckets {
  readonly #clock: Clock;
  #buckets = new Map<string, Bucket>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** What could be taken now. */
  left(name: string, { burst, perSecond }: Limit): number {
    const now = this.#clock.now();
    const { left, at } = this.#buckets.get(name) ?? { left: burst, at: now };
    return Math.min(burst, left + (Math.max(0, now - at) / 1000) * perSecond);
  }

  /** Takes one, or says that there is none. */
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
