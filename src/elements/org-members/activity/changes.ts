import type { ActivityEntry, AuditValue } from '../../../contract/activity.js';
import type { ActivityMessages } from '../../../messages/en/activity.js';
import { textFor } from '../../../messages/messages.js';

/** Returns a line for each changed field, and one for changed roles: from what to what. */
export function changesOf(
  { changes = [], roles }: Pick<ActivityEntry, 'changes' | 'roles'>,
  messages: ActivityMessages,
  lang: string,
): readonly string[] {
  const show = (value: AuditValue) => describe(value, messages, lang);
  return [
    ...changes.map(({ field, label, from, to }) =>
      messages.change(textFor(label, lang) ?? field, show(from), show(to)),
    ),
    ...(roles ? [messages.change(messages.roles, show(roles.from), show(roles.to))] : []),
  ];
}

/** Isolates a value: its text direction must not affect the line around it. */
function describe(value: AuditValue, { noValue, yes, no }: ActivityMessages, lang: string): string {
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'number') return new Intl.NumberFormat(lang).format(value);
  const text =
    typeof value === 'string' ? value : new Intl.ListFormat(lang, { type: 'unit' }).format(value ?? []);
  return text === '' ? noValue : `\u2068${text}\u2069`;
}
