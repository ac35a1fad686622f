import type { ReactiveControllerHost } from 'lit';
import { ProxyProblem } from '../client/problem.js';

/** Something that is read by itself: it loads, fails and is tried again without what stands beside it. */
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

  /** As it was read last; it stays while it is read again, and when that fails. */
  get value(): T | null {
    return this.#value;
  }

  /** Why it could not be read the last time. */
  get problem(): ProxyProblem | null {
    return this.#problem;
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  async load(): Promise<void> {
    this.stop();
    const running = (this.#running = new AbortController());
    this.#host.requestUpdate();
    try {
      const value = await this.#read(running.signal);
      if (running === this.#running) this.#end(value, null);
    } catch (reason) {
      if (running === this.#running) this.#end(this.#value, ProxyProblem.from(reason));
    }
  }

  /** What somebody else has read meanwhile: newer than any answer that is still to come. */
  take(value: T): void {
    this.#running?.abort();
    this.#end(value, null);
  }

  stop(): void {
    this.#running?.abort();
    this.#end(this.#value, this.#problem);
  }

  #end(value: T | null, problem: ProxyProblem | null): void {
    this.#running = null;
    this.#value = value;
    this.#problem = problem;
    this.#host.requestUpdate();
  }
}
