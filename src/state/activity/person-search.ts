import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createMemberListClient } from '../../client/member-list.js';
import type { Send } from '../../client/send.js';
import { comparable } from '../../policy/comparable.js';

export interface KnownPerson {
  readonly userId: string;
  readonly name: string;
  readonly email?: string;
}

export interface PersonSearchOptions {
  connect(): Promise<{ readonly send: Send }>;
  /** People who are named in the entries on the page: some of them may have left, and the member list has them no longer. */
  known(): readonly KnownPerson[];
}

/** Waits until someone stops typing. */
const debounceMs = 200;
const maxFound = 8;

/** Finds people by name or email, among the members and those who are named on the page. */
export class PersonSearch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: PersonSearchOptions;
  #text = '';
  #found: readonly KnownPerson[] | null = null;
  #hasFailed = false;
  #searching: AbortController | null = null;

  constructor(host: ReactiveControllerHost, options: PersonSearchOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get text(): string {
    return this.#text;
  }

  /** `null` until there is an answer to the text. */
  get found(): readonly KnownPerson[] | null {
    return this.#found;
  }

  /** Whether members couldn't be searched. People who are named on the page are found in any case. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Resolves once there is an answer, or a newer search. */
  async search(text: string): Promise<void> {
    this.#searching?.abort();
    this.#text = text;
    this.#hasFailed = false;
    const wanted = text.trim();
    if (wanted === '') {
      this.#found = null;
      this.#host.requestUpdate();
      return;
    }
    this.#host.requestUpdate();
    const { signal } = (this.#searching = new AbortController());
    await new Promise((resolve) => setTimeout(resolve, debounceMs));
    if (signal.aborted) return;
    const members = await this.#members(wanted, signal).catch(() => null);
    if (signal.aborted) return;
    this.#hasFailed = members === null;
    const named = this.#options.known().filter(({ name }) => includes(name, wanted));
    const ids = new Set(members?.map(({ userId }) => userId));
    this.#found = [...(members ?? []), ...named.filter(({ userId }) => !ids.has(userId))].slice(0, maxFound);
    this.#host.requestUpdate();
  }

  clear(): void {
    void this.search('');
  }

  hostDisconnected(): void {
    this.#searching?.abort();
  }

  dispose(): void {
    this.#searching?.abort();
    this.#host.removeController(this);
  }

  async #members(search: string, signal: AbortSignal): Promise<readonly KnownPerson[]> {
    const { send } = await this.#options.connect();
    const query = new URLSearchParams({ search, limit: String(maxFound) });
    const { members } = await createMemberListClient(send).list(query, { signal });
    return members.map(({ userId, name, email }) => ({
      userId,
      name: name ?? email ?? userId,
      ...(email && name && { email }),
    }));
  }
}

function includes(name: string, wanted: string): boolean {
  return comparable(name).includes(comparable(wanted));
}
