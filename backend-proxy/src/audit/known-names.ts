import type { Management } from '../management/index.js';

/** The most people whose names are kept; the ones read longest ago are forgotten first. */
const capacity = 10_000;

/** What people were called when they were last read: the trail names them also after they are gone. */
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

  /** The same, and every person that is read is remembered. */
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
