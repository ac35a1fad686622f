/**
 * A database server that speaks as much of the Hrana protocol over HTTP as `@libsql/client` uses, on a SQLite file: libSQL's
 * own server isn't published as a package. https://github.com/tursodatabase/libsql/blob/main/docs/HTTP_V2_SPEC.md
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import Database from 'libsql';

type Connection = Database.Database;
interface Value {
  readonly type: 'null' | 'integer' | 'float' | 'text';
  readonly value?: string | number;
}
interface Statement {
  readonly sql?: string;
  readonly sql_id?: number;
  readonly args?: readonly Value[];
}
interface Step {
  /** Another step that has to be done. */
  readonly condition?: { readonly type: 'ok'; readonly step: number };
  readonly stmt: Statement;
}
type StreamRequest =
  | { readonly type: 'execute'; readonly stmt: Statement }
  | { readonly type: 'batch'; readonly batch: { readonly steps: readonly Step[] } }
  | { readonly type: 'store_sql'; readonly sql_id: number; readonly sql: string }
  | { readonly type: 'close_sql' | 'close' };
interface Pipeline {
  readonly baton?: string;
  readonly requests: readonly StreamRequest[];
}

/** How long a statement waits for the transactions of other streams. Only for what hangs: no one takes turns here. */
const busyMs = 60_000;

/** What a client does on one connection. */
class Stream {
  readonly #texts = new Map<number, string>();

  readonly database: Connection;

  constructor(database: Connection) {
    this.database = database;
  }

  async answer(request: StreamRequest): Promise<object> {
    const { type } = request;
    if (type === 'store_sql') this.#texts.set(request.sql_id, request.sql);
    if (type === 'execute') return { type, result: await this.#execute(request.stmt) };
    if (type === 'batch') return { type, result: await this.#executeAll(request.batch.steps) };
    return { type };
  }

  async #execute({ sql, sql_id = 0, args = [] }: Statement): Promise<object> {
    const statement = this.database.prepare(sql ?? this.#texts.get(sql_id) ?? '');
    const values = args.map(({ type, value = null }) => (type === 'integer' ? BigInt(value ?? 0) : value));
    for (const startedAt = Date.now(); ;) {
      try {
        if (!statement.reader) return resultOf([], [], statement.run(...values).changes);
        const rows = statement
          .safeIntegers()
          .raw()
          .all(...values) as unknown[][];
        return resultOf(statement.columns(), rows, rows.length);
      } catch (reason) {
        if (!describe(reason).code.startsWith('SQLITE_BUSY') || Date.now() - startedAt > busyMs) throw reason;
      }
      await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 10));
    }
  }

  async #executeAll(steps: readonly Step[]): Promise<object> {
    const results: (object | null)[] = [];
    const errors: (object | null)[] = [];
    for (const [index, { condition, stmt }] of steps.entries()) {
      [results[index], errors[index]] = [null, null];
      if (condition && results[condition.step] === null) continue;
      await this.#execute(stmt).then(
        (result) => (results[index] = result),
        (reason: unknown) => (errors[index] = describe(reason)),
      );
    }
    return { step_results: results, step_errors: errors };
  }
}

function resultOf(columns: readonly { name: string }[], rows: unknown[][], changes: number): object {
  return {
    cols: columns.map(({ name }) => ({ name, decltype: null })),
    rows: rows.map((row) => row.map(toValue)),
    affected_row_count: changes,
    last_insert_rowid: null,
  };
}

function toValue(value: unknown): Value {
  if (value === null) return { type: 'null' };
  if (typeof value === 'bigint') return { type: 'integer', value: String(value) };
  return typeof value === 'number' ? { type: 'float', value } : { type: 'text', value: value as string };
}

function describe(reason: unknown): { readonly message: string; readonly code: string } {
  const { message, code = 'SQLITE_ERROR' } = reason as Error & { code?: string };
  return { message, code };
}

/** Serves one SQLite file. */
export async function startHranaServer(path: string, authToken: string) {
  const streams = new Map<string, Stream>();
  const idle: Connection[] = [];

  function connect(): Connection {
    const database = new Database(path);
    database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 0');
    return database;
  }

  function end({ database }: Stream): void {
    if (database.inTransaction) database.exec('rollback');
    idle.push(database);
  }

  async function run({ baton: given, requests }: Pipeline): Promise<object> {
    const stream = given === undefined ? new Stream(idle.pop() ?? connect()) : streams.get(given);
    if (!stream) throw new Error('the stream has expired');
    if (given !== undefined) streams.delete(given);
    const results: object[] = [];
    for (const request of requests) {
      const answer = stream.answer(request).then(
        (response) => ({ type: 'ok', response }),
        (reason: unknown) => ({ type: 'error', error: describe(reason) }),
      );
      results.push(await answer);
    }
    const isOpen = requests.every(({ type }) => type !== 'close');
    const baton = isOpen ? crypto.randomUUID() : null;
    if (baton === null) end(stream);
    else streams.set(baton, stream);
    return { baton, base_url: null, results };
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const isTrusted = request.headers.authorization === `Bearer ${authToken}`;
    if (!isTrusted || request.url !== '/v2/pipeline') return response.writeHead(isTrusted ? 404 : 401).end();
    const answer = JSON.stringify(await run((await json(request)) as Pipeline));
    return response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
  }

  const server = createServer((request, response) => void respond(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      for (const stream of streams.values()) end(stream);
      for (const database of idle) database.close();
    },
  };
}
