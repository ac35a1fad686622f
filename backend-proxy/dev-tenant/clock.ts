import type { Restore } from './snapshot.js';

/** The tenant's idea of the time: the real one, moved forward or stopped on request so that tests need no waiting and no luck. */
export class Clock {
  #offset = 0;
  #stoppedAt: number | null = null;

  /** Milliseconds since 1970, as `Date.now()`. */
  now(): number {
    return (this.#stoppedAt ?? Date.now()) + this.#offset;
  }

  /** Whole seconds since 1970, the unit of every JWT claim. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /** The time as Auth0 prints it in user profiles. */
  timestamp(): string {
    return new Date(this.now()).toISOString();
  }

  advance(ms: number): void {
    this.#offset += ms;
  }

  /** From here on time passes only by `advance`. */
  stop(): void {
    this.#stoppedAt ??= Date.now();
  }

  /** On from where it stands. */
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
