import type { Database } from './database.js';
import { keyOf } from './keys.js';
import { createMemoryLocks } from '../memory/locks.js';
import type { Locks } from '../storage.js';

/** How long the lock of a process that died stays taken. */
const leaseMs = 5_000;
const renewMs = 1_000;
const firstWaitMs = 4;
const maxWaitMs = 100;

/**
 * Locks as leases in a table: unlike advisory locks, they hold no connection, survive a lost one, and work through a
 * connection pooler. Within the process, waiting tasks queue up in memory.
 */
export function createSqlLocks({ db, sharedTime }: Database): Locks {
  const queue = createMemoryLocks();

  async function tryAcquire(key: string, holder: string): Promise<boolean> {
    const acquired = await db
      .insertInto('orgdesk_locks')
      .values({ key, holder, held_until: sharedTime(leaseMs) })
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet({ holder, held_until: sharedTime(leaseMs) })
          .where('orgdesk_locks.held_until', '<=', sharedTime()),
      )
      .returning('key')
      .executeTakeFirst();
    return acquired !== undefined;
  }

  async function acquire(key: string, holder: string): Promise<void> {
    for (
      let waitMs = firstWaitMs;
      !(await tryAcquire(key, holder));
      waitMs = Math.min(waitMs * 1.5, maxWaitMs)
    ) {
      const jitter = 0.5 + Math.random();
      await new Promise((resolve) => setTimeout(resolve, waitMs * jitter));
    }
  }

  const renew = (key: string, holder: string) =>
    db
      .updateTable('orgdesk_locks')
      .set({ held_until: sharedTime(leaseMs) })
      .where('key', '=', key)
      .where('holder', '=', holder)
      .execute();

  const release = (key: string, holder: string) =>
    db.deleteFrom('orgdesk_locks').where('key', '=', key).where('holder', '=', holder).execute();

  return {
    hold: (name, task) =>
      queue.hold(name, async () => {
        const key = await keyOf(name);
        const holder = crypto.randomUUID();
        await acquire(key, holder);
        // A failed renewal is tried again well before the lease ends.
        const renewal = setInterval(() => void renew(key, holder).catch(() => {}), renewMs);
        if (typeof renewal === 'object') renewal.unref();
        try {
          return await task();
        } finally {
          clearInterval(renewal);
          // The task is done, whether or not its lock can be released: a lease that stays runs out.
          await release(key, holder).catch(() => {});
        }
      }),
  };
}
