import type { ReactiveControllerHost } from 'lit';

/** As long as an answer can take without a placeholder, which would only flash, and delay what it stands for. */
export const placeholderDelayMs = 200;

/** Tells when an element that waits for its first answer should show a placeholder. */
export class PlaceholderTimer {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDue = false;

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>) {
    this.#host = host;
  }

  get isDue(): boolean {
    return this.#isDue;
  }

  /** Called when there is nothing else to do: a busy processor would take the time for an answer that is there. */
  start(): void {
    this.stop();
    this.#timer = setTimeout(() => {
      this.#isDue = true;
      this.#host.requestUpdate();
    }, placeholderDelayMs);
  }

  /** Once there is an answer, nothing has to be rendered for a placeholder. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#isDue = false;
  }
}
