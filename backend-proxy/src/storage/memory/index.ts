import { Expiring } from './expiring.js';
import { createMemoryDeletions } from './deletions.js';
import { createMemoryLedger } from './invitations.js';
import { createMemoryLocks } from './locks.js';
import { createMemoryRuns } from './runs.js';
import { createMemoryTrail } from './activity.js';
import { createRecentChanges } from '../recent-changes.js';
import type { IdempotencyClaim, Storage, StoredAnswer } from '../storage.js';

const keyLifetimeMs = 24 * 60 * 60 * 1000;
const demotionLifetimeMs = 30 * 24 * 60 * 60 * 1000;

/** For one process. Nothing survives it. */
export function createMemoryStorage(now: () => number = Date.now): Storage {
  const requests = new Expiring<{ readonly fingerprint: string; readonly answer: StoredAnswer | null }>(now);
  const cooldowns = new Expiring<true>(now);
  const proofs = new Expiring<true>(now);
  const demotions = new Expiring<number>(now);
  const quotas = new Expiring<{ taken: number }>(now);
  return {
    idempotency: {
      claim: async (key, fingerprint): Promise<IdempotencyClaim> => {
        const known = requests.get(key);
        if (!known) {
          requests.set(key, { fingerprint, answer: null }, keyLifetimeMs);
          return { state: 'new' };
        }
        if (known.value.fingerprint !== fingerprint) return { state: 'different' };
        const { answer } = known.value;
        return answer ? { state: 'answered', answer } : { state: 'running' };
      },
      settle: async (key, answer) => {
        const known = requests.get(key);
        if (known) requests.set(key, { ...known.value, answer }, keyLifetimeMs);
      },
      release: async (key) => requests.delete(key),
    },
    cooldowns: {
      start: async (key, seconds) => {
        const running = cooldowns.get(key);
        if (running) return Math.max(1, Math.ceil((running.expiresAt - now()) / 1000));
        cooldowns.set(key, true, seconds * 1000);
        return 0;
      },
      cancel: async (key) => cooldowns.delete(key),
    },
    quotas: {
      take: async (key, { most, seconds }) => {
        const window = quotas.get(key);
        if (!window) quotas.set(key, { taken: 1 }, seconds * 1000);
        else if (window.value.taken < most) window.value.taken += 1;
        else return Math.max(1, Math.ceil((window.expiresAt - now()) / 1000));
        return 0;
      },
      giveBack: async (key) => {
        const window = quotas.get(key);
        if (window) window.value.taken = Math.max(0, window.value.taken - 1);
      },
    },
    invitations: createMemoryLedger(now),
    activity: createMemoryTrail(),
    bulkRuns: createMemoryRuns(now),
    deletions: createMemoryDeletions(),
    recent: createRecentChanges(now),
    demotions: {
      note: async (organizationId, userId) =>
        demotions.set(JSON.stringify([organizationId, userId]), Math.floor(now() / 1000), demotionLifetimeMs),
      last: async (organizationId, userId) =>
        demotions.get(JSON.stringify([organizationId, userId]))?.value ?? null,
    },
    proofs: {
      take: async (id, seconds) => {
        if (proofs.get(id)) return false;
        proofs.set(id, true, seconds * 1000);
        return true;
      },
    },
    locks: createMemoryLocks(),
  };
}
