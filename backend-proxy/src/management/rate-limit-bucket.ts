/**
 * Estimate of one of Auth0's token buckets. Every response says in whole numbers how many calls are left of how many;
 * between two responses the bucket refills.
 */
export class RateLimitBucket {
  #limit: number;
  #left: number;
  #at: number;
  #inFlight = 0;
  /** A full bucket doesn't refill, and it stays full until the first call arrives at Auth0. */
  #isFull = false;

  constructor(limit: number, now: number) {
    this.#limit = limit;
    this.#left = limit;
    this.#at = now;
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
    if (this.#left >= this.#limit) this.#isFull = true;
    this.#left -= 1;
    this.#inFlight += 1;
  }

  /** Ends a call that was taken. */
  end(now: number): void {
    this.#refill(now);
    this.#isFull = false;
    this.#inFlight -= 1;
  }

  /**
   * Corrects the estimate by a response, after `end`.
   * @param remaining - Calls that were left when Auth0 answered. Others can have used the bucket too.
   * @param sentAt - When the call was sent. What the bucket gained since then may not be counted in `remaining`.
   */
  observe(now: number, limit: number, remaining: number, sentAt: number): void {
    this.#refill(now);
    this.#limit = limit;
    // Auth0 may have counted the calls in flight, or not.
    const least = remaining - this.#inFlight;
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

  #refill(now: number): void {
    const seconds = Math.max(0, now - this.#at) / 1000;
    if (!this.#isFull) this.#left = Math.min(this.#limit, this.#left + seconds * perSecond(this.#limit));
    this.#at = now;
  }
}

/**
 * Returns how many calls a second a bucket of this size gains at least. Responses don't say it. Of the limits that Auth0
 * documents, a bucket of two is full again after a second, and any other after six at the latest. If it is sooner, the next
 * response says that more is left.
 * https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy/rate-limit-configurations
 */
function perSecond(limit: number): number {
  return limit <= 2 ? limit : limit / 6;
}
