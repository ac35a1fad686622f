/** Remembers names of members, for the activity log. */
import type { PersonLoader } from '../access/load-person.js';

/** Maximum number of names. The least recently read are dropped first. */
const capacity = 10_000;

/**
 * Names of members as last read, so that the activity log can name someone who was deleted since. Kept by organization: a
 * refused action can be about a user of another one, whose name mustn't be in the log.
 */
export class KnownNames {
  readonly #names = new Map<string, string>();

  of(organizationId: string, userId: string): string | null {
    return this.#names.get(keyOf(organizationId, userId)) ?? null;
  }

  /** Wraps the loader so that every member that is read is remembered. */
  listenTo(people: PersonLoader): PersonLoader {
    return {
      ...people,
      load: async (ids, call) => {
        const person = await people.load(ids, call);
        this.#remember(keyOf(ids.organizationId, ids.userId), person.user.values.name);
        return person;
      },
    };
  }

  #remember(key: string, name: unknown): void {
    this.#names.delete(key);
    if (typeof name === 'string' && name !== '') this.#names.set(key, name);
    for (const oldest of this.#names.keys()) {
      if (this.#names.size <= capacity) return;
      this.#names.delete(oldest);
    }
  }
}

const keyOf = (organizationId: string, userId: string) => JSON.stringify([organizationId, userId]);
