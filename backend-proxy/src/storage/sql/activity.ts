import type { Kysely } from 'kysely';
import { entryOf, genesisHash, linkEntry, type ChainLink } from '../../audit/chain.js';
import type { Database } from './database.js';
import { keyOf } from './keys.js';
import type { Schema } from './schema.js';
import type { ActivityLog, ActivityLogEntry } from '../storage.js';

/** Kept until `dropBefore`: how long an audit log is kept is the operator's decision. */
export function createActivityLog({ db }: Database): ActivityLog {
  return {
    append: (entry) =>
      db.transaction().execute(async (transaction) => {
        const { organizationId } = entry;
        // Locks the organization's row until the commit, so that positions and hashes follow each other without gaps.
        const { length, hash } = await transaction
          .insertInto('orgdesk_activity_lengths')
          .values({ organization_id: organizationId, length: 1, hash: genesisHash })
          .onConflict((conflict) =>
            conflict
              .column('organization_id')
              .doUpdateSet(({ eb }) => ({ length: eb('orgdesk_activity_lengths.length', '+', 1) })),
          )
          .returning(['length', 'hash'])
          .executeTakeFirstOrThrow();
        const position = Number(length) - 1;
        const link = await linkEntry(entry, { length: position, hash });
        await transaction
          .insertInto('orgdesk_activity')
          .values({ ...(await rowOf(entry, link)), position })
          .execute();
        await transaction
          .updateTable('orgdesk_activity_lengths')
          .set({ hash: link.hash })
          .where('organization_id', '=', organizationId)
          .execute();
      }),
    read: async (organizationId, { userId, action, from, to, before, limit }) => {
      // One more than the limit, to know whether there is a next page.
      let query = db
        .selectFrom('orgdesk_activity')
        .select(['position', 'entry', 'details'])
        .where('organization_id', '=', organizationId)
        .orderBy('position', 'desc')
        .limit(limit + 1);
      if (before !== null) query = query.where('position', '<', before);
      if (action !== null) query = query.where('action', '=', action);
      if (from !== null) query = query.where('at', '>=', from);
      if (to !== null) query = query.where('at', '<', to);
      if (userId !== null) {
        const key = await keyOf(userId);
        query = query.where(({ or, eb }) => or([eb('actor_key', '=', key), eb('target_key', '=', key)]));
      }
      const found = await query.execute();
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        entries: page.map(({ entry, details }) => entryOf({ text: entry, details })),
        next: found.length > limit && last ? Number(last.position) : null,
      };
    },
    chains: async () => {
      const rows = await db
        .selectFrom('orgdesk_activity_lengths')
        .selectAll()
        .orderBy('organization_id')
        .execute();
      return rows.map(({ organization_id, length, hash, start, start_hash }) => ({
        organizationId: organization_id,
        start: Number(start),
        startHash: start_hash,
        length: Number(length),
        hash,
      }));
    },
    links: async (organizationId, { after, limit }) => {
      const rows = await db
        .selectFrom('orgdesk_activity')
        .select(['position', 'entry', 'details', 'hash'])
        .where('organization_id', '=', organizationId)
        .where('position', '>', after)
        .orderBy('position')
        .limit(limit)
        .execute();
      return rows.map(({ position, entry, details, hash }) => ({
        position: Number(position),
        text: entry,
        details,
        hash,
      }));
    },
    dropBefore: async (time) => {
      const chains = await db.selectFrom('orgdesk_activity_lengths').select('organization_id').execute();
      for (const { organization_id } of chains)
        await db.transaction().execute((transaction) => dropBefore(transaction, organization_id, time));
    },
  };
}

/** Drops the oldest entries, up to the first that isn't older than that. */
async function dropBefore(db: Kysely<Schema>, organizationId: string, time: string): Promise<void> {
  // The first statement is a write, which locks the row and SQLite's file.
  const { length } = await db
    .updateTable('orgdesk_activity_lengths')
    .set(({ ref }) => ({ start: ref('start') }))
    .where('organization_id', '=', organizationId)
    .returning('length')
    .executeTakeFirstOrThrow();
  const kept = await db
    .selectFrom('orgdesk_activity')
    .select(({ fn }) => fn.min('position').as('position'))
    .where('organization_id', '=', organizationId)
    .where('at', '>=', time)
    .executeTakeFirst();
  const start = Number(kept?.position ?? length);
  const before = await db
    .selectFrom('orgdesk_activity')
    .select('hash')
    .where('organization_id', '=', organizationId)
    .where('position', '=', start - 1)
    .executeTakeFirst();
  if (!before) return;
  await db
    .updateTable('orgdesk_activity_lengths')
    .set({ start, start_hash: before.hash })
    .where('organization_id', '=', organizationId)
    .execute();
  await db
    .deleteFrom('orgdesk_activity')
    .where('organization_id', '=', organizationId)
    .where('position', '<', start)
    .execute();
}

async function rowOf(entry: ActivityLogEntry, { text, details, hash }: ChainLink) {
  const { organizationId, actor, targetUserId, action, at } = entry;
  return {
    organization_id: organizationId,
    actor_key: await keyOf(actor.userId),
    target_key: targetUserId === null ? null : await keyOf(targetUserId),
    action,
    at,
    entry: text,
    details,
    hash,
  };
}

const pageSize = 500;

/** Chains the entries that were written before there was a chain. They were all done. */
export async function chainExistingEntries(db: Kysely<Schema>): Promise<void> {
  const chains = await db.selectFrom('orgdesk_activity_lengths').select('organization_id').execute();
  for (const { organization_id } of chains) {
    let end = { length: 0, hash: genesisHash };
    for (;;) {
      const rows = await db
        .selectFrom('orgdesk_activity')
        .select(['position', 'entry'])
        .where('organization_id', '=', organization_id)
        .where('position', '>=', end.length)
        .orderBy('position')
        .limit(pageSize)
        .execute();
      for (const { position, entry } of rows) {
        const old = JSON.parse(entry) as ActivityLogEntry;
        const complete = { ...old, correlationId: old.requestId, outcome: 'done' as const };
        const link = await linkEntry(complete, end);
        await db
          .updateTable('orgdesk_activity')
          .set(await rowOf(complete, link))
          .where('organization_id', '=', organization_id)
          .where('position', '=', Number(position))
          .execute();
        end = { length: Number(position) + 1, hash: link.hash };
      }
      if (rows.length < pageSize) break;
    }
    await db
      .updateTable('orgdesk_activity_lengths')
      .set({ hash: end.hash })
      .where('organization_id', '=', organization_id)
      .execute();
  }
}
