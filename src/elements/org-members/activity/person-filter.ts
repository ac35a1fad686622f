/** A combobox that finds a person. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import type { ActivityMessages } from '../../../messages/en/activity.js';
import {
  PersonSearch,
  type KnownPerson,
  type PersonSearchOptions,
} from '../../../state/activity/person-search.js';
import { place } from '../../parts/place.js';

interface PersonFilterOptions extends PersonSearchOptions {
  onChosen(person: KnownPerson): void;
}

export class PersonFilter implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: PersonFilterOptions;
  readonly #search: PersonSearch;
  #isOpen = false;
  /** The option that Enter chooses; -1 for none. */
  #active = -1;

  constructor(host: LitElement, options: PersonFilterOptions) {
    this.#host = host;
    this.#options = options;
    this.#search = new PersonSearch(host, options);
    host.addController(this);
  }

  hostUpdated(): void {
    const list = this.#list;
    if (!list || list.matches(':popover-open')) return;
    const input = this.#input;
    list.showPopover();
    if (input) place(list, input, 'start');
  }

  hostDisconnected(): void {
    this.#isOpen = false;
  }

  dispose(): void {
    this.#search.dispose();
    this.#host.removeController(this);
  }

  focus(): void {
    this.#input?.focus();
  }

  render(messages: ActivityMessages) {
    const { found } = this.#search;
    const isOpen = this.#isOpen && found !== null;
    const hasOptions = isOpen && found.length > 0;
    return html`<input
        role="combobox"
        part="input search"
        aria-label=${messages.searchPerson}
        aria-expanded=${hasOptions}
        aria-controls="activity-people"
        aria-autocomplete="list"
        aria-activedescendant=${hasOptions && this.#active >= 0 ? `activity-person-${this.#active}` : nothing}
        dir="auto"
        placeholder=${messages.searchPerson}
        autocomplete="off"
        spellcheck="false"
        maxlength="200"
        .value=${this.#search.text}
        @input=${({ currentTarget }: Event) => this.#type((currentTarget as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => this.#press(event)}
        @blur=${() => this.#close()}
      />
      ${isOpen ? this.#popover(found, messages) : nothing}`;
  }

  #popover(found: readonly KnownPerson[], messages: ActivityMessages) {
    return html`<div
      class="menu people-found"
      popover="manual"
      @pointerdown=${(event: Event) => event.preventDefault()}
    >
      ${
        found.length > 0
          ? html`<div role="listbox" id="activity-people" aria-label=${messages.person}>
              ${found.map((person, index) => this.#option(person, index))}
            </div>`
          : nothing
      }
      ${
        this.#search.hasFailed
          ? html`<p role="status">${messages.searchFailed}</p>`
          : found.length === 0
            ? html`<p role="status">${messages.noPerson}</p>`
            : nothing
      }
    </div>`;
  }

  #option(person: KnownPerson, index: number) {
    return html`<button
      type="button"
      role="option"
      tabindex="-1"
      id="activity-person-${index}"
      part="person-option"
      aria-selected=${index === this.#active}
      @click=${() => this.#choose(person)}
    >
      <bdi translate="no">${person.name}</bdi
      >${person.email ? html` <small><bdi translate="no">${person.email}</bdi></small>` : nothing}
    </button>`;
  }

  #type(text: string): void {
    this.#isOpen = true;
    this.#active = -1;
    void this.#search.search(text);
  }

  #press(event: KeyboardEvent): void {
    const found = (this.#isOpen && this.#search.found) || [];
    const { length } = found;
    const to = { ArrowDown: this.#active + 1, ArrowUp: this.#active < 0 ? length - 1 : this.#active - 1 }[
      event.key
    ];
    if (to !== undefined && length > 0) {
      this.#active = (to + length) % length;
      this.#host.requestUpdate();
    } else if (event.key === 'Enter') {
      // The only one found needs no arrow key.
      const person = found[length === 1 ? 0 : this.#active];
      if (person) this.#choose(person);
    } else if (event.key === 'Escape' && this.#search.text !== '') {
      this.#search.clear();
      this.#close();
      // Keeps a dialog of the host open that the element is in.
      event.stopPropagation();
    } else return;
    event.preventDefault();
  }

  #choose(person: KnownPerson): void {
    this.#search.clear();
    this.#close();
    this.#options.onChosen(person);
  }

  #close(): void {
    this.#isOpen = false;
    this.#active = -1;
    this.#host.requestUpdate();
  }

  get #input(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector('[aria-controls="activity-people"]');
  }

  get #list(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.people-found');
  }
}
