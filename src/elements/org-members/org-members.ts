import { html, nothing, type PropertyValues } from 'lit';
import type { SessionFetch } from '../../client/proxy-client.js';
import { activityFilterNames, type AddressFilters } from '../../state/activity/filter-names.js';
import type { UrlHashSync } from '../../state/url-hash-sync.js';
import { LazyModule } from '../../state/lazy-module.js';
import { allMembers, fromParams, toParams } from '../../state/members/member-query.js';
import { MembersController } from '../../state/members/members-controller.js';
import { isNewSession, openSession } from '../../state/session.js';
import { members as english } from '../../messages/en/members.js';
import { afterPaint } from '../parts/after-paint.js';
import { controls } from '../parts/controls.styles.js';
import { StateChangeEvent, type ElementState } from '../parts/events.js';
import { EmbeddedElement } from '../parts/embedded-element.js';
import { ownDirection, readerLanguage } from '../parts/language.js';
import { localized } from '../parts/localized.js';
import { PlaceholderTimer } from '../parts/placeholder-timer.js';
import { prepareTimes } from '../parts/time.js';
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

/**
 * Member management for one organization: list, invite, edit, block and remove members, as far as the policy allows the person
 * who is signed in. The organization is the one in their access token.
 *
 * The session comes from the `fetch` property, or from signing in with `domain` and `client-id`, or from the page's cookies.
 *
 * @example
 * ```html
 * <script type="module" src="/orgdesk/org-members.js"></script>
 * <org-members
 *   proxy-url="/orgdesk"
 *   domain="acme.eu.auth0.com"
 *   client-id="…"
 *   audience="https://api.acme.example"
 * ></org-members>
 * ```
 *
 * @fires {MemberOperationRequestEvent} member-operation-request - Before an operation on members. Cancelable; `waitFor()` delays the answer.
 * @fires {MembersInviteRequestEvent} members-invite-request - Before people are invited. Cancelable.
 * @fires {MembersExportRequestEvent} members-export-request - Before the list is exported. Cancelable.
 * @fires {MemberOpenRequestEvent} member-open-request - Before a member's page opens. Cancel it to navigate to a page of your own.
 * @fires {OrganizationSwitchRequestEvent} organization-switch-request - Before the person switches to another organization. Cancelable.
 * @fires {MembersInvitedEvent} members-invited - Invitations were sent to `emails`.
 * @fires {InvitationRevokedEvent} invitation-revoked - `invitation` was revoked.
 * @fires {MemberChangedEvent} member-changed - A member was changed by `operation`.
 * @fires {MemberRemovedEvent} member-removed - A person was removed, or their account was deleted.
 * @fires {BulkRunEndedEvent} bulk-run-ended - A bulk action ended. `run` has the result for each member.
 * @fires {StateChangeEvent} state-change - `state` changed: loading, ready, error or signed-out.
 *
 * @cssstate loading - The list is loading. A list that was loaded before stays.
 * @cssstate ready - The list is there. If loading it again failed, a notice is above it.
 * @cssstate error - Nothing could be loaded, or the caller can't see members.
 * @cssstate signed-out - No one is signed in.
 *
 * @slot header - Next to the title, before the buttons.
 * @slot empty - Replaces the text in an organization without members.
 * @slot footer - Below everything.
 *
 * The tables in docs/org-members.md list its parts and custom properties. The manifest reads them from there.
 */
export class OrgMembers extends EmbeddedElement {
  static override styles = [tokens, controls, styles];

  // Not decorated: the compiled decorators would be 2 % of the element's size.
  static override properties = {
    proxyUrl: { attribute: 'proxy-url' },
    domain: {},
    clientId: { attribute: 'client-id' },
    audience: {},
    redirectUri: { attribute: 'redirect-uri' },
    workerUrl: { attribute: 'worker-url' },
    dpop: { type: Boolean },
    organization: {},
    tab: {},
    member: {},
    urlHash: { type: Boolean, attribute: 'url-hash' },
    hideHeader: { type: Boolean, attribute: 'hide-header' },
    hideBranding: { type: Boolean, attribute: 'hide-branding' },
    readOnly: { type: Boolean, attribute: 'read-only' },
    theme: { reflect: true, useDefault: true },
    density: { reflect: true, useDefault: true },
    lang: { reflect: true, useDefault: true },
    fetch: { attribute: false },
    login: { attribute: false },
    chooseOrganization: { attribute: false },
    messages: { attribute: false },
    columns: { attribute: false },
    rowActions: { attribute: false },
  };

  /** Registers the element. Does nothing if the tag is taken, as on a page with several bundles. */
  static override define(tag = 'org-members', registry = customElements): typeof OrgMembers {
    super.define(tag, registry);
    return this;
  }

  /** The URL of the proxy, absolute or relative to the page. */
  declare proxyUrl: string;

  /** The Auth0 domain. With `client-id`, the element signs in by itself. */
  declare domain: string;

  /** The client ID of the Auth0 application. */
  declare clientId: string;

