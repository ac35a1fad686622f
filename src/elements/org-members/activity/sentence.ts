import type { ActivityEntry, AuditOutcome } from '../../../contract/activity.js';
import type { ActivityMessages } from '../../../messages/en/activity.js';

/** Wraps a name in Unicode isolates: its text direction must not affect the sentence around it. */
const isolate = (name: string) => `\u2068${name}\u2069`;

const notDone: ReadonlySet<string> = new Set<AuditOutcome>(['refused', 'failed', 'unknown']);

/** Returns the sentence for an entry: who did what to whom. */
export function sentence(messages: ActivityMessages, entry: ActivityEntry): string {
  const { actor, target, action, invitation } = entry;
  const isDone = !notDone.has(entry.outcome);
  const actorName = isolate(actor.name ?? messages.someone);
  if (isDone && target?.userId === actor.userId) {
    const own = lookUp(messages.own, action);
    if (own) return own(actorName);
  }
  const known = lookUp(isDone ? messages.actions : messages.attempts, action);
  if (!known) return messages.other(actorName, action);
  const whom = target ? (target.name ?? messages.someone) : (invitation?.email ?? '');
  return known(actorName, whom && isolate(whom));
}

/** Reads own properties only: a newer proxy may send any action. */
function lookUp<T>(table: Readonly<Record<string, T | undefined>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
