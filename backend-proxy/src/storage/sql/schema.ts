/** Tables of the SQL storage, as of the latest migration. Times are milliseconds since the epoch. */
import type { Generated } from 'kysely';
import type { StoredRun } from '../storage.js';

export interface Schema {
  orgdesk_schema: { readonly id: number; readonly version: number };
  orgdesk_idempotency: {
    readonly key: string;
    readonly fingerprint: string;
    readonly running_until: number;
    /** When the first write was about to be sent; `null` before, 0 in rows of older versions. */
    readonly begun_at: number | null;
    readonly status: number | null;
    readonly body: string | null;
    readonly expires_at: number;
  };
  orgdesk_cooldowns: { readonly key: string; readonly expires_at: number };
  orgdesk_quotas: { readonly key: string; readonly taken: number; readonly expires_at: number };
  orgdesk_used_proofs: { readonly key: string; readonly expires_at: number };
  orgdesk_shared_values: {
    readonly key: string;
    readonly value: string;
    readonly version: string;
    readonly expires_at: number;
  };
  orgdesk_demotions: { readonly key: string; readonly demoted_at: number; readonly expires_at: number };
  /** One row per changed property, so that concurrent changes merge. */
  orgdesk_recent_changes: {
    readonly key: string;
    readonly property: string;
    readonly value: string;
    readonly expires_at: number;
  };
  orgdesk_invitations: {
    readonly organization_id: string;
    readonly key: string;
    readonly created_at: number;
    /** JSON of the record without its end. */
    readonly record: string;
    readonly ended_at: number | null;
    readonly end_state: string | null;
    readonly end_at: string | null;
  };
  orgdesk_activity_lengths: {
    readonly organization_id: string;
    readonly length: Generated<number>;
    /** Of the last entry. */
    readonly hash: string;
    /** The position of the first entry that is kept. */
    readonly start: Generated<number>;
    /** Of the entry before it. */
    readonly start_hash: Generated<string>;
  };
  orgdesk_activity: {
    readonly organization_id: string;
    readonly position: number;
    readonly actor_key: string;
    readonly target_key: string | null;
    readonly action: string;
    /** RFC 3339 in UTC with milliseconds, which sorts as text. */
    readonly at: string;
    /** Canonical JSON, covered by the hash. */
    readonly entry: string;
    /** JSON of the personal data, whose digest is in the entry; `null` once erased. */
    readonly details: string | null;
    readonly hash: string;
  };
  orgdesk_bulk_runs: {
    readonly organization_id: string;
    readonly id: string;
    readonly actor: string;
    readonly request: string;
    readonly state: StoredRun['state'];
    readonly started_at: string;
    readonly ended_at: string | null;
    /** JSON, as the next one. */
    readonly permissions_at_start: string | null;
    readonly current_user_id: string | null;
    readonly lease_holder: string;
    readonly leased_until: number;
    readonly expires_at: number;
    readonly size: number;
    /** How many results there are of each kind. */
    readonly done: number;
    readonly refused: number;
    readonly failed: number;
  };
  orgdesk_bulk_items: {
    readonly run_id: string;
    readonly user_key: string;
    /** In the request, from 0. */
    readonly position: number;
    readonly item: string;
    /** Among the results, from 1; `null` until there is one. */
    readonly result_position: number | null;
  };
  orgdesk_deletions: {
    readonly user_key: string;
    readonly id: string;
    /** RFC 3339 in UTC with milliseconds, which sorts as text. */
    readonly try_at: string;
    readonly deletion: string;
  };
  orgdesk_locks: { readonly key: string; readonly holder: string; readonly held_until: number };
}
