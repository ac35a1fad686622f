/** How the yardsticks show a time. */

let format: Intl.DateTimeFormat | undefined;

/** A browser takes long to create its first format, so that a page does it while it waits for an answer. */
export function dayFormat(): Intl.DateTimeFormat {
  return (format ??= new Intl.DateTimeFormat('en', { dateStyle: 'medium' }));
}

export function day(time: string | null | undefined): string {
  return time ? dayFormat().format(new Date(time)) : '';
}
