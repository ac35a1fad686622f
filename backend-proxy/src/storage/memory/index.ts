import { Expiring } from './expiring.js';
import { createMemoryActivityLog } from './activity.js';
import { createMemoryDeletions } from './deletions.js';
import { createMemoryLedger } from './invitations.js';
import { createMemoryLocks } from './locks.js';
import { createMemoryRecentChanges } from './recent-changes.js';
import { createMemoryRuns } from './runs.js';
import type {
  Cooldowns,
  Demotions,
  IdempotencyRecords,
  Quotas,
  SharedValue,
  SharedValues,
  Storage,
  StoredAnswer,
} from '../storage.js';

const keyLifetimeMs = 24 * 60 * 60 * 1000;
const demotionLifetimeMs = 30 * 24 * 60 * 60 * 1000;

/** Creates storage that lasts as long as the process. Bounded: under memory pressure the oldest records go first. */
export function createMemoryStorage(now: () => number = Date.now): Storage {
  const proofs = new Expiring<true>(now);
  return {
    knownSince: now(),
    idempotency: createIdempotencyRecords(now),
    cooldowns: createCooldowns(now),
    quotas: createQuotas(now),
    invitations: createMemoryLedger(now),
    activity: createMemoryActivityLog(),
    bulkRuns: createMemoryRuns(now),
    deletions: createMemoryDeletions(),
    recent: createMemoryRecentChanges(now),
    demotions: createDemotions(now),
    proofs: {
      take: async (id, seconds) => {
        if (proofs.get(id)) return false;
        proofs.set(id, true, seconds * 1000);
        return true;
      },
    },
    locks: createMemoryLocks(),
    shared: createSharedValues(now),
    close: async () => {},
  };
}

interface Request {
  readonly fingerprint: string;
  readonly runningUntil: number;
  /** When its first write was about to be sent. */
  readonly begunAt: number | null;
  readonly answer: StoredAnswer | null;
}

function createIdempotencyRecords(now: () => number): IdempotencyRecords {
  const requests = new Expiring<Request>(now);
  const change = (key: string, changes: Partial<Request>) => {
    const known = requests.get(key)?.value;
    if (known) requests.set(key, { ...known, ...changes }, keyLifetimeMs);
  };
  return {
    claim: async (key, fingerprint, runningSeconds) => {
      const known = requests.get(key)?.value;
      const runningUntil = now() + runningSeconds * 1000;
      if (!known) {
        requests.set(key, { fingerprint, runningUntil, begunAt: null, answer: null }, keyLifetimeMs);
        return { state: 'new' };
      }
      if (known.fingerprint !== fingerprint) return { state: 'different' };
      if (known.answer) return { state: 'answered', answer: known.answer };
      if (known.runningUntil > now()) return { state: 'running' };
      change(key, { runningUntil });
      return known.begunAt === null ? { state: 'new' } : { state: 'unknown', since: known.begunAt };
    },
    begin: async (key) => {
      const begunAt = requests.get(key)?.value.begunAt ?? now();
      change(key, { begunAt });
      return begunAt;
    },
    settle: async (key, answer) => change(key, { answer }),
    release: async (key) => requests.delete(key),
    suspend: async (key) => change(key, { runningUntil: now() }),
  };
}

function createCooldowns(now: () => number): Cooldowns {
  const cooldowns = new Expiring<true>(now);
  const secondsLeft = (key: string) => {
    const running = cooldowns.get(key);
    return running ? Math.max(1, Math.ceil((running.expiresAt - now()) / 1000)) : 0;
  };
  return {
    start: async (key, seconds) => {
      const left = secondsLeft(key);
      if (left === 0) cooldowns.set(key, true, seconds * 1000);
      return left;
    },
    left: async (key) => secondsLeft(key),
    cancel: async (key) => cooldowns.delete(key),
  };
}

function createQuotas(now: () => number): Quotas {
  const windows = new Expiring<{ taken: number }>(now);
  return {
    take: async (key, { max, seconds }) => {
      const window = windows.get(key);
      if (!window) windows.set(key, { taken: 1 }, seconds * 1000);
      else if (window.value.taken < max) window.value.taken += 1;
      else return Math.max(1, Math.ceil((window.expiresAt - now()) / 1000));
      return 0;
    },
    giveBack: async (key) => {
      const window = windows.get(key);
      if (window) window.value.taken = Math.max(0, window.value.taken - 1);
    },
  };
}

function createSharedValues(now: () => number): SharedValues {
  const values = new Expiring<SharedValue>(now);
  return {
    read: async (key) => values.get(key)?.value ?? null,
    replace: async (key, was, { value, seconds }) => {
      if (values.get(key)?.value.version !== was?.version) return null;
      const stored = { value, version: crypto.randomUUID(), expiresAt: now() + seconds * 1000 };
      values.set(key, stored, seconds * 1000);
      return stored;
    },
  };
}

function createDemotions(now: () => number): Demotions {
  const demotions = new Expiring<number>(now);
  const keyOf = (organizationId: string, userId: string) => JSON.stringify([organizationId, userId]);
  return {
    note: async (organizationId, userId) =>
      demotions.set(keyOf(organizationId, userId), Math.floor(now() / 1000), demotionLifetimeMs),
    last: async (organizationId, userId) => demotions.get(keyOf(organizationId, userId))?.value ?? null,
  };
}
