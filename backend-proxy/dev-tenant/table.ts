import type { Clock } from './clock.js';
import { Lagging } from './eventual-consistency.js';
import { snapshotMap, type Restore } from './snapshot.js';

export interface TableOptions<T> {
  readonly clock: Clock;
  /** Milliseconds until a change appears in lists and search. */
  readonly lag: () => number;
  /** Sort order of the list. Default: order of insertion. */
  readonly compare?: (a: T, b: T) => number;
}

/** Rows by key, and the delayed view of them that lists show. */
export class Table<T extends object> {
  readonly rows = new Map<string, T>();
  #lagging: Lagging<T>;
  readonly #options: TableOptions<T>;
  #listed: { readonly rows: readonly T[]; readonly until: number } | undefined;

  constructor(options: TableOptions<T>) {
    this.#options = options;
    this.#lagging = new Lagging(options.clock, options.lag);
  }

  /** Returns the same array until something changes, so that callers can cache by identity. */
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

  /** Updates a row in place. */
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

  /** After a restore, lists show the restored rows immediately. */
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

/** Almost always sorted already: only rows that were just removed come last. */
function sorted<T>(rows: T[], compare: TableOptions<T>['compare']): T[] {
  if (!compare) return rows;
  const inOrder = rows.every((row, index) => {
    const before = rows[index - 1];
    return before === undefined || compare(before, row) <= 0;
  });
  return inOrder ? rows : rows.sort(compare);
}
