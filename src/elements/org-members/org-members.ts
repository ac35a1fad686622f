import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { SessionFetch } from '../../client/proxy-client.js';
import type { UrlHashSync } from '../../state/url-hash-sync.js';
import { LazyModule } from '../../state/lazy-module.js';
import { allMembers, fromParams, toParams } from '../../state/members/member-query.js';
import { MembersController } from '../../state/members/members-controller.js';
import { openSession } from '../../state/session.js';
import { members as english } from '../../messages/en/members.js';
import { controls } from '../parts/controls.styles.js';
import { StateChangeEvent, type ElementState } from '../parts/events.js';
import { readerLanguage } from '../parts/language.js';
import { localized } from '../parts/localized.js';
import { tokens } from '../parts/tokens.styles.js';
import { emptyState, moduleMissing } from './list/empty-state.js';
import { announcement } from './announcement.js';
import { isTab, type MemberAction, type MemberColumn, type PanelContext, type Tab } from './context.js';
import { header } from './header.js';
import { memberList } from './list/member-list.js';
import { styles } from './org-members.styles.js';
import type { MembersOverrides } from './overrides.js';
import { tabList, tabsFor } from './tab-list.js';
import type { PanelInteractions } from './panel-interactions.js';

/** The properties that say where the people are and who asks: another value means other people. */
const sessionProperties = ['proxyUrl', 'domain', 'clientId', 'audience', 'organization'] as const;

/**
 * Lets an admin or a help desk find, understand and manage the people of one organization. What is offered is what the
 * policy grants to whoever is signed in.
 *
 * Without `domain` and `client-id`, and without a `fetch` property, requests carry the page's own cookies.
 *
 * @fires {MemberOperationRequestEvent} member-operation-request - Before something is done to people; may be refused, also later.
 * @fires {MembersInviteRequestEvent} members-invite-request - Before people are invited; likewise.
 * @fires {MembersExportRequestEvent} members-export-request - Before the list is exported; likewise.
 * @fires {MemberOpenRequestEvent} member-open-request - Before a person's page opens; a host with a page of its own refuses and goes there.
 * @fires {OrganizationSwitchRequestEvent} organization-switch-request - Before the person goes over to another of their organizations.
 * @fires {MembersInvitedEvent} members-invited - Invitations were sent to `emails`.
 * @fires {InvitationRevokedEvent} invitation-revoked - An `invitation` was taken back.
 * @fires {MemberChangedEvent} member-changed - Something about a person was changed; `operation` says what.
 * @fires {MemberRemovedEvent} member-removed - A person is no member any more; `operation` says how.
 * @fires {BulkRunEndedEvent} bulk-run-ended - Something was done to many; `run` says what came of it for each.
 * @fires {StateChangeEvent} state-change - The element came into another `state`: loading, ready, error or signed-out.
 *
 * @cssstate loading - People are being read; those of before stay.
 * @cssstate ready - People are shown; a reading that failed tells so above them.
 * @cssstate error - Nothing could be loaded, or the caller may not see it.
 * @cssstate signed-out - Nobody is signed in.
 *
 * @slot header - Beside the heading, before the buttons.
 * @slot empty - Instead of the element's own words, in an organization without anybody.
 * @slot footer - Below everything.
 *
 * @csspart card - The frame around everything.
 * @csspart header - Heading, count and what is done about everybody.
 * @csspart logo - The organization's own, where it has one.
 * @csspart tabs - The sections.
 * @csspart tab - One of them.
 * @csspart toolbar - Search and filters.
 * @csspart input - Every input and select; also `search`, `filter`, `page-size`.
 * @csspart selection - How many are selected, and what is done about them.
 * @csspart table - The people.
 * @csspart row - One of them.
 * @csspart name - The name, which opens the person's page.
 * @csspart avatar - The person's picture or initials.
 * @csspart badge - A status; also named after it, and `you`.
 * @csspart sort - The heading of a column the list can be ordered by.
 * @csspart menu - A menu; its entries are `menu-item`.
 * @csspart menu-item - One of its entries; also named after what it does.
 * @csspart pager - Which part of the list is shown, and the way to the others.
 * @csspart button - Every button; also `invite`, `export`, `previous`, `next`, `retry`, `sign-in` and others.
 * @csspart empty - What is said where there is nobody.
 * @csspart notice - A failure, and what to do about it.
 * @csspart dialog - A question, or what came of it.
 * @csspart activity - What was done, the newest first.
 * @csspart skeleton - The placeholder while loading.
 *
 * @cssprop [--orgdesk-accent=light-dark(#3b5bdb, #8ea5ff)] - Primary button, focus ring; the organization's own colour where it is not set.
 * @cssprop [--orgdesk-on-accent=light-dark(#fff, #10131c)] - Text on the accent.
 * @cssprop [--orgdesk-ink=light-dark(#1a1d24, #e9ebf0)] - Text.
 * @cssprop [--orgdesk-muted=light-dark(#5a6170, #a4abba)] - Secondary text.
 * @cssprop [--orgdesk-line=light-dark(#e3e6ec, #2c313c)] - Borders between things.
 * @cssprop [--orgdesk-surface=light-dark(#fff, #171a21)] - Background.
 * @cssprop [--orgdesk-sunken=light-dark(#f6f7f9, #11141a)] - Background of the table's head.
 * @cssprop [--orgdesk-danger=light-dark(#c2255c, #ff7b9c)] - Errors, and what takes something away.
 * @cssprop [--orgdesk-ok=light-dark(#237032, #69db7c)] - Active.
 * @cssprop [--orgdesk-warn=light-dark(#965400, #ffc46b)] - Locked out, not verified.
 * @cssprop [--orgdesk-radius=8px] - Corners of inputs and buttons; the card's are 6px rounder.
 * @cssprop [--orgdesk-font=system-ui, sans-serif] - Font family; `inherit` takes the page's.
 */
