import type { Database } from './database.js';

const expiringTables = [
  'orgdesk_idempotency',
  'orgdesk_cooldowns',
  'orgdesk_quotas',
  'orgdesk_used_proofs',
  'orgdesk_demotions',
  'orgdesk_recent_changes',
  'orgdesk_shared_values',
] as const;
const intervalMs = 60_000;

/** Deletes expired rows, at most once a minute. Called by writers, since not every platform keeps a timer. */
export type Purge = () => Promise<void>;

export function createPurge({ db, now }: Database): Purge {
  let purgedAt = now();

  async function purgeNow(): Promise<void> {
    for (const table of expiringTables) await db.deleteFrom(table).where('expires_at', '<=', now()).execute();
    const expiredRuns = db.selectFrom('orgdesk_bulk_runs').select('id').where('expires_at', '<=', now());
    await db.deleteFrom('orgdesk_bulk_items').where('run_id', 'in', expiredRuns).execute();
    await db.deleteFrom('orgdesk_bulk_runs').where('expires_at', '<=', now()).execute();
  }

  return async () => {
    if (Math.abs(now() - purgedAt) < intervalMs) return;
    purgedAt = now();
    // Every read ignores expired rows, so a failure costs space and nothing else.
    await purgeNow().catch(() => {});
  };
}
