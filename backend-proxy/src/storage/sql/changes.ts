/** Recent writes that lists don't show yet, and demotions that tokens don't show. */
import type { Database } from './database.js';
import { keyOf } from './keys.js';
import type { Purge } from './purge.js';
import type { Demotions, MembershipChange, RecentChanges, UserChange } from '../storage.js';

const recentLifetimeMs = 60_000;
const demotionLifetimeMs = 30 * 24 * 60 * 60 * 1000;
/** Both databases allow at least 32,766 parameters in a statement. */
const maxKeys = 10_000;

export function createRecentChanges({ db, now }: Database, purge: Purge): RecentChanges {
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
      const userIdOf = new Map<string, string>();
      for (const userId of userIds) {
        userIdOf.set(await keyOf(userId), userId).set(await keyOf(organizationId, userId), userId);
      }
      const found = new Map<string, UserChange & MembershipChange>();
      const keys = [...userIdOf.keys()];
      for (let start = 0; start < keys.length; start += maxKeys) {
        const rows = await db
          .selectFrom('orgdesk_recent_changes')
          .select(['key', 'property', 'value'])
          .where('key', 'in', keys.slice(start, start + maxKeys))
          .where('expires_at', '>', now())
          .execute();
        for (const { key, property, value } of rows) {
          const userId = userIdOf.get(key) ?? '';
          found.set(userId, { ...found.get(userId), [property]: JSON.parse(value) as unknown });
        }
      }
      return found;
    },
  };
}

export function createDemotions({ db, now }: Database, purge: Purge): Demotions {
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
      const row = await db
        .selectFrom('orgdesk_demotions')
        .select('demoted_at')
        .where('key', '=', await keyOf(organizationId, userId))
        .where('expires_at', '>', now())
        .executeTakeFirst();
      return row ? Number(row.demoted_at) : null;
    },
  };
}
