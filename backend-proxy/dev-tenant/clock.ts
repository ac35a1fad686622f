/** The tenant's idea of the time: the real one, moved forward on request so that tests need no waiting. */
export class Clock {
  #offset = 0;

  /** Milliseconds since 1970, as `Date.now()`. */
  now(): number {
    return Date.now() + this.#offset;
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

  reset(): void {
    this.#offset = 0;
  }
}
