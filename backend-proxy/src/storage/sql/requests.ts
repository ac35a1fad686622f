/** Records of requests that must not be accepted twice: idempotency keys and DPoP proofs. */
import { sql } from 'kysely';
import type { Database } from './database.js';
import { keyOf } from './keys.js';
import type { Purge } from './purge.js';
import type { IdempotencyRecords, UsedProofs } from '../storage.js';

const keyLifetimeMs = 24 * 60 * 60 * 1000;

export function createIdempotencyRecords({ db, now }: Database, purge: Purge): IdempotencyRecords {
  const claim: IdempotencyRecords['claim'] = async (given, fingerprint, runningSeconds) => {
    await purge();
    const key = await keyOf(given);
    const digest = await keyOf(fingerprint);
    for (;;) {
      const row = {
        key,
        fingerprint: digest,
        running_until: now() + runningSeconds * 1000,
        begun_at: null,
        status: null,
        body: null,
        expires_at: now() + keyLifetimeMs,
      };
      const claimed = await db
        .insertInto('orgdesk_idempotency')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet(row)
            .where(({ or, and, eb }) =>
              or([
                eb('orgdesk_idempotency.expires_at', '<=', now()),
                // It ended before a write.
                and([
                  eb('orgdesk_idempotency.fingerprint', '=', digest),
                  eb('orgdesk_idempotency.running_until', '<=', now()),
                  eb('orgdesk_idempotency.begun_at', 'is', null),
                  eb('orgdesk_idempotency.status', 'is', null),
                ]),
              ]),
            ),
        )
        .returning('key')
        .executeTakeFirst();
      if (claimed) return { state: 'new' };
      const known = await db
        .selectFrom('orgdesk_idempotency')
        .selectAll()
        .where('key', '=', key)
        .executeTakeFirst();
      // Released in between: the key is free again.
      if (!known) continue;
      if (known.fingerprint !== digest) return { state: 'different' };
      const { status, body } = known;
      if (status !== null && body !== null) return { state: 'answered', answer: { status, body } };
      if (Number(known.running_until) > now()) return { state: 'running' };
      const taken = await db
        .updateTable('orgdesk_idempotency')
        .set({ running_until: row.running_until })
        .where('key', '=', key)
        .where('running_until', '=', known.running_until)
        .where('begun_at', 'is not', null)
        .where('status', 'is', null)
        .returning('begun_at')
        .executeTakeFirst();
      // Rows of older versions don't say when.
      if (taken)
        return {
          state: 'unknown',
          since: Number(taken.begun_at) || Number(known.expires_at) - keyLifetimeMs,
        };
    }
  };

  return {
    claim,
    begin: async (given) => {
      const key = await keyOf(given);
      const begun = await db
        .updateTable('orgdesk_idempotency')
        .set(({ fn }) => ({ begun_at: fn.coalesce('begun_at', sql.lit(now())) }))
        .where('key', '=', key)
        .returning('begun_at')
        .executeTakeFirst();
      return Number(begun?.begun_at ?? now());
    },
    settle: async (key, { status, body }) => {
      await db
        .updateTable('orgdesk_idempotency')
        .set({ status, body, expires_at: now() + keyLifetimeMs })
        .where('key', '=', await keyOf(key))
        .execute();
    },
    release: async (key) => {
      await db
        .deleteFrom('orgdesk_idempotency')
        .where('key', '=', await keyOf(key))
        .execute();
    },
    suspend: async (key) => {
      await db
        .updateTable('orgdesk_idempotency')
        .set({ running_until: now() })
        .where('key', '=', await keyOf(key))
        .execute();
    },
  };
}

export function createUsedProofs({ db, now }: Database, purge: Purge): UsedProofs {
  return {
    take: async (id, seconds) => {
      await purge();
      const expires_at = now() + seconds * 1000;
      const taken = await db
        .insertInto('orgdesk_used_proofs')
        .values({ key: await keyOf(id), expires_at })
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet({ expires_at })
            .where('orgdesk_used_proofs.expires_at', '<=', now()),
        )
        .returning('key')
        .executeTakeFirst();
      return taken !== undefined;
    },
  };
}
