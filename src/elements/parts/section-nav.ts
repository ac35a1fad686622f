/** List of the sections, for a wide page. Marks the one that is read. */
import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { adoptStyles } from './adopt-styles.js';
import { styles } from './section-nav.styles.js';

interface Item {
  /** ID of the heading. */
  readonly id: string;
  readonly title: string;
}

export class SectionNav implements ReactiveController {
  readonly #host: LitElement;
  readonly #selector: string;
  #items: readonly Item[] = [];
  #current: string | undefined;
  /** Whether the current section was chosen in the list, and the reader hasn't moved on since. */
  #isChosen = false;
  #observer: IntersectionObserver | null = null;
  readonly #visible = new Set<string>();
  /** IDs of the headings, by their sections. */
  #ids = new Map<Element, string>();

  /** @param headings - Selects the headings, each in a section of its own. */
  constructor(host: LitElement, headings: string) {
    this.#host = host;
    this.#selector = headings;
    adoptStyles(host, styles);
    host.addController(this);
  }

  hostUpdated(): void {
    const headings = this.#headings;
    const items = headings.map(({ id, textContent }) => ({ id, title: textContent.trim() }));
    if (JSON.stringify(items) === JSON.stringify(this.#items)) return;
    this.#items = items;
    this.#observe(headings);
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#observe(this.#headings);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  dispose(): void {
    this.hostDisconnected();
    this.#host.removeController(this);
  }

  /** The list; nothing if there is only one section. */
  list(label: string) {
    if (this.#items.length < 2) return nothing;
    const current = this.#current ?? this.#items[0]?.id;
    return html`<nav part="nav" aria-label=${label}>
      ${repeat(
        this.#items,
        ({ id }) => id,
        ({ id, title }) =>
          html`<a
            href="#${id}"
            aria-current=${id === current ? 'true' : nothing}
            @click=${(event: MouseEvent) => this.#go(event, id)}
          >
            ${title}
          </a>`,
      )}
    </nav>`;
  }

  get #headings(): HTMLElement[] {
    return [...(this.#host.shadowRoot?.querySelectorAll<HTMLElement>(this.#selector) ?? [])];
  }

  /** The address stays as it is: it belongs to the page, whose router could take a fragment for a route. */
  #go(event: MouseEvent, id: string): void {
    event.preventDefault();
    const heading = this.#headings.find((candidate) => candidate.id === id);
    heading?.closest('section')?.scrollIntoView();
    heading?.focus({ preventScroll: true });
    this.#mark(id);
    // The last sections can't reach the upper half of the window: they stay marked until the reader moves on.
    this.#isChosen = true;
    const release = () => (this.#isChosen = false);
    for (const move of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
      addEventListener(move, release, { once: true, passive: true });
  }

  /** The section that is read is the first one in the upper half of the window. */
  #observe(headings: readonly HTMLElement[]): void {
    this.#observer?.disconnect();
    this.#visible.clear();
    this.#observer = new IntersectionObserver((entries) => this.#note(entries), {
      rootMargin: '0px 0px -50%',
    });
    this.#ids = new Map(headings.map((heading) => [heading.closest('section') ?? heading, heading.id]));
    for (const section of this.#ids.keys()) this.#observer.observe(section);
  }

  #note(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const id = this.#ids.get(target) ?? '';
      if (isIntersecting) this.#visible.add(id);
      else this.#visible.delete(id);
    }
    const first = this.#items.find(({ id }) => this.#visible.has(id));
    if (first && !this.#isChosen) this.#mark(first.id);
  }

  #mark(id: string): void {
    if (id === this.#current) return;
    this.#current = id;
    this.#host.requestUpdate();
  }
}
