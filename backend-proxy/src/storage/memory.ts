import type { IdempotencyClaim, Storage, StoredAnswer } from './storage.js';

const keyLifetimeMs = 24 * 60 * 60 * 1000;
/** Of each kind; the oldest are forgotten first. */
const capacity = 50_000;

/** For one process. Nothing survives it. */
export function createMemoryStorage(now: () => number = Date.now): Storage {
  const requests = new Expiring<{ readonly fingerprint: string; readonly answer: StoredAnswer | null }>(now);
  const cooldowns = new Expiring<true>(now);
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
  };
}

interface Entry<T> {
  readonly value: T;
  readonly expiresAt: number;
}

/** A bounded map whose entries end by themselves. */
class Expiring<T> {
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry<T>>();

  constructor(now: () => number) {
    this.#now = now;
  }

  get(key: string): Entry<T> | undefined {
    const entry = this.#entries.get(key);
    return entry && entry.expiresAt > this.#now() ? entry : undefined;
  }

  set(key: string, value: T, lifetimeMs: number): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, expiresAt: this.#now() + lifetimeMs });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= capacity) return;
      this.#entries.delete(oldest);
    }
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}
