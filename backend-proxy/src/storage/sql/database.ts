import { PostgresAdapter, sql, type Kysely, type RawBuilder } from 'kysely';
import type { Schema } from './schema.js';

export interface Database {
  readonly db: Kysely<Schema>;
  /** The clock of the process, in milliseconds since the epoch. */
  readonly now: () => number;
  /**
   * The time, or so many milliseconds later, as an expression that means the same to every instance: clocks of machines can
   * differ by more than a lease.
   */
  readonly sharedTime: (laterMs?: number) => RawBuilder<number>;
  readonly isPostgres: boolean;
}

export function describeDatabase(db: Kysely<Schema>, now: (() => number) | undefined): Database {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const clock = now ?? (() => Date.now());
  return {
    db,
    now: clock,
    sharedTime:
      isPostgres && now === undefined
        ? (laterMs = 0) => sql`(extract(epoch from clock_timestamp()) * 1000)::bigint + ${sql.lit(laterMs)}`
        : (laterMs = 0) => sql`${clock() + laterMs}`,
    isPostgres,
  };
}
