import type { ActivityEntry, AuditOutcome } from '../../../contract/activity.js';
import type { ActivityMessages } from '../../../messages/en/activity.js';

/** Someone in a sentence. */
export interface NamedPerson {
  /** `null` if there is no page about them: an invited address, or someone whose name isn't known. */
  readonly userId: string | null;
  readonly name: string;
}

/** Stand for the names until the sentence is built: characters for private use, which no message has. */
const actorMark = '\ue000';
const targetMark = '\ue001';

const notDone: ReadonlySet<string> = new Set<AuditOutcome>(['refused', 'failed', 'unknown']);

/**
 * Returns the sentence for an entry, who did what to whom, with its people apart from its text.
 * @example sentence(messages, entry) // [{ userId: 'auth0|1', name: 'Ada Keller' }, ' blocked ', { … }]
 */
export function sentence(
  messages: ActivityMessages,
  entry: ActivityEntry,
): readonly (string | NamedPerson)[] {
  const { actor, target, invitation } = entry;
  const { who, whom } = messages.someone;
  const actorIn = personOf(actor, who);
  const targetIn = target
    ? personOf(target, whom)
    : invitation?.email
      ? { userId: null, name: invitation.email }
      : null;
  return textOf(messages, entry, targetIn ? targetMark : '')
    .split(/([\ue000\ue001])/)
    .filter((part) => part !== '')
    .map((part) => (part === actorMark ? actorIn : part === targetMark && targetIn ? targetIn : part));
}

function textOf(messages: ActivityMessages, entry: ActivityEntry, whom: string): string {
  const { actor, target, action } = entry;
  const isDone = !notDone.has(entry.outcome);
  if (isDone && target?.userId === actor.userId) {
    const own = lookUp(messages.own, action);
    if (own) return own(actorMark);
  }
  const known = lookUp(isDone ? messages.actions : messages.attempts, action);
  return known ? known(actorMark, whom) : messages.other(actorMark, action);
}

function personOf({ userId, name }: NonNullable<ActivityEntry['target']>, someone: string): NamedPerson {
  return name === null ? { userId: null, name: someone } : { userId, name };
}

/** Reads own properties only: a newer proxy may send any action. */
function lookUp<T>(table: Readonly<Record<string, T | undefined>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
