import type { Database } from './database.js';
import { keyOf } from './keys.js';
import type { InvitationEnd, InvitationLedger, InvitationRecord } from '../storage.js';

/** Counted from the end of an invitation: the longest life of one in Auth0. */
const lifetimeMs = 30 * 24 * 60 * 60 * 1000;
const maxListed = 2_000;
const batchSize = 1_000;

interface Row {
  readonly record: string;
  readonly end_state: string | null;
  readonly end_at: string | null;
}

export function createInvitationLedger({ db, now }: Database): InvitationLedger {
  const note: InvitationLedger['note'] = async (organizationId, records) => {
    // Postgres refuses a statement that writes one row twice, and two that lock rows in different orders.
    const rows = new Map<string, Awaited<ReturnType<typeof toRow>>>();
    for (const record of records) {
      const row = await toRow(organizationId, record);
      rows.set(row.key, row);
    }
    const sorted = [...rows.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    for (let start = 0; start < sorted.length; start += batchSize) {
      await db
        .insertInto('orgdesk_invitations')
        .values(sorted.slice(start, start + batchSize))
        .onConflict((conflict) =>
          conflict.columns(['organization_id', 'key']).doUpdateSet(({ ref, fn }) => ({
            created_at: ref('excluded.created_at'),
            record: ref('excluded.record'),
            ended_at: fn.coalesce('orgdesk_invitations.ended_at', 'excluded.ended_at'),
            end_state: fn.coalesce('orgdesk_invitations.end_state', 'excluded.end_state'),
            end_at: fn.coalesce('orgdesk_invitations.end_at', 'excluded.end_at'),
          })),
        )
        .execute();
    }
    await db
      .deleteFrom('orgdesk_invitations')
      .where('organization_id', '=', organizationId)
      .where('ended_at', '<', now() - lifetimeMs)
      .execute();
  };

  return {
    note,
    settle: async (organizationId, id, end) => {
      await db
        .updateTable('orgdesk_invitations')
        .set(endColumns(end))
        .where('organization_id', '=', organizationId)
        .where('key', '=', await keyOf(id))
        .where(({ eb, or }) => or([eb('end_state', 'is', null), eb('end_state', '=', 'gone')]))
        .execute();
    },
    read: async (organizationId, id) => {
      const row = await db
        .selectFrom('orgdesk_invitations')
        .select(['record', 'end_state', 'end_at'])
        .where('organization_id', '=', organizationId)
        .where('key', '=', await keyOf(id))
        .executeTakeFirst();
      return row ? toRecord(row) : null;
    },
    list: async (organizationId) => {
      const rows = await db
        .selectFrom('orgdesk_invitations')
        .select(['record', 'end_state', 'end_at'])
        .where('organization_id', '=', organizationId)
        .orderBy('created_at', 'desc')
        .limit(maxListed)
        .execute();
      return rows.map(toRecord);
    },
  };
}

async function toRow(organizationId: string, { end, ...record }: InvitationRecord) {
  return {
    organization_id: organizationId,
    key: await keyOf(record.id),
    created_at: Date.parse(record.createdAt) || 0,
    record: JSON.stringify(record),
    ...endColumns(end),
  };
}

function endColumns(end: InvitationEnd | null) {
  if (!end) return { ended_at: null, end_state: null, end_at: null };
  return { ended_at: Date.parse(end.at) || 0, end_state: end.state, end_at: end.at };
}

function toRecord({ record, end_state: state, end_at: at }: Row): InvitationRecord {
  const end = state !== null && at !== null ? { state: state as InvitationEnd['state'], at } : null;
  return { ...(JSON.parse(record) as Omit<InvitationRecord, 'end'>), end };
}
