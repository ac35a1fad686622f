import { dateTimeFormat, relativeTimeFormat } from '../../messages/formats.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What the formats of the browser have no words for. */
export interface TimeMessages {
  /** Less than a minute ago. */
  readonly justNow: string;
}

/**
 * Formats a past time: "just now", "2 hours ago", "yesterday"; from seven days on as a date, with the year if it isn't this
 * one. Future times count as now, because clocks differ. `null` if it can't be parsed.
 */
export function relativeTime(
  time: string | null,
  lang: string,
  { justNow }: TimeMessages,
  now = Date.now(),
): string | null {
  const at = Date.parse(time ?? '');
  if (Number.isNaN(at)) return null;
  const age = now - at;
  if (age < minute) return justNow;
  if (age < hour) return ago(Math.trunc(age / minute), 'minute', lang);
  if (age < day) return ago(Math.trunc(age / hour), 'hour', lang);
  const days = Math.round((startOfDay(now) - startOfDay(at)) / day);
  return days < 7 ? ago(days, 'day', lang) : shortDate(at, lang, now);
}

/** Formats a future time, rounded: "in 3 days". A past one counts as now. */
export function untilTime(time: string, lang: string, now = Date.now()): string {
  const left = Math.max(0, Date.parse(time) - now);
  const minutes = Math.round(left / minute);
  if (minutes < 60) return relative(lang).format(minutes, 'minute');
  const hours = Math.round(left / hour);
  return hours < 24
    ? relative(lang).format(hours, 'hour')
    : relative(lang).format(Math.round(left / day), 'day');
}

/** Creates the format for a list of dates, while its data is loading: the first takes a browser several milliseconds. */
export function prepareTimes(lang: string): void {
  shortDate(0, lang, 0);
}

function ago(count: number, unit: 'minute' | 'hour' | 'day', lang: string): string {
  return relative(lang).format(-count, unit);
}

function relative(lang: string): Intl.RelativeTimeFormat {
  return relativeTimeFormat(lang, { numeric: 'auto' });
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

function shortDate(at: number, lang: string, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const format = {
    month: 'short',
    day: 'numeric',
    ...(!isThisYear && { year: 'numeric' as const }),
  } as const;
  return dateTimeFormat(lang, format).format(at);
}

/** Formats a time with its date. */
export function exactTime(time: string, lang: string): string {
  return dateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(time));
}

/** The time of day; with the date if it isn't today, and with the year if it isn't this one. */
export function clockTime(time: string, lang: string, now = new Date()): string {
  const at = new Date(time);
  const isToday = at.toDateString() === now.toDateString();
  const isThisYear = at.getFullYear() === now.getFullYear();
  return dateTimeFormat(lang, {
    ...(!isToday && { month: 'short', day: 'numeric' }),
    ...(!isThisYear && { year: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
  }).format(at);
}

/** The day of a past time: "today", "yesterday", or the date, with the year if it isn't this one. */
export function dayName(time: string, lang: string, now = Date.now()): string {
  const at = Date.parse(time);
  const days = Math.round((startOfDay(now) - startOfDay(at)) / day);
  if (days < 2) return ago(Math.max(0, days), 'day', lang);
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return dateTimeFormat(lang, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    ...(!isThisYear && { year: 'numeric' as const }),
  }).format(at);
}

/** The time of day, below a heading with the day. */
export function timeOfDay(time: string, lang: string): string {
  return dateTimeFormat(lang, { timeStyle: 'short' }).format(new Date(time));
}

/** Formats a span of days, or one of its ends, with the year where it isn't this one. */
export function dayRange(from: Date, to: Date, lang: string, now = new Date()): string {
  const isThisYear = [from, to].every((each) => each.getFullYear() === now.getFullYear());
  return dateTimeFormat(lang, {
    month: 'short',
    day: 'numeric',
    ...(!isThisYear && { year: 'numeric' as const }),
  }).formatRange(from, to);
}

/** The name of the reader's time zone: "Central European Time". */
export function timeZoneName(lang: string): string {
  const nameAs = (timeZoneName: 'longGeneric' | 'long') =>
    dateTimeFormat(lang, { timeZoneName })
      .formatToParts()
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const name = nameAs('longGeneric');
  // Zones without a summer time have no generic name.
  return /^(?:GMT|UTC)[+-]/.test(name) ? nameAs('long') : name;
}
