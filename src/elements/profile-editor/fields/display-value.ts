import { dateTimeFormat, formatNumber } from '../../../messages/formats.js';
import type { ProfileMessages } from '../../../messages/en/profile.js';
import type { FieldView } from '../../../policy/views/view.js';
import type { FieldValue } from '../../../policy/vocabulary.js';
import { joinItems } from '../../parts/join-items.js';
import { optionFor } from './options.js';

/** Formats a value for reading; `null` if there is none. */
export function displayValue(
  view: FieldView,
  value: FieldValue,
  lang: string,
  messages: ProfileMessages,
): string | null {
  if (value === null || value === '' || Number.isNaN(value)) return null;
  if (view.formatted && value === view.value) return view.formatted;
  if (typeof value === 'boolean') return value ? messages.yes : messages.no;
  if (typeof value === 'number') return formatNumber(value, lang);
  if (typeof value !== 'string')
    return displayList(
      value.map((item) => optionFor(view, item, lang).label),
      lang,
    );
  return view.kind === 'date' ? displayDate(value, lang) : optionFor(view, value, lang).label;
}

function displayList(items: readonly string[], lang: string): string | null {
  return items.length > 0 ? joinItems(items, lang) : null;
}

/** In UTC, because a date without a time is the same day everywhere. A day that doesn't exist is shown as it is stored. */
export function displayDate(value: string, lang: string): string {
  const date = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(value)) return value;
  return dateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
