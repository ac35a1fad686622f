/** Follows a bulk run until it ends: with events as they happen, or by asking where a gateway holds events back. */
import type { BulkClient } from '../../client/bulk.js';
import { ProxyProblem } from '../../client/problem.js';
import type { BulkRun } from '../../contract/bulk.js';

/** How often the run is asked for; the upper bound applies while that fails. */
const pollMs = 1_000;
const slowestPollMs = 10_000;
/** The proxy sends the first event at once. */
const firstEventMs = 5_000;
/** The proxy sends something every ten seconds. */
const silenceMs = 25_000;
/** Streams without an event, in a row, after which the run is asked for. */
const maxEmptyStreams = 2;

export interface FollowOptions {
  /** A client with a session that is valid now. */
  client(): Promise<BulkClient>;
  readonly signal: AbortSignal;
  /** Called with what changed: the results since the last call. */
  onProgress(run: BulkRun): void;
  /** Called when the run can't be read. It is tried again, unless the proxy no longer has it. */
  onProblem(problem: ProxyProblem): void;
}

/**
 * Follows a run from its first result on. Resolves when it has ended, when the proxy no longer has it, and when `signal`
 * aborts. Never rejects.
 * @example await followRun('7f6…', { client, signal, onProgress: (run) => show(run.counts), onProblem: report });
 */
export async function followRun(id: string, options: FollowOptions): Promise<void> {
  const { client, signal, onProgress, onProblem } = options;
  let position = 0;
  let emptyStreams = 0;
  let failures = 0;

  /** Returns whether that was the end. */
  function take(run: BulkRun): boolean {
    // The network was away, and is back: so may events be.
    if (failures > 0) emptyStreams = 0;
    failures = 0;
    position = run.position;
    onProgress(run);
    const { counts } = run;
    return run.endedAt !== null && position >= counts.done + counts.refused + counts.failed;
  }

  async function stream(): Promise<boolean> {
    emptyStreams += 1;
    const watch = new Watchdog(signal, firstEventMs);
    try {
      for await (const run of (await client()).events(id, position, { signal: watch.signal })) {
        watch.restart(silenceMs);
        if (run === null) continue;
        emptyStreams = 0;
        if (take(run)) return true;
      }
    } catch {
      // Silence, or a failure: what it is shows when the run is asked for.
    } finally {
      watch.stop();
    }
    return false;
  }

  while (!signal.aborted) {
    try {
      const hasEnded =
        emptyStreams < maxEmptyStreams
          ? await stream()
          : take(await (await client()).read(id, position, { signal }));
      if (hasEnded) return;
    } catch (reason) {
      if (signal.aborted) return;
      const problem = ProxyProblem.from(reason);
      onProblem(problem);
      if (problem.code === 'bulk_run_not_found') return;
      failures += 1;
    }
    await pause(Math.min(slowestPollMs, pollMs * 2 ** failures), signal);
  }
}

/** Aborts its signal with another one, and when it isn't restarted in time. */
class Watchdog {
  readonly #controller = new AbortController();
  readonly #outer: AbortSignal;
  readonly #abort = () => this.#controller.abort();
  #timer: ReturnType<typeof setTimeout>;

  constructor(outer: AbortSignal, ms: number) {
    this.#outer = outer;
    this.#timer = setTimeout(this.#abort, ms);
    outer.addEventListener('abort', this.#abort);
    if (outer.aborted) this.#abort();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  restart(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#abort, ms);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#outer.removeEventListener('abort', this.#abort);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