  /** The API identifier that the proxy expects in access tokens. */
  declare audience: string;

  /** The registered callback URL, if it isn't the URL of the page. */
  declare redirectUri: string;

  /** The URL of auth0-spa-js's worker, for pages that don't allow workers from `blob:`. */
  declare workerUrl: string;

  /** Binds access tokens to a key of this browser (RFC 9449). */
  declare dpop: boolean;

  /** The ID or name of the organization to sign in to. */
  declare organization: string;

  /** The open tab: `members`, `invitations` or `activity`. */
  declare tab: string;

  /** The user ID of the open member's page; empty for none. */
  declare member: string;

  /**
   * Keeps search, filters, order, tab and member in the page's URL hash, and follows it. The filters of the activity too. A
   * member's page then has a button that copies its link.
   */
  declare urlHash: boolean;

  /** Hides the title, the number of members, and the buttons for the whole list. */
  declare hideHeader: boolean;

  /** Uses neither the color nor the logo of the organization. */
  declare hideBranding: boolean;

  /** Hides everything that would change something. */
  declare readOnly: boolean;

  /** The theme. `auto` follows the page's `color-scheme`. */
  declare theme: 'light' | 'dark' | 'auto';

  /** How much room there is: `compact` for small screens full of data. */
  declare density: 'comfortable' | 'compact';

  /** The language of texts, dates and numbers, as a BCP 47 tag. Defaults to the page's. */
  declare lang: string;

  /** A `fetch` that adds the access token, for hosts with their own session. */
  declare fetch: SessionFetch | undefined;

  /** Has the person sign in again, at most `maxAge` seconds ago. For hosts with their own `fetch`. */
  declare login: ((maxAge?: number) => Promise<void>) | undefined;

  /** Has the person sign in to an organization they choose. For hosts with their own `fetch`. */
  declare chooseOrganization: (() => Promise<void>) | undefined;

  /** Replacements for the element's texts. */
  declare messages: MembersOverrides;

  /** Columns to add after the element's own. */
  declare columns: readonly MemberColumn[];

  /** Actions to add to the menu of each row. */
  declare rowActions: readonly MemberAction[];

