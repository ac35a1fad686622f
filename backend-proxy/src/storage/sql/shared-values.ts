import type { Database } from './database.js';
import { keyOf } from './keys.js';
import type { Purge } from './purge.js';
import type { SharedValues } from '../storage.js';

export function createSharedValues({ db, now }: Database, purge: Purge): SharedValues {
  return {
    read: async (key) => {
      const row = await db
        .selectFrom('orgdesk_shared_values')
        .select(['value', 'version', 'expires_at'])
        .where('key', '=', await keyOf(key))
        .where('expires_at', '>', now())
        .executeTakeFirst();
      return row ? { value: row.value, version: row.version, expiresAt: Number(row.expires_at) } : null;
    },
    replace: async (given, was, { value, seconds }) => {
      await purge();
      const key = await keyOf(given);
      const next = { value, version: crypto.randomUUID(), expires_at: now() + seconds * 1000 };
      const stored =
        was === null
          ? await db
              .insertInto('orgdesk_shared_values')
              .values({ key, ...next })
              .onConflict((conflict) =>
                conflict
                  .column('key')
                  .doUpdateSet(next)
                  .where('orgdesk_shared_values.expires_at', '<=', now()),
              )
              .returning('key')
              .executeTakeFirst()
          : await db
              .updateTable('orgdesk_shared_values')
              .set(next)
              .where('key', '=', key)
              .where('version', '=', was.version)
              .where('expires_at', '>', now())
              .returning('key')
              .executeTakeFirst();
      return stored ? { value, version: next.version, expiresAt: next.expires_at } : null;
    },
  };
}
