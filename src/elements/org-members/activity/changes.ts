import type { ActivityEntry, AuditValue } from '../../../contract/activity.js';
import type { ActivityMessages } from '../../../messages/en/activity.js';
import { formatNumber } from '../../../messages/formats.js';
import { textFor } from '../../../policy/localized-text.js';
import { joinItems } from '../../parts/join-items.js';

/** A change as it is shown. */
export interface ShownChange {
  /** The policy's label; `null` for roles, which the sentence names. */
  readonly label: string | null;
  /** `null` if both values are masked, and look the same. */
  readonly values: { readonly from: string; readonly to: string } | null;
}

/** Returns the changed fields, or the changed roles: from what to what. */
export function changesOf(
  { changes = [], roles }: Pick<ActivityEntry, 'changes' | 'roles'>,
  messages: ActivityMessages,
  lang: string,
): readonly ShownChange[] {
  const show = (value: AuditValue) => describe(value, messages, lang);
  const between = (from: string, to: string) => (from === to ? null : { from, to });
  return [
    ...changes.map(({ field, label, from, to }) => ({
      label: textFor(label, lang) ?? field,
      values: between(show(from), show(to)),
    })),
    ...(roles ? [{ label: null, values: { from: show(roles.from), to: show(roles.to) } }] : []),
  ];
}

/** Returns the labels of the fields whose values the reader doesn't get. */
export function otherFieldsOf(
  { fields = [], fieldLabels = {}, changes = [] }: ActivityEntry,
  lang: string,
): readonly string[] {
  const shown = new Set(changes.map(({ field }) => field));
  return fields
    .filter((field) => !shown.has(field))
    .map((field) => (Object.hasOwn(fieldLabels, field) && textFor(fieldLabels[field] ?? {}, lang)) || field);
}

function describe(value: AuditValue, { noValue, yes, no }: ActivityMessages, lang: string): string {
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'number') return formatNumber(value, lang);
  const text = typeof value === 'string' ? value : joinItems(value ?? [], lang);
  return text === '' ? noValue : text;
}
