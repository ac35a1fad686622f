import { sql } from 'kysely';
import type { Database } from './database.js';
import { keyOf } from './keys.js';
import type { Purge } from './purge.js';
import type { Cooldowns, Quotas } from '../storage.js';

export function createCooldowns({ db, now }: Database, purge: Purge): Cooldowns {
  return {
    start: async (given, seconds) => {
      await purge();
      const key = await keyOf(given);
      for (;;) {
        const expires_at = now() + seconds * 1000;
        const started = await db
          .insertInto('orgdesk_cooldowns')
          .values({ key, expires_at })
          .onConflict((conflict) =>
            conflict
              .column('key')
              .doUpdateSet({ expires_at })
              .where('orgdesk_cooldowns.expires_at', '<=', now()),
          )
          .returning('key')
          .executeTakeFirst();
        if (started) return 0;
        const left = await secondsLeft(key);
        if (left !== null) return left;
      }
    },
    left: async (key) => Math.max(0, (await secondsLeft(await keyOf(key), now())) ?? 0),
    cancel: async (key) => {
      await db
        .deleteFrom('orgdesk_cooldowns')
        .where('key', '=', await keyOf(key))
        .execute();
    },
  };

  async function secondsLeft(key: string, after = 0): Promise<number | null> {
    const row = await db
      .selectFrom('orgdesk_cooldowns')
      .select('expires_at')
      .where('key', '=', key)
      .where('expires_at', '>', after)
      .executeTakeFirst();
    return row ? wholeSeconds(Number(row.expires_at) - now()) : null;
  }
}

export function createQuotas({ db, now }: Database, purge: Purge): Quotas {
  return {
    take: async (given, { max, seconds }) => {
      await purge();
      const key = await keyOf(given);
      for (;;) {
        const isOver = sql<boolean>`orgdesk_quotas.expires_at <= ${now()}`;
        const taken = await db
          .insertInto('orgdesk_quotas')
          .values({ key, taken: 1, expires_at: now() + seconds * 1000 })
          .onConflict((conflict) =>
            conflict
              .column('key')
              .doUpdateSet({
                taken: sql`case when ${isOver} then 1 else orgdesk_quotas.taken + 1 end`,
                expires_at: sql`case when ${isOver} then excluded.expires_at else orgdesk_quotas.expires_at end`,
              })
              .where(({ or, eb }) => or([isOver, eb('orgdesk_quotas.taken', '<', max)])),
          )
          .returning('key')
          .executeTakeFirst();
        if (taken) return 0;
        const window = await db
          .selectFrom('orgdesk_quotas')
          .select('expires_at')
          .where('key', '=', key)
          .executeTakeFirst();
        if (window) return wholeSeconds(Number(window.expires_at) - now());
      }
    },
    giveBack: async (key) => {
      await db
        .updateTable('orgdesk_quotas')
        .set({ taken: sql`taken - 1` })
        .where('key', '=', await keyOf(key))
        .where('taken', '>', 0)
        .where('expires_at', '>', now())
        .execute();
    },
  };
}

const wholeSeconds = (ms: number) => Math.max(1, Math.ceil(ms / 1000));
