/** Work that no request waits for: bulk runs, the streams of their progress, scheduled deletions, and retention. */
import { createScheduledDeletions, type ScheduledDeletions } from './accounts/scheduled-deletions.js';
import { createActivityRetention } from './audit/retention.js';
import { createProgressStreams, type ProgressStreams } from './operations/bulk/progress-streams.js';
import { createBulkRunner, type BulkRunner } from './operations/bulk/runner.js';
import type { StoppedRun } from './operations/bulk/run-process.js';
import type { Services } from './services.js';

/** Minimum time between two checks for abandoned runs that requests trigger. */
const pauseMs = 5_000;

export interface BackgroundWork {
  readonly runs: BulkRunner;
  readonly progress: ProgressStreams;
  readonly deletions: ScheduledDeletions;
  /** Does what is due, and waits for it. */
  runDue(): Promise<void>;
  /** Stops everything, and returns the bulk runs that another instance has to continue. */
  close(): Promise<readonly StoppedRun[]>;
  /** Called for every request. Starts a check now and then, without waiting for it. */
  checkSoon(): void;
}

export function createBackgroundWork(services: Services): BackgroundWork {
  const runs = createBulkRunner(services);
  const deletions = createScheduledDeletions(services);
  const progress = createProgressStreams(services);
  const retention = createActivityRetention(services);
  let checkedAt = Date.now();
  return {
    runs,
    progress,
    deletions,
    runDue: async () => {
      await Promise.all([runs.continueAbandoned(), deletions.runDue(), retention.runDue()]);
    },
    close: async () => {
      progress.close();
      const [stoppedRuns] = await Promise.all([runs.close(), deletions.close(), retention.close()]);
      return stoppedRuns;
    },
    checkSoon: () => {
      deletions.checkSoon();
      void retention.runDue();
      if (Date.now() - checkedAt < pauseMs) return;
      checkedAt = Date.now();
      // The request that triggered it meets the same storage, and reports its failure.
      runs.continueAbandoned().catch(() => {});
    },
  };
}
