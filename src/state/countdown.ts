import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ProxyProblem } from '../client/problem.js';

const waits: ReadonlySet<string> = new Set(['rate_limited', 'outcome_unknown']);

/** Counts down whole seconds, such as after a 429 or an email that may have been sent. Reads the clock: timers of a page in the background run late. */
export class Countdown implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #until = 0;
  #total = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Seconds left; 0 when it is over. */
  get left(): number {
    return Math.max(0, Math.ceil((this.#until - Date.now()) / 1000));
  }

  /** Seconds it was last started with; 0 if it never was. */
  get total(): number {
    return this.#total;
  }

  start(seconds: number): void {
    this.#total = seconds;
    this.#until = Date.now() + seconds * 1000;
    this.hostConnected();
    this.#host.requestUpdate();
  }

  /** Returns a failed call as a problem. Starts counting if it says how long to wait. */
  noteFailure(reason: unknown): ProxyProblem {
    const problem = ProxyProblem.from(reason);
    const seconds = problem.problem?.retryAfter;
    if (waits.has(problem.code) && seconds) this.start(seconds);
    return problem;
  }

  hostConnected(): void {
    clearInterval(this.#timer);
    if (this.left > 0) this.#timer = setInterval(() => this.#tick(), 1000);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  dispose(): void {
    clearInterval(this.#timer);
    this.#host.removeController(this);
  }

  #tick(): void {
    if (this.left === 0) clearInterval(this.#timer);
    this.#host.requestUpdate();
  }
}
