import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ProxyProblem } from '../../client/problem.js';
import type { ProfileView } from '../../contract/profile.js';
import type { FieldValue } from '../../policy/vocabulary.js';
import { Countdown } from '../countdown.js';
import type { LazyModule } from '../lazy-module.js';
import { parseObject } from '../parse.js';
import {
  consumeIntent,
  discardExpiredIntent,
  discardIntent,
  hasIntent,
  saveIntent,
} from '../pending-intent.js';
import type { Session } from '../session.js';
import type { FormEditor, FormHost } from './form/form-editor.js';
import { isSameMember, openForm } from './form/state.js';
import type { LostDraft, ProfileState } from './profile-state.js';

export interface ProfileControllerOptions {
  /** The code that only editing needs. Its `editor` edits this controller's form. */
  readonly editing: LazyModule<{ readonly editor: FormEditor; dispose(): void }>;
  connect(): Promise<Session>;
  /** Identifies the profile within the page, for a draft that is stored during a sign-in. */
  readonly key: () => string;
  onSaved(changed: readonly string[], profile: ProfileView): void;
  /** The user has to correct or decide something before the changes can be saved. */
  onBlocked(): void;
  /** Another member is shown from now on. */
  onReset(): void;
}

/** What the page is left with to sign in again. */
interface Departure {
  readonly draft: unknown;
  /** Whether to save the draft on return. */
  readonly save: boolean;
  /** How far the page was scrolled, in pixels. */
  readonly scrollTop: number;
}

/** `restoreDraft()` parses the draft: which values are valid depends on the fields. */
function parseDeparture(stored: unknown): Departure {
  const { draft, save, scrollTop } = parseObject(stored);
  return { draft, save: save === true, scrollTop: typeof scrollTop === 'number' ? scrollTop : 0 };
}

/** Reads one profile, and keeps its form through failures, sign-ins and conflicts. */
export class ProfileController implements ReactiveController, FormHost {
  /** Runs after a `rate_limited` problem. Nothing is sent until it is over. */
  readonly wait: Countdown;
  /** Reason for editing on behalf of another member, as typed so far. */
  reason = '';
  needsReview = false;
  /** Why a stored draft couldn't be restored, until the user has dismissed it. */
  lostDraft: LostDraft | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #options: ProfileControllerOptions;
  #state: ProfileState = { status: 'loading', form: null };
  #session: Session | null = null;
  #reading: AbortController | null = null;
  /** Aborted when another session or member takes over. */
  #lifetime = new AbortController();
  #isConnected = true;
  #isLeaving = false;
  #pendingEdits: ((editor: FormEditor) => void)[] = [];

  constructor(host: ReactiveControllerHost, options: ProfileControllerOptions) {
    this.#host = host;
    this.#options = options;
    this.wait = new Countdown(host);
    host.addController(this);
  }

  get state(): ProfileState {
    return this.#state;
  }

  get session(): Session | null {
    return this.#session;
  }

  /** `null` until `loadEditor()` is done. There is always one where there is a draft. */
  get editor(): FormEditor | null {
    return this.#options.editing.current?.editor ?? null;
  }

  /** Whether something was typed before the editor was loaded. */
  get hasPendingEdits(): boolean {
    return this.#pendingEdits.length > 0;
  }

