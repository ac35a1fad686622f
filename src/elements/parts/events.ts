/**
 * Asks the host for permission before an operation. `preventDefault()` refuses it at once; `waitFor()` refuses it later.
 * Without either, the operation goes ahead.
 * @example
 * element.addEventListener('account-delete-request', (event) => {
 *   if (hasOpenInvoice) event.preventDefault();
 *   else event.waitFor(openMyDialog()); // resolves to true or false
 * });
 */
export class RequestEvent extends Event {
  readonly #answers: Promise<unknown>[] = [];

  constructor(type: string) {
    super(type, { bubbles: true, composed: true, cancelable: true });
  }

  /**
   * Holds the operation until the promise settles. It is refused if the promise resolves to `false` or rejects.
   * Call it while the event is dispatched; with several calls, all have to agree.
   */
  waitFor(answer: Promise<unknown>): void {
    this.#answers.push(answer);
  }

  /** Dispatches the event on an element. Returns whether all listeners agree. */
  async confirmWith(element: Element): Promise<boolean> {
    element.dispatchEvent(this);
    if (this.defaultPrevented) return false;
    const answers = await Promise.all(this.#answers).catch(() => [false]);
    return !answers.includes(false);
  }
}

/**
 * State of an element. `error` means that nothing could be loaded. An element that still shows its content after a
 * failure is `ready`.
 * @example if (state === 'signed-out') location.href = '/login';
 */
export type ElementState = 'loading' | 'ready' | 'saving' | 'error' | 'signed-out';

/**
 * Fired when the state of an element changes. The state is also a CSS custom state, such as `:state(loading)`.
 * @example editor.addEventListener('state-change', ({ state }) => spinner.toggleAttribute('hidden', state !== 'loading'));
 */
export class StateChangeEvent extends Event {
  /** The new state. */
  readonly state: ElementState;

  constructor(state: ElementState) {
    super('state-change', { bubbles: true, composed: true });
    this.state = state;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'state-change': StateChangeEvent;
  }
}
