/** Deletes activity that is older than the operator wants to keep it. */
import { describeError } from '../describe-error.js';
import type { Services } from '../services.js';

const dayMs = 24 * 60 * 60 * 1000;
/** Minimum time between two checks. */
const pauseMs = 60 * 60 * 1000;

export interface ActivityRetention {
  /** Deletes expired entries, at most once an hour. A failure is logged, and the next hour tries again. */
  runDue(): Promise<void>;
  /** Waits for a deletion that is under way. */
  close(): Promise<void>;
}

export function createActivityRetention({
  settings,
  storage,
}: Pick<Services, 'settings' | 'storage'>): ActivityRetention {
  const { activityRetentionDays: days, log } = settings;
  let checkedAt = -Infinity;
  let checking: Promise<void> = Promise.resolve();

  async function deleteExpired(maxAgeMs: number): Promise<void> {
    try {
      await storage.activity.dropBefore(new Date(checkedAt - maxAgeMs).toISOString());
    } catch (reason) {
      log({ level: 'warning', message: `Couldn't delete expired activity: ${describeError(reason)}` });
    }
  }

  return {
    runDue: () => {
      if (days === null || Date.now() - checkedAt < pauseMs) return checking;
      checkedAt = Date.now();
      return (checking = deleteExpired(days * dayMs));
    },
    close: () => checking,
  };
}