  readonly #internals = this.attachInternals();
  readonly #localized = localized(this, 'members', english);
  #lastState: ElementState | null = null;
  readonly #connect = () => openSession(this);
  readonly #members: MembersController = new MembersController(this, {
    connect: this.#connect,
    nameOfOwnRole: (name) => this.#localized.with(this.messages).ownRole(name),
  });
  /** Menus, dialogs and tabs: everything that the list can be painted without. */
  readonly #interactions: LazyModule<PanelInteractions> = new LazyModule(this, async () => {
    const { createPanelInteractions } = await import('./panel-interactions.js');
    return createPanelInteractions(this, {
      members: this.#members,
      panel: () => this.#panel,
      connect: this.#connect,
    });
  });
  /** Loaded only with `url-hash`. */
  readonly #hash: LazyModule<UrlHashSync> = new LazyModule(this, async () => {
    const { UrlHashSync } = await import('../../state/url-hash-sync.js');
    return new UrlHashSync(this, {
      connect: this.#connect,
      isEnabled: () => this.urlHash,
      names: [
        'tab',
        'member',
        'member-view',
        'search',
        'role',
        'connection',
        'status',
        'sort',
        ...activityFilterNames,
      ],
      historyNames: ['tab', 'member', 'member-view'],
      read: () => this.#hashParams,
      apply: (params) => this.#applyHash(params),
    });
  });
  /** Whether the interactions were requested in this session. */
  #hasRequestedInteractions = false;
  #isPainted = false;
  readonly #placeholder = new PlaceholderTimer(this);
  #activityFilters: AddressFilters = {};
  /** Whether the open member's page stands in the place of the list. */
  #asPage = false;
  #starting: AbortController | null = null;

  constructor() {
    super();
    this.proxyUrl = '/orgdesk';
    this.domain = '';
    this.clientId = '';
    this.audience = '';
    this.redirectUri = '';
    this.workerUrl = '';
    this.dpop = false;
    this.organization = '';
    this.tab = 'members';
    this.member = '';
    this.urlHash = false;
    this.hideHeader = false;
    this.hideBranding = false;
    this.readOnly = false;
    this.theme = 'auto';
    this.density = 'comfortable';
    this.lang = '';
    this.fetch = undefined;
    this.login = undefined;
    this.chooseOrganization = undefined;
    this.messages = {};
    this.columns = [];
    this.rowActions = [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.member === '') this.#asPage = false;
    const { status, page } = this.#members.state;
    if (isNewSession(changed, page ? 'ready' : status)) void this.#start();
  }

  protected override updated(): void {
    const { state, info } = this.#members;
    if (info) this.#interactions.current?.sync(this.#panel, info);
    if (state.status !== 'loading') this.#placeholder.stop();
    this.#loadInteractions();
    if (state.status === this.#lastState) return;
    if (this.#lastState) this.#internals.states.delete(this.#lastState);
    this.#internals.states.add(state.status);
    this.#lastState = state.status;
    this.dispatchEvent(new StateChangeEvent(state.status));
  }

  /** Loads the current page of the list again. */
  reload(): Promise<void> {
    return this.#members.load();
  }

  protected override render() {
    const { state } = this.#members;
    const dir = ownDirection(this);
    if (!this.#localized.isReady)
      return html`<div class="card blank" part="card" dir=${dir} aria-busy="true"></div>`;
    const panel = this.#panel;
    const hasList = state.status === 'loading' || state.status === 'ready';
    const isBlank = this.#isList && state.status === 'loading' && !state.page && !this.#placeholder.isDue;
    return html`<div
      class="card ${isBlank ? 'blank' : ''}"
      part="card"
      dir=${dir}
      aria-busy=${state.status === 'loading'}
    >
      ${isBlank ? nothing : hasList ? this.#content(panel) : emptyState(panel, state.problem)}
      <slot name="footer"></slot>
      ${this.#interactions.current?.layers(panel)}
      <p class="visually-hidden" role="status">${isBlank ? '' : announcement(panel)}</p>
    </div>`;
  }

  /** Whether nothing but the list is open. */
  get #isList(): boolean {
    return this.tab === 'members' && this.member === '';
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
            ? html`<div class="beside ${interactions?.memberPlace(panel)}">
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
      density: this.density,
      hideBranding: this.hideBranding,
      readOnly: this.readOnly,
      isPainted: this.#isPainted,
      tab: this.#tab,
      openMember: this.member,
      asPage: this.#asPage,
      showAsPage: (asPage) => {
        this.#asPage = asPage;
        this.requestUpdate();
      },
      hasAddress: this.urlHash,
      activityFilters: this.#activityFilters,
      filterActivity: (filters) => {
        this.#activityFilters = filters;
        this.requestUpdate();
      },
      columns: this.columns,
      showTab: (tab) => {
        this.tab = tab;
        this.#interactions.current?.enterTab(tab);
      },
      perform: (what) =>
        void this.#interactions.load().then((interactions) => interactions && what(interactions.actions)),
    };
  }

  /** The open tab, or Members if the caller can't see that one. */
  get #tab(): Tab {
    const wanted = isTab(this.tab) ? this.tab : 'members';
    return tabsFor({ members: this.#members }).includes(wanted) ? wanted : 'members';
  }

  /** Fetches them once the list is painted, or at once for another tab or a member's page, which consist of them. */
  #loadInteractions(): void {
    if (this.#hasRequestedInteractions) return;
    const isList = this.#isList;
    if (isList && this.#members.state.status === 'loading') return;
    this.#hasRequestedInteractions = true;
    const { signal } = this.#starting ?? {};
    void (isList ? afterPaint() : Promise.resolve()).then(() => {
      if (signal?.aborted) return;
      this.#isPainted = true;
      this.requestUpdate();
      void this.#interactions.load();
    });
  }

  async #start(): Promise<void> {
    this.#starting?.abort();
    const { signal } = (this.#starting = new AbortController());
    this.#interactions.dispose();
    this.#hasRequestedInteractions = this.#isPainted = false;
    void this.#prepare();
    const params = this.urlHash ? await this.#readHash(signal) : null;
    if (signal.aborted) return;
    this.#activityFilters = {};
    if (params) this.#applyPanelParams(params);
    await this.#members.open(params ? fromParams(params, allMembers.limit) : allMembers);
  }

  /** Does what takes long, while the first answer is on its way. */
  async #prepare(): Promise<void> {
    await afterPaint();
    prepareTimes(readerLanguage(this));
    if (this.#members.state.status === 'loading') this.#placeholder.start();
  }

  /** Also `null` if the code for it couldn't be loaded: the list opens without it. */
  async #readHash(signal: AbortSignal): Promise<URLSearchParams | null> {
    const hash = await this.#hash.load();
    return hash?.readInitial(signal) ?? null;
  }

  /** The state in the URL hash. */
  get #hashParams(): URLSearchParams {
    const params = toParams(this.#members.query);
    if (this.tab !== 'members') params.set('tab', this.tab);
    if (this.member) params.set('member', this.member);
    if (this.#asPage) params.set('member-view', 'page');
    for (const name of activityFilterNames) {
      const value = this.#activityFilters[name];
      if (value) params.set(name, value);
    }
    return params;
  }

  #applyPanelParams(params: URLSearchParams): void {
    this.tab = params.get('tab') ?? 'members';
    this.member = params.get('member') ?? '';
    this.#asPage = params.get('member-view') === 'page';
    this.#activityFilters = Object.fromEntries(
      activityFilterNames.map((name) => [name, params.get(name) ?? '']),
    );
    this.requestUpdate();
  }

  #applyHash(params: URLSearchParams): void {
    this.#applyPanelParams(params);
    const query = fromParams(params, this.#members.query.limit);
    const now = toParams(this.#members.query).toString();
    if (toParams(query).toString() !== now) void this.#members.choose(query);
  }
}
