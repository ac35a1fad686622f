import type { ReactiveControllerHost } from 'lit';
import { createAccountClient, type AccountClient } from '../../client/account.js';
import { isWithoutAnswer, ProxyProblem } from '../../client/problem.js';
import type { DeletionPlan, DeletionReceipt, SessionList } from '../../contract/account.js';
import type { ProfileView } from '../../contract/profile.js';
import type { FieldValue } from '../../policy/vocabulary.js';
import { Countdown } from '../countdown.js';
import { consumeIntent, discardExpiredIntent, saveIntent } from '../pending-intent.js';
import type { Session } from '../session.js';

/** Tasks of the account section. */
export type TaskName =
  'password-reset' | 'email-verification' | 'sessions' | 'export' | 'plan' | 'delete' | 'keep';

/** Ending a session and revealing a field are one task for each session and field. */
type Named = TaskName | `session ${string}` | `reveal ${string}`;

export type Task =
  { readonly status: 'running' | 'done' } | { readonly status: 'failed'; readonly problem: ProxyProblem };

export interface AccountControllerOptions {
  connect(): Promise<Session>;
  /** Identifies the element within the page, for a deletion that is resumed after a sign-in. */
  readonly key: string;
  readonly profile: ProfileView;
  /** `maxAge`: how old the sign-in may be, in seconds. */
  signIn(maxAge?: number): Promise<void>;
  /** Asks the host whether the account can be deleted. */
  mayDelete(): Promise<boolean>;
  onDeleted(receipt: DeletionReceipt): void;
  /** Reads the profile again after the account has changed. */
  reload(): Promise<void>;
}

/** Runs the operations of an account: emails, sessions, export and deletion. */
export class AccountController {
  /** Time until each email can be sent again. */
  readonly waits: Readonly<Record<'password-reset' | 'email-verification', Countdown>>;
  readonly #host: ReactiveControllerHost;
  readonly #options: AccountControllerOptions;
  readonly #tasks = new Map<string, Task>();
  /** The idempotency keys of emails whose request got no answer: they may have been sent. */
  readonly #attempts = new Map<string, string>();
  readonly #revealed = new Map<string, FieldValue>();
  #isDisposed = false;
  #sessions: SessionList | null = null;
  #isDeletionTooLate = false;
  #plan: DeletionPlan | null = null;
  #isAskingHost = false;
  #receipt: DeletionReceipt | null = null;

  constructor(host: ReactiveControllerHost, options: AccountControllerOptions) {
    this.#host = host;
    this.#options = options;
    this.waits = { 'password-reset': new Countdown(host), 'email-verification': new Countdown(host) };
  }

  /** Another session or member takes over: nothing more is sent, and responses on their way are ignored. */
  dispose(): void {
    this.#isDisposed = true;
    for (const wait of Object.values(this.waits)) wait.dispose();
  }

  /** The last task that ended sessions, whose outcome is shown. */
  lastEnding: `session ${string}` | undefined;

  /** Whether the typed phrase confirms the deletion; `null` until the form is submitted. */
  phraseFits: boolean | null = null;

  /** Ignores case, because email addresses are typed in any case. */
  checkPhrase(typed: string, phrase: string): void {
    this.phraseFits = typed.trim().toLowerCase() === phrase.toLowerCase();
    this.#host.requestUpdate();
  }

  task(name: Named): Task | undefined {
    return this.#tasks.get(name);
  }

  isRunning(name: Named): boolean {
    return this.task(name)?.status === 'running';
  }

  get sessions(): SessionList | null {
    return this.#sessions;
  }

  /** Set while the deletion dialog is open. */
  get plan(): DeletionPlan | null {
    return this.#plan;
  }

  get receipt(): DeletionReceipt | null {
    return this.#receipt;
  }

  async sendEmail(email: 'password-reset' | 'email-verification'): Promise<void> {
    const wait = this.waits[email];
    if (wait.left > 0 || this.isRunning(email)) return;
    const key = this.#attempts.get(email) ?? crypto.randomUUID();
    this.#attempts.set(email, key);
    const receipt = await this.#run(email, (client) => client.sendEmail(email, key));
    const problem = this.#problemOf(email);
    if (!isWithoutAnswer(problem?.code)) this.#attempts.delete(email);
    const { retryAfter } = receipt ?? problem?.problem ?? {};
    if (retryAfter) wait.start(retryAfter);
  }

  /** Records an email that another operation sent. */
  recordEmail(email: 'password-reset' | 'email-verification', retryAfter: number): void {
    this.#note(email, { status: 'done' });
    this.waits[email].start(retryAfter);
  }

  async loadSessions(): Promise<void> {
    const list = await this.#run('sessions', (client) => client.sessions());
    if (list) this.#sessions = list;
    this.#host.requestUpdate();
  }

