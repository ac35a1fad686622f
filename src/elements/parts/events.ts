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

  /** What everybody who was asked has come to. */
  async isGranted(): Promise<boolean> {
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

/** Whether the host of an element agrees. */
export function isGranted(host: HTMLElement, request: RequestEvent): Promise<boolean> {
  host.dispatchEvent(request);
  return request.isGranted();
}

declare global {
  interface HTMLElementEventMap {
    'state-change': StateChangeEvent;
  }
}
