/** Keeps what is known of the rate limits with every instance that shares the storage. */
import type { SharedValue, SharedValues } from '../storage/storage.js';
import { RateLimits } from './rate-limits.js';

/** May run more than once: on what is known here, and on what all instances know. Changes nothing else. */
type Change<T> = (limits: RateLimits, now: number) => T;

export interface RateLimitStore {
  /** What is known here. Other instances can have taken calls since. */
  readonly known: RateLimits;
  /** Makes a change, and calls back with its result as soon as it is agreed with the other instances. */
  change<T>(change: Change<T>, done: (result: T) => void): void;
  /** Makes a change here at once, and lets the other instances know with the next one, or soon. */
  note(change: Change<void>): void;
}

interface PendingChange {
  /** Makes the change, and returns how to call back with its result. */
  readonly make: (limits: RateLimits, now: number) => () => void;
  /** Calls back with what the change resulted in here. */
  readonly settleAlone: () => void;
}

/** How long notes wait for a change to be shared with: each write of a database costs more than the rest of a call. */
const noteDelayMs = 100;
/** Longer than the largest bucket takes to be full again. */
const lifetimeSeconds = 60 * 60;

/**
 * The calls of every instance come out of the same buckets. The clocks of the instances should agree to within a second.
 * @param key - Of the tenant.
 */
export function createRateLimitStore(values: SharedValues, key: string): RateLimitStore {
  let known = new RateLimits();
  /** What this instance has stored last. If no other has since, it needn't be read again. */
  let stored: SharedValue | null = null;
  let pending: readonly PendingChange[] = [];
  let isSharing = false;
  let noteTimer: { readonly id: ReturnType<typeof setTimeout>; readonly dueAt: number } | undefined;

  async function share(changes: readonly PendingChange[]): Promise<readonly (() => void)[]> {
    for (;;) {
      const was = stored ?? (await values.read(key));
      stored = null;
      const limits = was ? RateLimits.parse(was.value) : new RateLimits();
      const settle = changes.map(({ make }) => make(limits, Date.now()));
      const next = { value: JSON.stringify(limits), seconds: lifetimeSeconds };
      stored = await values.replace(key, was, next);
      if (!stored) continue;
      known = limits;
      for (const { make } of pending) make(known, Date.now());
      return settle;
    }
  }

  async function shareAll(): Promise<void> {
    if (isSharing) return;
    clearTimeout(noteTimer?.id);
    noteTimer = undefined;
    isSharing = true;
    while (pending.length > 0) {
      const changes = pending;
      pending = [];
      // If the storage fails, Auth0's answers still tell what is left.
      const alone = () => changes.map(({ settleAlone }) => settleAlone);
      for (const settle of await share(changes).catch(alone)) settle();
    }
    isSharing = false;
  }

  function shareSoon(): void {
    if (isSharing) return;
    const now = Date.now();
    // Some platforms drop timers together with the request that set them.
    if (noteTimer && now > noteTimer.dueAt + noteDelayMs) return void shareAll();
    noteTimer ??= { id: setTimeout(() => void shareAll(), noteDelayMs), dueAt: now + noteDelayMs };
  }

  return {
    get known() {
      return known;
    },
    note: (change) => {
      const settle = () => {};
      const make: PendingChange['make'] = (limits, now) => {
        change(limits, now);
        return settle;
      };
      pending = [...pending, { make, settleAlone: make(known, Date.now()) }];
      shareSoon();
    },
    change: (change, done) => {
      const make: PendingChange['make'] = (limits, now) => {
        const result = change(limits, now);
        return () => done(result);
      };
      // What is decided next already counts with it.
      pending = [...pending, { make, settleAlone: make(known, Date.now()) }];
      // Together with what is decided in the same turn.
      if (!isSharing) queueMicrotask(() => void shareAll());
    },
  };
}
