/** Shares one call among those who ask for the same thing at the same time. */
import { ProblemError } from '../http/problem-error.js';

export class SharedReads<T> {
  readonly #reads = new Map<string, Promise<T>>();

  /**
   * Performs a read, or joins one that is under way.
   * @param key - Names everything that the answer depends on.
   */
  async join(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.#reads.get(key);
    if (known) return known.catch(async (reason: unknown) => (ranOutOfTime(reason) ? load() : known));
    const read = load().finally(() => {
      if (this.#reads.get(key) === read) this.#reads.delete(key);
    });
    this.#reads.set(key, read);
    return read;
  }

  /** Call it after each write, whatever came of it: who asks after a change must not get an answer from before. */
  separate(): void {
    this.#reads.clear();
  }
}

/** The one who asked first may have had less time left. */
function ranOutOfTime(reason: unknown): boolean {
  return (
    reason instanceof ProblemError && (reason.code === 'upstream_timeout' || reason.code === 'rate_limited')
  );
}
