/**
 * Throttles background calls so that interactive requests keep part of Auth0's rate limit. The limit is the whole
 * tenant's, sign-ins included, and every response says what is left of it.
 * https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy
 */
export class BackgroundThrottle {
  #gapMs = 0;
  #next = 0;
  #interactive = 0;

  /** Tracks an interactive call in flight. */
  async trackInteractive<T>(task: () => Promise<T>): Promise<T> {
    this.#interactive += 1;
    try {
      return await task();
    } finally {
      this.#interactive -= 1;
    }
  }

  /** Resolves when the next background call can start. Calls are spaced out to avoid bursts. */
  async waitForSlot(): Promise<void> {
    const now = Date.now();
    const at = Math.max(now, this.#next);
    this.#next = at + this.#gapMs;
    await pause(at - now);
    // Bounded, because a panel in constant use must not stop a bulk run.
    for (let waitedMs = 0; this.#interactive > 0 && waitedMs < maxYieldMs; waitedMs += yieldStepMs) {
      await pause(yieldStepMs);
    }
  }

  /** Widens the gap between calls while less than the reserved share is left, and narrows it while more is left. */
  observe(headers: Headers, isRateLimited: boolean): void {
    const limit = numberOf(headers.get('x-ratelimit-limit'));
    const remaining = numberOf(headers.get('x-ratelimit-remaining'));
    if (isRateLimited) this.#gapMs = clamp(Math.max(minGapMs, this.#gapMs) * 2);
    else if (limit === null || remaining === null) return;
    // At least the share, not more: in the smallest bucket, no more than that can be left after a call.
    else if (remaining >= reservedShare(limit)) this.#gapMs = this.#gapMs < minGapMs ? 0 : this.#gapMs * 0.9;
    else this.#gapMs = clamp(this.#gapMs * 1.25);
  }
}

const minGapMs = 20;
const maxGapMs = 2_000;
const yieldStepMs = 20;
const maxYieldMs = 1_000;

function clamp(gapMs: number): number {
  return Math.min(maxGapMs, Math.max(minGapMs, gapMs));
}

/** A third of a bucket, and at least one call of the smallest one, which holds two. */
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
