import type { Transaction } from 'kysely';
import type { BulkItem } from '../../../../src/contract/index.js';
import type { Database } from './database.js';
import { keyOf } from './keys.js';
import type { Purge } from './purge.js';
import type { Schema } from './schema.js';
import type { BulkRuns, StoredRun } from '../storage.js';

/** Counted from the last change. */
const lifetimeMs = 24 * 60 * 60 * 1000;

export function createBulkRuns({ db, now }: Database, purge: Purge): BulkRuns {
  async function rowsOf(id: string, items: readonly BulkItem[]) {
    const rows = items.map(async (item, position) => ({
      run_id: id,
      user_key: await keyOf(item.userId),
      position,
      item: JSON.stringify(item),
    }));
    return Promise.all(rows);
  }

  /** Locks the run's row until the commit. Returns whether there is such a run. */
  async function touch(transaction: Transaction<Schema>, organizationId: string, id: string) {
    const touched = await transaction
      .updateTable('orgdesk_bulk_runs')
      .set({ expires_at: now() + lifetimeMs })
      .where('organization_id', '=', organizationId)
      .where('id', '=', id)
      .where('expires_at', '>', now())
      .returning('id')
      .executeTakeFirst();
    return touched !== undefined;
  }

  return {
    add: async ({ id, actor, request, state, startedAt, endedAt, items }) => {
      await purge();
      const rows = await rowsOf(id, items);
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('orgdesk_bulk_runs')
          .values({
            organization_id: actor.organizationId,
            id,
            actor: JSON.stringify(actor),
            request: JSON.stringify(request),
            state,
            started_at: startedAt,
            ended_at: endedAt,
            expires_at: now() + lifetimeMs,
          })
          .execute();
        if (rows.length > 0) await transaction.insertInto('orgdesk_bulk_items').values(rows).execute();
      });
    },
    read: async (organizationId, id) => {
      const run = await db
        .selectFrom('orgdesk_bulk_runs')
        .selectAll()
        .where('organization_id', '=', organizationId)
        .where('id', '=', id)
        .where('expires_at', '>', now())
        .executeTakeFirst();
      if (!run) return null;
      const rows = await db
        .selectFrom('orgdesk_bulk_items')
        .select('item')
        .where('run_id', '=', id)
        .orderBy('position')
        .execute();
      return {
        id,
        actor: JSON.parse(run.actor) as StoredRun['actor'],
        request: JSON.parse(run.request) as StoredRun['request'],
        state: run.state,
        startedAt: run.started_at,
        endedAt: run.ended_at,
        items: rows.map(({ item }) => JSON.parse(item) as BulkItem),
      };
    },
    note: async (organizationId, id, items) => {
      const rows = await rowsOf(id, items);
      await db.transaction().execute(async (transaction) => {
        if (!(await touch(transaction, organizationId, id))) return;
        for (const { user_key, item } of rows) {
          await transaction
            .updateTable('orgdesk_bulk_items')
            .set({ item })
            .where('run_id', '=', id)
            .where('user_key', '=', user_key)
            .execute();
        }
      });
    },
    end: async (organizationId, id, state) => {
      await db
        .updateTable('orgdesk_bulk_runs')
        .set({ state, ended_at: new Date(now()).toISOString(), expires_at: now() + lifetimeMs })
        .where('organization_id', '=', organizationId)
        .where('id', '=', id)
        .where('state', '=', 'running')
        .execute();
    },
  };
}
