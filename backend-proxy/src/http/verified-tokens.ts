/** Remembers verified access tokens: checking a signature costs more than everything else about a token. */
import type { SigningKeys } from './signing-keys.js';

/** Together with the longest token it bounds the memory: 2,000 of 4,000 characters are 8 MB. */
const maxTokens = 2_000;
const maxTokenLength = 4_000;

interface Entry<T> {
  readonly value: T;
  /** In seconds since the epoch. */
  readonly expiresAt: number;
  readonly timesRead: number;
}

/**
 * A token stays known until it expires, and no longer than the tenant's keys with which it was verified: once a minute they
 * are read again, and with it every token is verified again. What depends on more than the token doesn't belong here: its
 * binding to a key, and the permissions that the person still has.
 */
export class VerifiedTokens<T> {
  readonly #entries = new Map<string, Entry<T>>();
  readonly #keys: SigningKeys;

  constructor(keys: SigningKeys) {
    this.#keys = keys;
  }

  /** Number of tokens. */
  get size(): number {
    return this.#entries.size;
  }

  find(token: string): T | undefined {
    const entry = this.#entries.get(token);
    if (!entry) return undefined;
    const isCurrent = this.#keys.set.fresh && entry.timesRead === this.#keys.timesRead();
    if (isCurrent && Date.now() < entry.expiresAt * 1000) return entry.value;
    this.#entries.delete(token);
    return undefined;
  }

  /**
   * @param expiresAt - In seconds since the epoch.
   * @param timesRead - How often the keys had been read when the verification began: meanwhile its key may be gone.
   */
  remember(token: string, value: T, { expiresAt, timesRead }: Omit<Entry<T>, 'value'>): void {
    if (token.length > maxTokenLength) return;
    this.#entries.set(token, { value, expiresAt, timesRead });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > maxTokens && oldest !== undefined) this.#entries.delete(oldest);
  }
}
