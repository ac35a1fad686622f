/**
 * What the proxy has to remember between requests. Everything here is lost with the process in the memory version:
 * two instances, or a restart, may send a mail twice.
 */
export interface Storage {
  readonly idempotency: IdempotencyRecords;
  readonly cooldowns: Cooldowns;
}

/** What a request was answered the first time. */
export interface StoredAnswer {
  readonly status: number;
  readonly body: string;
}

export type IdempotencyClaim =
  | { readonly state: 'new' }
  | { readonly state: 'running' }
  /** The key stands for another request. */
  | { readonly state: 'different' }
  | { readonly state: 'answered'; readonly answer: StoredAnswer };

/** https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/ */
export interface IdempotencyRecords {
  /** Takes a key for a request, told from others by its fingerprint; of several at once exactly one is told `new`. */
  claim(key: string, fingerprint: string): Promise<IdempotencyClaim>;
  /** Keeps the answer for as long as keys are remembered. */
  settle(key: string, answer: StoredAnswer): Promise<void>;
  /** Forgets a request that came to nothing, so that it may be tried again under the same key. */
  release(key: string): Promise<void>;
}

export interface Cooldowns {
  /** Starts a cool-down and answers 0, or answers how many whole seconds the one under way still takes. */
  start(key: string, seconds: number): Promise<number>;
  cancel(key: string): Promise<void>;
}
