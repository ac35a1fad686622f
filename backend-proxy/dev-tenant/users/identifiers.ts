import type { User } from './user.js';

/** Index of users by email address, username, and phone number. Case-insensitive. */
export class Identifiers {
  readonly #ids = new Map<string, readonly string[]>();

  add(user: Readonly<User>): void {
    for (const key of keysOf(user)) this.#ids.set(key, [...this.find(key), user.user_id]);
  }

  remove(user: Readonly<User>): void {
    for (const key of keysOf(user)) {
      const left = this.find(key).filter((id) => id !== user.user_id);
      if (left.length > 0) this.#ids.set(key, left);
      else this.#ids.delete(key);
    }
  }

  /** Replaces the index with these users. */
  rebuild(users: Iterable<Readonly<User>>): void {
    this.#ids.clear();
    for (const user of users) this.add(user);
  }

  /** User IDs in the order they got the identifier. */
  find(identifier: string): readonly string[] {
    return this.#ids.get(identifier.toLowerCase()) ?? [];
  }
}

function keysOf({ email, username, phone_number }: Readonly<User>): ReadonlySet<string> {
  const given = [email, username, phone_number].flatMap((each) => each?.toLowerCase() ?? []);
  return new Set(given);
}
