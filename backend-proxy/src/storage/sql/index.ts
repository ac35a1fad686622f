import { Kysely, type Dialect } from 'kysely';
import { createActivityLog } from './activity.js';
import { createDemotions, createRecentChanges } from './changes.js';
import { describeDatabase } from './database.js';
import { createPendingDeletions } from './deletions.js';
import { createInvitationLedger } from './invitations.js';
import { createCooldowns, createQuotas } from './limits.js';
import { createSqlLocks } from './locks.js';
import { migrate } from './migrations.js';
import { createPurge } from './purge.js';
import { createIdempotencyRecords, createUsedProofs } from './requests.js';
import { createBulkRuns } from './runs.js';
import { createSharedValues } from './shared-values.js';
import type { Schema } from './schema.js';
import type { Storage } from '../storage.js';

export interface SqlStorageOptions {
  /** The time in milliseconds since the epoch, for tests. By default the platform's clock. */
  readonly now?: () => number;
}

/**
 * Opens storage in a SQL database, and creates or updates its tables (`orgdesk_…`) first. Works with any Kysely dialect
 * that speaks SQLite's or Postgres' SQL.
 * @throws StorageError `storage_too_new` if a newer version of this package has used the database
 * @example
 * import { createSqlStorage } from 'orgdesk-proxy/storage-sql';
 * import { LibsqlHttpDialect } from './libsql-http.js'; // docs/examples/libsql-http.ts
 * const storage = await createSqlStorage(new LibsqlHttpDialect({ url: 'https://…', authToken: '…' }));
 */
export async function createSqlStorage(dialect: Dialect, { now }: SqlStorageOptions = {}): Promise<Storage> {
  const database = describeDatabase(new Kysely<Schema>({ dialect }), now);
  try {
    await migrate(database);
  } catch (error) {
    await database.db.destroy();
    throw error;
  }
  const purge = createPurge(database);
  return {
    knownSince: null,
    idempotency: createIdempotencyRecords(database, purge),
    cooldowns: createCooldowns(database, purge),
    quotas: createQuotas(database, purge),
    invitations: createInvitationLedger(database),
    activity: createActivityLog(database),
    bulkRuns: createBulkRuns(database, purge),
    recent: createRecentChanges(database, purge),
    demotions: createDemotions(database, purge),
    proofs: createUsedProofs(database, purge),
    locks: createSqlLocks(database),
    deletions: createPendingDeletions(database),
    shared: createSharedValues(database, purge),
    close: () => database.db.destroy(),
  };
}
