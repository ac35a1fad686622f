import { ProxyProblem } from '../../../client/problem.js';
import type { Versioned } from '../../../client/proxy-client.js';
import type { ProfileView } from '../../../contract/profile.js';
import type { FieldValue } from '../../../policy/vocabulary.js';
import type { Session } from '../../session.js';
import { isSolvedBySignIn } from '../../problem-remedies.js';
import type { LostDraft, ProfileState } from '../profile-state.js';
import {
  absorb,
  confirm,
  discardAll,
  isBlocked,
  keepMine,
  leaveAll,
  leaveField,
  needsSignIn,
  renew,
  settleValue,
  stillToSend,
  typeValue,
  useStored,
} from './edit.js';
import { changesOf } from './draft.js';
import { openForm, type Changes, type ProfileForm } from './state.js';
import { restoreDraft, toStoredDraft, type StoredDraft } from './stored-draft.js';

/** The controller that holds the form. */
export interface FormHost {
  readonly state: ProfileState;
  /** Reason for editing on behalf of another member, as typed so far. */
  reason: string;
  /** Whether the user has to look at the changes, because they weren't saved when they came back from signing in. */
  needsReview: boolean;
  lostDraft: LostDraft | null;
  readonly canSignIn: boolean;
  setState(state: ProfileState): void;
  connect(): Promise<Session>;
  /** Signs the user in again, and saves afterwards. `maxAge` is in seconds. */
  signInToSave(maxAge?: number): Promise<void>;
  /** Starts the countdown if the proxy limits the rate of requests. */
  startCountdown(problem: ProxyProblem): void;
  onSaved(changed: readonly string[], profile: ProfileView): void;
  onBlocked(): void;
}

interface SaveOptions {
  /** Whether the user is back from signing in, and did not press Save just now. */
  readonly isResumed?: boolean;
}

interface Attempt {
  /** Whether to send again what another change preceded. */
  readonly canRetry: boolean;
  /** Whether the user was told that they sign in first. */
  readonly signsIn: boolean;
}

/**
 * Edits and saves the form of one member. Loaded when editing starts.
 * After `dispose()`, a save that is still in flight no longer changes the host.
 */
export class FormEditor {
  readonly #host: FormHost;
  #isDisposed = false;

  constructor(host: FormHost) {
    this.#host = host;
  }

  dispose(): void {
    this.#isDisposed = true;
  }

  /** Returns the form for a profile that was just read, with the current draft or else the one stored before a sign-in. */
  open(stored: Versioned<ProfileView>, storedDraft: unknown): ProfileForm {
    const { form } = this.#host.state;
    if (form) return renew(form, stored);
    const restored = restoreDraft(openForm(stored), storedDraft);
    this.#host.reason ||= restored.reason;
    if (restored.isForeign) this.#host.lostDraft = 'other-account';
    return restored.form;
  }

