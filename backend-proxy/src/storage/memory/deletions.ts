import type { PendingDeletions, StoredDeletion } from '../storage.js';

/** No bound but the number of people: to forget one would be to break a promise. */
export function createMemoryDeletions(): PendingDeletions {
  const deletions = new Map<string, StoredDeletion>();
  return {
    note: async (deletion) => void deletions.set(deletion.userId, deletion),
    read: async (userId) => deletions.get(userId) ?? null,
    take: async (userId, id) => deletions.get(userId)?.id === id && deletions.delete(userId),
    due: async (now) => [...deletions.values()].filter(({ tryAt }) => tryAt <= now),
  };
}
