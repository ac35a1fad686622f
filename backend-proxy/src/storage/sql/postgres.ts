import { PostgresDialect } from 'kysely';
import { StorageError } from '../storage-error.js';
import type { Storage } from '../storage.js';
import { createSqlStorage, type SqlStorageOptions } from './index.js';

const maxConnections = 10;
/** A database that can't be reached fails a request instead of keeping it waiting. */
const connectTimeoutMs = 5_000;
const statementTimeoutMs = 10_000;
/** Longer than the database's own limit, which says more. For one that doesn't answer at all. */
const queryTimeoutMs = 12_000;

/**
 * Opens storage in a Postgres database (12 or later), which any number of proxies can share. The user needs to be allowed to
 * create tables in the first schema of its search path. Needs the package `pg`.
 * @param url - A connection URI: `postgres://user:password@host/database?sslmode=require`.
 * @throws StorageError
 * @example const proxy = createProxy({ …, storage: await openPostgresStorage(process.env.DATABASE_URL) });
 */
export async function openPostgresStorage(url: string, options: SqlStorageOptions = {}): Promise<Storage> {
  const { default: pg } = await import('pg').catch((cause: unknown) => {
    throw new StorageError('storage_driver_missing', 'The package pg is not installed', { cause });
  });
  try {
    const pool = new pg.Pool({
      connectionString: url,
      max: maxConnections,
      connectionTimeoutMillis: connectTimeoutMs,
      statement_timeout: statementTimeoutMs,
      query_timeout: queryTimeoutMs,
      keepAlive: true,
      application_name: 'orgdesk-proxy',
    });
    // An idle connection that breaks is replaced; without a listener it would end the process.
    pool.on('error', () => {});
    return await createSqlStorage(new PostgresDialect({ pool }), options);
  } catch (cause) {
    if (cause instanceof StorageError) throw cause;
    throw new StorageError('storage_unavailable', `Can't open the Postgres database: ${reasonOf(cause)}`, {
      cause,
    });
  }
}

/** Node reports a host that has several addresses, all of which refuse, with an empty message. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError && cause.message === '') return cause.errors.map(reasonOf).join('; ');
  return cause instanceof Error ? cause.message : String(cause);
}
