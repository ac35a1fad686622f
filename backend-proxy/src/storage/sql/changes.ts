/** Recent writes that lists don't show yet, and demotions that tokens don't show. */
import { sql } from 'kysely';
import type { Database } from './database.js';
import { keyOf } from './keys.js';
import { prepared } from './prepared.js';
import type { Purge } from './purge.js';
import type { Demotions, MembershipChange, RecentChanges, UserChange } from '../storage.js';

const recentLifetimeMs = 60_000;
const demotionLifetimeMs = 30 * 24 * 60 * 60 * 1000;

export function createRecentChanges({ db, now, isPostgres }: Database, purge: Purge): RecentChanges {
  const someOf = prepared(db, (after: number) =>
    db.selectFrom('orgdesk_recent_changes').select('key').where('expires_at', '>', after).limit(1),
  );
  // In one parameter, so that it's the same statement for any number of keys.
  const readOf = prepared(db, (keys: string, after: number) =>
    db
      .selectFrom('orgdesk_recent_changes')
      .select(['key', 'property', 'value'])
      .where(
        'key',
        'in',
        isPostgres
          ? sql<string>`(select jsonb_array_elements_text(${keys}::jsonb))`
          : sql<string>`(select value from json_each(${keys}))`,
      )
      .where('expires_at', '>', after),
  );

  async function note(key: string, change: object): Promise<void> {
    await purge();
    const expires_at = now() + recentLifetimeMs;
    const rows = Object.entries(change)
      .filter(([, value]) => value !== undefined)
      .map(([property, value]) => ({ key, property, value: JSON.stringify(value), expires_at }))
      .sort((a, b) => (a.property < b.property ? -1 : 1));
    if (rows.length === 0) return;
    await db
      .insertInto('orgdesk_recent_changes')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['key', 'property']).doUpdateSet(({ ref }) => ({
          value: ref('excluded.value'),
          expires_at: ref('excluded.expires_at'),
        })),
      )
      .execute();
  }

  return {
    noteUser: async (userId, change) => note(await keyOf(userId), change),
    noteMembership: async (organizationId, userId, change) =>
      note(await keyOf(organizationId, userId), change),
    read: async (organizationId, userIds) => {
      // Mostly nothing has changed in the last minute, and to ask SQLite about a page of members takes ten times as long. To
      // Postgres it would be one more round trip.
      if (!isPostgres && (await someOf(now())).length === 0) return new Map();
      const userIdOf = new Map<string, string>();
      for (const userId of userIds) {
        userIdOf.set(await keyOf(userId), userId).set(await keyOf(organizationId, userId), userId);
      }
      const found = new Map<string, UserChange & MembershipChange>();
      for (const { key, property, value } of await readOf(JSON.stringify([...userIdOf.keys()]), now())) {
        const userId = userIdOf.get(key) ?? '';
        found.set(userId, { ...found.get(userId), [property]: JSON.parse(value) as unknown });
      }
      return found;
    },
  };
}

export function createDemotions({ db, now }: Database, purge: Purge): Demotions {
  const readOf = prepared(db, (key: string, after: number) =>
    db
      .selectFrom('orgdesk_demotions')
      .select('demoted_at')
      .where('key', '=', key)
      .where('expires_at', '>', after),
  );

  return {
    note: async (organizationId, userId) => {
      await purge();
      const row = {
        key: await keyOf(organizationId, userId),
        demoted_at: Math.floor(now() / 1000),
        expires_at: now() + demotionLifetimeMs,
      };
      await db
        .insertInto('orgdesk_demotions')
        .values(row)
        .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
        .execute();
    },
    last: async (organizationId, userId) => {
      const [row] = await readOf(await keyOf(organizationId, userId), now());
      return row ? Number(row.demoted_at) : null;
    },
  };
}