export class OrgMembers extends LitElement {
  static override styles = [tokens, controls, styles];

  // Declared here and not decorated: what decorators compile to would be a fiftieth of the element's size.
  static override properties = {
    proxyUrl: { attribute: 'proxy-url' },
    domain: {},
    clientId: { attribute: 'client-id' },
    audience: {},
    organization: {},
    tab: {},
    member: {},
    urlHash: { type: Boolean, attribute: 'url-hash' },
    hideHeader: { type: Boolean, attribute: 'hide-header' },
    readOnly: { type: Boolean, attribute: 'read-only' },
    theme: { reflect: true, useDefault: true },
    lang: { reflect: true, useDefault: true },
    fetch: { attribute: false },
    login: { attribute: false },
    messages: { attribute: false },
    columns: { attribute: false },
    rowActions: { attribute: false },
  };

  /** Registers the element, once per registry; a page with several bundles may ask more than once. */
  static define(tag = 'org-members', registry = customElements): typeof OrgMembers {
    if (!registry.get(tag)) registry.define(tag, this);
    return this;
  }

  /** Where the proxy is mounted, absolute or relative to the page. */
  declare proxyUrl: string;

  /** The Auth0 domain to sign in at. With `client-id`, the tag signs in by itself. */
  declare domain: string;

  /** The Auth0 application's client id. */
  declare clientId: string;

  /** The API identifier the proxy expects in access tokens. */
  declare audience: string;

  /** The id or name of the organization to sign in to. */
  declare organization: string;

  /** The section that is shown: `members`, `invitations` or `activity`. */
  declare tab: string;

  /** The id of the person whose page is open; empty for none. */
  declare member: string;

  /** Keeps search, filters, order, section and person in the page's hash, and follows it. */
  declare urlHash: boolean;

  /** Leaves out heading, count and what is done about everybody. */
  declare hideHeader: boolean;

  /** Shows, and lets nothing be done. */
  declare readOnly: boolean;

  /** `auto` follows the page's `color-scheme`. */
  declare theme: 'light' | 'dark' | 'auto';

  /** The reader's language as a BCP 47 tag: of dates and numbers. Without it, the page's. */
  declare lang: string;

  /** The host's session, for pages that are signed in already: `fetch` that adds the access token. */
  declare fetch: SessionFetch | undefined;

  /** The host's way to have the person sign in again, at most `maxAge` seconds ago; for pages with a `fetch` of their own. */
  declare login: ((maxAge?: number) => Promise<void>) | undefined;

  /** Any of the element's texts, replaced. */
  declare messages: MembersOverrides;

  /** Columns of the host's own, after those of the element. */
  declare columns: readonly MemberColumn[];

  /** Actions of the host's own in the menu of each row. */
  declare rowActions: readonly MemberAction[];

