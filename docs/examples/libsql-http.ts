/**
 * Keeps the data of an Orgdesk proxy in libSQL over HTTP, for platforms without a file system. Uses nothing but `fetch`:
 * `@libsql/client/web` has no native part.
 *
 *     const storage = await createSqlStorage(new LibsqlHttpDialect({ url: 'https://…', authToken: '…' }));
 *     const proxy = createProxy({ …, storage });
 */
import { createClient, type Client, type Config, type InValue, type Transaction } from '@libsql/client/web';
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

export class LibsqlHttpDialect implements Dialect {
  readonly #config: Config;

  constructor(config: Config) {
    this.#config = config;
  }

  createDriver = (): Driver => new LibsqlHttpDriver(createClient(this.#config));
  createAdapter = () => new SqliteAdapter();
  createQueryCompiler = () => new SqliteQueryCompiler();
  createIntrospector = (db: Kysely<unknown>) => new SqliteIntrospector(db);
}

class LibsqlHttpDriver implements Driver {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<LibsqlHttpConnection> {
    return new LibsqlHttpConnection(this.#client);
  }

  async beginTransaction(connection: LibsqlHttpConnection): Promise<void> {
    // Takes the write lock at once, because SQLite refuses to upgrade a read lock.
    connection.transaction = await this.#client.transaction('write');
  }

  async commitTransaction({ transaction }: LibsqlHttpConnection): Promise<void> {
    await transaction?.commit();
  }

  async rollbackTransaction({ transaction }: LibsqlHttpConnection): Promise<void> {
    await transaction?.rollback();
  }

  async releaseConnection(connection: LibsqlHttpConnection): Promise<void> {
    connection.transaction?.close();
    connection.transaction = null;
  }

  async destroy(): Promise<void> {
    this.#client.close();
  }
}

class LibsqlHttpConnection implements DatabaseConnection {
  transaction: Transaction | null = null;
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    // The client sends numbers as floating-point ones.
    const args = parameters.map(
      (each) => (Number.isInteger(each) ? BigInt(each as number) : each) as InValue,
    );
    const result = await (this.transaction ?? this.#client).execute({ sql, args });
    const { columns } = result;
    return {
      // Not the client's own rows: they are lists too, so a column named `length` couldn't be read.
      rows: result.rows.map(
        (row) => Object.fromEntries(columns.map((name, index) => [name, row[index]])) as R,
      ),
      numAffectedRows: BigInt(result.rowsAffected),
      ...(result.lastInsertRowid !== undefined && { insertId: result.lastInsertRowid }),
    };
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncGenerator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }
}
