import { entryOf, genesisHash, linkEntry, type ChainLink } from '../../audit/chain.js';
import type { ActivityLog, ActivityLogEntry, ActivityQuery } from '../storage.js';
import { createMemoryLocks } from './locks.js';

/** Entries per organization; the oldest are dropped first. */
const capacity = 1_000;
/** The least recently written organizations are dropped first. */
const maxOrganizations = 1_000;

interface Ring {
  /** Number of dropped entries, which is the position of the first remaining one. */
  first: number;
  /** The hash of the entry before the first. */
  firstHash: string;
  readonly links: ChainLink[];
}

export function createMemoryActivityLog(): ActivityLog {
  const rings = new Map<string, Ring>();
  const locks = createMemoryLocks();

  function ringOf(organizationId: string): Ring {
    const ring = rings.get(organizationId) ?? { first: 0, firstHash: genesisHash, links: [] };
    rings.delete(organizationId);
    rings.set(organizationId, ring);
    for (const oldest of rings.keys()) {
      if (rings.size <= maxOrganizations) break;
      rings.delete(oldest);
    }
    return ring;
  }

  function dropFirst(ring: Ring): void {
    ring.firstHash = ring.links.shift()?.hash ?? ring.firstHash;
    ring.first += 1;
  }

  return {
    // Hashing is asynchronous.
    append: (entry) =>
      locks.hold(entry.organizationId, async () => {
        const ring = ringOf(entry.organizationId);
        const { first, firstHash, links } = ring;
        const end = { length: first + links.length, hash: links.at(-1)?.hash ?? firstHash };
        links.push(await linkEntry(entry, end));
        if (links.length > capacity) dropFirst(ring);
      }),
    read: async (organizationId, query) => {
      const { first, links } = rings.get(organizationId) ?? { first: 0, links: [] };
      const found: { entry: ActivityLogEntry; position: number }[] = [];
      const start = Math.min(links.length, (query.before ?? Infinity) - first);
      // One more than the limit, to know whether there is a next page.
      for (let index = start - 1; index >= 0 && found.length <= query.limit; index -= 1) {
        const link = links[index];
        const entry = link && entryOf(link);
        if (entry && matches(entry, query)) found.push({ entry, position: first + index });
      }
      const page = found.slice(0, query.limit);
      return {
        entries: page.map(({ entry }) => entry),
        next: found.length > query.limit ? (page.at(-1)?.position ?? null) : null,
      };
    },
    chains: async () =>
      [...rings].map(([organizationId, { first, firstHash, links }]) => ({
        organizationId,
        start: first,
        startHash: firstHash,
        length: first + links.length,
        hash: links.at(-1)?.hash ?? firstHash,
      })),
    links: async (organizationId, { after, limit }) => {
      const { first, links } = rings.get(organizationId) ?? { first: 0, links: [] };
      const from = Math.max(0, after + 1 - first);
      return links
        .slice(from, from + limit)
        .map((link, index) => ({ ...link, position: first + from + index }));
    },
    dropBefore: async (time) => {
      for (const [organizationId, ring] of rings)
        await locks.hold(organizationId, async () => {
          while (ring.links[0] && entryOf(ring.links[0]).at < time) dropFirst(ring);
        });
    },
  };
}

function matches(
  { actor, targetUserId, action, at }: ActivityLogEntry,
  { userId, action: wanted, from, to }: ActivityQuery,
): boolean {
  return (
    (userId === null || actor.userId === userId || targetUserId === userId) &&
    (wanted === null || action === wanted) &&
    (from === null || at >= from) &&
    (to === null || at < to)
  );
}
