/** Requests under way, and the end of the process: new requests are refused, those under way are waited for. */
import { ProblemError } from './http/problem-error.js';

/** Time limit for requests under way. */
const graceMs = 10_000;
const retrySeconds = 1;

export interface Lifecycle {
  readonly isClosing: boolean;
  /**
   * Runs a request.
   * @throws {ProblemError} `shutting_down` after `close` was called.
   */
  track<T>(request: () => Promise<T>): Promise<T>;
  /** Refuses requests from now on, and waits for those under way, 10 seconds at most. */
  close(): Promise<void>;
}

export function createLifecycle(): Lifecycle {
  const open = new Set<Promise<unknown>>();
  let isClosing = false;
  return {
    get isClosing() {
      return isClosing;
    },
    track: async (request) => {
      if (isClosing) throw new ProblemError('shutting_down', { retryAfter: retrySeconds });
      const response = request();
      open.add(response);
      try {
        return await response;
      } finally {
        open.delete(response);
      }
    },
    close: async () => {
      isClosing = true;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const timeout = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, graceMs);
      });
      await Promise.race([Promise.allSettled(open), timeout]);
      clearTimeout(timer);
    },
  };
}
