import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createMemberListClient } from '../../client/member-list.js';
import { ProxyProblem } from '../../client/problem.js';
import {
  inRoleOrder,
  type AssignableRole,
  type MemberPage,
  type MemberRow,
  type RoleName,
} from '../../contract/member.js';
import type { SessionInfo } from '../../contract/session.js';
import type { OperationView } from '../../policy/views/view.js';
import type { Operation } from '../../policy/vocabulary.js';
import { Countdown } from '../countdown.js';
import { PageTrail } from '../pagination.js';
import type { Session } from '../session.js';
import { allMembers, isNarrowed, isSortable, toParams, type MemberQuery } from './member-query.js';
import type { ListPage, MembersState } from './members-state.js';
import { Selection } from './selection.js';

export interface MembersControllerOptions {
  connect(): Promise<Session>;
  /** Returns what to call a role of the organization that has the name of one of the tenant. */
  nameOfOwnRole(this: void, name: string): string;
}

/** Search debounce. */
const searchDebounceMs = 250;
/** After this long without an answer, the list says so and offers to try again. */
const slowNoticeMs = 2_500;

/** Loads the session and the organization's members, page by page. */
export class MembersController implements ReactiveController {
  /** Counts down after a 429; then the list is loaded again. */
  readonly wait: Countdown;
  readonly selection: Selection;
  readonly #host: ReactiveControllerHost;
  readonly #options: MembersControllerOptions;
  /** The way to the page that is loaded. */
  #pages = PageTrail.start;
  /** The way to the page on screen: another one after a failure. */
  #shownPages = PageTrail.start;
  #state: MembersState = { status: 'loading', page: null, slow: false };
  #query = allMembers;
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
  #debounceTimer: ReturnType<typeof setTimeout> | undefined;
  #slowTimer: ReturnType<typeof setTimeout> | undefined;
  #retriesAfterWait = false;

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

  /** The caller, their organization and permissions; `null` until the first answer. */
  get info(): SessionInfo | null {
    return this.#info;
  }

  /** The organization's roles; `null` until they are loaded. */
  get roles(): readonly AssignableRole[] | null {
    return this.#roles;
  }

