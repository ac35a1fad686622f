import type { PendingDeletions, StoredDeletion } from '../storage.js';

/** Unbounded: dropping a deletion would break the promise made to its user. */
export function createMemoryDeletions(): PendingDeletions {
  const deletions = new Map<string, StoredDeletion>();
  return {
    note: async (deletion) => void deletions.set(deletion.userId, deletion),
    read: async (userId) => deletions.get(userId) ?? null,
    take: async (userId, id) => deletions.get(userId)?.id === id && deletions.delete(userId),
    due: async (now) => [...deletions.values()].filter(({ tryAt }) => tryAt <= now),
  };
}
