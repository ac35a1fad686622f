/**
 * Starts calls to the Management API no sooner than Auth0's rate limits allow, so that the proxy causes no 429 itself.
 * Calls that someone waits for go before background work, and organizations take turns.
 *
 * The limits are the whole tenant's, sign-ins included. Every response says what is left.
 * https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy/rate-limit-use-cases
 */
import { RateLimitBucket } from './rate-limit-bucket.js';
import { others } from './rate-limit-groups.js';

interface ScheduledCall {
  /** From `rateLimitGroup`. */
  readonly group: string;
  /** In milliseconds since the epoch. */
  readonly startBy: number;
  readonly organizationId: string;
  readonly isBackground: boolean;
}

/** Ends a call that was started. @param response - `null` if there was none. */
export type EndCall = (response: Pick<Response, 'status' | 'headers'> | null) => void;

/** Numbers of calls that wait. */
export interface WaitingCalls {
  readonly interactive: number;
  readonly background: number;
}

interface WaitingCall extends ScheduledCall {
  readonly queuedAt: number;
  readonly turn: number;
  /** Called with `null` if the call can't start in time. */
  readonly start: (end: EndCall | null) => void;
}

/** The smallest bucket that Auth0 documents: assumed until a response says more. */
const smallestLimit = 2;
/** Calls in flight of a group whose limit isn't known yet. */
const maxProbes = 2;
/** A panel in constant use must not stop a bulk run: after this time, one background call goes first. */
const maxYieldMs = 2_000;

export class CallScheduler {
  readonly #limits = new Map<string, number>();
  /** The first limit that any response told, until one of the group `others` did. */
  #firstLimit: number | null = null;
  readonly #buckets = new Map<string, RateLimitBucket>();
  readonly #shared = new RateLimitBucket(smallestLimit, Date.now());
  readonly #probes = new Map<string, number>();

