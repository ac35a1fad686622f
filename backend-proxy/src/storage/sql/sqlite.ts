import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  CompiledQuery,
  SqliteDialect,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';
import type Database from 'libsql';
import { StorageError } from '../storage-error.js';
import type { Storage } from '../storage.js';
import { createSqlStorage, type SqlStorageOptions } from './index.js';

/** How long a statement waits for the write of another process. */
const busyMs = 10_000;
/** Prepared statements that are kept. */
const maxStatements = 200;

/**
 * Opens storage in a SQLite file, which is created with access for its owner alone. Several processes on one machine can
 * share the file; a network file system can't hold it. Needs the package `libsql`.
 * @throws StorageError
 * @example const proxy = createProxy({ …, storage: await openSqliteStorage('/var/lib/orgdesk/orgdesk.sqlite') });
 */
export async function openSqliteStorage(path: string, options: SqlStorageOptions = {}): Promise<Storage> {
  const { default: Sqlite } = await import('libsql').catch((cause: unknown) => {
    throw new StorageError('storage_driver_missing', 'The package libsql is not installed', { cause });
  });
  try {
    await createPrivateFile(path);
    const dialect = new AsyncWaitDialect({ database: openDatabase(Sqlite, path) });
    return await createSqlStorage(dialect, options);
  } catch (cause) {
    if (cause instanceof StorageError) throw cause;
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new StorageError('storage_unavailable', `Can't open ${path}: ${message}`, { cause });
  }
}

/** SQLite gives the files it adds (`-wal`, `-shm`) the same mode. */
async function createPrivateFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'a', 0o600);
  await file.close();
}

function openDatabase(Sqlite: typeof Database, path: string): SqliteDatabase {
  const database = new Sqlite(path);
  try {
    // What was acknowledged survives a power failure, too.
    for (const pragma of [
      'busy_timeout = 5000',
      'journal_mode = wal',
      'synchronous = full',
      'busy_timeout = 0',
    ])
      database.exec(`pragma ${pragma}`);
  } catch (reason) {
    database.close();
    throw reason;
  }
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    // In libsql, a statement that found the database busy blocks every commit until it is run again or collected. So a
    // retry needs the same statement.
    prepare: (sql) => {
      const statement = statements.get(sql) ?? prepare(database, sql);
      statements.delete(sql);
      statements.set(sql, statement);
      const [oldest] = statements.keys();
      if (statements.size > maxStatements && oldest !== undefined) statements.delete(oldest);
      return statement;
    },
  };
}

const writesSharedValue = /^(?:insert into|update) "orgdesk_shared_values"/;

function prepare(database: Database.Database, sql: string): SqliteStatement {
  const statement = database.prepare(sql);
  const run = writesSharedValue.test(sql) ? unsynced(database) : atOnce;
  return {
    // Read once: it asks the driver each time.
    reader: statement.reader,
    all: (parameters) => run(() => statement.all(parameters)),
    run: (parameters) => run(() => statement.run(parameters)),
    iterate: (parameters) => statement.iterate(parameters),
  };
}

type Run = <T>(work: () => T) => T;
const atOnce: Run = (work) => work();

/** Losing a shared value costs calls and nothing else, and they are written for every call: those don't wait for the disk. */
function unsynced(database: Database.Database): Run {
  return (work) => {
    database.exec('pragma synchronous = normal');
    try {
      return work();
    } finally {
      database.exec('pragma synchronous = full');
    }
  };
}

/**
 * Waits for other connections without blocking the process, which may be the one that holds the other connection, and
 * takes the write lock when a transaction begins, because SQLite refuses to upgrade a read lock.
 */
class AsyncWaitDialect extends SqliteDialect {
  override createDriver(): Driver {
    const driver = super.createDriver();
    return {
      init: () => driver.init(),
      acquireConnection: async () => waitingConnection(await driver.acquireConnection()),
      beginTransaction: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'));
      },
      commitTransaction: (connection) => driver.commitTransaction(connection),
      rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
      releaseConnection: (connection) => driver.releaseConnection(connection),
      destroy: () => driver.destroy(),
    };
  }
}

function waitingConnection(connection: DatabaseConnection): DatabaseConnection {
  return {
    executeQuery: async (query) => {
      for (const startedAt = Date.now(); ;) {
        try {
          return await connection.executeQuery(query);
        } catch (reason) {
          if (!isBusy(reason) || Date.now() - startedAt > busyMs) throw reason;
        }
        await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 10));
      }
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  };
}

function isBusy(reason: unknown): boolean {
  return reason instanceof Error && 'code' in reason && String(reason.code).startsWith('SQLITE_BUSY');
}
