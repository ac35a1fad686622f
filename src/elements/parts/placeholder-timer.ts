import type { ReactiveControllerHost } from 'lit';

/** How long an answer can take before a placeholder is shown. An earlier one would only flash, and delay the content. */
export const placeholderDelayMs = 200;

/** Decides when an element that waits for its first answer shows a placeholder. */
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

  /** Call it when nothing else is left to do. Otherwise a slow processor uses up the delay, with the answer already there. */
  start(): void {
    this.stop();
    this.#timer = setTimeout(() => {
      this.#isDue = true;
      this.#host.requestUpdate();
    }, placeholderDelayMs);
  }

  /** Call it once there is an answer. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#isDue = false;
  }
}
