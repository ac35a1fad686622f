const steps = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** Formats a past time: "3 hours ago". Future times count as now, because clocks differ. `null` if it can't be parsed. */
export function relativeTime(time: string | null, lang: string, now = Date.now()): string | null {
  const at = Date.parse(time ?? '');
  return Number.isNaN(at) ? null : formatRelativeTime(Math.min(0, Math.round((at - now) / 1000)), lang);
}

/** Formats a past or future time: "3 hours ago", "in 3 days". */
export function nearTime(time: string, lang: string, now = Date.now()): string {
  return formatRelativeTime(Math.round((Date.parse(time) - now) / 1000), lang);
}

function formatRelativeTime(seconds: number, lang: string): string {
  const [unit, length] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(Math.trunc(seconds / length), unit);
}

/** Formats a time with its date. */
export function exactTime(time: string, lang: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(time));
}

/** The time of day; with the date if it isn't today. */
export function clockTime(time: string, lang: string, now = new Date()): string {
  const at = new Date(time);
  const isToday = at.toDateString() === now.toDateString();
  return new Intl.DateTimeFormat(lang, {
    ...(!isToday && { dateStyle: 'medium' as const }),
    timeStyle: 'short',
  }).format(at);
}