  /** Ends one session, or all except the current one. */
  async endSessions(id?: string): Promise<void> {
    this.lastEnding = `session ${id ?? 'others'}`;
    const done = await this.#run(this.lastEnding, async (client) => {
      await client.endSessions(id).catch((reason: unknown) => {
        // It has already ended.
        if (ProxyProblem.from(reason).code !== 'session_not_found') throw reason;
      });
      return true;
    });
    if (!done || !this.#sessions) return;
    const stays =
      id === undefined ? (one: { current: boolean }) => one.current : (one: { id: string }) => one.id !== id;
    this.#sessions = { ...this.#sessions, sessions: this.#sessions.sessions.filter(stays) };
    this.#host.requestUpdate();
  }

  exportAs(format: 'json' | 'html', lang: string): Promise<Blob | undefined> {
    return this.#run('export', (client) => client.exportAs(format, lang));
  }

  /** Loads the consequences of a deletion, and opens the dialog. */
  async planDeletion(): Promise<void> {
    this.#tasks.delete('delete');
    this.#isDeletionTooLate = false;
    const plan = await this.#run('plan', (client) => client.planDeletion());
    if (plan) this.#plan = plan;
    this.#host.requestUpdate();
  }

  dismissPlan(): void {
    this.#plan = null;
    this.phraseFits = null;
    this.#tasks.delete('delete');
    this.#host.requestUpdate();
  }

  /** Whether the user left the deletion dialog to sign in, and that took too long to resume. */
  get isDeletionTooLate(): boolean {
    return this.#isDeletionTooLate;
  }

  /** Whether the user left the deletion dialog to sign in again. True once. */
  resumesDeletion(): boolean {
    this.#isDeletionTooLate ||= discardExpiredIntent(this.#deletionKey);
    if (this.#isDeletionTooLate) this.#host.requestUpdate();
    return consumeIntent(this.#deletionKey, (intent) => intent === true) === true;
  }

  async delete(): Promise<void> {
    const confirmed = this.#plan;
    // One question at a time, however often the button is pressed while the host decides.
    if (this.isRunning('delete') || this.#isAskingHost) return;
    this.#isAskingHost = true;
    const mayDelete = await this.#options.mayDelete();
    this.#isAskingHost = false;
    // The dialog can be closed while the host decides.
    if (!mayDelete || this.#plan !== confirmed) return;
    const outcome = await this.#run('delete', async (client) => {
      const answer = await client.delete();
      // The account is gone, whatever the element shows by now.
      if (!('dueAt' in answer)) this.#options.onDeleted(answer);
      return answer;
    });
    if (outcome && 'dueAt' in outcome) {
      this.dismissPlan();
      await this.#options.reload();
    } else if (outcome) {
      this.#receipt = outcome;
      this.#plan = null;
    } else if (this.#problemOf('delete')?.code === 'operation_locked') {
      // The rules changed after the dialog was opened: show why it is locked now.
      const plan = await this.#run('plan', (client) => client.planDeletion());
      // The dialog can be closed while the plan is read again.
      if (plan && this.#plan === confirmed) this.#plan = plan;
    }
    this.#host.requestUpdate();
  }

  /** The full value of a masked field; `undefined` until it is revealed. */
  revealed(field: string): FieldValue | undefined {
    return this.#revealed.get(field);
  }

  async reveal(field: string): Promise<void> {
    const answer = await this.#run(`reveal ${field}`, (client) => client.reveal(field));
    if (answer) this.#revealed.set(field, answer.value);
    this.#host.requestUpdate();
  }

  /** Cancels a scheduled deletion. */
  async keepAccount(): Promise<void> {
    const kept = await this.#run('keep', async (client) => {
      await client.keep();
      return true;
    });
    if (kept) await this.#options.reload();
  }

  async signIn(maxAge?: number): Promise<void> {
    await this.#options.signIn(maxAge);
  }

  async signInToDelete(maxAge?: number): Promise<void> {
    saveIntent(this.#deletionKey, true);
    await this.#options.signIn(maxAge);
  }

  get #deletionKey(): string {
    const { key, profile } = this.#options;
    // Another user who signs in doesn't get the dialog.
    return `delete ${key} ${profile.person.userId} ${profile.organization.id}`;
  }

  #problemOf(name: string): ProxyProblem | undefined {
    const task = this.#tasks.get(name);
    return task?.status === 'failed' ? task.problem : undefined;
  }

  async #run<T>(name: Named, task: (client: AccountClient) => Promise<T>): Promise<T | undefined> {
    if (this.#isDisposed || this.isRunning(name)) return undefined;
    this.#note(name, { status: 'running' });
    try {
      const { client } = await this.#options.connect();
      // `connect` may have opened the session of another member.
      if (this.#isDisposed) return undefined;
      const result = await task(createAccountClient(client));
      if (this.#isDisposed) return undefined;
      this.#note(name, { status: 'done' });
      return result;
    } catch (reason) {
      this.#note(name, { status: 'failed', problem: ProxyProblem.from(reason) });
      return undefined;
    }
  }

  #note(name: string, task: Task): void {
    this.#tasks.set(name, task);
    this.#host.requestUpdate();
  }
}
