import type { Clock } from './clock.js';

interface Earlier<T> {
  /** `undefined` if the row didn't exist yet. */
  readonly row: T | undefined;
  readonly until: number;
}

/**
 * Delays the visibility of changes in lists and search, which lag behind writes; reads by ID don't.
 * https://auth0.com/docs/manage-users/user-search/list-and-search-users
 */
export class Lagging<T extends object> {
  readonly #clock: Clock;
  readonly #lag: () => number;
  #earlier = new Map<string, Earlier<T>[]>();
  #nextChange = Infinity;

  /** `lag` returns milliseconds on the tenant's clock and is called on every write. */
  constructor(clock: Clock, lag: () => number) {
    this.#clock = clock;
    this.#lag = lag;
  }

  /** Records a row's state. Call it before the row is changed or removed; with `undefined` before it is added. */
  keep(key: string, row: T | undefined): void {
    const lag = this.#lag();
    if (lag <= 0) return;
    const until = this.#clock.now() + lag;
    this.#earlier.set(key, [...(this.#earlier.get(key) ?? []), { row: structuredClone(row), until }]);
    this.#nextChange = Math.min(this.#nextChange, until);
  }

  /** Returns the rows that a list shows now. */
  show(rows: ReadonlyMap<string, T>): T[] {
    this.#forgetExpired();
    if (this.#earlier.size === 0) return [...rows.values()];
    const listedRows: T[] = [];
    for (const [key, row] of rows) {
      const [earlier] = this.#earlier.get(key) ?? [];
      const visible = earlier ? earlier.row : row;
      if (visible) listedRows.push(visible);
    }
    for (const [key, [earlier]] of this.#earlier)
      if (!rows.has(key) && earlier?.row) listedRows.push(earlier.row);
    return listedRows;
  }

  /** When the result of {@link show} changes next, in milliseconds on the tenant's clock. */
  get nextChange(): number {
    return this.#nextChange;
  }

  /** Returns one row as a list shows it now. */
  showOne(key: string, row: T | undefined): T | undefined {
    this.#forgetExpired();
    const [earlier] = this.#earlier.get(key) ?? [];
    return earlier ? earlier.row : row;
  }

  #forgetExpired(): void {
    const now = this.#clock.now();
    if (now < this.#nextChange) return;
    this.#nextChange = Infinity;
    for (const [key, versions] of this.#earlier) {
      const left = versions.filter(({ until }) => until > now);
      for (const { until } of left) this.#nextChange = Math.min(this.#nextChange, until);
      if (left.length === 0) this.#earlier.delete(key);
      else this.#earlier.set(key, left);
    }
  }
}
