/** A Kysely dialect for the SQLite database of a Durable Object. */
import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
} from 'kysely';

export class DurableObjectDialect implements Dialect {
  readonly #storage: DurableObjectStorage;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  createDriver = (): Driver => new DurableObjectDriver(this.#storage);
  createAdapter = () => new SqliteAdapter();
  createQueryCompiler = () => new SqliteQueryCompiler();
  createIntrospector = (db: Kysely<unknown>) => new SqliteIntrospector(db);
}

/** There is one connection. It is held for a whole transaction, so that no one else writes into it. */
class DurableObjectDriver implements Driver {
  readonly #storage: DurableObjectStorage;
  readonly #connection: DatabaseConnection;
  #transaction: Transaction | null = null;
  #free: Promise<void> = Promise.resolve();
  #release = () => {};

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    this.#connection = new DurableObjectConnection(storage.sql);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#free;
    let release = () => {};
    this.#free = new Promise((resolve) => (release = resolve));
    await before;
    this.#release = release;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#release();
  }

  /** SQL can't begin a transaction here. The platform's own lasts as long as the promise of its closure. */
  beginTransaction(): Promise<void> {
    return new Promise((begun, failed) => {
      const ended = this.#storage.transaction(
        () =>
          new Promise<void>((commit, rollback) => {
            this.#transaction = { commit, rollback, ended: () => ended };
            begun();
          }),
      );
      ended.catch(failed);
    });
  }

  async commitTransaction(): Promise<void> {
    this.#transaction?.commit();
    await this.#transaction?.ended();
  }

  async rollbackTransaction(): Promise<void> {
    this.#transaction?.rollback(new Error('rolled back'));
    await this.#transaction?.ended().catch(() => {});
  }

  async destroy(): Promise<void> {}
}

interface Transaction {
  commit(): void;
  rollback(reason: Error): void;
  ended(): Promise<void>;
}

class DurableObjectConnection implements DatabaseConnection {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { sql, parameters } = withFewParameters(query);
    return { rows: this.#sql.exec(sql, ...parameters).toArray() as R[] };
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncGenerator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }
}

/** https://developers.cloudflare.com/durable-objects/platform/limits/ */
const maxParameters = 100;

/** Passes many values as one: a JSON array, from which the statement takes each by its position. It can have 100 kB. */
function withFewParameters({ sql, parameters }: CompiledQuery): Pick<CompiledQuery, 'sql' | 'parameters'> {
  if (parameters.length <= maxParameters) return { sql, parameters };
  let position = 0;
  // A question mark in a literal or a name isn't a parameter.
  const numbered = sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g, (part) =>
    part === '?' ? `(?1->>${position++})` : part,
  );
  return { sql: numbered, parameters: [JSON.stringify(parameters)] };
}
