import type { ActivityLog, ActivityLogEntry } from '../storage.js';

/** Entries per organization; the oldest are dropped first. */
const capacity = 1_000;
/** The least recently written organizations are dropped first. */
const maxOrganizations = 1_000;

interface Ring {
  /** Number of dropped entries, which is the position of the first remaining one. */
  first: number;
  readonly entries: ActivityLogEntry[];
}

export function createMemoryActivityLog(): ActivityLog {
  const rings = new Map<string, Ring>();

  function ringOf(organizationId: string): Ring {
    const ring = rings.get(organizationId) ?? { first: 0, entries: [] };
    rings.delete(organizationId);
    rings.set(organizationId, ring);
    for (const oldest of rings.keys()) {
      if (rings.size <= maxOrganizations) break;
      rings.delete(oldest);
    }
    return ring;
  }

  return {
    append: async (entry) => {
      const ring = ringOf(entry.organizationId);
      ring.entries.push(entry);
      if (ring.entries.length <= capacity) return;
      ring.entries.shift();
      ring.first += 1;
    },
    read: async (organizationId, { userId, before, limit }) => {
      const { first, entries } = rings.get(organizationId) ?? { first: 0, entries: [] };
      const found: { entry: ActivityLogEntry; position: number }[] = [];
      const start = Math.min(entries.length, (before ?? Infinity) - first);
      // One more than the limit, to know whether there is a next page.
      for (let index = start - 1; index >= 0 && found.length <= limit; index -= 1) {
        const entry = entries[index];
        if (entry && concerns(entry, userId)) found.push({ entry, position: first + index });
      }
      const page = found.slice(0, limit);
      return {
        entries: page.map(({ entry }) => entry),
        next: found.length > limit ? (page.at(-1)?.position ?? null) : null,
      };
    },
  };
}

function concerns({ actor, targetUserId }: ActivityLogEntry, userId: string | null): boolean {
  return userId === null || actor.userId === userId || targetUserId === userId;
}
