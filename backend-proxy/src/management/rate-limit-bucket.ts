export interface BucketState {
  readonly limit: number;
  readonly left: number;
  /** When `left` was right, in milliseconds since the epoch, like the other times. */
  readonly at: number;
  /** When the calls in flight were sent. */
  readonly sent: readonly number[];
  /** When those ended that overlapped one of them. */
  readonly ended: readonly number[];
}

/**
 * Estimate of one of Auth0's token buckets. Every response says in whole numbers how many calls are left of how many;
 * between two responses the bucket refills.
 */
export class RateLimitBucket {
  #limit: number;
  #left: number;
  #at: number;
  #sent: readonly number[];
  #ended: readonly number[];

  constructor({ limit, left, at, sent, ended }: BucketState) {
    this.#limit = limit;
    this.#left = left;
    this.#at = at;
    this.#sent = sent;
    this.#ended = ended;
  }

  static full(limit: number, now: number): RateLimitBucket {
    return new RateLimitBucket({ limit, left: limit, at: now, sent: [], ended: [] });
  }

  toJSON(): BucketState {
    return { limit: this.#limit, left: this.#left, at: this.#at, sent: this.#sent, ended: this.#ended };
  }

  /**
   * Returns in how many milliseconds the next call can start; 0 is now.
   * @param isBackground - Leaves a third of the bucket to calls that someone waits for.
   */
  wait(now: number, isBackground: boolean): number {
    this.#refill(now);
    const missing = 1 + (isBackground ? this.#limit / 3 : 0) - this.#left;
    return missing <= 0 ? 0 : Math.ceil((missing / perSecond(this.#limit)) * 1000);
  }

  take(now: number): void {
    this.#refill(now);
    this.#left -= 1;
    this.#sent = [...this.#sent.filter((sentAt) => now - sentAt < maxCallMs), now];
  }

  /** Ends a call that was taken at `sentAt`. */
  end(now: number, sentAt: number): void {
    this.#refill(now);
    const index = this.#sent.indexOf(sentAt);
    if (index >= 0) this.#sent = this.#sent.toSpliced(index, 1);
    const oldest = Math.min(sentAt, ...this.#sent);
    this.#ended = [...this.#ended.filter((at) => at >= oldest), now];
  }

  /**
   * Corrects the estimate by a response, after `end`.
   * @param remaining - Calls that were left when Auth0 answered. Others can have used the bucket too.
   * @param sentAt - When the call was sent. What the bucket gained since then may not be counted in `remaining`.
   */
  observe(now: number, limit: number, remaining: number, sentAt: number): void {
    this.#refill(now);
    this.#limit = limit;
    // Auth0 may have counted the calls that overlapped this one, or not.
    const ended = this.#ended.filter((at) => at >= sentAt).length;
    // Without the call itself, which was counted here unless nothing was known to limit it.
    const overlapping = Math.max(0, this.#sent.length + ended - 1);
    const least = remaining - overlapping;
    // The header leaves out the fraction of a call. A larger difference is a sign that others use the bucket.
    const most = remaining + 1 + ((now - sentAt) / 1000) * perSecond(limit);
    const isTooMuch = this.#left >= most;
    this.#left = isTooMuch ? least : Math.max(least, this.#left);
  }

  /** Corrects the estimate by a 429. */
  empty(now: number): void {
    this.#refill(now);
    this.#left = Math.min(0, this.#left);
  }

  /** A full bucket gains nothing, and it may stay full until the calls in flight arrive at Auth0. */
  #refill(now: number): void {
    const seconds = Math.max(0, now - this.#at) / 1000;
    const onTheirWay = this.#sent.filter((sentAt) => now - sentAt < maxWayMs).length;
    const most = Math.max(this.#left, this.#limit - onTheirWay);
    this.#left = Math.min(most, this.#left + seconds * perSecond(this.#limit));
    // The clocks of several instances differ, and no time must count twice.
    this.#at = Math.max(this.#at, now);
  }
}

/** After this time a call has arrived, or it never will. */
const maxWayMs = 1_000;
/** After this time a call has ended, or the instance that sent it has. */
const maxCallMs = 60_000;

/**
 * Returns how many calls a second a bucket of this size gains at least. Responses don't say it. Of the limits that Auth0
 * documents, a bucket of two is full again after a second, and any other after six at the latest. If it is sooner, the next
 * response says that more is left.
 * https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy/rate-limit-configurations
 */
function perSecond(limit: number): number {
  return limit <= 2 ? limit : limit / 6;
}
