import type { Storage } from '../src/storage/storage.js';

/** In seconds. */
export const day = 24 * 60 * 60;

export const iso = (ms: number) => new Date(ms).toISOString();

/** The data of one storage, empty at first. */
export interface StorageBackend {
  /**
   * Opens an instance on the data. The suite opens several at a time, as several proxies would. `now` returns
   * milliseconds since the epoch; expiry must follow it.
   */
  connect(now: () => number): Promise<Storage>;
  /** Deletes the data, after every instance is closed. */
  remove?(): Promise<void>;
}

/** The functions of a test runner: node:test, Vitest, Mocha and Jest all have them. */
export interface TestRunner {
  describe(name: string, body: () => void): unknown;
  it(name: string, body: () => Promise<void>): unknown;
}

/** Two instances that share their data and a clock. */
export interface World {
  readonly first: Storage;
  readonly second: Storage;
  /** Moves the clock. */
  advance(seconds: number): void;
  now(): number;
  /** Closes both instances and opens another one. */
  restart(): Promise<Storage>;
}

/** Declares a test that gets a world of its own. */
export type Test = (name: string, body: (world: World) => Promise<void>) => void;

export function testIn({ it }: TestRunner, createBackend: () => Promise<StorageBackend>): Test {
  return (name, body) =>
    it(name, async () => {
      const backend = await createBackend();
      let time = Date.now();
      const now = () => time;
      const opened: Storage[] = [];
      const connect = async () => {
        const storage = await backend.connect(now);
        opened.push(storage);
        return storage;
      };
      const closeAll = async () => {
        for (const storage of opened.splice(0)) await storage.close();
      };
      try {
        const restart = async () => {
          await closeAll();
          return connect();
        };
        const advance = (seconds: number) => void (time += seconds * 1000);
        await body({ first: await connect(), second: await connect(), advance, now, restart });
      } finally {
        await closeAll();
        await backend.remove?.();
      }
    });
}

export const organization = 'org_acme000000000000';
export const otherOrganization = 'org_globex0000000000';

/** Identifiers that databases tend to change or refuse: no two of them are the same key. */
export const oddKeys = [
  '',
  ' ',
  'a\u0000b',
  'a\u0000c',
  'a',
  'A',
  'é',
  'e\u0301',
  '\ud800',
  '\ud801',
  '\ufffd',
  "'; drop table users; --",
  '%',
  '_',
  '😀',
  'x'.repeat(4_000),
  `${'x'.repeat(3_999)}y`,
] as const;

/** Runs the task this many times at once, alternating between instances. */
export function atOnce<T>(
  count: number,
  { first, second }: World,
  task: (storage: Storage, index: number) => Promise<T>,
): Promise<T[]> {
  return Promise.all(
    Array.from({ length: count }, (_, index) => task(index % 2 === 0 ? first : second, index)),
  );
}
