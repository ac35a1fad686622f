/** Fake `Date.now` and intervals, which is all that a countdown uses. */
export class FakeClock {
  readonly #real = { now: Date.now, setInterval: window.setInterval, clearInterval: window.clearInterval };
  readonly #ticking = new Map<number, () => void>();
  #now = 1_000_000;
  #ids = 0;

  constructor() {
    Date.now = () => this.#now;
    window.setInterval = ((tick: () => void) => {
      this.#ticking.set(++this.#ids, tick);
      return this.#ids;
    }) as typeof window.setInterval;
    window.clearInterval = (id) => void this.#ticking.delete(Number(id));
  }

  /** Number of running intervals. */
  get ticking(): number {
    return this.#ticking.size;
  }

  pass(seconds: number): void {
    for (let second = 0; second < seconds; second += 1) {
      this.#now += 1000;
      for (const tick of [...this.#ticking.values()]) tick();
    }
  }

  restore(): void {
    Date.now = this.#real.now;
    window.setInterval = this.#real.setInterval;
    window.clearInterval = this.#real.clearInterval;
  }
}
