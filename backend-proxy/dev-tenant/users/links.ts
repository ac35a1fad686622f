import { snapshotMap, type Restore } from '../snapshot.js';

/** Which users have become identities of others: https://auth0.com/docs/manage-users/user-accounts/user-account-linking */
export class Links {
  readonly #primaries = new Map<string, string>();

  add(secondary: string, primary: string): void {
    this.#primaries.set(secondary, primary);
  }

  remove(secondary: string): void {
    this.#primaries.delete(secondary);
  }

  /** The id of the user that somebody signs in as. */
  primaryOf(userId: string): string {
    return this.#primaries.get(userId) ?? userId;
  }

  snapshot(): Restore {
    return snapshotMap(this.#primaries);
  }

  /** With a primary user go all links to it. */
  forget(primary: string): void {
    for (const [secondary, each] of this.#primaries) if (each === primary) this.#primaries.delete(secondary);
  }
}
