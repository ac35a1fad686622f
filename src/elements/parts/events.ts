/**
 * Asks whether something may be done. `preventDefault()` refuses at once; `waitFor` takes an answer that comes later,
 * such as that of the host's own question: `false` or a rejection refuses.
 */
export class RequestEvent extends Event {
  readonly #answers: Promise<unknown>[] = [];

  constructor(type: string) {
    super(type, { bubbles: true, composed: true, cancelable: true });
  }

  waitFor(answer: Promise<unknown>): void {
    this.#answers.push(answer);
  }

  /** Asks whoever listens on this element or around it, and says what all of them have come to. */
  async confirmWith(element: Element): Promise<boolean> {
    element.dispatchEvent(this);
    if (this.defaultPrevented) return false;
    const answers = await Promise.all(this.#answers).catch(() => [false]);
    return !answers.includes(false);
  }
}

/** `error`: nothing could be loaded; after a failure that left something to show, the element is `ready` again. */
export type ElementState = 'loading' | 'ready' | 'saving' | 'error' | 'signed-out';

/** Whenever an element comes into another state; also there for styling, as `:state(loading)`. */
export class StateChangeEvent extends Event {
  readonly state: ElementState;

  constructor(state: ElementState) {
    super('state-change', { bubbles: true, composed: true });
    this.state = state;
  }
}

declare global {
  interface HTMLElementEventMap {
    'state-change': StateChangeEvent;
  }
}
