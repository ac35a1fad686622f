import { html, nothing, type PropertyValues } from 'lit';
import type { SessionFetch } from '../../client/proxy-client.js';
import { ProfileController } from '../../state/profile/profile-controller.js';
import type { ProfileForm } from '../../state/profile/form/state.js';
import type { UploadPicture } from '../../state/profile/picture-upload.js';
import { LazyModule, loadOnce } from '../../state/lazy-module.js';
import { isNewSession, openSession } from '../../state/session.js';
import { prepareFormats } from '../../messages/formats.js';
import { profile as english, type ProfileMessages } from '../../messages/en/profile.js';
import type { MessageOverrides } from '../../messages/messages.js';
import { afterPaint } from '../parts/after-paint.js';
import { button } from '../parts/button.js';
import { EmbeddedElement } from '../parts/embedded-element.js';
import { controls } from '../parts/controls.styles.js';
import { ownDirection, readerLanguage } from '../parts/language.js';
import { localized, prepareMessages } from '../parts/localized.js';
import { PlaceholderTimer } from '../parts/placeholder-timer.js';
import { tokens } from '../parts/tokens.styles.js';
import type { ProfileView } from '../../contract/profile.js';
import type { AccountControllerOptions } from '../../state/account/account-controller.js';
import type { AccountPart } from './account/account.js';
import type { EditorContext } from './context.js';
import { AccountDeletedEvent, AccountDeleteRequestEvent, ProfileSavedEvent } from './events.js';
import { StateChangeEvent, type ElementState } from '../parts/events.js';
import { FocusRestorer } from './focus-restorer.js';
import { groupSection } from './group.js';
import { header, onBehalfNote } from './header.js';
import type { Editing } from './editing.js';
import { problemPage, readNotice } from './problem-notice.js';
import { styles } from './profile-editor.styles.js';
import { card } from './card.js';
import { skeleton } from './skeleton.js';

/** Fetches the code for editing, which shows a member's profile, too. */
export const importEditing = loadOnce(() => import('./editing.js'));

/**
 * A profile page: a signed-in user views their profile and edits the fields that the policy allows. Locked fields are
 * shown as text; the section says why. With `user-id`, a help desk edits a member's profile on their behalf.
 *
 * Signs the user in with `domain` and `client-id`. With a `fetch` property it uses the host's session instead, and with
 * neither, the page's cookies.
 *
 * @example
 * <script type="module" src="/orgdesk/profile-editor.js"></script>
 * <profile-editor proxy-url="/orgdesk" domain="acme.eu.auth0.com" client-id="…" audience="https://api.acme.example">
 * </profile-editor>
 *
 * @fires {ProfileSavedEvent} profile-saved - Changes were saved. `changed` names the fields, `profile` is the new profile.
 * @fires {AccountDeleteRequestEvent} account-delete-request - Before the account is deleted. `preventDefault()` or `waitFor()` can refuse it.
 * @fires {AccountDeletedEvent} account-deleted - The account was deleted. `receipt` lists the steps that were done and not done.
 * @fires {StateChangeEvent} state-change - The state changed to `loading`, `ready`, `saving`, `error` or `signed-out`.
 *
 * @cssstate loading - The profile is loading.
 * @cssstate ready - The profile is shown, also after a save that failed.
 * @cssstate saving - Changes are being saved.
 * @cssstate error - The profile couldn't be loaded.
 * @cssstate signed-out - No one is signed in.
 *
 * @slot deleted - Replaces the text of the receipt after the account was deleted.
 *
 * The tables in docs/profile-editor.md list its parts and custom properties. The manifest reads them from there.
 */
export class ProfileEditor extends EmbeddedElement {
  static override styles = [tokens, controls, styles];

