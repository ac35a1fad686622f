import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createMemberListClient } from '../../client/member-list.js';
import { ProxyProblem } from '../../client/problem.js';
import type { AssignableRole, MemberPage, MemberRow } from '../../contract/member.js';
import type { SessionInfo } from '../../contract/session.js';
import type { OperationView } from '../../policy/views/view.js';
import type { Operation } from '../../policy/vocabulary.js';
import { Countdown } from '../countdown.js';
import { allMembers, isNarrowed, isSortable, toParams, type MemberQuery } from './member-query.js';
import type { MembersState, ListPage } from './members-state.js';
import { Selection } from './selection.js';
import type { Session } from '../session.js';

export interface MembersControllerOptions {
  connect(): Promise<Session>;
}

/** Where a page begins. Cursors go forward only, so the way back is kept. */
interface Place {
  readonly cursor: string | null;
  readonly before: number;
}

const start: Place = { cursor: null, before: 0 };
/** Between two keys of somebody who types. */
const searchDebounceMs = 250;
/** After this long without an answer somebody who waits is told so, and can ask again. */
const slowNoticeMs = 2_500;

/** Who asks, what they may do, and the organization's people page by page. */
export class MembersController implements ReactiveController {
  /** After the proxy has said that it is too soon. Then it is asked again by itself. */
  readonly wait: Countdown;
  readonly selection: Selection;
  readonly #host: ReactiveControllerHost;
  readonly #options: MembersControllerOptions;
  #state: MembersState = { status: 'loading', page: null, slow: false };
  #query = allMembers;
  #places: readonly Place[] = [start];
  #next: string | null = null;
  #session: Session | null = null;
  #info: SessionInfo | null = null;
  #roles: readonly AssignableRole[] | null = null;
  #seesRoles = false;
  #loadingRoles: Promise<readonly AssignableRole[]> | null = null;
  #headcount: MemberPage['total'] = null;
  #changed = new Set<string>();
  #reading: AbortController | null = null;
  /** Aborted when another session takes the place of this one. */
  #lifetime = new AbortController();
  #typing: ReturnType<typeof setTimeout> | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #asksAgain = false;

  constructor(host: ReactiveControllerHost, options: MembersControllerOptions) {
    this.#host = host;
    this.#options = options;
    this.wait = new Countdown(host);
    this.selection = new Selection(() => host.requestUpdate());
    host.addController(this);
  }

  get state(): MembersState {
    return this.#state;
  }

  get query(): MemberQuery {
    return this.#query;
  }

  get session(): Session | null {
    return this.#session;
  }

  /** Who asks; `null` until the proxy has said so. */
  get info(): SessionInfo | null {
    return this.#info;
  }

  /** Those that people can be given, and filtered by; `null` until somebody has asked for them. */
  get roles(): readonly AssignableRole[] | null {
    return this.#roles;
  }

  /** Whether the caller sees who has which roles, as far as the lists so far say. */
  get seesRoles(): boolean {
    return this.#seesRoles;
  }

  /** How many people the organization has, as far as somebody has counted. */
  get headcount(): MemberPage['total'] {
    return this.#headcount;
  }

  get hasPrevious(): boolean {
    return this.#places.length > 1;
  }

  /** Whether something was done to this person that the list may not know yet. */
  isChanged(userId: string): boolean {
    return this.#changed.has(userId);
  }

  /** What the caller may do about the organization; absent where no rule says anything about it. */
  operation(name: Operation): OperationView | undefined {
    return this.#info?.operations.find((each) => each.name === name);
  }

  may(name: Operation): boolean {
    return this.operation(name)?.allowed ?? false;
  }

