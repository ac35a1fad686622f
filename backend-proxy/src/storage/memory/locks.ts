import type { Locks } from '../storage.js';

/** Locks within one process; waiting tasks get a lock in the order they asked for it. */
export function createMemoryLocks(): Locks {
  const tails = new Map<string, Promise<unknown>>();
  return {
    hold: (name, task) => {
      const before = tails.get(name) ?? Promise.resolve();
      const result = before.then(task, task);
      const tail = result.catch(() => {});
      tails.set(name, tail);
      void tail.then(() => {
        if (tails.get(name) === tail) tails.delete(name);
      });
      return result;
    },
  };
}
