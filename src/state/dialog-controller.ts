import type { ReactiveControllerHost } from 'lit';
import type { Countdown } from './countdown.js';

/**
 * Base of the controllers that drive one dialog: its state, and a signal for the task it is busy with.
 *
 * A dialog has one task at a time. Its signal aborts when the next task begins, when the dialog is closed, and when the
 * controller is disposed of: a result that arrives after that belongs to a dialog that is no longer there.
 */
export abstract class DialogController<Dialog extends object> {
  /** Counts down after a 429. Until it is over, nothing is sent. */
  readonly wait: Countdown;
  readonly #host: ReactiveControllerHost;
  #dialog: Dialog | null = null;
  #task = new AbortController();
  #isDisposed = false;

  constructor(host: ReactiveControllerHost, wait: Countdown) {
    this.#host = host;
    this.wait = wait;
  }

  /** The state of the dialog; `null` while it is closed. */
  get dialog(): Dialog | null {
    return this.#dialog;
  }

  close(): void {
    this.#task.abort();
    this.#dialog = null;
    this.#host.requestUpdate();
  }

  /** Closes the dialog for good, because its session was replaced. */
  dispose(): void {
    this.close();
    this.#isDisposed = true;
  }

  /** Whether the session was replaced: what is done after that is no business of the list that is there now. */
  protected get isDisposed(): boolean {
    return this.#isDisposed;
  }

  /** Begins a task, and aborts the one before. */
  protected beginTask(): AbortSignal {
    this.#task.abort();
    this.#task = new AbortController();
    if (this.#isDisposed) this.#task.abort();
    return this.#task.signal;
  }

  /** The signal of the current task. */
  protected get signal(): AbortSignal {
    return this.#task.signal;
  }

  /** Opens the dialog, or shows another state of it. */
  protected show(dialog: Dialog): void {
    if (this.#isDisposed) return;
    this.#dialog = dialog;
    this.#host.requestUpdate();
  }

  /** Changes the open dialog. Does nothing if it is closed, or if the task of `signal` is over. */
  protected update(changes: Partial<Dialog>, signal?: AbortSignal): void {
    if (this.#dialog && !signal?.aborted) this.show({ ...this.#dialog, ...changes });
  }
}
