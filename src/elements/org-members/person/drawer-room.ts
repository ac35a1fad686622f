import type { ReactiveControllerHost } from 'lit';
import { afterPaint } from '../../parts/after-paint.js';

/** What moves within half a second of a click doesn't count as a layout shift: https://web.dev/articles/cls#user-initiated */
export const maxWaitMs = 300;

/**
 * Decides when the list makes room for a drawer that was opened. Until the member is on screen, the drawer stands over the
 * list: to lay out fifty rows in another width takes longer than to show a member.
 */
export class DrawerRoom {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  #state: 'closed' | 'over' | 'painting' | 'made' = 'closed';
  /** Which opening it is: the paint of an earlier one must not end this one. */
  #opening = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>) {
    this.#host = host;
  }

  get isMade(): boolean {
    return this.#state === 'made';
  }

  /**
   * Called at every render.
   * @param isComplete - Whether this render shows the member, or why that failed.
   */
  sync(isOpen: boolean, isComplete: boolean): void {
    if (!isOpen) return this.dispose();
    if (this.#state === 'closed') {
      this.#state = 'over';
      this.#timer = setTimeout(() => this.#make(), maxWaitMs);
    }
    if (this.#state !== 'over' || !isComplete) return;
    this.#state = 'painting';
    const opening = this.#opening;
    void afterPaint().then(() => {
      if (opening === this.#opening) this.#make();
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#state = 'closed';
    this.#opening += 1;
  }

  #make(): void {
    if (this.isMade) return;
    clearTimeout(this.#timer);
    this.#state = 'made';
    this.#host.requestUpdate();
  }
}
