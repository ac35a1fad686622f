import { sql, type Selectable } from 'kysely';
import type { BulkItem } from '../../../../src/contract/index.js';
import type { Database } from './database.js';
import { keyOf } from './keys.js';
import type { Purge } from './purge.js';
import type { Schema } from './schema.js';
import type { BulkRuns, RunResult, StoredRun } from '../storage.js';

/** Counted from the last change. */
const lifetimeMs = 24 * 60 * 60 * 1000;
/** Databases limit the number of values in a statement: SQLite to 32,766. */
const rowsPerInsert = 1_000;

export function createBulkRuns({ db, now, sharedTime }: Database, purge: Purge): BulkRuns {
  const runOf = (organizationId: string, id: string) =>
    db.updateTable('orgdesk_bulk_runs').where('organization_id', '=', organizationId).where('id', '=', id);

  async function waitingOf(id: string): Promise<readonly string[]> {
    const rows = await db
      .selectFrom('orgdesk_bulk_items')
      .select('item')
      .where('run_id', '=', id)
      .where('result_position', 'is', null)
      .orderBy('position')
      .execute();
    return rows.map(({ item }) => (JSON.parse(item) as BulkItem).userId);
  }

  return {
    add: async (run, userIds, { holder, seconds }) => {
      await purge();
      const { id, actor, request, state, startedAt, endedAt, permissionsAtStart, current } = run;
      const rows = await Promise.all(
        userIds.map(async (userId, position) => {
          const item = JSON.stringify({ userId, state: 'waiting' } satisfies BulkItem);
          return { run_id: id, user_key: await keyOf(userId), position, item };
        }),
      );
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
            size: rows.length,
            done: 0,
            refused: 0,
            failed: 0,
          })
          .execute();
        for (let from = 0; from < rows.length; from += rowsPerInsert) {
          const some = rows.slice(from, from + rowsPerInsert);
          await transaction.insertInto('orgdesk_bulk_items').values(some).execute();
        }
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
      return run ? toStored(run) : null;
    },
    results: async (organizationId, id, { after, limit }) => {
      const rows = await db
        .selectFrom('orgdesk_bulk_items as item')
        .innerJoin('orgdesk_bulk_runs as run', 'run.id', 'item.run_id')
        .select('item.item')
        .where('run.organization_id', '=', organizationId)
        .where('run.expires_at', '>', now())
        .where('item.run_id', '=', id)
        .where('item.result_position', '>', after)
        .orderBy('item.result_position')
        .limit(limit)
        .execute();
      return rows.map(({ item }) => JSON.parse(item) as RunResult);
    },
    claim: async ({ holder, seconds }) => {
      for (;;) {
        const abandoned = await db
          .selectFrom('orgdesk_bulk_runs')
          .select(['organization_id', 'id'])
          .where(isToProcess)
          .where('leased_until', '<=', sharedTime())
          .where('expires_at', '>', now())
          .orderBy('started_at')
          .executeTakeFirst();
        if (!abandoned) return null;
        const claimed = await runOf(abandoned.organization_id, abandoned.id)
          .set({
            lease_holder: holder,
            leased_until: sharedTime(seconds * 1000),
            expires_at: now() + lifetimeMs,
          })
          .where(isToProcess)
          .where('leased_until', '<=', sharedTime())
          .returningAll()
          .executeTakeFirst();
        // Another instance was faster: look for the next run.
        if (claimed) return { run: toStored(claimed), waiting: await waitingOf(claimed.id) };
      }
    },
    renew: async (organizationId, id, { holder, seconds }) => {
      await runOf(organizationId, id)
        .set({ leased_until: sharedTime(seconds * 1000) })
        .where('ended_at', 'is', null)
        .where('lease_holder', '=', holder)
        .execute();
    },
    begin: async (organizationId, id, { userId, permissionsAtStart }, { holder, seconds }) => {
      const current = JSON.stringify(userId);
      const begun = await runOf(organizationId, id)
        .set({
          current_user_id: current,
          permissions_at_start: JSON.stringify(permissionsAtStart),
          leased_until: sharedTime(seconds * 1000),
          expires_at: now() + lifetimeMs,
        })
        .where('ended_at', 'is', null)
        .where((where) => where.or([where('state', '=', 'running'), where('current_user_id', '=', current)]))
        .where('lease_holder', '=', holder)
        .returning('id')
        .executeTakeFirst();
      return begun !== undefined;
    },
    note: async (organizationId, id, results, { holder }) => {
      const rows = await Promise.all(
        results.map(async (result) => ({ result, key: await keyOf(result.userId) })),
      );
      return db.transaction().execute(async (transaction) => {
        const ofRun = transaction
          .updateTable('orgdesk_bulk_runs')
          .where('organization_id', '=', organizationId)
          .where('id', '=', id);
        // Locks the run's row until the commit.
        const run = await ofRun
          .set({ current_user_id: null, expires_at: now() + lifetimeMs })
          .where('lease_holder', '=', holder)
          .where('expires_at', '>', now())
          .returning(['done', 'refused', 'failed'])
          .executeTakeFirst();
        if (!run) return false;
        const counts = { ...run };
        for (const { result, key } of rows) {
          const noted = await transaction
            .updateTable('orgdesk_bulk_items')
            .set({
              item: JSON.stringify(result),
              result_position: counts.done + counts.refused + counts.failed + 1,
            })
            .where('run_id', '=', id)
            .where('user_key', '=', key)
            .where('result_position', 'is', null)
            .returning('user_key')
            .executeTakeFirst();
          if (noted) counts[result.state] += 1;
        }
        if (rows.length > 0) await ofRun.set(counts).execute();
        return true;
      });
    },
    finish: async (organizationId, id, { holder }) => {
      await runOf(organizationId, id)
        .set((set) => ({
          leased_until: sharedTime(),
          state: set
            .case()
            .when(isComplete)
            .then(sql<StoredRun['state']>`'done'`)
            .when('state', '=', 'stopping')
            .then(sql<StoredRun['state']>`'cancelled'`)
            .else(set.ref('state'))
            .end(),
          ended_at: set
            .case()
            .when(set.or([isComplete, set('state', '=', 'stopping')]))
            .then(new Date(now()).toISOString())
            .else(null)
            .end(),
        }))
        .where('ended_at', 'is', null)
        .where('current_user_id', 'is', null)
        .where('lease_holder', '=', holder)
        .execute();
    },
    setPaused: async (organizationId, id, isPaused) => {
      await runOf(organizationId, id)
        .set({ state: isPaused ? 'paused' : 'running', expires_at: now() + lifetimeMs })
        .where('state', '=', isPaused ? 'running' : 'paused')
        .execute();
    },
    cancel: async (organizationId, id) => {
      const isIdle = sql<boolean>`current_user_id is null`;
      await runOf(organizationId, id)
        .set((set) => ({
          state: set
            .case()
            .when(isIdle)
            .then(sql<StoredRun['state']>`'cancelled'`)
            .else(sql<StoredRun['state']>`'stopping'`)
            .end(),
          ended_at: set.case().when(isIdle).then(new Date(now()).toISOString()).else(null).end(),
          expires_at: now() + lifetimeMs,
        }))
        .where('ended_at', 'is', null)
        .execute();
    },
  };
}

const isToProcess = sql<boolean>`(state in ('running', 'stopping') or (state = 'paused' and current_user_id is not null))`;
const isComplete = sql<boolean>`done + refused + failed = size`;

function toStored(run: Selectable<Schema['orgdesk_bulk_runs']>): StoredRun {
  const { size, done, refused, failed } = run;
  return {
    id: run.id,
    actor: JSON.parse(run.actor) as StoredRun['actor'],
    request: JSON.parse(run.request) as StoredRun['request'],
    state: run.state,
    startedAt: run.started_at,
    endedAt: run.ended_at,
    counts: { waiting: size - done - refused - failed, done, refused, failed },
    permissionsAtStart: parseNullable<readonly string[]>(run.permissions_at_start),
    current: parseNullable<string>(run.current_user_id),
  };
}

function parseNullable<T>(text: string | null): T | null {
  return text === null ? null : (JSON.parse(text) as T);
}
