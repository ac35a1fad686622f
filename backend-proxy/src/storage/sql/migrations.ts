import { sql, type Kysely } from 'kysely';
import { genesisHash } from '../../audit/chain.js';
import { StorageError } from '../storage-error.js';
import { chainExistingEntries } from './activity.js';
import type { Database } from './database.js';
import type { Schema } from './schema.js';

/**
 * Statements that bring the tables from one version to the next, in SQL that SQLite and Postgres both read. Once released,
 * a migration never changes. The names have a prefix because the database may belong to the product.
 */
const migrations: readonly (readonly (string | ((db: Kysely<Schema>) => Promise<void>))[])[] = [
  [
    `create table orgdesk_idempotency (
      key text primary key, fingerprint text not null, running_until bigint not null,
      status integer, body text, expires_at bigint not null)`,
    `create table orgdesk_cooldowns (key text primary key, expires_at bigint not null)`,
    `create table orgdesk_quotas (key text primary key, taken integer not null, expires_at bigint not null)`,
    `create table orgdesk_used_proofs (key text primary key, expires_at bigint not null)`,
    `create table orgdesk_demotions (key text primary key, demoted_at bigint not null, expires_at bigint not null)`,
    `create table orgdesk_recent_changes (
      key text, property text, value text not null, expires_at bigint not null, primary key (key, property))`,
    `create table orgdesk_invitations (
      organization_id text, key text, created_at bigint not null, record text not null,
      ended_at bigint, end_state text, end_at text, primary key (organization_id, key))`,
    `create table orgdesk_activity_lengths (organization_id text primary key, length bigint not null)`,
    `create table orgdesk_activity (
      organization_id text, position bigint, actor_key text not null, target_key text, entry text not null,
      primary key (organization_id, position))`,
    `create table orgdesk_bulk_runs (
      organization_id text, id text, actor text not null, request text not null, state text not null,
      started_at text not null, ended_at text, permissions_at_start text, current_user_id text,
      lease_holder text not null, leased_until bigint not null, expires_at bigint not null,
      primary key (organization_id, id))`,
    `create table orgdesk_bulk_items (
      run_id text, user_key text, position integer not null, item text not null, primary key (run_id, user_key))`,
    `create table orgdesk_deletions (
      user_key text primary key, id text not null, try_at text not null, deletion text not null)`,
    `create table orgdesk_locks (key text primary key, holder text not null, held_until bigint not null)`,
    `create index orgdesk_idempotency_expiry on orgdesk_idempotency (expires_at)`,
    `create index orgdesk_cooldowns_expiry on orgdesk_cooldowns (expires_at)`,
    `create index orgdesk_quotas_expiry on orgdesk_quotas (expires_at)`,
    `create index orgdesk_used_proofs_expiry on orgdesk_used_proofs (expires_at)`,
    `create index orgdesk_demotions_expiry on orgdesk_demotions (expires_at)`,
    `create index orgdesk_recent_changes_expiry on orgdesk_recent_changes (expires_at)`,
    `create index orgdesk_invitations_age on orgdesk_invitations (organization_id, created_at)`,
    `create index orgdesk_activity_actor on orgdesk_activity (organization_id, actor_key, position)`,
    `create index orgdesk_activity_target on orgdesk_activity (organization_id, target_key, position)`,
    `create index orgdesk_bulk_runs_leases on orgdesk_bulk_runs (state, leased_until)`,
    `create index orgdesk_bulk_runs_expiry on orgdesk_bulk_runs (expires_at)`,
    `create index orgdesk_deletions_due on orgdesk_deletions (try_at)`,
  ],
  // Counts of results, and their order. Until now, members were processed in the order of the request.
  [
    `alter table orgdesk_bulk_runs add column size integer not null default 0`,
    `alter table orgdesk_bulk_runs add column done integer not null default 0`,
    `alter table orgdesk_bulk_runs add column refused integer not null default 0`,
    `alter table orgdesk_bulk_runs add column failed integer not null default 0`,
    `alter table orgdesk_bulk_items add column result_position integer`,
    `update orgdesk_bulk_items set result_position = position + 1 where item not like '%"state":"waiting"%'`,
    `update orgdesk_bulk_runs set size = (select count(*) from orgdesk_bulk_items where run_id = id)`,
    ...['done', 'refused', 'failed'].map(
      (state) => `update orgdesk_bulk_runs set ${state} = (
        select count(*) from orgdesk_bulk_items where run_id = id and item like '%"state":"${state}"%')`,
    ),
    `create index orgdesk_bulk_results on orgdesk_bulk_items (run_id, result_position)`,
  ],
  // The hash chain of the activity log, and its filters.
  [
    `alter table orgdesk_activity_lengths add column hash text not null default '${genesisHash}'`,
    `alter table orgdesk_activity_lengths add column start bigint not null default 0`,
    `alter table orgdesk_activity_lengths add column start_hash text not null default '${genesisHash}'`,
    `alter table orgdesk_activity add column action text not null default ''`,
    `alter table orgdesk_activity add column at text not null default ''`,
    `alter table orgdesk_activity add column details text`,
    `alter table orgdesk_activity add column hash text not null default ''`,
    chainExistingEntries,
    `create index orgdesk_activity_action on orgdesk_activity (organization_id, action, position)`,
    `create index orgdesk_activity_time on orgdesk_activity (organization_id, at)`,
  ],
  // It was assumed of every invitation that disappeared early without a new member, and never proven.
  [`update orgdesk_invitations set end_state = 'gone' where end_state = 'consumed-by-another'`],
  // Interrupted requests. Those of older versions, which may still be running, count as begun.
  [`alter table orgdesk_idempotency add column begun_at bigint default 0`],
  [
    `create table orgdesk_shared_values (
      key text primary key, value text not null, version text not null, expires_at bigint not null)`,
    `create index orgdesk_shared_values_expiry on orgdesk_shared_values (expires_at)`,
  ],
];

/** A random number that no other application is likely to lock. */
const advisoryLock = 7_306_086_967;

/**
 * Brings the tables to the version of this program. Safe when several instances start at once: they wait for each other.
 * @throws StorageError `storage_too_new`
 */
export async function migrate({ db, isPostgres }: Database): Promise<void> {
  if (!isPostgres) await createVersionTable(db);
  await db.transaction().execute(async (transaction) => {
    if (isPostgres) {
      await sql`select pg_advisory_xact_lock(${sql.lit(advisoryLock)})`.execute(transaction);
      await createVersionTable(transaction);
    }
    // The first statement is a write, so that SQLite takes its write lock before anything is read.
    await sql`insert into orgdesk_schema (id, version) values (1, 0) on conflict (id) do nothing`.execute(
      transaction,
    );
    const { version } = await transaction
      .selectFrom('orgdesk_schema')
      .select('version')
      .executeTakeFirstOrThrow();
    if (version > migrations.length) throw tooNew(version);
    for (const step of migrations.slice(version).flat())
      await (typeof step === 'string' ? sql.raw(step).execute(transaction) : step(transaction));
    await transaction.updateTable('orgdesk_schema').set({ version: migrations.length }).execute();
  });
}

function tooNew(version: number): StorageError {
  return new StorageError(
    'storage_too_new',
    `The database has version ${version}, and this program reads versions up to ${migrations.length}: ` +
      'a newer orgdesk-proxy has used it. Update this one, or use another database.',
  );
}

async function createVersionTable(db: Kysely<Schema>): Promise<void> {
  await sql`create table if not exists orgdesk_schema (id integer primary key, version integer not null)`.execute(
    db,
  );
}
