import type { ActivityEntry } from '../../../contract/activity.js';
import type { ActivityMessages } from '../../../messages/en/activity.js';

/** Names are other people's words, and may run the other way than the sentence: each is kept apart. */
const apart = (name: string) => `\u2068${name}\u2069`;

/** Who did what to whom. */
export function sentence(messages: ActivityMessages, { actor, target, action }: ActivityEntry): string {
  const who = apart(actor.name ?? messages.someone);
  const known = lookUp(messages.actions, action);
  if (target?.userId === actor.userId) {
    const own = lookUp(messages.own, action);
    if (own) return own(who);
  }
  if (!known) return messages.other(who, action);
  return known(who, target ? apart(target.name ?? messages.someone) : '');
}

/** Only the table's own names: a newer proxy may send any word. */
function lookUp<T>(table: Readonly<Record<string, T | undefined>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
