import type { InvitationLedger, InvitationRecord } from '../storage.js';

/** Records per organization. Auth0 lists at most 1,000. */
const capacity = 2_000;
/** Counted from the end of an invitation: the longest life of one in Auth0. */
const lifetimeMs = 30 * 24 * 60 * 60 * 1000;

export function createMemoryLedger(now: () => number): InvitationLedger {
  const organizations = new Map<string, Map<string, InvitationRecord>>();

  const recordsOf = (organizationId: string) => {
    const records = organizations.get(organizationId) ?? new Map<string, InvitationRecord>();
    organizations.set(organizationId, records);
    return records;
  };

  return {
    note: async (organizationId, noted) => {
      const records = recordsOf(organizationId);
      for (const record of noted) {
        records.set(record.id, { ...record, end: records.get(record.id)?.end ?? record.end });
      }
      trim(records, now());
    },
    settle: async (organizationId, id, end) => {
      const records = recordsOf(organizationId);
      const record = records.get(id);
      if (record && (!record.end || record.end.state === 'gone')) records.set(id, { ...record, end });
    },
    read: async (organizationId, id) => organizations.get(organizationId)?.get(id) ?? null,
    list: async (organizationId) =>
      [...(organizations.get(organizationId)?.values() ?? [])].sort(newestFirst),
  };
}

/** Drops records that ended long ago and, above the capacity, the oldest. */
function trim(records: Map<string, InvitationRecord>, now: number): void {
  for (const { id, end } of records.values()) {
    if (end && Date.parse(end.at) + lifetimeMs < now) records.delete(id);
  }
  if (records.size <= capacity) return;
  for (const { id } of [...records.values()].sort(newestFirst).slice(capacity)) records.delete(id);
}

function newestFirst(a: InvitationRecord, b: InvitationRecord): number {
  return Date.parse(b.createdAt) - Date.parse(a.createdAt);
}
