import { ProxyProblem } from '../../../client/problem.js';
import type { Versioned } from '../../../client/proxy-client.js';
import type { ProfileView } from '../../../contract/profile.js';
import type { FieldValue } from '../../../policy/vocabulary.js';
import type { Session } from '../../session.js';
import type { ProfileState } from '../profile-state.js';
import {
  absorb,
  confirm,
  discardGroup,
  isBlocked,
  keepMine,
  leaveField,
  leaveGroup,
  renew,
  settleValue,
  stillToSend,
  typeValue,
  useStored,
} from './edit.js';
import { changesOf } from './draft.js';
import { changedFields, openForm, type Changes, type ProfileForm } from './state.js';
import { restoreDraft, toStoredDraft, type StoredDraft } from './stored-draft.js';

/** The controller that holds the form. */
export interface FormHost {
  readonly state: ProfileState;
  /** Reason for editing on behalf of another member, as typed so far. */
  reason: string;
  setState(state: ProfileState): void;
  connect(): Promise<Session>;
  /** Starts the countdown if the proxy limits the rate of requests. */
  startCountdown(problem: ProxyProblem): void;
  onSaved(changed: readonly string[], profile: ProfileView): void;
  onBlocked(group: string): void;
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
    return form ? renew(form, stored) : restoreDraft(openForm(stored), storedDraft);
  }

  /** The draft as it is stored while the user signs in again. */
  get storedDraft(): StoredDraft | null {
    const { form } = this.#host.state;
    return form && toStoredDraft(form);
  }

  type(name: string, typed: FieldValue): void {
    this.#change((form) => typeValue(form, name, typed));
    this.#clear('savedGroup');
  }

  settle(name: string): void {
    this.#change((form) => settleValue(form, name));
  }

  leave(name: string): void {
    this.#change((form) => leaveField(form, name));
  }

  discard(group: string): void {
    this.#change((form) => discardGroup(form, group));
    this.#clear('notice');
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

  /** Sends the changed fields of one group. */
  async save(group: string): Promise<void> {
    const { state, reason } = this.#host;
    if (!state.form || state.status === 'saving') return;
    const form = leaveGroup(state.form, group);
    this.#change(() => form);
    const needsReason = form.profile.auditReason && reason.trim() === '';
    if (isBlocked(form, group) || needsReason) return this.#host.onBlocked(group);
    const changes = changesOf(form.draft, form.profile, group);
    if (Object.keys(changes).length === 0) return;
    this.#host.setState({ status: 'saving', form, group });
    await this.#send(form, group, changes, { canRetry: true });
  }

  async #send(
    form: ProfileForm,
    group: string,
    changes: Changes,
    { canRetry }: { canRetry: boolean },
  ): Promise<void> {
    try {
      const { client } = await this.#host.connect();
      if (this.#isDisposed) return;
      const reason = form.profile.auditReason && this.#host.reason.trim();
      // Without an abort signal: a write that is cut off may have been applied or not.
      const stored = await client.profile.update(changes, { etag: form.etag, ...(reason && { reason }) });
      this.#accept(group, changes, (now) => renew(confirm(now, changes), stored));
    } catch (reason) {
      await this.#recover(group, changes, ProxyProblem.from(reason), canRetry);
    }
  }

  /** Repeats a save that another change preceded, if nothing in it conflicts; otherwise reports the problem. */
  async #recover(group: string, changes: Changes, problem: ProxyProblem, canRetry: boolean): Promise<void> {
    const before = this.#host.state.form;
    if (this.#isDisposed || !before) return;
    const after = absorb(before, changes, problem.problem);
    this.#change(() => after);
    const open = problem.code === 'profile_changed' && canRetry && stillToSend(before, after, changes);
    if (!open) this.#refuse(group, problem);
    else if (Object.keys(open).length > 0) await this.#send(after, group, open, { canRetry: false });
    // The same values are stored already: by someone else, or by an earlier save whose response was lost.
    else this.#accept(group, changes, (form) => form);
  }

  #accept(group: string, changes: Changes, next: (form: ProfileForm) => ProfileForm): void {
    const { form: before } = this.#host.state;
    if (this.#isDisposed || !before) return;
    const form = next(before);
    this.#host.reason = '';
    this.#host.setState({ status: 'ready', form, notice: null, savedGroup: group });
    this.#host.onSaved(Object.keys(changes), form.profile);
  }

  #refuse(group: string, problem: ProxyProblem): void {
    const { form } = this.#host.state;
    if (!form) return;
    const saved = problem.problem?.saved ?? [];
    this.#host.setState({ status: 'ready', form, notice: { group, problem, saved }, savedGroup: null });
    this.#host.startCountdown(problem);
    if (saved.length > 0) this.#host.onSaved(saved, form.profile);
    this.#host.onBlocked(group);
  }

  #change(next: (form: ProfileForm) => ProfileForm): void {
    const { state } = this.#host;
    if (this.#isDisposed || !state.form) return;
    const form = next(state.form);
    this.#host.setState({ ...state, form });
    const group = state.status === 'ready' && state.notice?.group;
    // A failed save no longer matters once its group has no changes left.
    if (group && changedFields(form.draft, form.profile, group).length === 0) this.#clear('notice');
  }

  #clear(part: 'notice' | 'savedGroup'): void {
    const { state } = this.#host;
    if (state.status === 'ready') this.#host.setState({ ...state, [part]: null });
  }
}
