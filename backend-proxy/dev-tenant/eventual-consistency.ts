import type { Clock } from './clock.js';

interface Earlier<T> {
  /** Undefined where the row did not exist yet. */
  readonly row: T | undefined;
  readonly until: number;
}

/**
 * What lists and search still show of a table after it has changed: they lag behind writes, while a read by id does
 * not. https://auth0.com/docs/manage-users/user-search/list-and-search-users
 */
export class Lagging<T extends object> {
  readonly #clock: Clock;
  readonly #lag: () => number;
  #earlier = new Map<string, Earlier<T>[]>();
  #nextChange = Infinity;

  /** `lag` in milliseconds of the tenant's clock, asked at every write. */
  constructor(clock: Clock, lag: () => number) {
    this.#clock = clock;
    this.#lag = lag;
  }

  /** To be called before a row is changed or removed (with the row), or added (with undefined). */
  keep(key: string, row: T | undefined): void {
    const lag = this.#lag();
    if (lag <= 0) return;
    const until = this.#clock.now() + lag;
    this.#earlier.set(key, [...(this.#earlier.get(key) ?? []), { row: structuredClone(row), until }]);
    this.#nextChange = Math.min(this.#nextChange, until);
  }

  /** The rows as a list shows them now. */
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

  /** When what {@link show} gives changes by itself: milliseconds of the tenant's clock. */
  get nextChange(): number {
    return this.#nextChange;
  }

  /** One row as a list shows it now. */
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
