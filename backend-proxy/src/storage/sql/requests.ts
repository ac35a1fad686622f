/** Records of requests that must not be accepted twice: idempotency keys and DPoP proofs. */
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
        status: null,
        body: null,
        expires_at: now() + keyLifetimeMs,
      };
      const claimed = await db
        .insertInto('orgdesk_idempotency')
        .values(row)
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet(row).where('orgdesk_idempotency.expires_at', '<=', now()),
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
      return { state: Number(known.running_until) > now() ? 'running' : 'unknown' };
    }
  };

  return {
    claim,
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
