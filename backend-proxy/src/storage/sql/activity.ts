import type { Database } from './database.js';
import { keyOf } from './keys.js';
import type { ActivityLog, ActivityLogEntry } from '../storage.js';

/** Kept without a limit: how long an audit trail is kept is the operator's decision. */
export function createActivityLog({ db }: Database): ActivityLog {
  return {
    append: async (entry) => {
      const { organizationId, actor, targetUserId } = entry;
      const row = {
        organization_id: organizationId,
        actor_key: await keyOf(actor.userId),
        target_key: targetUserId === null ? null : await keyOf(targetUserId),
        entry: JSON.stringify(entry),
      };
      await db.transaction().execute(async (transaction) => {
        // Locks the organization's row until the commit, so positions follow each other without gaps.
        const { length } = await transaction
          .insertInto('orgdesk_activity_lengths')
          .values({ organization_id: organizationId, length: 1 })
          .onConflict((conflict) =>
            conflict
              .column('organization_id')
              .doUpdateSet(({ eb }) => ({ length: eb('orgdesk_activity_lengths.length', '+', 1) })),
          )
          .returning('length')
          .executeTakeFirstOrThrow();
        await transaction
          .insertInto('orgdesk_activity')
          .values({ ...row, position: Number(length) - 1 })
          .execute();
      });
    },
    read: async (organizationId, { userId, before, limit }) => {
      // One more than the limit, to know whether there is a next page.
      let query = db
        .selectFrom('orgdesk_activity')
        .select(['position', 'entry'])
        .where('organization_id', '=', organizationId)
        .orderBy('position', 'desc')
        .limit(limit + 1);
      if (before !== null) query = query.where('position', '<', before);
      if (userId !== null) {
        const key = await keyOf(userId);
        query = query.where(({ or, eb }) => or([eb('actor_key', '=', key), eb('target_key', '=', key)]));
      }
      const found = await query.execute();
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        entries: page.map(({ entry }) => JSON.parse(entry) as ActivityLogEntry),
        next: found.length > limit && last ? Number(last.position) : null,
      };
    },
  };
}
