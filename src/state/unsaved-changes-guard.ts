import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Asks before the page is left with unsaved changes. It listens only while there are some: a page that listens all
 * the time is kept out of the browser's back/forward cache.
 */
export class UnsavedChangesGuard implements ReactiveController {
  readonly #hasChanges: () => boolean;
  #connected = false;

  constructor(host: ReactiveControllerHost, hasChanges: () => boolean) {
    this.#hasChanges = hasChanges;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
  }

  hostUpdated(): void {
    // An element may be updated once more after it has been taken away.
    if (this.#connected && this.#hasChanges()) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
  }

  hostDisconnected(): void {
    this.#connected = false;
    removeEventListener('beforeunload', ask);
  }
}

/** The browser words the question itself. */
function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
