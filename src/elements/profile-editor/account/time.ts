const steps = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** "3 hours ago"; `null` for no time, or one that cannot be read. */
export function relativeTime(time: string | null, lang: string, now = Date.now()): string | null {
  const at = Date.parse(time ?? '');
  if (Number.isNaN(at)) return null;
  const seconds = Math.min(0, Math.round((at - now) / 1000));
  const [unit, length] = steps.find(([, size]) => -seconds >= size) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(Math.ceil(seconds / length), unit);
}

/** Date and time as people write it. */
export function exactTime(time: string, lang: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(time));
}