  #waiting: readonly WaitingCall[] = [];
  /** The turn of each organization's last call. */
  readonly #turns = new Map<string, number>();
  #turn = 0;
  #backgroundAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Calls that wait for the rate limits: those that someone waits for, and those of background work. */
  get waiting(): WaitingCalls {
    const background = this.#waiting.filter(({ isBackground }) => isBackground).length;
    return { interactive: this.#waiting.length - background, background };
  }

  /** Resolves when the call can start; with `null` if that isn't possible in time, or when the wait is stopped. */
  start(call: ScheduledCall, stopWaiting?: AbortSignal): Promise<EndCall | null> {
    return new Promise((resolve) => {
      const stop = () => {
        this.#waiting = this.#waiting.filter((each) => each !== waiting);
        resolve(null);
      };
      const start = (end: EndCall | null) => {
        stopWaiting?.removeEventListener('abort', stop);
        resolve(end);
      };
      const waiting = { ...call, queuedAt: Date.now(), turn: this.#nextTurn(call), start };
      if (stopWaiting?.aborted) return resolve(null);
      stopWaiting?.addEventListener('abort', stop, { once: true });
      this.#waiting = [...this.#waiting, waiting];
      this.#startWaiting();
    });
  }

  /** Each call of an organization comes a turn after its previous one, and none before those already started. */
  #nextTurn({ organizationId, isBackground }: ScheduledCall): number {
    const key = JSON.stringify([organizationId, isBackground]);
    const turn = Math.max(this.#turn, (this.#turns.get(key) ?? -1) + 1);
    this.#turns.set(key, turn);
    return turn;
  }

  #startWaiting(): void {
    const now = Date.now();
    const started = new Set<WaitingCall>();
    const busy = new Set<RateLimitBucket>();
    let next = Infinity;
    for (const { call, keepsReserve } of this.#inOrder(now)) {
      const buckets = this.#limitingBuckets(call.group);
      const waits = buckets.map((bucket) => bucket.wait(now, keepsReserve));
      if (now >= call.startBy) {
        call.start(null);
        started.add(call);
      } else if (Math.max(...waits, 0) > 0 || buckets.some((bucket) => busy.has(bucket))) {
        // Calls behind it don't overtake it in the bucket it waits for.
        buckets.forEach((bucket, index) => waits[index] && busy.add(bucket));
        next = Math.min(next, call.startBy - now, ...waits.filter((ms) => ms > 0));
      } else if (this.#isKnown(call.group) || (this.#probes.get(call.group) ?? 0) < maxProbes) {
        this.#startNow(call, now);
        started.add(call);
      } else {
        next = Math.min(next, call.startBy - now);
      }
    }
    this.#waiting = this.#waiting.filter((call) => !started.has(call));
    if (this.#waiting.length === 0) this.#turns.clear();
    clearTimeout(this.#timer);
    if (next < Infinity) this.#timer = setTimeout(() => this.#startWaiting(), next);
  }

  #startNow({ group, turn, isBackground, start }: WaitingCall, now: number): void {
    const taken = new Set([this.#bucketOf(group), ...this.#limitingBuckets(group)]);
    for (const bucket of taken) bucket.take(now);
    this.#turn = Math.max(this.#turn, turn);
    if (isBackground) this.#backgroundAt = now;
    this.#countProbe(group, 1);
    start((response) => {
      const endedAt = Date.now();
      this.#countProbe(group, -1);
      for (const bucket of taken) bucket.end(endedAt, now);
      if (response) this.#observe(group, response, endedAt, now);
      this.#startWaiting();
    });
  }

  #inOrder(now: number): readonly { readonly call: WaitingCall; readonly keepsReserve: boolean }[] {
    const calls = this.#waiting.toSorted((a, b) => a.turn - b.turn);
    const people = calls.filter(({ isBackground }) => !isBackground);
    const background = calls.filter(({ isBackground }) => isBackground);
    const [first] = background;
    const isOverdue = first && now - Math.max(first.queuedAt, this.#backgroundAt) >= maxYieldMs;
    const urgent = isOverdue ? [first, ...people] : people;
    const patient = isOverdue ? background.slice(1) : background;
    return [
      ...urgent.map((call) => ({ call, keepsReserve: false })),
      ...patient.map((call) => ({ call, keepsReserve: true })),
    ];
  }

  #observe(
    group: string,
    { status, headers }: Pick<Response, 'status' | 'headers'>,
    now: number,
    sentAt: number,
  ): void {
    const limit = numberOf(headers.get('x-ratelimit-limit'));
    const remaining = numberOf(headers.get('x-ratelimit-remaining'));
    if (limit === null || remaining === null) {
      // A page of a gateway doesn't say that the endpoint has no limit.
      if (status < 300 && !this.#isKnown(group)) this.#learn(group, Infinity);
      return;
    }
    this.#learn(group, limit);
    const own = this.#bucketOf(group);
    for (const bucket of limit === this.#sharedLimit ? new Set([own, this.#shared]) : [own]) {
      bucket.observe(now, limit, remaining, sentAt);
      if (status === 429) bucket.empty(now);
    }
  }

  #learn(group: string, limit: number): void {
    this.#firstLimit ??= limit;
    this.#limits.set(group, limit);
  }

  #isKnown(group: string): boolean {
    return this.#limits.has(group);
  }

  get #sharedLimit(): number {
    return this.#limits.get(others) ?? this.#firstLimit ?? smallestLimit;
  }

  #bucketOf(group: string): RateLimitBucket {
    if (group === others) return this.#shared;
    const known = this.#buckets.get(group) ?? new RateLimitBucket(smallestLimit, Date.now());
    this.#buckets.set(group, known);
    return known;
  }

  /**
   * Returns the group's own bucket, and the one that everything shares: a group counts there if its limit is the same, or a
   * smaller one within it.
   */
  #limitingBuckets(group: string): readonly RateLimitBucket[] {
    const limit = this.#limits.get(group);
    const own = limit === undefined || limit === Infinity ? [] : [this.#bucketOf(group)];
    const isShared = this.#sharedLimit < Infinity && (limit ?? 0) <= this.#sharedLimit;
    return isShared ? [...new Set([...own, this.#shared])] : own;
  }

  #countProbe(group: string, change: 1 | -1): void {
    this.#probes.set(group, (this.#probes.get(group) ?? 0) + change);
  }
}

function numberOf(text: string | null): number | null {
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}