  // Without decorators, whose compiled form would add 2 % to the element's size.
  static override properties = {
    proxyUrl: { attribute: 'proxy-url' },
    domain: {},
    clientId: { attribute: 'client-id' },
    audience: {},
    redirectUri: { attribute: 'redirect-uri' },
    workerUrl: { attribute: 'worker-url' },
    dpop: { type: Boolean },
    organization: {},
    userId: { attribute: 'user-id' },
    renewToken: { type: Boolean, attribute: 'renew-token' },
    login: { attribute: false },
    chooseOrganization: { attribute: false },
    hideHeader: { type: Boolean, attribute: 'hide-header' },
    hideAccount: { type: Boolean, attribute: 'hide-account' },
    hideBranding: { type: Boolean, attribute: 'hide-branding' },
    readOnly: { type: Boolean, attribute: 'read-only' },
    theme: { reflect: true, useDefault: true },
    density: { reflect: true, useDefault: true },
    lang: { reflect: true, useDefault: true },
    fetch: { attribute: false },
    uploadPicture: { attribute: false },
    messages: { attribute: false },
  };

  /**
   * Registers the element, unless the tag is registered already.
   * @example ProfileEditor.define('my-profile');
   */
  static override define(tag = 'profile-editor', registry = customElements): typeof ProfileEditor {
    super.define(tag, registry);
    return this;
  }

  /** URL of the proxy, absolute or relative to the page. */
  declare proxyUrl: string;

  /** The Auth0 domain. With `client-id`, the element signs the user in. */
  declare domain: string;

  /** Client ID of the Auth0 application. */
  declare clientId: string;

  /** Identifier of the API that the proxy expects in access tokens. */
  declare audience: string;

  /** The registered callback URL, if it isn't the URL of the page. */
  declare redirectUri: string;

  /** The URL of auth0-spa-js's worker, for pages that don't allow workers from `blob:`. */
  declare workerUrl: string;

  /** Binds access tokens to a key of this browser (RFC 9449). */
  declare dpop: boolean;

  /** ID or name of the organization to sign in to. */
  declare organization: string;

  /** The member to edit on behalf of. Without it, the user's own profile. */
  declare userId: string;

  /** Refreshes the ID token when a save makes its claims stale. Needs `domain` and `client-id`. */
  declare renewToken: boolean;

  /** Hides picture, name and organization. */
  declare hideHeader: boolean;

  /** Hides emails, sessions, export and deletion. */
  declare hideAccount: boolean;

  /** Uses neither the color nor the logo of the organization. */
  declare hideBranding: boolean;

  /** Shows everything as text. */
  declare readOnly: boolean;

  /** `auto` follows the page's `color-scheme`. */
  declare theme: 'light' | 'dark' | 'auto';

  /** How much room there is: `compact` for small screens full of data. */
  declare density: 'comfortable' | 'compact';

  /** Language of labels and formats, as a BCP 47 tag. Without it, the page's. */
  declare lang: string;

  /** The host's session: a `fetch` that adds the access token. */
  declare fetch: SessionFetch | undefined;

  /** Signs the user in again, at most `maxAge` seconds ago. For hosts that set `fetch`. */
  declare login: ((maxAge?: number) => Promise<void>) | undefined;

  /** Signs the user in to an organization they choose. For hosts that set `fetch`. */
  declare chooseOrganization: (() => Promise<void>) | undefined;

  /** Uploads a picture. Without it, users enter the URL of a picture. */
  declare uploadPicture: UploadPicture | undefined;

  /** Replaces texts of the element. */
  declare messages: MessageOverrides;

