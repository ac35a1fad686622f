import type { ReactiveControllerHost } from 'lit';
import { ProxyProblem } from '../client/problem.js';

/** An independently loaded value with its own loading and error state. Keeps the last value while reloading. */
export class AsyncValue<T> {
  readonly #host: ReactiveControllerHost;
  readonly #read: (signal: AbortSignal) => Promise<T>;
  #running: AbortController | null = null;
  #value: T | null = null;
  #problem: ProxyProblem | null = null;

  constructor(host: ReactiveControllerHost, read: (signal: AbortSignal) => Promise<T>) {
    this.#host = host;
    this.#read = read;
  }

  /** The value that was last loaded. It stays while it is loaded again, and when that fails. */
  get value(): T | null {
    return this.#value;
  }

  /** Why the last load failed. */
  get problem(): ProxyProblem | null {
    return this.#problem;
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  /** Loads the value. A newer load replaces an older one. */
  async load(): Promise<void> {
    this.stop();
    const running = (this.#running = new AbortController());
    this.#host.requestUpdate();
    try {
      const value = await this.#read(running.signal);
      if (running === this.#running) this.#finish(value, null);
    } catch (reason) {
      if (running === this.#running) this.#finish(this.#value, ProxyProblem.from(reason));
    }
  }

  /** Sets a value that came another way. It is newer than any load in flight, which is stopped. */
  take(value: T): void {
    this.#running?.abort();
    this.#finish(value, null);
  }

  stop(): void {
    this.#running?.abort();
    this.#finish(this.#value, this.#problem);
  }

  #finish(value: T | null, problem: ProxyProblem | null): void {
    this.#running = null;
    this.#value = value;
    this.#problem = problem;
    this.#host.requestUpdate();
  }
}