  readonly #internals = this.attachInternals();
  readonly #localized = localized(this, 'members', english);
  #shownState: ElementState | null = null;
  readonly #connect = () => openSession({ ...this.#sessionOptions, userId: '' });
  readonly #members = new MembersController(this, { connect: this.#connect });
  /** The list is shown without it. */
  readonly #interactions: LazyModule<PanelInteractions> = new LazyModule(this, async () => {
    const { createPanelInteractions } = await import('./panel-interactions.js');
    return createPanelInteractions(this, {
      members: this.#members,
      panel: () => this.#panel,
      connect: this.#connect,
    });
  });
  /** Loaded only for a host that has its address read and written. */
  readonly #hash: LazyModule<UrlHashSync> = new LazyModule(this, async () => {
    const { UrlHashSync } = await import('../../state/url-hash-sync.js');
    return new UrlHashSync(this, {
      connect: this.#connect,
      isWanted: () => this.urlHash,
      names: ['tab', 'member', 'search', 'role', 'connection', 'status', 'sort'],
      places: ['tab', 'member'],
      read: () => this.#place,
      apply: (params) => this.#goTo(params),
    });
  });
  #starting: AbortController | null = null;

  constructor() {
    super();
    this.proxyUrl = '/orgdesk';
    this.domain = '';
    this.clientId = '';
    this.audience = '';
    this.organization = '';
    this.tab = 'members';
    this.member = '';
    this.urlHash = false;
    this.hideHeader = false;
    this.readOnly = false;
    this.theme = 'auto';
    this.lang = '';
    this.fetch = undefined;
    this.login = undefined;
    this.messages = {};
    this.columns = [];
    this.rowActions = [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const elsewhere = sessionProperties.some((name) => changed.has(name));
    // A new function for the same session is no reason to read again: some hosts make one at every render.
    const nothingShown = this.#members.state.page === null;
    if (elsewhere || (changed.has('fetch') && nothingShown)) void this.#start();
  }

  protected override updated(): void {
    const { state, info } = this.#members;
    if (info) this.#interactions.current?.sync(this.#panel, info);
    if (state.status === this.#shownState) return;
    if (this.#shownState) this.#internals.states.delete(this.#shownState);
    this.#internals.states.add(state.status);
    this.#shownState = state.status;
    this.dispatchEvent(new StateChangeEvent(state.status));
  }

  /** Reads what is shown again. */
  reload(): Promise<void> {
    return this.#members.load();
  }

  protected override render() {
    const { state } = this.#members;
    if (!this.#localized.isReady) return html`<div class="card" part="card" aria-busy="true"></div>`;
    const panel = this.#panel;
    const isThere = state.status === 'loading' || state.status === 'ready';
    return html`<div class="card" part="card" aria-busy=${state.status === 'loading'}>
      ${isThere ? this.#content(panel) : emptyState(panel, state.problem)}
      <slot name="footer"></slot>
      ${this.#interactions.current?.layers(panel)}
      <p class="visually-hidden" role="status">${announcement(panel)}</p>
    </div>`;
  }

  #content(panel: PanelContext) {
    const { tab } = panel;
    const interactions = this.#interactions.current;
    return html`${this.hideHeader ? nothing : header(panel)} ${interactions?.notes(panel)}
      ${this.#interactions.hasFailed ? moduleMissing(panel, this.#interactions) : nothing}
      ${tabList(panel, interactions?.pendingInvitations ?? null)}
      <div id="panel" role="tabpanel" aria-labelledby="tab-${tab}">
        ${
          tab === 'members'
            ? html`<div class="beside">
                <div class="list">${memberList(panel, interactions)}</div>
                ${interactions?.memberPanel(panel)}
              </div>`
            : interactions?.tabPanel(panel)
        }
      </div>`;
  }

  get #panel(): PanelContext {
    return {
      members: this.#members,
      messages: this.#localized.with(this.messages),
      lang: readerLanguage(this),
      readOnly: this.readOnly,
      tab: this.#tab,
      columns: this.columns,
      showTab: (tab) => {
        this.tab = tab;
        this.#interactions.current?.enterTab(tab);
      },
      perform: (what) =>
        void this.#interactions.load().then((interactions) => interactions && what(interactions.actions)),
    };
  }

  /** Only a section the caller may look at. */
  get #tab(): Tab {
    const wanted = isTab(this.tab) ? this.tab : 'members';
    return tabsFor({ members: this.#members }).includes(wanted) ? wanted : 'members';
  }

  async #start(): Promise<void> {
    this.#starting?.abort();
    const { signal } = (this.#starting = new AbortController());
    this.#interactions.dispose();
    // Beside the first answer, and not before it: the list does without.
    void this.#interactions.load();
    const params = this.urlHash ? await this.#readHash(signal) : null;
    if (signal.aborted) return;
    if (params) this.#takePlace(params);
    await this.#members.open(params ? fromParams(params, allMembers.limit) : allMembers);
  }

  /** `null` also where that part could not be loaded: the list does without. */
  async #readHash(signal: AbortSignal): Promise<URLSearchParams | null> {
    const hash = await this.#hash.load();
    return hash?.readInitial(signal) ?? null;
  }

  get #sessionOptions() {
    const { proxyUrl, domain, clientId, audience, organization, fetch, login } = this;
    return { proxyUrl, domain, clientId, audience, organization, fetch, login };
  }

  /** As the hash has it. */
  get #place(): URLSearchParams {
    const params = toParams(this.#members.query);
    if (this.tab !== 'members') params.set('tab', this.tab);
    if (this.member) params.set('member', this.member);
    return params;
  }

  #takePlace(params: URLSearchParams): void {
    this.tab = params.get('tab') ?? 'members';
    this.member = params.get('member') ?? '';
  }

  #goTo(params: URLSearchParams): void {
    this.#takePlace(params);
    const query = fromParams(params, this.#members.query.limit);
    const now = toParams(this.#members.query).toString();
    if (toParams(query).toString() !== now) void this.#members.choose(query);
  }
}
