/**
 * How fast work may go that nobody is waiting for. Auth0's limits are the whole tenant's, sign-ins included, and each
 * answer says what is left of one: some of it stays for people who are.
 * https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy
 */
export class BackgroundThrottle {
  #gapMs = 0;
  #next = 0;
  #interactive = 0;

  /** Counts a call somebody waits for, while it is under way. */
  async trackInteractive<T>(task: () => Promise<T>): Promise<T> {
    this.#interactive += 1;
    try {
      return await task();
    } finally {
      this.#interactive -= 1;
    }
  }

  /** Resolves when a call may go out that nobody waits for. Each gets a time of its own, so they never go all at once. */
  async waitForSlot(): Promise<void> {
    const now = Date.now();
    const at = Math.max(now, this.#next);
    this.#next = at + this.#gapMs;
    await pause(at - now);
    // Not for ever: a panel in constant use must not stop a run.
    for (let waited = 0; this.#interactive > 0 && waited < maxYieldMs; waited += yieldStepMs) {
      await pause(yieldStepMs);
    }
  }

  /** Slows down while less is left than is kept for others, and speeds up again while there is more. */
  observe(headers: Headers, refused: boolean): void {
    const limit = numberOf(headers.get('x-ratelimit-limit'));
    const left = numberOf(headers.get('x-ratelimit-remaining'));
    if (refused) this.#gapMs = Math.min(maxGapMs, Math.max(minGapMs, this.#gapMs) * 2);
    else if (limit === null || left === null) return;
    else if (left < reservedShare(limit))
      this.#gapMs = Math.min(maxGapMs, Math.max(minGapMs, this.#gapMs * 1.25));
    // Of the smallest bucket what is kept is all that can be left after a call.
    else if (left >= reservedShare(limit)) this.#gapMs = this.#gapMs < minGapMs ? 0 : this.#gapMs * 0.9;
  }
}

const minGapMs = 20;
const maxGapMs = 2_000;
const yieldStepMs = 20;
const maxYieldMs = 1_000;

/** A third of a bucket, and of the smallest one of two at least one. */
function reservedShare(limit: number): number {
  return Math.max(1, Math.ceil(limit / 3));
}

function numberOf(text: string | null): number | null {
  const value = Number(text ?? NaN);
  return Number.isFinite(value) ? value : null;
}

function pause(ms: number): Promise<void> {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve();
}