  /** Sorts roles as the organization lists them, once that list is loaded. */
  inRoleOrder<R extends RoleName>(roles: readonly R[]): readonly R[] {
    return inRoleOrder(roles, this.#roles ?? []);
  }

  /** Whether the caller can see members' roles, as far as the lists so far say. */
  get seesRoles(): boolean {
    return this.#seesRoles;
  }

  /** The number of members; `null` until an unfiltered list says it. */
  get headcount(): MemberPage['total'] {
    return this.#headcount;
  }

  get hasPrevious(): boolean {
    return this.#shownPages.hasPrevious;
  }

  /** Whether the member was just changed: Auth0's list may not show it yet. */
  isChanged(userId: string): boolean {
    return this.#changed.has(userId);
  }

  /** The caller's view of an operation on the organization; `undefined` if no rule mentions it. */
  operation(name: Operation): OperationView | undefined {
    return this.#info?.operations.find((each) => each.name === name);
  }

  may(name: Operation): boolean {
    return this.operation(name)?.allowed ?? false;
  }

  hostConnected(): void {
    addEventListener('online', this.#reloadAfterFailure);
    // The host starts the first load, once its attributes are known.
    if (this.#reading) void this.load();
  }

  hostUpdate(): void {
    if (!this.#retriesAfterWait || this.wait.left > 0) return;
    this.#retriesAfterWait = false;
    void this.load();
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#reloadAfterFailure);
    this.#reading?.abort();
    clearTimeout(this.#debounceTimer);
    clearTimeout(this.#slowTimer);
  }

  /** The network is back. */
  readonly #reloadAfterFailure = (): void => {
    const { status } = this.#state;
    if (status === 'error' || (status === 'ready' && this.#state.problem)) void this.load();
  };

  /** Drops everything of the session before, and loads the list of a new one. */
  async open(query: MemberQuery): Promise<void> {
    this.#lifetime.abort();
    this.#lifetime = new AbortController();
    this.#query = query;
    this.#pages = PageTrail.start;
    this.#info = null;
    this.#roles = null;
    this.#seesRoles = false;
    this.#loadingRoles = null;
    this.#headcount = null;
    this.#changed.clear();
    this.selection.clear();
    this.#setState({ status: 'loading', page: null, slow: false });
    await this.load();
  }

  /** Loads the current page again. It stays until the answer arrives. */
  async load(): Promise<void> {
    this.#reading?.abort();
    clearTimeout(this.#debounceTimer);
    const { signal } = (this.#reading = new AbortController());
    this.#setState({ status: 'loading', page: this.#state.page, slow: false });
    clearTimeout(this.#slowTimer);
    this.#slowTimer = setTimeout(() => this.#markSlow(), slowNoticeMs);
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
      if (!signal.aborted) await this.#fail(reason);
    } finally {
      if (this.#reading.signal === signal) clearTimeout(this.#slowTimer);
    }
  }

  /** Changes filters, order or page size, and loads the first page. */
  async choose(choice: Partial<MemberQuery>): Promise<void> {
    const query = { ...this.#query, ...choice };
    this.#query = isSortable(query) ? query : { ...query, sort: '' };
    this.#pages = PageTrail.start;
    this.#changed.clear();
    await this.load();
  }

  /** Searches once typing pauses. */
  search(text: string): void {
    this.#query = { ...this.#query, search: text };
    clearTimeout(this.#debounceTimer);
    this.#debounceTimer = setTimeout(() => void this.choose({}), searchDebounceMs);
    this.#host.requestUpdate();
  }

  async clearFilters(): Promise<void> {
    const { limit, sort } = this.#query;
    await this.choose({ ...allMembers, limit, sort });
  }

  async nextPage(): Promise<void> {
    const { page } = this.#state;
    if (this.#next === null || !page) return;
    this.#pages = this.#shownPages.forward(this.#next, page.members.length);
    await this.#loadPage();
  }

  async previousPage(): Promise<void> {
    if (!this.hasPrevious) return;
    this.#pages = this.#shownPages.back();
    await this.#loadPage();
  }

  /** Loads the organization's roles, once for all callers. Rejects if that fails; the next call tries again. */
  loadRoles(): Promise<readonly AssignableRole[]> {
    return (this.#loadingRoles ??= this.#readRoles());
  }

  /** After these members were changed: shows at once what is known of it, then what the proxy says. */
  async refresh(userIds: readonly string[], changes: Partial<MemberRow> = {}): Promise<void> {
    for (const userId of userIds) this.#changed.add(userId);
    this.#updateRows((row) => (userIds.includes(row.userId) ? { ...row, ...changes } : row));
    await this.load();
  }

  /** Shows changes to a member that the proxy hasn't confirmed yet. */
  preview(userId: string, changes: Partial<MemberRow>): void {
    this.#updateRows((row) => (row.userId === userId ? { ...row, ...changes } : row));
  }

  /** Shows in the list whether a member is locked out, once their page knows. */
  noteLockout(userId: string, isLockedOut: boolean): void {
    this.#updateRows((row) => {
      if (row.userId !== userId || row.status.includes('locked-out') === isLockedOut) return row;
      const others = row.status.filter((status) => status !== 'locked-out');
      return { ...row, status: isLockedOut ? [...others, 'locked-out'] : others };
    });
  }

  /** After these people were removed: takes them off the list at once, then loads it. */
  async remove(userIds: readonly string[]): Promise<void> {
    const removed = userIds.map((userId) => ({ userId, name: null, email: null }));
    this.selection.toggle(removed, false);
    this.#updateRows((row) => (userIds.includes(row.userId) ? null : row));
    await this.load();
  }

  /** Has the person sign in. Leaves the page, or loads the list again when the host did it in place. */
  signIn(maxAge?: number): Promise<void> {
    return this.#leave((session) => session.login?.(maxAge));
  }

  /** Has the person sign in to an organization they choose. */
  chooseOrganization(): Promise<void> {
    return this.#leave((session) => session.chooseOrganization?.());
  }

  async #leave(signIn: (session: Session) => Promise<void> | undefined): Promise<void> {
    const session = this.#session;
    const { signal } = this.#lifetime;
    const signingIn = session && signIn(session);
    if (!signingIn) return;
    try {
      await signingIn;
      if (!session.logout && !signal.aborted) await this.open(this.#query);
    } catch (reason) {
      if (!signal.aborted) await this.#fail(reason);
    }
  }

  async #readRoles(): Promise<readonly AssignableRole[]> {
    const { signal } = this.#lifetime;
    try {
      const { send } = await this.#options.connect();
      const roles = await createMemberListClient(send).roles({ signal });
      signal.throwIfAborted();
      return (this.#roles = this.#tellApart(roles));
    } catch (reason) {
      if (!signal.aborted) this.#loadingRoles = null;
      throw reason;
    } finally {
      this.#host.requestUpdate();
    }
  }

  /** A role of the organization can have the name of one of the tenant. Only then its name says whose it is. */
  #tellApart(roles: readonly AssignableRole[]): readonly AssignableRole[] {
    return roles.map((role) => {
      const isShared = roles.some(({ id, name }) => id !== role.id && name === role.name);
      return role.ofOrganization && isShared
        ? { ...role, name: this.#options.nameOfOwnRole(role.name) }
        : role;
    });
  }

  #params(): URLSearchParams {
    const params = toParams(this.#query);
    params.set('limit', String(this.#query.limit));
    const { cursor } = this.#pages.current;
    if (cursor !== null) params.set('cursor', cursor);
    return params;
  }

  async #loadPage(): Promise<void> {
    this.#changed.clear();
    await this.load();
  }

  #show({ members, next, total, truncated }: MemberPage): void {
    this.#next = next;
    this.#shownPages = this.#pages;
    if (!isNarrowed(this.#query)) this.#headcount = total;
    const { before } = this.#pages.current;
    const page = { members, before, hasNext: next !== null, total, isCut: truncated ?? false };
    this.#seesRoles ||= members.some(({ roles }) => roles !== undefined);
    this.#setState({ status: 'ready', page, problem: null });
    // For the filter by role. After a failure, the next list tries again.
    if (this.#seesRoles && this.#roles === null) void this.loadRoles().catch(() => {});
    // Everyone on the last page was removed.
    if (members.length === 0 && this.hasPrevious) void this.previousPage();
  }

  #updateRows(change: (row: MemberRow) => MemberRow | null): void {
    const state = this.#state;
    if (!state.page) return;
    const members = state.page.members.map(change).filter((row) => row !== null);
    this.#setState({ ...state, page: { ...state.page, members } });
  }

  async #fail(reason: unknown): Promise<void> {
    const { code } = ProxyProblem.from(reason);
    // Cursors don't outlive the proxy's secret: start over rather than fail.
    if (code === 'query_invalid' && this.#pages.hasPrevious) return this.choose({});
    const problem = this.wait.noteFailure(reason);
    this.#retriesAfterWait = code === 'rate_limited' && problem.problem?.retryAfter !== undefined;
    this.#setState(failedState(this.#state.page, problem));
  }

  #markSlow(): void {
    if (this.#state.status === 'loading') this.#setState({ ...this.#state, slow: true });
  }

  #setState(state: MembersState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}

/** Keeps the page that was loaded before. */
function failedState(page: ListPage | null, problem: ProxyProblem): MembersState {
  if (page) return { status: 'ready', page, problem };
  const signedOut = problem.code === 'sign_in_required' || problem.code === 'token_missing';
  return { status: signedOut ? 'signed-out' : 'error', page, problem };
}
