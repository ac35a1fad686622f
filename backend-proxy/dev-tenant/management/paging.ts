import { base64url } from 'jose';
import { z } from 'zod';
import { ManagementError } from '../errors.js';
import { parseQuery } from './validation.js';

/**
 * The documented maximum is 100, but public-cloud tenants silently return at most 50 rows:
 * https://auth0.com/docs/api/management/v2 (Pagination). A short page isn't necessarily the last one.
 */
const maxRows = 50;
const maxReachable = 1000;

const perPage = z.coerce.number().int().min(1).max(100).default(maxRows);
const offset = z.object({
  page: z.coerce.number().int().min(0).max(1000).default(0),
  per_page: perPage,
  include_totals: z.stringbool().default(false),
});

/** Offset paging. Returns the rows as an array, or with `include_totals` as an object under the given name. */
export function offsetPage<T>(
  rows: readonly T[],
  show: (row: T) => object,
  name: string,
  query: Record<string, string>,
) {
  const { page, per_page, include_totals } = parseQuery(offset, query);
  const limit = Math.min(per_page, maxRows);
  const start = page * limit;
  if (start + limit > maxReachable) throw beyondReach();
  const pageRows = rows.slice(start, start + limit).map(show);
  return include_totals ? { start, limit, total: rows.length, [name]: pageRows } : pageRows;
}

const checkpoint = z.object({ from: z.string().optional(), take: perPage });
const cursorShape = z.object({ after: z.number(), at: z.number() });
const cursorLifetime = 24 * 60 * 60 * 1000;

export function isCheckpoint(query: Record<string, string>): boolean {
  return query['from'] !== undefined || query['take'] !== undefined;
}

/** Checkpoint paging: forward only, without a total or limit. Cursors expire after a day. */
export function checkpointPage<T extends { order: number }>(
  rows: readonly T[],
  query: Record<string, string>,
  now: number,
): { rows: T[]; next?: string } {
  const { from, take } = parseQuery(checkpoint, query);
  const start = from === undefined ? 0 : firstAfter(rows, readCursor(from, now));
  const pageRows = rows.slice(start, start + Math.min(take, maxRows));
  const last = pageRows.at(-1);
  if (!last || start + pageRows.length === rows.length) return { rows: pageRows };
  return { rows: pageRows, next: base64url.encode(JSON.stringify({ after: last.order, at: now })) };
}

/** Returns a checkpoint page of rows that never change, so that their index is a stable order. */
export function checkpointAnswer<T>(
  rows: readonly T[],
  show: (row: T) => object,
  name: string,
  query: Record<string, string>,
  now: number,
) {
  const ordered = rows.map((row, index) => ({ row, order: index + 1 }));
  const { rows: pageRows, next } = checkpointPage(ordered, query, now);
  return { [name]: pageRows.map(({ row }) => show(row)), ...(next !== undefined && { next }) };
}

/** Binary search, for large crowds. */
function firstAfter(rows: readonly { order: number }[], after: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.order ?? 0) > after) high = middle;
    else low = middle + 1;
  }
  return low;
}

function readCursor(cursor: string, now: number): number {
  try {
    const text = new TextDecoder().decode(base64url.decode(cursor));
    const { after, at } = cursorShape.parse(JSON.parse(text));
    if (now - at < cursorLifetime) return after;
  } catch {
    // An unreadable cursor is rejected below, like an expired one.
  }
  throw new ManagementError(400, "The 'from' parameter is invalid or has expired.", 'invalid_paging');
}

function beyondReach(): ManagementError {
  const message =
    'You can only page through the first 1000 records. ' +
    'See https://auth0.com/docs/users/search/v3/view-search-results-by-page#limitation';
  return new ManagementError(400, message, 'invalid_paging');
}
