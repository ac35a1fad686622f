/**
 * Streams the progress of bulk runs as server-sent events.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
import type { BulkRun } from '../../../../src/contract/index.js';
import type { Actor } from '../../access/actor.js';
import { ProblemError } from '../../http/problem-error.js';
import type { Services } from '../../services.js';
import type { StoredRun } from '../../storage/storage.js';
import { pause } from './pause.js';
import { readProgress } from './progress.js';

/** How often a stream looks for new results: another instance may be processing the run. */
const pollSeconds = 0.5;
/** Tells the reader that the connection lives, and keeps gateways from closing it. */
const heartbeatMs = 10_000;
/** Then the reader opens another stream, and is authenticated and authorized again. */
const maxLifetimeMs = 60_000;
/** A stream costs two small reads of the storage per poll. */
const maxStreams = 200;
const maxStreamsPerCaller = 4;
/** Readers that get no stream can ask for the progress instead. */
const retrySeconds = 30;

export interface ProgressStreams {
  /**
   * Opens a stream of what follows the first `after` results. Each event is a {@link BulkRun}, and its id a position. The
   * first one is sent at once. Ends with the run, with the caller's token, and after a minute.
   * @throws {ProblemError} `rate_limited` if there are too many streams.
   */
  open(run: StoredRun, actor: Actor, after: number): ReadableStream<Uint8Array>;
  /** Ends every stream. No other can be opened. */
  close(): void;
}

export function createProgressStreams({ storage: { bulkRuns } }: Pick<Services, 'storage'>): ProgressStreams {
  const closing = new AbortController();
  /** By caller. */
  const open = new Map<string, number>();

  /** @throws {ProblemError} `rate_limited` */
  function takeSlot({ organizationId, userId }: Actor): () => void {
    const caller = JSON.stringify([organizationId, userId]);
    const own = open.get(caller) ?? 0;
    const all = [...open.values()].reduce((sum, count) => sum + count, 0);
    if (closing.signal.aborted || own >= maxStreamsPerCaller || all >= maxStreams) {
      throw new ProblemError('rate_limited', { retryAfter: retrySeconds });
    }
    open.set(caller, own + 1);
    return () => {
      const left = (open.get(caller) ?? 1) - 1;
      if (left > 0) open.set(caller, left);
      else open.delete(caller);
    };
  }

  async function* eventsOf(
    { id, actor: { organizationId } }: StoredRun,
    after: number,
    endsAt: number,
    signal: AbortSignal,
  ): AsyncGenerator<string> {
    let position = after;
    let sent = '';
    let sentAt = Date.now();
    while (!signal.aborted && Date.now() < endsAt) {
      const run = await bulkRuns.read(organizationId, id);
      if (!run) return;
      const view = await readProgress(bulkRuns, run, position);
      const state = JSON.stringify([view.state, view.counts, view.position]);
      if (state !== sent) {
        yield eventOf(view);
        sent = state;
        sentAt = Date.now();
        position = view.position;
        // There may be more than one answer holds.
        continue;
      }
      if (run.endedAt !== null) return;
      if (Date.now() - sentAt >= heartbeatMs) {
        yield heartbeat;
        sentAt = Date.now();
      }
      await pause(pollSeconds, signal);
    }
  }

  return {
    open: (run, actor, after) => {
      const free = takeSlot(actor);
      const endsAt = Math.min(Date.now() + maxLifetimeMs, actor.expiresAt * 1000);
      const cancellation = new AbortController();
      const signal = AbortSignal.any([closing.signal, cancellation.signal]);
      const events = withEnd(eventsOf(run, after, endsAt, signal), free);
      const encoder = new TextEncoder();
      return new ReadableStream({
        pull: async (controller) => {
          const next = await events.next();
          if (next.done) controller.close();
          else controller.enqueue(encoder.encode(next.value));
        },
        cancel: async () => {
          cancellation.abort();
          await events.return(undefined);
        },
      });
    },
    close: () => closing.abort(),
  };
}

/** Calls `onEnd` when the generator has ended, in whichever way. */
async function* withEnd<T>(generator: AsyncGenerator<T>, onEnd: () => void): AsyncGenerator<T> {
  try {
    yield* generator;
  } finally {
    onEnd();
  }
}

const heartbeat = ': still here\n\n';

function eventOf(run: BulkRun): string {
  return `id: ${run.position}\ndata: ${JSON.stringify(run)}\n\n`;
}