  /** The draft as it is stored while the user signs in again. */
  get storedDraft(): StoredDraft | null {
    const { form } = this.#host.state;
    return form && toStoredDraft(form, this.#host.reason);
  }

  type(name: string, typed: FieldValue): void {
    this.#change((form) => typeValue(form, name, typed));
  }

  settle(name: string): void {
    this.#change((form) => settleValue(form, name));
  }

  leave(name: string): void {
    this.#change((form) => leaveField(form, name));
  }

  discard(): void {
    this.#host.needsReview = false;
    this.#change(discardAll);
  }

  keepMine(name: string): void {
    this.#change((form) => keepMine(form, name));
  }

  useStored(name: string): void {
    this.#change((form) => useStored(form, name));
  }

  dismissDisplaced(): void {
    this.#change((form) => ({ ...form, displaced: [] }));
  }

  /**
   * Sends the changed fields. Where they need a recent sign-in, as the user was told, they sign in first.
   * The proxy is asked all the same: it may find the sign-in recent enough, or a value that has to be corrected before.
   */
  async save({ isResumed = false }: SaveOptions = {}): Promise<void> {
    const { state, reason, canSignIn } = this.#host;
    if (!state.form || state.status === 'saving') return;
    const form = leaveAll(state.form);
    this.#host.needsReview = isResumed;
    this.#change(() => form);
    const needsReason = form.profile.auditReason && reason.trim() === '';
    // What could no longer be typed in is for the user to see before the rest is saved without them.
    const isLessThanTyped = isResumed && form.displaced.length > 0;
    if (isBlocked(form) || needsReason || isLessThanTyped) return this.#host.onBlocked();
    const problem = state.status === 'ready' && state.notice?.isOfSave ? state.notice.problem : null;
    if (problem && !isResumed && canSignIn && isSolvedBySignIn(problem))
      return this.#host.signInToSave(problem.problem?.maxAge);
    const changes = changesOf(form);
    if (Object.keys(changes).length === 0) return;
    this.#host.setState({ status: 'saving', form });
    await this.#send(form, changes, {
      canRetry: true,
      // Never by itself twice: a tenant that ignores the age of a sign-in would send the user around in circles.
      signsIn: !isResumed && canSignIn && needsSignIn(form),
    });
  }

  async #send(form: ProfileForm, changes: Changes, attempt: Attempt): Promise<void> {
    try {
      const { client } = await this.#host.connect();
      if (this.#isDisposed) return;
      const reason = form.profile.auditReason && this.#host.reason.trim();
      // Without an abort signal: a write that is cut off may have been applied or not.
      const stored = await client.profile.update(changes, { etag: form.etag, ...(reason && { reason }) });
      this.#accept(changes, (now) => renew(confirm(now, changes), stored));
    } catch (reason) {
      await this.#recover(changes, ProxyProblem.from(reason), attempt);
    }
  }

  /** Repeats a save that another change preceded, if nothing in it conflicts; otherwise reports the problem. */
  async #recover(changes: Changes, problem: ProxyProblem, { canRetry, signsIn }: Attempt): Promise<void> {
    const before = this.#host.state.form;
    if (this.#isDisposed || !before) return;
    if (signsIn && problem.code === 'step_up_required') {
      this.#host.setState({ status: 'ready', form: before, notice: null });
      return this.#host.signInToSave(problem.problem?.maxAge);
    }
    const after = absorb(before, changes, problem.problem);
    this.#change(() => after);
    const open = problem.code === 'profile_changed' && canRetry && stillToSend(before, after, changes);
    if (!open) this.#refuse(problem);
    else if (Object.keys(open).length > 0) await this.#send(after, open, { canRetry: false, signsIn });
    // The same values are stored already: by someone else, or by an earlier save whose response was lost.
    else this.#accept(changes, (form) => form);
  }

  #accept(changes: Changes, next: (form: ProfileForm) => ProfileForm): void {
    const { form: before } = this.#host.state;
    if (this.#isDisposed || !before) return;
    const form = next(before);
    this.#host.reason = '';
    this.#host.needsReview = false;
    this.#host.setState({ status: 'ready', form, notice: null });
    this.#host.onSaved(Object.keys(changes), form.profile);
  }

  #refuse(problem: ProxyProblem): void {
    const { form } = this.#host.state;
    if (!form) return;
    const saved = problem.problem?.saved ?? [];
    this.#host.setState({ status: 'ready', form, notice: { isOfSave: true, problem, saved } });
    this.#host.startCountdown(problem);
    if (saved.length > 0) this.#host.onSaved(saved, form.profile);
    this.#host.onBlocked();
  }

  #change(next: (form: ProfileForm) => ProfileForm): void {
    const { state } = this.#host;
    if (this.#isDisposed || !state.form) return;
    const form = next(state.form);
    // A failed save no longer matters once there are no changes left.
    const isOver = state.status === 'ready' && state.notice?.isOfSave && form.draft.size === 0;
    this.#host.setState({ ...state, form, ...(isOver && { notice: null }) });
  }
}
