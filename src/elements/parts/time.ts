const steps = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** "3 hours ago"; `null` for no time, or one that cannot be read. A time to come counts as now: clocks differ. */
export function relativeTime(time: string | null, lang: string, now = Date.now()): string | null {
  const at = Date.parse(time ?? '');
  return Number.isNaN(at) ? null : formatRelativeTime(Math.min(0, Math.round((at - now) / 1000)), lang);
}

/** "in 3 days", "3 hours ago": for what may be over or not. */
export function nearTime(time: string, lang: string, now = Date.now()): string {
  return formatRelativeTime(Math.round((Date.parse(time) - now) / 1000), lang);
}

function formatRelativeTime(seconds: number, lang: string): string {
  const [unit, length] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(Math.trunc(seconds / length), unit);
}

/** Date and time as people write it. */
export function exactTime(time: string, lang: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(time));
}
