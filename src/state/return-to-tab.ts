import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Calls back when the person returns to this page from another tab or app. */
export class ReturnToTab implements ReactiveController {
  readonly #onReturn: () => void;

  constructor(host: ReactiveControllerHost, onReturn: () => void) {
    this.#onReturn = onReturn;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#listen);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#listen);
  }

  readonly #listen = (): void => {
    if (document.visibilityState === 'visible') this.#onReturn();
  };
}
