/** Queries that are compiled once: building one takes longer than SQLite takes to answer it. */
import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Schema } from './schema.js';

/**
 * Returns a query as a function of its parameters.
 * @param build - Called once, with a stand-in for each parameter. It can use them as values only.
 * @example
 * const read = prepared(db, (key: string) => db.selectFrom('orgdesk_deletions').select('deletion').where('user_key', '=', key));
 * const [row] = await read('["auth0|1"]');
 */
export function prepared<P extends readonly unknown[], Row>(
  db: Kysely<Schema>,
  build: (...parameters: P) => Compilable<Row>,
): (...parameters: P) => Promise<readonly Row[]> {
  const standIns = Array.from({ length: build.length }, () => ({}));
  const compiled = build(...(standIns as unknown as P)).compile();
  const places = compiled.parameters.map((value) => standIns.indexOf(value as object));
  return async (...given) => {
    const parameters = places.map((place, index) => (place < 0 ? compiled.parameters[index] : given[place]));
    const query: CompiledQuery<Row> = { ...compiled, parameters };
    return (await db.executeQuery(query)).rows;
  };
}
