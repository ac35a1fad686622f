/** Remembers names of users, for the activity log. */
import type { Management } from '../management/index.js';

/** Maximum number of names. The least recently read are dropped first. */
const capacity = 10_000;

/** Names of users as last read, so that the activity log can name someone who was deleted since. */
export class KnownNames {
  readonly #names = new Map<string, string>();

  of(userId: string): string | null {
    return this.#names.get(userId) ?? null;
  }

  remember(userId: string, name: unknown): void {
    this.#names.delete(userId);
    if (typeof name === 'string' && name !== '') this.#names.set(userId, name);
    for (const oldest of this.#names.keys()) {
      if (this.#names.size <= capacity) return;
      this.#names.delete(oldest);
    }
  }

  /** Wraps the Management API so that every user that is read is remembered. */
  listenTo(management: Management): Management {
    const { users } = management;
    const read: typeof users.read = async (userId, call) => {
      const user = await users.read(userId, call);
      this.remember(user.userId, user.values.name);
      return user;
    };
    return { ...management, users: { ...users, read } };
  }
}
