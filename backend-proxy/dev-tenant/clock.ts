import type { Restore } from './snapshot.js';

/** The tenant's clock: real time that tests can move forward or stop instead of waiting. */
export class Clock {
  #offset = 0;
  #stoppedAt: number | null = null;

  /** Milliseconds since 1970, like `Date.now()`. */
  now(): number {
    return (this.#stoppedAt ?? Date.now()) + this.#offset;
  }

  /** Whole seconds since 1970, the unit of every JWT claim. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /** The current time in the format of Auth0's user profiles. */
  timestamp(): string {
    return new Date(this.now()).toISOString();
  }

  advance(ms: number): void {
    this.#offset += ms;
  }

  /** Stops the clock: from now on, only `advance` moves it. */
  stop(): void {
    this.#stoppedAt ??= Date.now();
  }

  /** Lets time pass again, starting from where the clock stopped. */
  start(): void {
    if (this.#stoppedAt === null) return;
    this.#offset += this.#stoppedAt - Date.now();
    this.#stoppedAt = null;
  }

  snapshot(): Restore {
    const kept = [this.#offset, this.#stoppedAt] as const;
    return () => {
      [this.#offset, this.#stoppedAt] = kept;
    };
  }

  reset(): void {
    this.#offset = 0;
    this.#stoppedAt = null;
  }
}
