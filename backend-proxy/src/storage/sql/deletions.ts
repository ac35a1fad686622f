import type { Database } from './database.js';
import { keyOf } from './keys.js';
import { prepared } from './prepared.js';
import type { PendingDeletions, StoredDeletion } from '../storage.js';

export function createPendingDeletions({ db }: Database): PendingDeletions {
  const readOf = prepared(db, (key: string) =>
    db.selectFrom('orgdesk_deletions').select('deletion').where('user_key', '=', key),
  );

  return {
    note: async (deletion) => {
      const { id, userId, tryAt } = deletion;
      const row = { user_key: await keyOf(userId), id, try_at: tryAt, deletion: JSON.stringify(deletion) };
      await db
        .insertInto('orgdesk_deletions')
        .values(row)
        .onConflict((conflict) => conflict.column('user_key').doUpdateSet(row))
        .execute();
    },
    read: async (userId) => {
      const [row] = await readOf(await keyOf(userId));
      return row ? (JSON.parse(row.deletion) as StoredDeletion) : null;
    },
    take: async (userId, id) => {
      const taken = await db
        .deleteFrom('orgdesk_deletions')
        .where('user_key', '=', await keyOf(userId))
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst();
      return taken !== undefined;
    },
    due: async (now) => {
      const rows = await db
        .selectFrom('orgdesk_deletions')
        .select('deletion')
        .where('try_at', '<=', now)
        .orderBy('try_at')
        .execute();
      return rows.map(({ deletion }) => JSON.parse(deletion) as StoredDeletion);
    },
  };
}
