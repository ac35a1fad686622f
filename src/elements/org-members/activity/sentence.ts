import type { ActivityEntry } from '../../../contract/activity.js';
import type { ActivityMessages } from '../../../messages/en/activity.js';

/** Wraps a name in Unicode isolates: its text direction must not affect the sentence around it. */
const isolate = (name: string) => `\u2068${name}\u2069`;

/** Returns the sentence for an entry: who did what to whom. */
export function sentence(messages: ActivityMessages, { actor, target, action }: ActivityEntry): string {
  const actorName = isolate(actor.name ?? messages.someone);
  if (target?.userId === actor.userId) {
    const own = lookUp(messages.own, action);
    if (own) return own(actorName);
  }
  const known = lookUp(messages.actions, action);
  if (!known) return messages.other(actorName, action);
  return known(actorName, target ? isolate(target.name ?? messages.someone) : '');
}

/** Reads own properties only: a newer proxy may send any action. */
function lookUp<T>(table: Readonly<Record<string, T | undefined>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
