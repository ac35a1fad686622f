import { snapshotMap, type Restore } from '../snapshot.js';

/** Users that became identities of others: https://auth0.com/docs/manage-users/user-accounts/user-account-linking */
export class Links {
  readonly #primaries = new Map<string, string>();

  add(secondary: string, primary: string): void {
    this.#primaries.set(secondary, primary);
  }

  remove(secondary: string): void {
    this.#primaries.delete(secondary);
  }

  /** Resolves a linked account to the user it signs in as. */
  primaryOf(userId: string): string {
    return this.#primaries.get(userId) ?? userId;
  }

  snapshot(): Restore {
    return snapshotMap(this.#primaries);
  }

  /** Deleting a primary user removes all links to it. */
  forget(primary: string): void {
    for (const [secondary, each] of this.#primaries) if (each === primary) this.#primaries.delete(secondary);
  }
}
