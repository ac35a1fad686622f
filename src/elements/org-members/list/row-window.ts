import type { LitElement, ReactiveController } from 'lit';

/** Rows kept beside those that can be seen, so that scrolling meets no gap. */
const spare = 3;
/** Until a row has been measured. */
const guess = 64;

/**
 * Which rows of a long table have to be there: those near what can be seen. All rows are of one height, measured at the
 * first; what is left out is a gap of as many. It watches every scroller the table may be in.
 */
export class RowWindow implements ReactiveController {
  readonly #host: LitElement;
  #from = 0;
  #to = 0;
  #height = guess;
  #printing = false;
  #watching: AbortController | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.#watching = new AbortController());
    const look = () => this.#look();
    for (const root of rootsAround(this.#host)) {
      root.addEventListener('scroll', look, { capture: true, passive: true, signal });
    }
    addEventListener('resize', look, { signal });
    // On paper there is no scrolling.
    const print = (printing: boolean) => () => {
      this.#printing = printing;
      this.#host.requestUpdate();
    };
    addEventListener('beforeprint', print(true), { signal });
    addEventListener('afterprint', print(false), { signal });
  }

  hostDisconnected(): void {
    this.#watching?.abort();
  }

  hostUpdated(): void {
    const row = this.#body?.querySelector<HTMLElement>('tr:not(.gap)');
    const height = row?.offsetHeight ?? 0;
    if (height > 0) this.#height = height;
    for (const gap of this.#body?.querySelectorAll<HTMLElement>('.gap') ?? []) {
      // Through the object model: a style attribute would break a strict content security policy.
      gap.style.height = `${Number(gap.dataset['rows']) * this.#height}px`;
    }
    if (height > 0) this.#look();
  }

  /** Whether the row of this place has to be there. */
  shows(index: number): boolean {
    return this.#printing || (index >= this.#from && index < Math.max(this.#to, this.#fold));
  }

  /** Before anything was measured: what fits into the window from its top. */
  get #fold(): number {
    return this.#to > 0 ? 0 : Math.ceil(innerHeight / guess);
  }

  get #body(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('tbody');
  }

  #look(): void {
    const body = this.#body;
    if (!body) return;
    const { top } = body.getBoundingClientRect();
    const first = Math.floor(-top / this.#height);
    const last = Math.ceil((innerHeight - top) / this.#height);
    // Moved only when what can be seen comes to its end: not at every pixel.
    const isCovered = this.#from <= Math.max(0, first - 1) && this.#to >= last + 1;
    const isTight = this.#to - this.#from <= last - first + 2 * spare + 2;
    if (isCovered && isTight) return;
    this.#from = Math.max(0, first - spare);
    this.#to = Math.max(0, last + spare);
    this.#host.requestUpdate();
  }
}

/** Scrolling is heard of in the tree it happens in, and an element may be in several, one in the other. */
function rootsAround(host: Element): Node[] {
  const root = host.getRootNode();
  return root instanceof ShadowRoot ? [root, ...rootsAround(root.host)] : [root];
}
