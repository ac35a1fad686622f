import type { TenantState } from '../state.js';
import type { LogEntry } from '../tenant-log.js';
import { parseQuery, unreadable, type Query } from './lucene.js';

/** Searchable fields of a log entry. Ranges work on the date only. */
const searchable = [
  'type',
  'user_id',
  'client_id',
  'connection',
  'organization_id',
  'log_id',
  'ip',
  'description',
] as const;

/**
 * Searches the log, with the same query syntax as for users:
 * https://auth0.com/docs/deploy-monitor/logs/log-search-query-syntax
 */
export function searchLogs({ log }: TenantState, query: string | undefined): readonly LogEntry[] {
  if (query === undefined || query.trim() === '') return log.list();
  const parsed = parseQuery(query);
  return log.list().filter((entry) => matches(entry, parsed));
}

function matches(entry: LogEntry, query: Query): boolean {
  switch (query.kind) {
    case 'and':
      return query.all.every((one) => matches(entry, one));
    case 'or':
      return query.all.some((one) => matches(entry, one));
    case 'not':
      return !matches(entry, query.one);
    case 'exists':
      return valueOf(entry, query.field) !== undefined;
    case 'range': {
      if (query.field !== 'date') throw unreadable(`"${query.field}" takes no range`);
      const { from, to } = query.range;
      const { date } = entry;
      return (
        (from === null || date.slice(0, from.length) >= from) &&
        (to === null || date.slice(0, to.length) <= to)
      );
    }
    case 'term': {
      const [start = '', ...rest] = query.term.pieces;
      const value = query.field === null ? entry.description : valueOf(entry, query.field);
      if (value === undefined) return false;
      return rest.length === 0
        ? value === start
        : value.startsWith(start) && rest.every((piece) => value.includes(piece));
    }
  }
}

function valueOf(entry: LogEntry, field: string): string | undefined {
  const known = searchable.find((each) => each === field);
  if (!known) throw unreadable(`"${field}" cannot be searched`);
  return entry[known];
}
