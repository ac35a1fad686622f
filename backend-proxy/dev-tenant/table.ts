import type { Clock } from './clock.js';
import { Lagging } from './eventual-consistency.js';
import { snapshotMap, type Restore } from './snapshot.js';

export interface TableOptions<T> {
  readonly clock: Clock;
  /** Milliseconds until a change reaches lists and search. */
  readonly lag: () => number;
  /** The order of the list; without one, that of arrival. */
  readonly compare?: (a: T, b: T) => number;
}

/** Rows by key, and what lists still show of them. */
export class Table<T extends object> {
  readonly rows = new Map<string, T>();
  #lagging: Lagging<T>;
  readonly #options: TableOptions<T>;
  #listed: { readonly rows: readonly T[]; readonly until: number } | undefined;

  constructor(options: TableOptions<T>) {
    this.#options = options;
    this.#lagging = new Lagging(options.clock, options.lag);
  }

  /** The same array until something changes, so that what is derived from it can be kept with it. */
  listed(): readonly T[] {
    if (this.#listed && this.#options.clock.now() < this.#listed.until) return this.#listed.rows;
    const rows = sorted(this.#lagging.show(this.rows), this.#options.compare);
    this.#listed = { rows, until: this.#lagging.nextChange };
    return rows;
  }

  listedRow(key: string): T | undefined {
    return this.#lagging.showOne(key, this.rows.get(key));
  }

  set(key: string, row: T): void {
    this.#touch(key);
    this.rows.set(key, row);
  }

  /** Changes a row in place. */
  change(key: string, change: (row: T) => void): void {
    const row = this.rows.get(key);
    if (!row) return;
    this.#touch(key);
    change(row);
    this.#listed = undefined;
  }

  delete(key: string): void {
    if (!this.rows.has(key)) return;
    this.#touch(key);
    this.rows.delete(key);
  }

  /** What lists show of it lags no more once it is put back. */
  snapshot(): Restore {
    const restore = snapshotMap(this.rows);
    return () => {
      restore();
      this.#lagging = new Lagging(this.#options.clock, this.#options.lag);
      this.#listed = undefined;
    };
  }

  #touch(key: string): void {
    this.#lagging.keep(key, this.rows.get(key));
    this.#listed = undefined;
  }
}

/** Nearly always in order already: only what has just been removed is shown after everything else. */
function sorted<T>(rows: T[], compare: TableOptions<T>['compare']): T[] {
  if (!compare) return rows;
  const inOrder = rows.every((row, index) => {
    const before = rows[index - 1];
    return before === undefined || compare(before, row) <= 0;
  });
  return inOrder ? rows : rows.sort(compare);
}