  hostConnected(): void {
    // The first read is the host's to start, once its attributes are known.
    if (this.#reading) void this.load();
  }

  hostUpdate(): void {
    if (!this.#asksAgain || this.wait.left > 0) return;
    this.#asksAgain = false;
    void this.load();
  }

  hostDisconnected(): void {
    this.#reading?.abort();
    clearTimeout(this.#typing);
    clearTimeout(this.#waiting);
  }

  /** Forgets everything of another session, and reads. */
  async open(query: MemberQuery): Promise<void> {
    this.#lifetime.abort();
    this.#lifetime = new AbortController();
    this.#query = query;
    this.#places = [start];
    this.#info = null;
    this.#roles = null;
    this.#seesRoles = false;
    this.#loadingRoles = null;
    this.#headcount = null;
    this.#changed.clear();
    this.selection.clear();
    this.#become({ status: 'loading', page: null, slow: false });
    await this.load();
  }

  /** Reads the page that is shown again; what is shown stays until the answer is there. */
  async load(): Promise<void> {
    this.#reading?.abort();
    clearTimeout(this.#typing);
    const { signal } = (this.#reading = new AbortController());
    this.#become({ status: 'loading', page: this.#state.page, slow: false });
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#tellSlow(), slowNoticeMs);
    try {
      const session = await this.#options.connect();
      signal.throwIfAborted();
      this.#session = session;
      const client = createMemberListClient(session.send);
      const [info, page] = await Promise.all([
        this.#info ?? client.session({ signal }),
        client.list(this.#params(), { signal }),
      ]);
      if (signal.aborted) return;
      this.#info = info;
      this.#show(page);
    } catch (reason) {
      if (!signal.aborted) await this.#fail(ProxyProblem.from(reason));
    } finally {
      if (this.#reading.signal === signal) clearTimeout(this.#waiting);
    }
  }

  /** Another filter or order: from the first page on. */
  async choose(choice: Partial<MemberQuery>): Promise<void> {
    const query = { ...this.#query, ...choice };
    this.#query = isSortable(query) ? query : { ...query, sort: '' };
    this.#places = [start];
    this.#changed.clear();
    await this.load();
  }

  /** As it is being typed: read once there is a pause. */
  search(text: string): void {
    this.#query = { ...this.#query, search: text };
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.choose({}), searchDebounceMs);
    this.#host.requestUpdate();
  }

  async clearFilters(): Promise<void> {
    const { limit, sort } = this.#query;
    await this.choose({ ...allMembers, limit, sort });
  }

  async nextPage(): Promise<void> {
    const { page } = this.#state;
    if (this.#next === null || !page) return;
    const before = page.before + page.members.length;
    this.#places = [...this.#places, { cursor: this.#next, before }];
    await this.#turn();
  }

  async previousPage(): Promise<void> {
    if (!this.hasPrevious) return;
    this.#places = this.#places.slice(0, -1);
    await this.#turn();
  }

  /** Read once, when somebody needs them. */
  loadRoles(): Promise<readonly AssignableRole[]> {
    return (this.#loadingRoles ??= this.#readRoles());
  }

  async #readRoles(): Promise<readonly AssignableRole[]> {
    const { signal } = this.#lifetime;
    try {
      const { send } = await this.#options.connect();
      const roles = await createMemberListClient(send).roles({ signal });
      signal.throwIfAborted();
      return (this.#roles = roles);
    } catch (reason) {
      if (!signal.aborted) this.#loadingRoles = null;
      throw reason;
    } finally {
      this.#host.requestUpdate();
    }
  }

  /** Something was done to these people: what is known of it at once, and then what the proxy says. */
  async refresh(userIds: readonly string[], news: Partial<MemberRow> = {}): Promise<void> {
    for (const userId of userIds) this.#changed.add(userId);
    this.#mend((row) => (userIds.includes(row.userId) ? { ...row, ...news } : row));
    await this.load();
  }

  /** They are no members any more. */
  async forget(userIds: readonly string[]): Promise<void> {
    const gone = userIds.map((userId) => ({ userId, name: null, email: null }));
    this.selection.toggle(gone, false);
    this.#mend((row) => (userIds.includes(row.userId) ? null : row));
    await this.load();
  }

  /** Has the person sign in again, which leaves the page unless the host does it in place. */
  async signIn(maxAge?: number): Promise<void> {
    const session = this.#session;
    const { signal } = this.#lifetime;
    if (!session?.login) return;
    try {
      await session.login(maxAge);
      if (!session.logout && !signal.aborted) await this.open(this.#query);
    } catch (reason) {
      if (!signal.aborted) await this.#fail(ProxyProblem.from(reason));
    }
  }

  get #place(): Place {
    return this.#places.at(-1) ?? start;
  }

  #params(): URLSearchParams {
    const params = toParams(this.#query);
    params.set('limit', String(this.#query.limit));
    const { cursor } = this.#place;
    if (cursor !== null) params.set('cursor', cursor);
    return params;
  }

  async #turn(): Promise<void> {
    this.#changed.clear();
    await this.load();
  }

  #show({ members, next, total, truncated }: MemberPage): void {
    this.#next = next;
    if (!isNarrowed(this.#query)) this.#headcount = total;
    const { before } = this.#place;
    const page = { members, before, hasNext: next !== null, total, isCut: truncated ?? false };
    this.#seesRoles ||= members.some(({ roles }) => roles !== undefined);
    this.#become({ status: 'ready', page, problem: null });
    // What the filter offers. After a failure the next list asks again.
    if (this.#seesRoles && this.#roles === null) void this.loadRoles().catch(() => {});
    // Everybody of the last page has been removed.
    if (members.length === 0 && this.hasPrevious) void this.previousPage();
  }

  #mend(change: (row: MemberRow) => MemberRow | null): void {
    const state = this.#state;
    if (!state.page) return;
    const members = state.page.members.map(change).filter((row) => row !== null);
    this.#become({ ...state, page: { ...state.page, members } });
  }

  async #fail(problem: ProxyProblem): Promise<void> {
    // A cursor lives as long as the proxy's secret: begin again rather than refuse.
    if (problem.code === 'query_invalid' && this.hasPrevious) return this.choose({});
    const { retryAfter } = problem.problem ?? {};
    this.#asksAgain = problem.code === 'rate_limited' && retryAfter !== undefined;
    if (retryAfter !== undefined && this.#asksAgain) this.wait.start(retryAfter);
    this.#become(failed(this.#state.page, problem));
  }

  #tellSlow(): void {
    if (this.#state.status === 'loading') this.#become({ ...this.#state, slow: true });
  }

  #become(state: MembersState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}

/** A failure takes nothing away that was there. */
function failed(page: ListPage | null, problem: ProxyProblem): MembersState {
  if (page) return { status: 'ready', page, problem };
  const signedOut = problem.code === 'sign_in_required' || problem.code === 'token_missing';
  return { status: signedOut ? 'signed-out' : 'error', page, problem };
}
