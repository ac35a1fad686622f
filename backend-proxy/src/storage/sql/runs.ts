import type { Selectable, Transaction } from 'kysely';
import type { BulkItem } from '../../../../src/contract/index.js';
import type { Database } from './database.js';
import { keyOf } from './keys.js';
import type { Purge } from './purge.js';
import type { Schema } from './schema.js';
import type { BulkRuns, StoredRun } from '../storage.js';

/** Counted from the last change. */
const lifetimeMs = 24 * 60 * 60 * 1000;

export function createBulkRuns({ db, now, sharedTime }: Database, purge: Purge): BulkRuns {
  async function rowsOf(id: string, items: readonly BulkItem[]) {
    const rows = items.map(async (item, position) => ({
      run_id: id,
      user_key: await keyOf(item.userId),
      position,
      item: JSON.stringify(item),
    }));
    return Promise.all(rows);
  }

  async function withItems(run: Selectable<Schema['orgdesk_bulk_runs']>): Promise<StoredRun> {
    const rows = await db
      .selectFrom('orgdesk_bulk_items')
      .select('item')
      .where('run_id', '=', run.id)
      .orderBy('position')
      .execute();
    return {
      id: run.id,
      actor: JSON.parse(run.actor) as StoredRun['actor'],
      request: JSON.parse(run.request) as StoredRun['request'],
      state: run.state,
      startedAt: run.started_at,
      endedAt: run.ended_at,
      permissionsAtStart: parseNullable<readonly string[]>(run.permissions_at_start),
      current: parseNullable<string>(run.current_user_id),
      items: rows.map(({ item }) => JSON.parse(item) as BulkItem),
    };
  }

  /** Locks the run's row until the commit. Returns whether there is such a run. */
  async function clearCurrent(transaction: Transaction<Schema>, organizationId: string, id: string) {
    const touched = await transaction
      .updateTable('orgdesk_bulk_runs')
      .set({ current_user_id: null, expires_at: now() + lifetimeMs })
      .where('organization_id', '=', organizationId)
      .where('id', '=', id)
      .where('expires_at', '>', now())
      .returning('id')
      .executeTakeFirst();
    return touched !== undefined;
  }

  return {
    add: async (run, { holder, seconds }) => {
      await purge();
      const { id, actor, request, state, startedAt, endedAt, permissionsAtStart, current } = run;
      const rows = await rowsOf(id, run.items);
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
            permissions_at_start: permissionsAtStart && JSON.stringify(permissionsAtStart),
            current_user_id: current === null ? null : JSON.stringify(current),
            lease_holder: holder,
            leased_until: sharedTime(seconds * 1000),
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
      return run ? withItems(run) : null;
    },
    claim: async ({ holder, seconds }) => {
      for (;;) {
        const abandoned = await db
          .selectFrom('orgdesk_bulk_runs')
          .select(['organization_id', 'id'])
          .where('state', '=', 'running')
          .where('leased_until', '<=', sharedTime())
          .where('expires_at', '>', now())
          .orderBy('started_at')
          .executeTakeFirst();
        if (!abandoned) return null;
        const claimed = await db
          .updateTable('orgdesk_bulk_runs')
          .set({
            lease_holder: holder,
            leased_until: sharedTime(seconds * 1000),
            expires_at: now() + lifetimeMs,
          })
          .where('organization_id', '=', abandoned.organization_id)
          .where('id', '=', abandoned.id)
          .where('state', '=', 'running')
          .where('leased_until', '<=', sharedTime())
          .returningAll()
          .executeTakeFirst();
        // Another instance was faster: look for the next run.
        if (claimed) return withItems(claimed);
      }
    },
    renew: async (organizationId, id, { holder, seconds }) => {
      await db
        .updateTable('orgdesk_bulk_runs')
        .set({ leased_until: sharedTime(seconds * 1000) })
        .where('organization_id', '=', organizationId)
        .where('id', '=', id)
        .where('state', '=', 'running')
        .where('lease_holder', '=', holder)
        .execute();
    },
    begin: async (organizationId, id, { userId, permissionsAtStart }, { holder, seconds }) => {
      const begun = await db
        .updateTable('orgdesk_bulk_runs')
        .set({
          current_user_id: JSON.stringify(userId),
          permissions_at_start: JSON.stringify(permissionsAtStart),
          leased_until: sharedTime(seconds * 1000),
          expires_at: now() + lifetimeMs,
        })
        .where('organization_id', '=', organizationId)
        .where('id', '=', id)
        .where('state', '=', 'running')
        .where('lease_holder', '=', holder)
        .returning('id')
        .executeTakeFirst();
      return begun !== undefined;
    },
    note: async (organizationId, id, items) => {
      const rows = await rowsOf(id, items);
      await db.transaction().execute(async (transaction) => {
        if (!(await clearCurrent(transaction, organizationId, id))) return;
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

function parseNullable<T>(text: string | null): T | null {
  return text === null ? null : (JSON.parse(text) as T);
}
