/** Work that no request waits for: bulk runs and scheduled deletions. */
import { createScheduledDeletions, type ScheduledDeletions } from './accounts/scheduled-deletions.js';
import { createBulkRunner, type BulkRunner } from './operations/bulk/runner.js';
import type { Services } from './services.js';

/** Minimum time between two checks for abandoned runs that requests trigger. */
const pauseMs = 5_000;

export interface BackgroundWork {
  readonly runs: BulkRunner;
  readonly deletions: ScheduledDeletions;
  /** Does what is due, and waits for it. */
  runDue(): Promise<void>;
  /** Called for every request. Starts a check now and then, without waiting for it. */
  checkSoon(): void;
}

export function createBackgroundWork(services: Services): BackgroundWork {
  const runs = createBulkRunner(services);
  const deletions = createScheduledDeletions(services);
  let checkedAt = Date.now();
  return {
    runs,
    deletions,
    runDue: async () => {
      await Promise.all([runs.continueAbandoned(), deletions.runDue()]);
    },
    checkSoon: () => {
      deletions.checkSoon();
      if (Date.now() - checkedAt < pauseMs) return;
      checkedAt = Date.now();
      // The request that triggered it meets the same storage, and reports its failure.
      runs.continueAbandoned().catch(() => {});
    },
  };
}
