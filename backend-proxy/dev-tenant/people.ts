import type { Person } from './users/user.js';
import type { Restore } from './snapshot.js';

/** All people, with or without a user in the tenant. */
export class People {
  readonly #all = new Map<string, Person>();
  readonly #cast = new Set<Person>();
  readonly #strangers = new Set<Person>();

  get(userId: string): Person | undefined {
    return this.#all.get(userId);
  }

  add(person: Person): void {
    this.#all.set(person.user_id, person);
    if (!person.inCrowd) this.#cast.add(person);
  }

  /** Call this when a person's user is created or deleted. */
  setKnown(userId: string, isKnown: boolean): void {
    const person = this.#all.get(userId);
    if (!person) return;
    if (isKnown) this.#strangers.delete(person);
    else this.#strangers.add(person);
  }

  /** Seeded people. Excludes the crowd, which is too large to list. */
  cast(): Person[] {
    return [...this.#cast];
  }

  snapshot(): Restore {
    const kept = structuredClone([...this.#all.values()]);
    const strangers = new Set([...this.#strangers].map(({ user_id }) => user_id));
    return () => {
      this.#all.clear();
      this.#cast.clear();
      this.#strangers.clear();
      for (const person of structuredClone(kept)) {
        this.add(person);
        this.setKnown(person.user_id, !strangers.has(person.user_id));
      }
    };
  }

  /** People with a second factor or passkey. */
  *withMethods(): Generator<Person> {
    for (const person of this.#all.values()) if (person.methods.length > 0) yield person;
  }

  /** People whose user was deleted but whose identity provider still lets them in. */
  strangers(): Person[] {
    return [...this.#strangers];
  }
}
