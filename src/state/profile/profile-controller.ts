import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ProxyProblem } from '../../client/problem.js';
import type { Versioned } from '../../client/proxy-client.js';
import type { ProfileView } from '../../contract/profile.js';
import type { FieldValue } from '../../policy/vocabulary.js';
import { Countdown } from '../countdown.js';
import { changedFields, openForm, type ProfileForm } from './form/state.js';
import { consumeIntent, discardIntent, hasIntent, saveIntent } from '../pending-intent.js';
import type * as forms from './form/edit-tools.js';
import type { SaveHost } from './form/save.js';
import type { ProfileState } from './profile-state.js';
import type { Session } from '../session.js';

/** `edit-tools.ts`, loaded. */
export type Forms = typeof forms;

export interface ProfileControllerOptions {
  /** Loads what only editing needs. */
  loadForms(): Promise<Forms>;
  connect(): Promise<Session>;
  /** Names the profile among those of a page, for what is kept over a sign-in. */
  readonly key: () => string;
  onSaved(changed: readonly string[], profile: ProfileView): void;
  /** Something in this group waits for the person: a refused value, a conflict. */
  onBlocked(group: string): void;
}

/** Reads and saves one profile, and keeps what was typed through every failure. */
export class ProfileController implements ReactiveController {
  /** After a refusal for asking too often: until it is over, nothing is sent. */
  readonly wait: Countdown;
  readonly #host: ReactiveControllerHost;
  readonly #options: ProfileControllerOptions;
  readonly #desk: SaveHost;
  #state: ProfileState = { status: 'loading', form: null };
  #session: Session | null = null;
  #reading: AbortController | null = null;
  #leaving = false;
  #forms: Forms | null = null;
  /** What was done to the form before it could be edited. */
  #queue: ((forms: Forms) => void)[] = [];

  constructor(host: ReactiveControllerHost, options: ProfileControllerOptions) {
    this.#host = host;
    this.#options = options;
    this.wait = new Countdown(host);
    this.#desk = this.#openDesk();
    host.addController(this);
  }

  get state(): ProfileState {
    return this.#state;
  }