  get hasChanges(): boolean {
    return this.hasPendingEdits || (this.#state.form?.draft.size ?? 0) > 0;
  }

  /** Whether leaving the page would lose changes. */
  get isUnsafeToLeave(): boolean {
    return this.hasChanges && !this.#isLeaving;
  }

  /** Whether some of the last changes couldn't be saved. */
  get isPartlySaved(): boolean {
    return this.#state.status === 'ready' && this.#state.notice !== null;
  }

  /** Whether the element can sign the user in, rather than its host. */
  get canSignIn(): boolean {
    return Boolean(this.#session?.login);
  }

  /** Whether the user can be asked to choose an organization. */
  get canChooseOrganization(): boolean {
    return Boolean(this.#session?.chooseOrganization);
  }

  hostConnected(): void {
    this.#isConnected = true;
    addEventListener('online', this.#reconnect);
    // The host starts the first read, when it knows its attributes.
    if (this.#reading) void this.load();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#reading?.abort();
    if (!this.editor) this.#options.editing.dispose();
    removeEventListener('online', this.#reconnect);
  }

  /** After a lost connection, repeats a failed read. A failed save is for the user to repeat. */
  readonly #reconnect = (): void => {
    const state = this.#state;
    const notice = 'notice' in state ? state.notice : null;
    const problem = 'problem' in state ? state.problem : notice?.problem;
    if (problem?.code !== 'proxy_unreachable') return;
    if (notice?.isOfSave && state.status === 'ready') this.setState({ ...state, notice: null });
    else void this.load();
  };

  /** Drops everything of the current session and member. Responses that are still on their way are ignored. */
  reset(): void {
    this.#reading?.abort();
    this.#forgetMember();
  }

  #forgetMember(): void {
    this.#lifetime.abort();
    this.#lifetime = new AbortController();
    this.#options.editing.dispose();
    this.#session = null;
    this.#pendingEdits = [];
    this.#isLeaving = false;
    this.reason = '';
    this.needsReview = false;
    this.lostDraft = null;
    this.setState({ status: 'loading', form: null });
    this.#options.onReset();
  }

  /** Reads the profile. A draft is carried over to the new one. */
  async load(): Promise<void> {
    // The response to a save is newer than that of a read started before it. A detached element reads when it is back.
    if (this.#state.status === 'saving' || !this.#isConnected) return;
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    this.setState({ status: 'loading', form: this.#state.form });
    try {
      const session = await this.connect();
      const stored = await session.client.profile.read({ signal });
      if (signal.aborted) return;
      const { form } = this.#state;
      if (form && !isSameMember(form.profile, stored.value)) {
        this.#forgetMember();
        this.#session = session;
      }
      const isBack = hasIntent(this.#draftKey);
      if (!stored.value.own || this.hasPendingEdits || isBack) await this.loadEditor();
      // If edits are still pending, `loadEditor()` failed and reported why.
      if (signal.aborted || this.hasPendingEdits) return;
      const { editor } = this;
      if (editor && discardExpiredIntent(this.#draftKey)) this.lostDraft = 'expired';
      const departure = editor && !this.#state.form ? consumeIntent(this.#draftKey, parseDeparture) : null;
      const opened = editor ? editor.open(stored, departure?.draft) : openForm(stored);
      this.setState({ status: 'ready', form: opened, notice: null });
      if (departure && this.hasChanges) await this.#resume(departure);
    } catch (reason) {
      if (!signal.aborted) this.#report(ProxyProblem.from(reason));
    }
  }

  /** Continues where the user left the page to sign in. */
  async #resume({ save, scrollTop }: Departure): Promise<void> {
    void this.#host.updateComplete.then(() => scrollTo({ top: scrollTop, behavior: 'instant' }));
    if (save) await this.editor?.save({ isResumed: true });
  }

  /** @throws if another session or member took over in the meantime. */
  async connect(): Promise<Session> {
    const { signal } = this.#lifetime;
    const session = await this.#options.connect();
    signal.throwIfAborted();
    return (this.#session = session);
  }

  get #draftKey(): string {
    return `draft ${this.#options.key()}`;
  }

  /**
   * Signs the user in again, and reads the profile afterwards. If that leaves the page, the draft is stored and
   * restored on return.
   * @param maxAge - How old the sign-in may be, in seconds.
   */
  signIn(maxAge?: number): Promise<void> {
    return this.#signIn((session) => session.login?.(maxAge), false);
  }

  /** Signs the user in to an organization they choose, and reads their profile there. */
  chooseOrganization(): Promise<void> {
    return this.#signIn((session) => session.chooseOrganization?.(), false);
  }

  /** Signs the user in again, and then saves the changes without another click. */
  signInToSave(maxAge?: number): Promise<void> {
    return this.#signIn((session) => session.login?.(maxAge), true);
  }

  async #signIn(signIn: (session: Session) => Promise<void> | undefined, save: boolean): Promise<void> {
    const session = this.#session;
    const { signal } = this.#lifetime;
    if (!session?.login && !session?.chooseOrganization) return;
    const departure = this.editor &&
      this.hasChanges && { draft: this.editor.storedDraft, save, scrollTop: scrollY };
    // Without storage, the browser asks before the page is left: the draft would be lost.
    this.#isLeaving = !departure || saveIntent(this.#draftKey, departure satisfies Departure);
    this.#host.requestUpdate();
    try {
      await signIn(session);
      if (session.logout || signal.aborted) return;
      discardIntent(this.#draftKey);
      this.#isLeaving = false;
      await this.load();
      if (save && !signal.aborted) await this.editor?.save({ isResumed: true });
    } catch (reason) {
      if (signal.aborted) return;
      this.#isLeaving = false;
      this.#report(ProxyProblem.from(reason));
    }
  }

  /** Loads the code that editing needs. A failure is reported once the user has typed something. */
  async loadEditor(): Promise<void> {
    const { signal } = this.#lifetime;
    const module = await this.#options.editing.load();
    if (signal.aborted) return;
    if (module) for (const edit of this.#pendingEdits.splice(0)) edit(module.editor);
    else if (this.hasPendingEdits && this.#options.editing.hasFailed)
      this.#report(new ProxyProblem('proxy_unreachable'));
  }

  /** Runs an edit now, or in the order of the calls once the editor is loaded. */
  #edit(edit: (editor: FormEditor) => void): void {
    if (this.editor && !this.hasPendingEdits) return edit(this.editor);
    this.#pendingEdits.push(edit);
    void this.loadEditor();
  }

  type(name: string, typed: FieldValue): void {
    this.#edit((editor) => editor.type(name, typed));
  }

  settle(name: string): void {
    if (this.#isTouched(name)) this.#edit((editor) => editor.settle(name));
  }

  leave(name: string): void {
    if (this.#isTouched(name)) this.#edit((editor) => editor.leave(name));
  }

  #isTouched(name: string): boolean {
    const { form } = this.#state;
    return this.hasPendingEdits || form?.typing === name || form?.draft.has(name) === true;
  }

  /** Sends the changed fields. */
  async save(): Promise<void> {
    if (this.wait.left === 0) await this.editor?.save();
  }

  #report(problem: ProxyProblem): void {
    const { form } = this.#state;
    this.startCountdown(problem);
    if (form) {
      const notice = { isOfSave: false, problem, saved: [] };
      return this.setState({ status: 'ready', form, notice });
    }
    const isSignedOut = problem.code === 'sign_in_required' || problem.code === 'token_missing';
    this.setState({ status: isSignedOut ? 'signed-out' : 'error', form, problem });
  }

  startCountdown({ code, problem }: ProxyProblem): void {
    if (code === 'rate_limited' && problem?.retryAfter) this.wait.start(problem.retryAfter);
  }

  /** Hides why a draft was lost. */
  dismissLostDraft(): void {
    this.lostDraft = null;
    this.#host.requestUpdate();
  }

  onSaved(changed: readonly string[], profile: ProfileView): void {
    this.#options.onSaved(changed, profile);
  }

  onBlocked(): void {
    this.#options.onBlocked();
  }

  setState(state: ProfileState): void {
    // A read that is under way would bring back what the save replaces.
    if (state.status === 'saving') this.#reading?.abort();
    this.#state = state;
    this.#host.requestUpdate();
  }
}
