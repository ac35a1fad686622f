/** Gives equal facts as one object, so that what was decided about them once is found again. */

/** Of all organizations that share a connection, each with every combination of roles that was asked about. */
const maxPerOwner = 1_000;

export class SameFacts<Owner extends object, Facts> {
  readonly #known = new WeakMap<Owner, Map<string, Facts>>();

  /**
   * Returns the first facts that were given with this key.
   * @param owner - What the facts are derived from. When it is read again, they are new ones.
   * @param key - Everything else that they depend on.
   */
  get(owner: Owner, key: readonly unknown[], facts: Facts): Facts {
    const known = this.#known.get(owner) ?? new Map<string, Facts>();
    this.#known.set(owner, known);
    const name = JSON.stringify(key);
    const same = known.get(name) ?? facts;
    if (known.size >= maxPerOwner) known.clear();
    known.set(name, same);
    return same;
  }
}
