import type { AuditAction } from '../../contract/activity.js';
import { activityFilterNames, type AddressFilters } from './filter-names.js';

export interface ActivityFilters {
  /** A user ID, of who did something or to whom it was done. */
  readonly person: string;
  readonly action: AuditAction | '';
  /** The first and the last day in the reader's time zone, as `2026-11-29`. */
  readonly from: string;
  readonly to: string;
}

/** Auth0's limit is lower. */
const maxIdLength = 1_000;

/** Reads filters from the address. Values that don't exist count as not chosen. */
export function readFilters(
  { person = '', action = '', from = '', to = '' }: AddressFilters,
  isAction: (text: string) => text is AuditAction,
): ActivityFilters {
  return {
    person: person.length > maxIdLength ? '' : person,
    action: isAction(action) ? action : '',
    from: startOfDay(from) ? from : '',
    to: startOfDay(to) ? to : '',
  };
}

export function hasFilters(filters: ActivityFilters): boolean {
  return activityFilterNames.some((name) => filters[name] !== '');
}

/** Writes the filters as the proxy takes them: days become times, and the last day is included. */
export function toRequest({ person, action, from, to }: ActivityFilters): URLSearchParams {
  const given = {
    member: person,
    action,
    from: startOfDay(from)?.toISOString() ?? '',
    to: startOfDay(to, 1)?.toISOString() ?? '',
  };
  return new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''));
}

/**
 * Returns when a day begins here, or a day some days later; `null` if there is no such day.
 * @param day - A day as in `2026-11-29`.
 */
export function startOfDay(day: string, later = 0): Date | null {
  const [, year, month, date] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? []).map(Number);
  if (year === undefined || month === undefined || date === undefined || year < 1000) return null;
  const start = new Date(year, month - 1, date);
  if (start.getMonth() !== month - 1 || start.getDate() !== date) return null;
  start.setDate(date + later);
  return start;
}
