import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { SessionFetch } from '../../client/proxy-client.js';
import { ProfileController } from '../../state/profile/profile-controller.js';
import type { ProfileForm } from '../../state/profile/form/state.js';
import type { UploadPicture } from '../../state/profile/picture-upload.js';
import { LazyModule } from '../../state/lazy-module.js';
import { openSession } from '../../state/session.js';
import { en } from '../../messages/en.js';
import { withOverrides, type MessageOverrides, type Messages } from '../../messages/messages.js';
import { button } from '../parts/button.js';
import { controls } from '../parts/controls.styles.js';
import { readerLanguage } from '../parts/language.js';
import { tokens } from '../parts/tokens.styles.js';
import type { ProfileView } from '../../contract/profile.js';
import type { AccountControllerOptions } from '../../state/account/account-controller.js';
import type { AccountPart } from './account/account.js';
import type { EditorContext } from './context.js';
import { AccountDeletedEvent, AccountDeleteRequestEvent, ProfileSavedEvent } from './events.js';
import { StateChangeEvent, type ElementState } from '../parts/events.js';
import { FocusRestorer } from './focus-restorer.js';
import { groupSection } from './group.js';
import { header, onBehalfNote, signInNote } from './header.js';
import type { Editing } from './editing.js';
import { problemPage, problemNotice } from './problem-notice.js';
import { styles } from './profile-editor.styles.js';
import { skeleton } from './skeleton.js';

/** The properties that say where the profile is and who asks: another value means another profile. */
const sessionProperties = ['proxyUrl', 'domain', 'clientId', 'audience', 'organization', 'userId'] as const;

/**
 * Lets a signed-in person see their profile and edit the fields the policy grants them. What may not be edited is
 * shown as text with the reason.
 *
 * Without `domain` and `client-id`, and without a `fetch` property, requests carry the page's own cookies.
 *
 * @fires {ProfileSavedEvent} profile-saved - The proxy stored changed fields; `changed` names them, `profile` is what is stored now.
 * @fires {AccountDeleteRequestEvent} account-delete-request - Before the account is deleted; may be refused, also later.
 * @fires {AccountDeletedEvent} account-deleted - The account is gone; `receipt` says what was done and what was not.
 * @fires {StateChangeEvent} state-change - The element came into another `state`: loading, ready, saving, error or signed-out.
 *
 * @cssstate loading - The profile is being read.
 * @cssstate ready - The profile is shown; a save that failed tells so in the form.
 * @cssstate saving - Changes are on their way to the proxy.
 * @cssstate error - The profile could not be loaded.
 * @cssstate signed-out - Nobody is signed in.
 *
 * @slot deleted - Shown instead of the element's own words once the account is gone.
 *
 * @csspart card - The frame around everything.
 * @csspart header - Picture, name and organization.
 * @csspart avatar - The person's picture or initials.
 * @csspart note - How the person signs in.
 * @csspart section - One group of fields.
 * @csspart heading - A group's heading.
 * @csspart row - A field shown as text.
 * @csspart lock - Why such a field is locked.
 * @csspart badge - Verified, not verified, saved.
 * @csspart field - An editable field.
 * @csspart label - Its label.
 * @csspart input - Its input, select or textarea.
 * @csspart help - Its help text.
 * @csspart error - What is wrong with it.
 * @csspart upload - What uploads a picture, with a host that keeps them.
 * @csspart conflict - The two values of a field that was changed elsewhere.
 * @csspart bar - What is not saved, with Discard and Save.
 * @csspart consequences - What saving brings with it.
 * @csspart button - Every button; also `save`, `discard`, `retry` and `sign-in`.
 * @csspart notice - A failure, and what to do about it.
 * @csspart dialog - The question before the account is deleted.
 * @csspart receipt - What is left to see after that.
 * @csspart skeleton - The placeholder while loading.
 *
 * @cssprop [--orgdesk-accent=light-dark(#3b5bdb, #8ea5ff)] - Primary button, focus ring.
 * @cssprop [--orgdesk-on-accent=light-dark(#fff, #10131c)] - Text on the accent.
 * @cssprop [--orgdesk-ink=light-dark(#1a1d24, #e9ebf0)] - Text.
 * @cssprop [--orgdesk-muted=light-dark(#5a6170, #a4abba)] - Secondary text.
 * @cssprop [--orgdesk-line=light-dark(#e3e6ec, #2c313c)] - Borders between things.
 * @cssprop [--orgdesk-surface=light-dark(#fff, #171a21)] - Background.
 * @cssprop [--orgdesk-sunken=light-dark(#f6f7f9, #11141a)] - Background of the sign-in note.
 * @cssprop [--orgdesk-danger=light-dark(#c2255c, #ff7b9c)] - Errors.
 * @cssprop [--orgdesk-ok=light-dark(#237032, #69db7c)] - Verified, saved.
 * @cssprop [--orgdesk-warn=light-dark(#965400, #ffc46b)] - Not verified, conflicts.
 * @cssprop [--orgdesk-radius=8px] - Corners of inputs and buttons; the card's are 6px rounder.
 * @cssprop [--orgdesk-font=system-ui, sans-serif] - Font family; `inherit` takes the page's.
 */
