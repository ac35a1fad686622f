/**
 * Starts calls to the Management API no sooner than Auth0's rate limits allow, so that the proxy causes no 429 itself.
 * Calls that someone waits for go before background work, and organizations take turns.
 *
 * The limits are the whole tenant's, sign-ins included. Every response says what is left.
 * https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy/rate-limit-use-cases
 */
import type { RateLimitStore } from './rate-limit-store.js';
import { tellsLimit, type TakenCall } from './rate-limits.js';
import type { ResponseHead } from './transport.js';

interface ScheduledCall {
  /** From `rateLimitGroup`. */
  readonly group: string;
  /** In milliseconds since the epoch. */
  readonly startBy: number;
  readonly organizationId: string;
  readonly isBackground: boolean;
}

/** Ends a call that was started. @param response - `null` if there was none. */
export type EndCall = (response: ResponseHead | null) => void;

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
  /** Whether no one waits for it any more. */
  readonly isStopped: () => boolean;
}

/** Calls in flight of a group whose limit isn't known yet. */
const maxProbes = 2;
/** A panel in constant use must not stop a bulk run: after this time, one background call goes first. */
const maxYieldMs = 2_000;

export class CallScheduler {
  readonly #limits: RateLimitStore;
  readonly #probes = new Map<string, number>();

  #waiting: readonly WaitingCall[] = [];
  /** The turn of each organization's last call. */
  readonly #turns = new Map<string, number>();
  #turn = 0;
  #backgroundAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(limits: RateLimitStore) {
    this.#limits = limits;
  }

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
      const isStopped = () => stopWaiting?.aborted === true;
      if (isStopped()) return resolve(null);
      const waiting = { ...call, queuedAt: Date.now(), turn: this.#nextTurn(call), start, isStopped };
      stopWaiting?.addEventListener('abort', stop, { once: true });
      this.#waiting = [...this.#waiting, waiting];
      this.#startWaiting();
    });
  }

  /** Each call of an organization comes a turn after its previous one, and none before those already started. */
  #nextTurn({ organizationId, isBackground }: ScheduledCall): number {
    const key = `${isBackground} ${organizationId}`;
    const turn = Math.max(this.#turn, (this.#turns.get(key) ?? -1) + 1);
    this.#turns.set(key, turn);
    return turn;
  }

  #startWaiting(): void {
    const now = Date.now();
    const started = new Set<WaitingCall>();
    const busy = new Set<string>();
    let next = Infinity;
    for (const { call, keepsReserve } of this.#inOrder(now)) {
      const { known } = this.#limits;
      const waits = known.waits(call.group, now, keepsReserve);
      const waiting = waits.filter(({ ms }) => ms > 0);
      if (now >= call.startBy) {
        call.start(null);
        started.add(call);
      } else if (waiting.length > 0 || waits.some(({ bucket }) => busy.has(bucket))) {
        // Calls behind it don't overtake it in the bucket it waits for.
        for (const { bucket } of waiting) busy.add(bucket);
        next = Math.min(next, call.startBy - now, ...waiting.map(({ ms }) => ms));
      } else if (known.isKnown(call.group) || (this.#probes.get(call.group) ?? 0) < maxProbes) {
        this.#startNow(call, keepsReserve);
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

  #startNow(call: WaitingCall, keepsReserve: boolean): void {
    const { group, isStopped } = call;
    this.#countProbe(group, 1);
    // Where nothing is limited, there is nothing to agree on, and that would cost more than the rest of a call.
    if (this.#limits.known.isUnlimited(group)) {
      this.#begin(call, { group, at: Date.now(), buckets: [] });
      return;
    }
    this.#limits.change(
      (limits, now) => limits.take(group, now, keepsReserve),
      (taken) => {
        if (taken === null) {
          // Another instance was faster.
          this.#countProbe(group, -1);
          if (!isStopped()) this.#waiting = [...this.#waiting, call];
          this.#startWaiting();
        } else if (isStopped()) {
          this.#end(taken, null);
        } else {
          this.#begin(call, taken);
        }
      },
    );
  }

  #begin({ turn, isBackground, start }: WaitingCall, taken: TakenCall): void {
    this.#turn = Math.max(this.#turn, turn);
    if (isBackground) this.#backgroundAt = taken.at;
    start((response) => this.#end(taken, response));
  }

  #end(taken: TakenCall, response: ResponseHead | null): void {
    const endedAt = Date.now();
    this.#countProbe(taken.group, -1);
    if (taken.buckets.length > 0 || tellsLimit(response))
      this.#limits.note((limits) => limits.end(taken, endedAt, response));
    if (this.#waiting.length > 0) this.#startWaiting();
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

  #countProbe(group: string, change: 1 | -1): void {
    this.#probes.set(group, (this.#probes.get(group) ?? 0) + change);
  }
}
