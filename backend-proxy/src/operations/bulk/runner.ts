/** Processes bulk runs in the background. A run whose process died is continued by another one. */
import type { Services } from '../../services.js';
import type { ClaimedRun, StoredRun } from '../../storage/storage.js';
import { RunProcess, type StoppedRun } from './run-process.js';

/** How long a run rests after its process died. */
const leaseSeconds = 4;
const renewMs = 1_000;
/** How long `close` waits for the members being processed. */
const closeMs = 2_000;

export interface BulkRunner {
  /** Stores the run and starts it, without waiting for it. Failures of the storage are logged. */
  start(run: Omit<StoredRun, 'counts'>, userIds: readonly string[]): Promise<void>;
  /** Continues the runs whose process died, and waits for them. */
  continueAbandoned(): Promise<void>;
  /** Returns how many runs this process works on, and how many of their members have no result yet. */
  progress(): { readonly runs: number; readonly waitingMembers: number };
  /** Stops every run before its next member, so that another process can continue it at once. */
  close(): Promise<readonly StoppedRun[]>;
}

export function createBulkRunner(services: Services): BulkRunner {
  const { bulkRuns } = services.storage;
  const stop = new AbortController();
  const active = new Set<RunProcess>();

  function process(claimed: ClaimedRun, holder: string): Promise<void> {
    const { run } = claimed;
    const { organizationId } = run.actor;
    const lease = { holder, seconds: leaseSeconds };
    const each = new RunProcess(services, claimed, lease, stop.signal);
    const renewal = setInterval(
      () => void bulkRuns.renew(organizationId, run.id, lease).catch(() => {}),
      renewMs,
    );
    // Don't keep the process alive. Browsers and workers return a number.
    if (typeof renewal === 'object') renewal.unref();
    active.add(each);
    return each.ended.finally(() => {
      clearInterval(renewal);
      active.delete(each);
    });
  }

  return {
    start: async (run, userIds) => {
      const holder = crypto.randomUUID();
      await bulkRuns.add(run, userIds, { holder, seconds: leaseSeconds });
      const counts = { waiting: userIds.length, done: 0, refused: 0, failed: 0 };
      void process({ run: { ...run, counts }, waiting: userIds }, holder);
    },
    continueAbandoned: async () => {
      const continued: Promise<void>[] = [];
      while (!stop.signal.aborted) {
        const holder = crypto.randomUUID();
        const claimed = await bulkRuns.claim({ holder, seconds: leaseSeconds });
        if (!claimed) break;
        continued.push(process(claimed, holder));
      }
      await Promise.all(continued);
    },
    progress: () => {
      const positions = [...active].flatMap(({ position }) => position ?? []);
      const waiting = positions.map(({ size, processed }) => size - processed);
      return { runs: active.size, waitingMembers: waiting.reduce((sum, each) => sum + each, 0) };
    },
    close: async () => {
      stop.abort();
      const stopped = [...active];
      let timer: ReturnType<typeof setTimeout> | undefined;
      const timeout = new Promise<void>((resolve) => (timer = setTimeout(resolve, closeMs)));
      await Promise.race([Promise.allSettled(stopped.map(({ ended }) => ended)), timeout]);
      clearTimeout(timer);
      return stopped.flatMap(({ position }) => position ?? []);
    },
  };
}
