import { sql, type Kysely, type SelectQueryBuilder, type Selectable } from 'kysely';
import { entryOf, genesisHash, linkEntry, type ChainLink } from '../../audit/chain.js';
import type { Database } from './database.js';
import { keyOf } from './keys.js';
import type { Schema } from './schema.js';
import type { ActivityLog, ActivityLogEntry, ActivityQuery } from '../storage.js';

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
      const span = await findSpan(db, organizationId, { from, to });
      if (span === null) return { entries: [], next: null };
      const end = Math.min(span.end, before ?? Infinity);
      let query = db
        .selectFrom('orgdesk_activity')
        .select(['position', 'entry', 'details'])
        .where('organization_id', '=', organizationId)
        .orderBy('position', 'desc')
        // One more than the limit, to know whether there is a next page.
        .limit(limit + 1);
      if (span.start > 0) query = query.where('position', '>=', span.start);
      if (end < Infinity) query = query.where('position', '<', end);
      if (action !== null) query = query.where('action', '=', action);
      if (from !== null) query = query.where(unindexedTime, '>=', from);
      if (to !== null) query = query.where(unindexedTime, '<', to);
      const found = userId === null ? await query.execute() : await readPerson(query, await keyOf(userId));
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

/** Times are compared only after `findSpan`: by the index of times, rows would have to be sorted before the first is known. */
const unindexedTime = sql<string>`(at || '')`;

interface Span {
  /** The first position. */
  readonly start: number;
  /** The position after the last one. */
  readonly end: number;
}

/**
 * Entries can be out of order by the differences between the clocks of several proxies. One whose clock is a day off accepts
 * hardly any token.
 */
const maxDisorderMs = 24 * 60 * 60 * 1000;

/** Finds the positions of the entries between two times, so that a page is a range of an index. `null` if there are none. */
async function findSpan(
  db: Kysely<Schema>,
  organizationId: string,
  { from, to }: Pick<ActivityQuery, 'from' | 'to'>,
): Promise<Span | null> {
  const rows = db.selectFrom('orgdesk_activity').where('organization_id', '=', organizationId);
  let start = 0;
  let end = Infinity;
  if (from !== null) {
    const first = await rows.select('at').where('at', '>=', from).orderBy('at').limit(1).executeTakeFirst();
    if (!first) return null;
    const { position } = await rows
      // The sum keeps Postgres from walking through all positions in order.
      .select(sql<number | string>`min(position + 0)`.as('position'))
      .where('at', '>=', first.at)
      .where('at', '<=', shift(first.at, maxDisorderMs))
      .executeTakeFirstOrThrow();
    start = Number(position);
  }
  if (to !== null) {
    const last = await rows
      .select('at')
      .where('at', '<', to)
      .orderBy('at', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!last) return null;
    const { position } = await rows
      .select(sql<number | string>`max(position + 0)`.as('position'))
      .where('at', '<=', last.at)
      .where('at', '>=', shift(last.at, -maxDisorderMs))
      .executeTakeFirstOrThrow();
    end = Number(position) + 1;
  }
  return { start, end };
}

function shift(time: string, ms: number): string {
  return new Date(Date.parse(time) + ms).toISOString();
}

type RowQuery = SelectQueryBuilder<
  Schema,
  'orgdesk_activity',
  Pick<Selectable<Schema['orgdesk_activity']>, 'position' | 'entry' | 'details'>
>;

/** Reads what someone did and what was done to them, each by its own index. An `or` of both would have to be sorted. */
async function readPerson(query: RowQuery, key: string) {
  const [did, met] = await Promise.all([
    query.where('actor_key', '=', key).execute(),
    query.where('target_key', '=', key).execute(),
  ]);
  const byPosition = new Map([...did, ...met].map((row) => [Number(row.position), row]));
  return [...byPosition].sort(([a], [b]) => b - a).map(([, row]) => row);
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