  readonly #internals = this.attachInternals();
  readonly #localized = localized(this, 'profile', english);
  #reportedState: ElementState | null = null;
  #isPainted = false;
  readonly #placeholder = new PlaceholderTimer(this);
  readonly #editing: LazyModule<Editing> = new LazyModule(this, async () => {
    const [{ createEditing }] = await Promise.all([importEditing(), prepareMessages(this, 'editing')]);
    return createEditing(this, this.#profile);
  });
  readonly #account = new LazyModule(this, () => this.#importAccount());
  readonly #nav = new LazyModule(this, async () => {
    const { SectionNav } = await import('../parts/section-nav.js');
    return new SectionNav(this, 'section h2[id]');
  });
  readonly #branding = new LazyModule(this, async () => {
    const { OrganizationBranding } = await import('../parts/branding.js');
    return new OrganizationBranding(this);
  });
  readonly #profile = new ProfileController(this, {
    editing: this.#editing,
    connect: () => openSession(this),
    key: () => this.#key,
    onSaved: (changed, profile) => this.#saved(changed, profile),
    onBlocked: () => void this.updateComplete.then(() => this.#editing.current?.focusBlocked()),
    onReset: () => this.#account.dispose(),
  });

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
    this.userId = '';
    this.renewToken = false;
    this.hideHeader = false;
    this.hideAccount = false;
    this.hideBranding = false;
    this.readOnly = false;
    this.theme = 'auto';
    this.density = 'comfortable';
    this.lang = '';
    this.messages = {};
    new FocusRestorer(this);
    // A section that is still loading would read for a page that no longer shows the element.
    this.addController({ hostDisconnected: () => this.#account.current ?? this.#account.dispose() });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { status, form } = this.#profile.state;
    if (!changed.has('userId') && !isNewSession(changed, form ? 'ready' : status)) return;
    this.#profile.reset();
    // The messages for editing on behalf of a member come with the code for editing: loaded beside the profile.
    if (this.userId) void this.#editing.load();
    void this.#profile.load();
    void this.#prepare();
  }

  /** Does what takes long, while the profile is on its way. */
  async #prepare(): Promise<void> {
    await afterPaint();
    prepareFormats(readerLanguage(this));
    if (this.#profile.state.status === 'loading') this.#placeholder.start();
  }

  protected override updated(): void {
    const { status, form } = this.#profile.state;
    if (status !== 'loading') this.#placeholder.stop();
    if (form && !this.#isPainted) void this.#notePaint();
    if (form && this.#isPainted && this.isConnected) this.#loadModules(form.profile);
    if (status === this.#reportedState) return;
    this.#internals.states.clear();
    this.#internals.states.add(status);
    this.#reportedState = status;
    this.dispatchEvent(new StateChangeEvent(status));
  }

  async #notePaint(): Promise<void> {
    await afterPaint();
    if (this.#isPainted) return;
    this.#isPainted = true;
    this.requestUpdate();
  }

  /** Loads the code for what the profile allows, once it is painted. After a failure, the user's next step loads it again. */
  #loadModules({ operations, fields, organization }: ProfileView): void {
    const isWanted = (part: { readonly current: unknown; readonly hasFailed: boolean }) =>
      !part.current && !part.hasFailed;
    if (!this.readOnly && isWanted(this.#editing)) void this.#profile.loadEditor();
    const hasAccount = (operations.length > 0 && !this.hideAccount) || fields.some(({ masked }) => masked);
    if (hasAccount && isWanted(this.#account)) void this.#loadAccount();
    if (!this.hideHeader && isWanted(this.#nav)) void this.#nav.load();
    const primaryColor = this.hideBranding ? null : organization.branding.primaryColor;
    if (primaryColor || this.#branding.current)
      void this.#branding.load().then((branding) => branding?.apply(primaryColor));
  }

  /** Whether there are unsaved changes, so that a router can ask before it leaves the page. */
  get hasChanges(): boolean {
    return this.#profile.hasChanges;
  }

  /** Reads the profile again. Unsaved changes are kept. */
  reload(): Promise<void> {
    return this.#profile.load();
  }

  protected override render() {
    const { state } = this.#profile;
    return html`<div
      class="page"
      part="page"
      dir=${ownDirection(this)}
      tabindex="-1"
      aria-busy=${state.status === 'loading'}
    >
      ${this.#content()}
      <p class="visually-hidden" role="status">${this.#announcement()}</p>
    </div>`;
  }

  get #messages(): ProfileMessages {
    return this.#localized.with(this.messages);
  }

  #content() {
    const { state } = this.#profile;
    if (!this.#localized.isReady) return this.#waiting();
    // A deleted account has no session. The element signs out only if it signed in; otherwise the host does.
    const logout = this.#profile.session?.logout;
    const signOut = logout ? () => void logout() : null;
    const deletedReceipt = this.#account.current?.receipt(
      readerLanguage(this),
      this.messages.account ?? {},
      signOut,
    );
    if (deletedReceipt) return card(deletedReceipt);
    if (state.form) return this.#loaded(state.form);
    return state.status === 'loading'
      ? this.#waiting()
      : card(problemPage(this.#profile, state.problem, this.#messages));
  }

  #waiting() {
    return this.#placeholder.isDue ? skeleton(!this.hideHeader) : html`<div class="blank"></div>`;
  }

  #loaded(form: ProfileForm) {
    const { profile } = form;
    const editing = this.#editing.current;
    const account = this.#account.current;
    const theirs = profile.own ? null : editing?.onBehalf(this.#messages, this.messages);
    const editor: EditorContext = {
      controller: this.#profile,
      form,
      messages: theirs ?? this.#messages,
      overrides: this.messages,
      editing,
      account,
      lang: readerLanguage(this),
      readOnly: this.readOnly,
      isPainted: this.#isPainted,
      hideHeader: this.hideHeader,
      hideBranding: this.hideBranding,
      hideAccount: this.hideAccount,
      uploadPicture: this.uploadPicture,
    };
    return html`<div class="layout">
      ${this.#nav.current?.list(this.#messages.sections) ?? nothing}
      <div class="column">
        ${this.hideHeader ? nothing : header(editor, this.#messages)}
        ${profile.own || this.readOnly ? nothing : onBehalfNote(profile, this.#messages)}
        ${account?.banner(editor)} ${readNotice(editor)} ${editing?.lossNotices(editor)}
        <form novalidate @submit=${this.#submit}>
          ${card(profile.groups.map((group, index) => groupSection(editor, group, index)))}
          ${editing?.saveBar(editor)}
        </form>
        ${
          this.hideAccount
            ? nothing
            : (account?.sections(editor, this.messages.account ?? {}) ?? this.#accountMissing())
        }
      </div>
    </div>`;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    void this.#profile.save();
  };

  async #loadAccount(): Promise<void> {
    const account = await this.#account.load();
    account?.start();
  }

  async #importAccount(): Promise<AccountPart> {
    const [{ createAccount }] = await Promise.all([
      import('./account/account.js'),
      prepareMessages(this, 'account'),
    ]);
    const { form } = this.#profile.state;
    if (!form) throw new Error('The profile was reset in the meantime');
    const options: AccountControllerOptions = {
      key: this.#key,
      profile: form.profile,
      connect: () => openSession(this),
      signIn: (maxAge) => this.#profile.signIn(maxAge),
      reload: () => this.reload(),
      mayDelete: () => new AccountDeleteRequestEvent().confirmWith(this),
      onDeleted: (receipt) => this.dispatchEvent(new AccountDeletedEvent(receipt)),
    };
    return createAccount(this, options, this.hideAccount ? [] : form.profile.operations);
  }

  #accountMissing() {
    if (!this.#account.hasFailed) return nothing;
    return card(
      html`<section part="section">
        <div class="notice" part="notice">
          <p role="alert">${this.#messages.partMissing}</p>
          ${button(this.#messages.retry, () => this.#loadAccount(), { part: 'retry' })}
        </div>
      </section>`,
    );
  }

  #saved(changed: readonly string[], profile: ProfileView): void {
    const fields = profile.fields.filter(({ name }) => changed.includes(name));
    const claims = [...new Set(fields.flatMap((field) => field.claims ?? []))];
    const renew = claims.length > 0 && this.renewToken ? this.#profile.session?.renew : null;
    this.#account.current?.saved(profile);
    if (!this.#profile.isPartlySaved) this.#editing.current?.showSaved(this.messages);
    this.dispatchEvent(new ProfileSavedEvent(changed, profile, claims, renew?.() ?? null));
  }

  /** Identifies the profile within the page. */
  get #key(): string {
    return `${this.proxyUrl} ${this.userId}`;
  }

  /** Text for screen readers about changes that don't move the focus. */
  #announcement(): string {
    const { state, wait } = this.#profile;
    if (!this.#localized.isReady) return '';
    if (state.status === 'loading') return state.form ? '' : this.#messages.loading;
    if (state.status === 'saving') return this.#messages.saving;
    if (state.status !== 'ready') return '';
    if (state.notice && wait.total > 0) {
      return wait.left > 0 ? this.#messages.wait(wait.total) : this.#messages.waitOver;
    }
    const changes = state.form.draft.size;
    return changes > 0 ? this.#messages.unsaved(changes) : '';
  }
}