export class ProfileEditor extends LitElement {
  static override styles = [tokens, controls, styles];

  // Declared here and not decorated: what decorators compile to would be a fiftieth of the element's size.
  static override properties = {
    proxyUrl: { attribute: 'proxy-url' },
    domain: {},
    clientId: { attribute: 'client-id' },
    audience: {},
    organization: {},
    userId: { attribute: 'user-id' },
    renewToken: { type: Boolean, attribute: 'renew-token' },
    login: { attribute: false },
    hideHeader: { type: Boolean, attribute: 'hide-header' },
    hideAccount: { type: Boolean, attribute: 'hide-account' },
    readOnly: { type: Boolean, attribute: 'read-only' },
    theme: { reflect: true, useDefault: true },
    lang: { reflect: true, useDefault: true },
    fetch: { attribute: false },
    uploadPicture: { attribute: false },
    messages: { attribute: false },
  };

  /** Registers the element, once per registry; a page with several bundles may ask more than once. */
  static define(tag = 'profile-editor', registry = customElements): typeof ProfileEditor {
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

  /** The member on whose behalf the profile is edited; without one, the own profile. */
  declare userId: string;

  /** After a save that dates the ID token, fetches a new one. For a tag that signs in by itself. */
  declare renewToken: boolean;

  /** Leaves out picture, name and organization. */
  declare hideHeader: boolean;

  /** Leaves out what is done with the account beside editing: mails, sessions, export, deletion. */
  declare hideAccount: boolean;

  /** Shows everything as text. */
  declare readOnly: boolean;

  /** `auto` follows the page's `color-scheme`. */
  declare theme: 'light' | 'dark' | 'auto';

  /** The reader's language as a BCP 47 tag: of labels, dates, names. Without it, the page's. */
  declare lang: string;

  /** The host's session, for pages that are signed in already: `fetch` that adds the access token. */
  declare fetch: SessionFetch | undefined;

  /** The host's way to have the person sign in again, at most `maxAge` seconds ago; for pages with a `fetch` of their own. */
  declare login: ((maxAge?: number) => Promise<void>) | undefined;

  /** Keeps a picture that a person chose; without it, pictures are given by their address only. */
  declare uploadPicture: UploadPicture | undefined;

  /** Any of the element's texts, replaced. */
  declare messages: MessageOverrides;

  readonly #internals = this.attachInternals();
  #messages: Messages = en;
  #reportedState: ElementState | null = null;
  readonly #editing: LazyModule<Editing> = new LazyModule(this, async () => {
    const { createEditing } = await import('./editing.js');
    return createEditing(this, this.#profile);
  });
  readonly #account = new LazyModule(this, () => this.#importAccount());
  readonly #profile = new ProfileController(this, {
    editing: this.#editing,
    connect: () => openSession(this),
    key: () => this.#key,
    onSaved: (changed, profile) => this.#saved(changed, profile),
    onBlocked: (group) =>
      void this.updateComplete.then(() => this.#editing.current?.firstBlocked(group)?.focus()),
    onReset: () => this.#account.dispose(),
  });

  constructor() {
    super();
    this.proxyUrl = '/orgdesk';
    this.domain = '';
    this.clientId = '';
    this.audience = '';
    this.organization = '';
    this.userId = '';
    this.renewToken = false;
    this.hideHeader = false;
    this.hideAccount = false;
    this.readOnly = false;
    this.theme = 'auto';
    this.lang = '';
    this.messages = {};
    new FocusRestorer(this);
    // A section that is still loading would read for a page that no longer shows the element.
    this.addController({ hostDisconnected: () => this.#account.current ?? this.#account.dispose() });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('messages')) this.#messages = withOverrides(en, this.messages);
    const isElsewhere = sessionProperties.some((name) => changed.has(name));
    // Some hosts make a new function for the same session at every render: that is no reason to read again.
    const isLoaded = this.#profile.state.form !== null;
    if (!isElsewhere && (isLoaded || !changed.has('fetch'))) return;
    this.#profile.reset();
    // The messages for editing on behalf of a member come with the code for editing: loaded beside the profile.
    if (this.userId) void this.#editing.load();
    void this.#profile.load();
  }

  protected override updated(): void {
    const { status, form } = this.#profile.state;
    if (form && this.isConnected) this.#loadModules(form.profile);
    if (status === this.#reportedState) return;
    this.#internals.states.clear();
    this.#internals.states.add(status);
    this.#reportedState = status;
    this.dispatchEvent(new StateChangeEvent(status));
  }

  /** Loads the code for what the profile allows. After a failure, the user's next step loads it again. */
  #loadModules({ operations, fields }: ProfileView): void {
    const isWanted = (part: { readonly current: unknown; readonly hasFailed: boolean }) =>
      !part.current && !part.hasFailed;
    if (!this.readOnly && isWanted(this.#editing)) void this.#profile.loadEditor();
    const hasAccount = (operations.length > 0 && !this.hideAccount) || fields.some(({ masked }) => masked);
    if (hasAccount && isWanted(this.#account)) void this.#loadAccount();
  }

  /** Whether something typed is not saved: for a router that asks before it takes the element away. */
  get hasChanges(): boolean {
    return this.#profile.hasChanges;
  }

  /** Reads the profile again. What was typed is carried over. */
  reload(): Promise<void> {
    return this.#profile.load();
  }

  protected override render() {
    const { state } = this.#profile;
    return html`<div class="card" part="card" tabindex="-1" aria-busy=${state.status === 'loading'}>
      ${this.#content()}
      <p class="visually-hidden" role="status">${this.#announcement()}</p>
    </div>`;
  }

  #content() {
    const { state } = this.#profile;
    // The account is gone, and the session with it. Where it is the host's, leaving is the host's too.
    const logout = this.#profile.session?.logout;
    const leave = logout ? () => void logout() : null;
    const gone = this.#account.current?.receipt(readerLanguage(this), this.messages.account ?? {}, leave);
    if (gone) return gone;
    if (state.form) return this.#loaded(state.form);
    return state.status === 'loading'
      ? skeleton(!this.hideHeader)
      : problemPage(this.#profile, state.problem, this.#messages);
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
      uploadPicture: this.uploadPicture,
    };
    return html`${this.hideHeader ? nothing : header(profile, this.#messages)}
    ${profile.own ? signInNote(profile, this.#messages) : onBehalfNote(profile, this.#messages)}
    ${account?.banner(editor)} ${problemNotice(editor, null)} ${editing?.displacedNotice(editor)}
    ${profile.groups.map((group, index) => groupSection(editor, group, index))}
    ${
      this.hideAccount
        ? nothing
        : (account?.sections(editor, this.messages.account ?? {}) ?? this.#accountMissing())
    }`;
  }

  async #loadAccount(): Promise<void> {
    const account = await this.#account.load();
    account?.start();
  }

  async #importAccount(): Promise<AccountPart> {
    const { createAccount } = await import('./account/account.js');
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
    return html`<section part="section">
      <p role="alert">${this.#messages.partMissing}</p>
      ${button(this.#messages.retry, () => this.#loadAccount(), { part: 'retry' })}
    </section>`;
  }

  #saved(changed: readonly string[], profile: ProfileView): void {
    const fields = profile.fields.filter(({ name }) => changed.includes(name));
    const claims = [...new Set(fields.flatMap((field) => field.claims ?? []))];
    const renew = claims.length > 0 && this.renewToken ? this.#profile.session?.renew : null;
    this.#account.current?.saved(profile);
    this.dispatchEvent(new ProfileSavedEvent(changed, profile, claims, renew?.() ?? null));
  }

  /** Names this profile among those of a page. */
  get #key(): string {
    return `${this.proxyUrl} ${this.userId}`;
  }

  /** One polite region for everything that happens without a change of focus. */
  #announcement(): string {
    const { state, wait } = this.#profile;
    if (state.status === 'loading') return state.form ? '' : this.#messages.loading;
    if (state.status === 'saving') return this.#messages.saving;
    if (state.status !== 'ready') return '';
    if (state.savedGroup !== null) return this.#messages.saved;
    if (state.notice && wait.total > 0) {
      return wait.left > 0 ? this.#messages.wait(wait.total) : this.#messages.waitOver;
    }
    const changes = state.form.draft.size;
    return changes > 0 ? this.#messages.unsaved(changes) : '';
  }
}