  get hasChanges(): boolean {
    return (this.#state.form?.draft.size ?? 0) > 0;
  }

  /** Whether leaving the page would lose something. */
  get isUnsafeToLeave(): boolean {
    return this.hasChanges && !this.#leaving;
  }

  /** Why somebody edits on behalf of another, as it is being typed. */
  reason = '';

  get session(): Session | null {
    return this.#session;
  }

  /** Whether signing in is this tag's to offer, and not the host's. */
  get canSignIn(): boolean {
    return Boolean(this.#session?.login);
  }

  hostConnected(): void {
    addEventListener('online', this.#reconnect);
    // The first read is the host's to start, once its attributes are known.
    if (this.#reading) void this.load();
  }

  hostDisconnected(): void {
    this.#reading?.abort();
    removeEventListener('online', this.#reconnect);
  }

  /** There is a connection again: what could not be read is read. What could not be saved is for the person to send. */
  readonly #reconnect = (): void => {
    const state = this.#state;
    const notice = 'notice' in state ? state.notice : null;
    const problem = 'problem' in state ? state.problem : notice?.problem;
    if (problem?.code !== 'proxy_unreachable') return;
    if (notice?.group) this.#tell({ notice: null });
    else void this.load();
  };

  /** Reads the profile, again if need be: the draft is carried over to what is stored then. */
  async load(): Promise<void> {
    // The answer to a save is a newer profile than any read started before it.
    if (this.#state.status === 'saving') return;
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    this.#become({ status: 'loading', form: this.#state.form });
    try {
      this.#session = await this.#options.connect();
      const stored = await this.#session.client.profile.read({ signal });
      if (signal.aborted) return;
      const isKept = !this.#state.form && hasIntent(this.#draftKey);
      if (isKept || !stored.value.own) await this.prepare();
      if (signal.aborted) return;
      const form = this.#renewed(stored);
      const forms = this.#forms;
      const kept = isKept && forms ? consumeIntent(this.#draftKey, forms.parseKeptDraft) : null;
      const restored = kept && forms ? forms.restoreDraft(form, kept) : form;
      this.#become({ status: 'ready', form: restored, notice: null, savedGroup: null });
    } catch (reason) {
      if (!signal.aborted) this.#failToLoad(ProxyProblem.from(reason));
    }
  }

  /** What is stored now, with the draft carried along. Without a draft there is nothing to carry. */
  #renewed(stored: Versioned<ProfileView>): ProfileForm {
    const { form } = this.#state;
    return form && this.#forms ? this.#forms.renew(form, stored) : openForm(stored);
  }

  get #draftKey(): string {
    return `draft ${this.#options.key()}`;
  }

  /**
   * Has the person sign in again, which leaves the page unless the host does it in place. The draft is there again
   * afterwards.
   */
  async signIn(maxAge?: number): Promise<void> {
    const { form } = this.#state;
    const session = this.#session;
    if (!session?.login) return;
    if (form && this.hasChanges) saveIntent(this.#draftKey, this.#forms?.keepDraft(form));
    this.#leaving = true;
    try {
      await session.login(maxAge);
      if (session.logout) return;
      discardIntent(this.#draftKey);
      this.#leaving = false;
      await this.load();
    } catch (reason) {
      this.#leaving = false;
      this.#failToLoad(ProxyProblem.from(reason));
    }
  }

  /** What editing is done with, once it is there. */
  get forms(): Forms | null {
    return this.#forms;
  }

  /** Loads what editing needs. A failure is told only to somebody who has begun to edit. */
  async prepare(): Promise<void> {
    try {
      this.#forms ??= await this.#options.loadForms();
    } catch (reason) {
      if (this.#queue.length > 0) this.#failToLoad(ProxyProblem.from(reason));
      return;
    }
    for (const next of this.#queue.splice(0)) next(this.#forms);
    this.#host.requestUpdate();
  }

  /** At once where that is possible; else as soon as it has been loaded, in the order things were done. */
  #edit(next: (forms: Forms) => void): void {
    if (this.#forms && this.#queue.length === 0) return next(this.#forms);
    this.#queue.push(next);
    void this.prepare();
  }

  type(name: string, typed: FieldValue): void {
    this.#edit((forms) => {
      this.change((form) => forms.typeValue(form, name, typed));
      this.#tell({ savedGroup: null });
    });
  }

  settle(name: string): void {
    if (this.#isTouched(name)) this.#edit((forms) => this.change((form) => forms.settleValue(form, name)));
  }

  leave(name: string): void {
    if (this.#isTouched(name)) this.#edit((forms) => this.change((form) => forms.leaveField(form, name)));
  }

  /** Of a field nobody has typed into there is nothing to say. */
  #isTouched(name: string): boolean {
    const { form } = this.#state;
    return this.#queue.length > 0 || form?.typing === name || form?.draft.has(name) === true;
  }

  discard(group: string): void {
    this.#edit((forms) => {
      this.change((form) => forms.discardGroup(form, group));
      this.#tell({ notice: null });
    });
  }

  /** Everything else a person does to the form, by the functions of `profile-form.ts`. */
  change(next: (form: ProfileForm) => ProfileForm): void {
    if (!this.#state.form) return;
    const form = next(this.#state.form);
    this.#become({ ...this.#state, form });
    const group = this.#state.status === 'ready' && this.#state.notice?.group;
    // A failure to save is history once nothing of that group is left to save.
    if (group && changedFields(form.draft, form.profile, group).length === 0) this.#tell({ notice: null });
  }

  /** Sends what changed in one group, and nothing else. */
  async save(group: string): Promise<void> {
    if (!this.#state.form || this.#state.status === 'saving' || this.wait.left > 0) return;
    await this.#forms?.saveGroup(this.#desk, group);
  }

  #failToLoad(problem: ProxyProblem): void {
    const { form } = this.#state;
    this.#waitFor(problem);
    if (form) {
      const notice = { group: null, problem, saved: [] };
      return this.#become({ status: 'ready', form, notice, savedGroup: null });
    }
    const signedOut = problem.code === 'sign_in_required' || problem.code === 'token_missing';
    this.#become({ status: signedOut ? 'signed-out' : 'error', form, problem });
  }

  #waitFor({ code, problem }: ProxyProblem): void {
    if (code === 'rate_limited' && problem?.retryAfter) this.wait.start(problem.retryAfter);
  }

  #openDesk(): SaveHost {
    const { onSaved, onBlocked } = this.#options;
    return {
      form: () => {
        // Only asked while saving, when there is one.
        if (!this.#state.form) throw new Error('There is no form to save');
        return this.#state.form;
      },
      reason: () => this.reason.trim(),
      connect: async () => (this.#session = await this.#options.connect()),
      change: (next) => this.change(next),
      become: (state) => {
        if (state.status === 'saving') this.#reading?.abort();
        else if (state.status === 'ready' && state.savedGroup !== null) this.reason = '';
        this.#become(state);
      },
      waitFor: (problem) => this.#waitFor(problem),
      onSaved,
      onBlocked,
    };
  }

  /** Changes what the last save or read left to be told. */
  #tell(news: { notice?: null; savedGroup?: null }): void {
    if (this.#state.status === 'ready') this.#become({ ...this.#state, ...news });
  }

  #become(state: ProfileState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
