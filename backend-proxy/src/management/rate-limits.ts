/** What is known of a tenant's rate limits: the limit of each group of endpoints, and what is left of it. */
import { RateLimitBucket, type BucketState } from './rate-limit-bucket.js';
import { others } from './rate-limit-groups.js';
import type { ResponseHead } from './transport.js';

/** A call that was taken from its buckets. */
export interface TakenCall {
  readonly group: string;
  /** When it was sent, in milliseconds since the epoch. */
  readonly at: number;
  /** Names of buckets. */
  readonly buckets: readonly string[];
}

/** How long a call has to wait for one of its buckets. */
export interface BucketWait {
  readonly bucket: string;
  /** Milliseconds; 0 if it can start now. */
  readonly ms: number;
}

interface State {
  /** By group. `null` is no limit, for the sake of JSON. */
  readonly limits: Readonly<Record<string, number | null>>;
  readonly firstLimit?: number | null;
  readonly buckets: Readonly<Record<string, BucketState>>;
}

/** The smallest bucket that Auth0 documents: assumed until a response says more. */
const smallestLimit = 2;

/** Instances of the proxy share it as JSON. */
export class RateLimits {
  readonly #limits = new Map<string, number>();
  /** The first limit that any response told, until one of the group `others` did. */
  #firstLimit: number | null = null;
  /** By group. The bucket of `others` is the one that every group counts in, unless its limit is larger. */
  readonly #buckets = new Map<string, RateLimitBucket>();

  static parse(json: string): RateLimits {
    const { limits, firstLimit, buckets } = JSON.parse(json) as State;
    const parsed = new RateLimits();
    for (const [group, limit] of Object.entries(limits)) parsed.#limits.set(group, limit ?? Infinity);
    if (firstLimit !== undefined) parsed.#firstLimit = firstLimit ?? Infinity;
    for (const [group, state] of Object.entries(buckets))
      parsed.#buckets.set(group, new RateLimitBucket(state));
    return parsed;
  }

  toJSON(): State {
    return {
      limits: Object.fromEntries(this.#limits),
      ...(this.#firstLimit !== null && { firstLimit: this.#firstLimit }),
      buckets: Object.fromEntries([...this.#buckets].map(([group, bucket]) => [group, bucket.toJSON()])),
    };
  }

  /** Returns whether a response told the limit of this group. */
  isKnown(group: string): boolean {
    return this.#limits.has(group);
  }

  /** Returns whether responses told that nothing limits this group. */
  isUnlimited(group: string): boolean {
    return this.isKnown(group) && this.#limiting(group).length === 0;
  }

  /** @param keepsReserve - Leaves a third of each bucket to calls that someone waits for. */
  waits(group: string, now: number, keepsReserve: boolean): readonly BucketWait[] {
    return this.#limiting(group).map((bucket) => ({
      bucket,
      ms: this.#bucketOf(bucket, now).wait(now, keepsReserve),
    }));
  }

  /** Takes a call from its buckets, or returns `null` if one of them has none left. */
  take(group: string, now: number, keepsReserve: boolean): TakenCall | null {
    if (this.waits(group, now, keepsReserve).some(({ ms }) => ms > 0)) return null;
    const buckets = [...new Set([group, ...this.#limiting(group)])];
    for (const bucket of buckets) this.#bucketOf(bucket, now).take(now);
    return { group, at: now, buckets };
  }

  /** Ends a call. @param response - `null` if there was none. */
  end(call: TakenCall, endedAt: number, response: ResponseHead | null): void {
    for (const bucket of call.buckets) this.#bucketOf(bucket, endedAt).end(endedAt, call.at);
    if (response) this.#observe(call, endedAt, response);
  }

  #observe({ group, at }: TakenCall, now: number, { status, headers }: ResponseHead): void {
    const { limit, remaining } = readLimit(headers);
    if (limit === null || remaining === null) {
      // A page of a gateway doesn't say that the endpoint has no limit.
      if (status < 300 && !this.isKnown(group)) this.#learn(group, Infinity);
      return;
    }
    this.#learn(group, limit);
    for (const name of limit === this.#sharedLimit ? new Set([group, others]) : [group]) {
      const bucket = this.#bucketOf(name, now);
      bucket.observe(now, limit, remaining, at);
      if (status === 429) bucket.empty(now);
    }
  }

  #learn(group: string, limit: number): void {
    this.#firstLimit ??= limit;
    this.#limits.set(group, limit);
  }

  get #sharedLimit(): number {
    return this.#limits.get(others) ?? this.#firstLimit ?? smallestLimit;
  }

  #bucketOf(group: string, now: number): RateLimitBucket {
    const known = this.#buckets.get(group) ?? RateLimitBucket.full(smallestLimit, now);
    this.#buckets.set(group, known);
    return known;
  }

  /**
   * Returns the buckets that limit a group: its own, and the one that everything shares. A group counts there if its limit is
   * the same, or a smaller one within it.
   */
  #limiting(group: string): readonly string[] {
    const limit = this.#limits.get(group);
    const own = limit === undefined || limit === Infinity ? [] : [group];
    const isShared = this.#sharedLimit < Infinity && (limit ?? 0) <= this.#sharedLimit;
    return isShared ? [...new Set([...own, others])] : own;
  }
}

/** Returns whether a response says what is left of a limit. */
export function tellsLimit(response: ResponseHead | null): boolean {
  return response !== null && readLimit(response.headers).remaining !== null;
}

function readLimit(headers: ResponseHead['headers']) {
  return {
    limit: numberOf(headers.get('x-ratelimit-limit')),
    remaining: numberOf(headers.get('x-ratelimit-remaining')),
  };
}

function numberOf(text: string | null): number | null {
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}
