import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whole seconds left of a wait. Counts by the clock: timers of a page in the background are late. */
export class Countdown implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #until = 0;
  #total = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get left(): number {
    return Math.max(0, Math.ceil((this.#until - Date.now()) / 1000));
  }

  /** How long the wait is altogether; 0 when there has been none. */
  get total(): number {
    return this.#total;
  }

  start(seconds: number): void {
    this.#total = seconds;
    this.#until = Date.now() + seconds * 1000;
    this.hostConnected();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    clearInterval(this.#timer);
    if (this.left > 0) this.#timer = setInterval(() => this.#tick(), 1000);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    if (this.left === 0) clearInterval(this.#timer);
    this.#host.requestUpdate();
  }
}
