import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Lets the browser ask before a page with unsaved changes is left. Listens only while there are some: a `beforeunload`
 * listener can keep a page out of the back/forward cache. https://web.dev/articles/bfcache
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
    // An element can update once more after it was removed.
    if (this.#connected && this.#hasChanges()) addEventListener('beforeunload', preventUnload);
    else removeEventListener('beforeunload', preventUnload);
  }

  hostDisconnected(): void {
    this.#connected = false;
    removeEventListener('beforeunload', preventUnload);
  }
}

/** The browser shows a text of its own. */
function preventUnload(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
