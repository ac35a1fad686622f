/** Lists of the Management API: rows parsed one by one, and offset paging. */
import { z } from 'zod';
import { maxJsonBytes, parseJson, parseWith, placesOf, type ExpectedResponse } from './expected-response.js';
import { fittingRows } from './mappers/lenient.js';

/** Auth0's public cloud puts no more rows on a page, whatever is requested. */
export const pageSize = 50;
/** Offset paging ends at 1,000 rows. https://auth0.com/docs/api/management/v2 */
export const lastPage = 19;

export interface Rows<T> {
  readonly rows: readonly T[];
  /** Rows that Auth0 sent, those left out included: paging goes by them. */
  readonly received: number;
  /** `null` if the response doesn't say. */
  readonly total: number | null;
  /** Most rows on a page. `null` if the response doesn't say. */
  readonly limit: number | null;
  /** Cursor of the next page. */
  readonly next: string | null;
}

/** Query of one page of an offset-paged list. */
export function offsetPage(page: number, limit = pageSize) {
  return { page, per_page: limit, include_totals: true };
}

const number = z.number().nullable().catch(null);
const paging = z.object({ total: number, limit: number, next: z.string().min(1).nullable().catch(null) });

const list = z.array(z.unknown());
/** By property. Made once each: zod compiles a schema when it is first used, which takes longer than reading a page. */
const bodies = new Map<string, z.ZodType<Record<string, unknown[]>>>();

function bodyWith(property: string): z.ZodType<Record<string, unknown[]>> {
  const body = bodies.get(property) ?? z.object({ [property]: list });
  bodies.set(property, body);
  return body;
}

/**
 * Expects a list under a property, or as the whole body. Rows are parsed one by one: a row that doesn't fit is left
 * out with a warning, and never fails the list.
 * @example jsonRows('users', z.object({ user_id: z.string() }))
 */
export function jsonRows<T>(property: string | null, row: z.ZodType<T>): ExpectedResponse<Rows<T>> {
  return {
    statuses: [200],
    maxBytes: maxJsonBytes,
    parse: (text, { headers }, warn) => {
      const body = parseJson(text, headers);
      const given =
        property === null ? parseWith(list, body) : (parseWith(bodyWith(property), body)[property] ?? []);
      const errors: z.ZodError[] = [];
      const rows = fittingRows(row, given, (error) => errors.push(error));
      const [first] = errors;
      if (first) {
        const what = `${errors.length} of ${given.length} ${property ?? 'rows'}`;
        warn(`left out ${what}, the first unreadable at ${placesOf(first)}`);
      }
      return { ...paging.parse(property === null ? {} : body), rows, received: given.length };
    },
  };
}

/** Iterates over every row of an offset-paged list. A short page isn't the last one by itself. */
export async function* allRows<T>(readPage: (page: number) => Promise<Rows<T>>): AsyncGenerator<T> {
  for (let page = 0, received = 0; page <= lastPage; page += 1) {
    const result = await readPage(page);
    yield* result.rows;
    received += result.received;
    if (result.received === 0 || (result.total !== null && received >= result.total)) return;
  }
}

/** An empty page, for lists of a resource that doesn't exist. */
export const noRows: Rows<never> = { rows: [], received: 0, total: 0, limit: null, next: null };
