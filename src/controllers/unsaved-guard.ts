import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Asks before the page is left with unsaved changes. It listens only while there are some: a page that listens all
 * the time is kept out of the browser's back/forward cache.
 */
export class UnsavedGuard implements ReactiveController {
  readonly #hasChanges: () => boolean;

  constructor(host: ReactiveControllerHost, hasChanges: () => boolean) {
    this.#hasChanges = hasChanges;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#hasChanges()) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', ask);
  }
}

/** The browser words the question itself. */
function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
