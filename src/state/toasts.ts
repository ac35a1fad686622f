import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A short message about something that has happened. Nothing depends on reading it in time. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** How long a toast stays, in milliseconds, unless the pointer or the focus is on it. */
const stayMs = 10_000;
const maxToasts = 3;

/** The toasts of an element: at most three, the oldest gives way. */
export class Toasts implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #toasts: readonly Toast[] = [];
  #lastId = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get all(): readonly Toast[] {
    return this.#toasts;
  }

  hostDisconnected(): void {
    this.clear();
  }

  /** Returns the ID, by which the toast can be dismissed. */
  show(toast: Omit<Toast, 'id'>): number {
    const added = { ...toast, id: ++this.#lastId };
    for (const old of this.#toasts.slice(0, 1 - maxToasts)) this.dismiss(old.id);
    this.#toasts = [...this.#toasts, added];
    this.resume(added.id);
    this.#host.requestUpdate();
    return added.id;
  }

  dismiss(id: number): void {
    this.pause(id);
    this.#toasts = this.#toasts.filter((toast) => toast.id !== id);
    this.#host.requestUpdate();
  }

  /** Keeps a toast while someone is reading it. */
  pause(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  /** Lets a toast end again, after its whole time. */
  resume(id: number): void {
    this.pause(id);
    this.#timers.set(
      id,
      setTimeout(() => this.dismiss(id), stayMs),
    );
  }

  clear(): void {
    for (const { id } of this.#toasts) this.dismiss(id);
  }
}
