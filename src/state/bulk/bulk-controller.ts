import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createBulkClient, type BulkClient } from '../../client/bulk.js';
import type { ProxyProblem } from '../../client/problem.js';
import type { Send } from '../../client/send.js';
import {
  maxPreviewMembers,
  type BulkItem,
  type BulkOperation,
  type BulkRequest,
  type BulkRun,
} from '../../contract/bulk.js';
import type { AssignableRole } from '../../contract/member.js';
import { Countdown } from '../countdown.js';
import { DialogController } from '../dialog-controller.js';
import { ResumeAfterSignIn } from '../resume-after-sign-in.js';
import { consumeIntent, discardIntent, saveIntent } from '../pending-intent.js';
import {
  bulkIntentKey,
  followedRunKey,
  followedRunMs,
  parseBulkIntent,
  parseFollowedRun,
  type BulkIntent,
  type BulkPerson,
  type FollowedRun,
  type RoleChoice,
} from './bulk-intent.js';
import { followRun } from './follow-run.js';

export interface BulkControllerOptions {
  connect(): Promise<{ readonly send: Send }>;
  loadRoles(): Promise<readonly AssignableRole[]>;
  /** Names the panel and its user, for what is remembered while they sign in again. */
  key(): string;
  /** Has the person sign in. Leaves the page, or resolves when that was done in place. `maxAge` is in seconds. */
  signIn(maxAge?: number): Promise<void>;
  /** Asks the host whether the run may start. */
  confirmWithHost(operation: BulkOperation, people: readonly BulkPerson[]): Promise<boolean>;
  onEnded(run: BulkRun): void;
}

/** The dialog of a bulk action: choice of roles, preview, progress, results. */
export interface BulkDialog {
  readonly operation: BulkOperation;
  readonly people: readonly BulkPerson[];
  readonly phase: 'choosing' | 'checking' | 'asking' | 'starting' | 'running' | 'ended';
  readonly roles: readonly AssignableRole[];
  readonly choice: RoleChoice;
  /** The preview, and then the run with an item for each of its members. */
  readonly run: BulkRun | null;
  readonly problem: ProxyProblem | null;
  /** What the run was asked to do and hasn't done yet. */
  readonly pending: 'pause' | 'resume' | 'stop' | null;
  /** Whether the dialog was closed while the run continues. */
  readonly isHidden: boolean;
  /** `false` once the form was submitted without the phrase. */
  readonly phraseFits: boolean;
  readonly reason: string;
}

/** Drives the dialog of one action on several members. */
export class BulkController extends DialogController<BulkDialog> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: BulkControllerOptions;
  readonly #resume: ResumeAfterSignIn<BulkIntent>;
  /** The idempotency key of a start without an answer: the run may have begun. */
  #attempt: string | null = null;
  /** Members of an earlier run with steps that weren't completed. For them, "already done" is only half the truth. */
  #unfinished: ReadonlySet<string> = new Set();

  constructor(host: ReactiveControllerHost, options: BulkControllerOptions) {
    super(host, new Countdown(host));
    this.#host = host;
    this.#options = options;
    this.#resume = new ResumeAfterSignIn({
      key: () => bulkIntentKey(options.key()),
      parse: parseBulkIntent,
      signIn: (maxAge) => options.signIn(maxAge),
    });
    host.addController(this);
  }

  hostConnected(): void {
    const { phase, run } = this.dialog ?? {};
    if (phase === 'running' && run) void this.#follow(run, this.beginTask());
  }

  hostDisconnected(): void {
    if (this.dialog?.phase === 'running') this.beginTask();
  }

  override dispose(): void {
    super.dispose();
    this.wait.dispose();
    this.#host.removeController(this);
  }

  /** Opens what was open before the person left to sign in again, or follows a run that they started before a reload. */
  resume(): void {
    const intent = this.#resume.consume();
    if (intent) return void this.open(intent.operation, intent.people, intent.choice);
    const followed = consumeIntent(this.#followedKey, parseFollowedRun, followedRunMs);
    if (followed) this.#followAgain(followed);
  }

  get #followedKey(): string {
    return followedRunKey(this.#options.key());
  }

  #followAgain({ id, operation, people, choice }: FollowedRun): void {
    const signal = this.beginTask();
    this.show({ ...newDialog, operation, people, choice, isHidden: true });
    void this.#follow({ ...newRun, id, operation, items: waitingItems(people) }, signal);
  }

  /** Opens the dialog and previews the action. Roles are chosen first, unless `choice` names some. */
  async open(
    operation: BulkOperation,
    people: readonly BulkPerson[],
    choice: RoleChoice = { add: [], remove: [] },
  ): Promise<void> {
    this.#forgetEnded();
    const needsRoles = operation === 'roles.assign';
    const chooses = needsRoles && choice.add.length + choice.remove.length === 0;
    const signal = this.beginTask();
    this.#attempt = null;
    this.#unfinished = new Set();
    this.show({ ...newDialog, operation, people, choice });
    if (needsRoles) {
      try {
        const roles = await this.#options.loadRoles();
        this.update({ roles, phase: chooses ? 'choosing' : 'checking' }, signal);
      } catch (failure) {
        return this.#fail(failure, 'choosing', signal);
      }
    }
    if (!chooses && !signal.aborted) await this.preview();
  }

  choose(choice: RoleChoice): void {
    this.update({ choice });
  }

  setReason(reason: string): void {
    if (reason === this.dialog?.reason) return;
    // The same key with another body would be another request.
    this.#attempt = null;
    this.update({ reason });
  }

  /** Finds out for which members the action is allowed. Changes nothing. */
  async preview(): Promise<void> {
    const { dialog } = this;
    if (!dialog) return;
    const signal = this.beginTask();
    this.update({ phase: 'checking', problem: null });
    try {
      const run = await this.#previewAll(dialog, signal);
      this.update({ phase: 'asking', run }, signal);
    } catch (failure) {
      this.#fail(failure, dialog.operation === 'roles.assign' ? 'choosing' : 'asking', signal);
    }
  }

  /** The members for whom the preview allows the action. */
  get allowed(): readonly BulkPerson[] {
    const { run, people = [] } = this.dialog ?? {};
    const allowed = new Set(run?.items.filter((item) => this.isAllowed(item)).map(({ userId }) => userId));
    return people.filter(({ userId }) => allowed.has(userId));
  }

  isAllowed({ userId, state, reason }: BulkItem): boolean {
    return state === 'allowed' || (reason === 'already-done' && this.#unfinished.has(userId));
  }

  /** The members of a run that has ended for whom the action can be started again. */
  get retryable(): readonly BulkPerson[] {
    const { run, people = [] } = this.dialog ?? {};
    const retryable = new Set(run?.items.filter(isRetryable).map(({ userId }) => userId));
    return people.filter(({ userId }) => retryable.has(userId));
  }

  /** Opens the action again for those who can be retried. */
  async retry(): Promise<void> {
    const { dialog, retryable } = this;
    if (!dialog) return;
    const unfinished = dialog.run?.items.filter(isUnfinished).map(({ userId }) => userId);
    const opened = this.open(dialog.operation, retryable, dialog.choice);
    this.#unfinished = new Set(unfinished);
    await opened;
  }

  /** Marks the phrase in a form that was submitted without it. */
  markPhraseMissing(): void {
    this.update({ phraseFits: false });
  }

  async start(): Promise<void> {
    const { dialog, allowed: people } = this;
    if (dialog?.phase !== 'asking' || people.length === 0 || this.wait.left > 0) return;
    const signal = this.beginTask();
    this.update({ phase: 'starting', problem: null, phraseFits: true });
    try {
      const isConfirmed = await this.#options.confirmWithHost(dialog.operation, people);
      if (signal.aborted) return;
      if (!isConfirmed) return this.update({ phase: 'asking' });
      this.#attempt ??= crypto.randomUUID();
      const run = await (await this.#client()).start(requestOf(dialog, people), this.#attempt);
      if (signal.aborted) return;
      this.#attempt = null;
      void this.#follow({ ...run, items: waitingItems(people) }, signal);
    } catch (failure) {
      this.#fail(failure, 'asking', signal);
    }
  }

  async signInAndResume(): Promise<void> {
    const { dialog, signal } = this;
    if (!dialog) return;
    const { operation, people, choice, problem } = dialog;
    await this.#resume.signIn({ operation, people, choice }, problem?.problem?.maxAge);
    this.update({ problem: null }, signal);
  }

  pause(): Promise<void> {
    return this.#ask('pause', (client, id) => client.change(id, { state: 'paused' }));
  }

  continue(): Promise<void> {
    return this.#ask('resume', (client, id) => client.change(id, { state: 'running' }));
  }

  cancel(): Promise<void> {
    return this.#ask('stop', (client, id) => client.cancel(id));
  }

  /** Closes the dialog. A run continues, and is still followed. */
  override close(): void {
    this.#attempt = null;
    if (this.dialog?.phase === 'running') this.update({ isHidden: true });
    else this.dismiss();
  }

  /** Shows the dialog of a run again. */
  reopen(): void {
    this.update({ isHidden: false });
  }

  /** Closes the dialog, also of a run. */
  dismiss(): void {
    this.#forgetEnded();
    super.close();
  }

  /** Asks the proxy to change the run. That it has shows in its progress. */
  async #ask(
    pending: NonNullable<BulkDialog['pending']>,
    send: (client: BulkClient, id: string) => Promise<unknown>,
  ): Promise<void> {
    const { dialog, signal } = this;
    const id = dialog?.run?.id;
    if (!id || dialog.phase !== 'running' || dialog.pending) return;
    this.update({ pending });
    try {
      await send(await this.#client(), id);
    } catch (failure) {
      this.update({ pending: null, problem: this.wait.noteFailure(failure) }, signal);
    }
  }

  async #previewAll(dialog: BulkDialog, signal: AbortSignal): Promise<BulkRun> {
    const { people } = dialog;
    const client = await this.#client();
    const preview = (from: number) =>
      client.preview(requestOf(dialog, people.slice(from, from + maxPreviewMembers)), { signal });
    let run = await preview(0);
    for (let from = maxPreviewMembers; from < people.length; from += maxPreviewMembers) {
      const { items } = await preview(from);
      run = { ...run, items: [...run.items, ...items] };
    }
    return run;
  }

  /** Shows the progress of a run until it ends. */
  async #follow(started: BulkRun, signal: AbortSignal): Promise<void> {
    const items = new Map(started.items.map((item) => [item.userId, item]));
    let run = started;
    this.#remember(started);
    this.update({ phase: 'running', run }, signal);
    await followRun(started.id ?? '', {
      client: () => this.#client(),
      signal,
      onProgress: (progress) => {
        for (const item of progress.items) items.set(item.userId, item);
        run = { ...progress, items: [...items.values()] };
        const pending = this.dialog?.pending ?? null;
        const isStillPending = pending !== null && !isDone[pending](run);
        this.update({ run, problem: null, pending: isStillPending ? pending : null }, signal);
      },
      onProblem: (failure) => this.update({ problem: this.wait.noteFailure(failure) }, signal),
    });
    if (signal.aborted) return;
    this.update({ phase: 'ended', pending: null });
    if (run.endedAt !== null) this.#options.onEnded(run);
  }

  /** A run whose results are closed isn't shown again after a reload. */
  #forgetEnded(): void {
    if (this.dialog?.phase === 'ended') discardIntent(this.#followedKey);
  }

  /** So that the run is followed again after a reload. */
  #remember({ id, items }: BulkRun): void {
    const { operation, people = [], choice } = this.dialog ?? {};
    const included = new Set(items.map(({ userId }) => userId));
    const followed = people.filter(({ userId }) => included.has(userId));
    saveIntent(this.#followedKey, { id, operation, people: followed, choice });
  }

  async #client(): Promise<BulkClient> {
    return createBulkClient((await this.#options.connect()).send);
  }

  #fail(failure: unknown, phase: BulkDialog['phase'], signal: AbortSignal): void {
    if (!signal.aborted) this.update({ phase, problem: this.wait.noteFailure(failure) });
  }
}

const newDialog = {
  phase: 'checking',
  roles: [],
  run: null,
  problem: null,
  pending: null,
  isHidden: false,
  phraseFits: true,
  reason: '',
} as const satisfies Partial<BulkDialog>;

/** A run of which nothing is known yet. */
const newRun = {
  state: 'running',
  startedAt: null,
  endedAt: null,
  counts: { allowed: 0, waiting: 0, done: 0, refused: 0, failed: 0 },
  position: 0,
} as const satisfies Partial<BulkRun>;

function requestOf({ operation, choice, reason }: BulkDialog, people: readonly BulkPerson[]): BulkRequest {
  return {
    operation,
    userIds: people.map(({ userId }) => userId),
    ...(operation === 'roles.assign' && { roles: choice }),
    ...(reason.trim() && { reason: reason.trim() }),
  };
}

function waitingItems(people: readonly BulkPerson[]): readonly BulkItem[] {
  return people.map(({ userId }) => ({ userId, state: 'waiting' }));
}

/** Whether a run has done what it was asked to. */
const isDone: Record<NonNullable<BulkDialog['pending']>, (run: BulkRun) => boolean> = {
  pause: ({ state }) => state !== 'running',
  resume: ({ state }) => state !== 'paused',
  stop: ({ endedAt }) => endedAt !== null,
};

function isUnfinished({ receipt }: BulkItem): boolean {
  return receipt !== undefined && receipt.notDone.length > 0;
}

/** An email whose outcome is unknown isn't sent again with one click. */
function isRetryable(item: BulkItem): boolean {
  const { state, code } = item;
  return state === 'waiting' || (state === 'failed' && code !== 'outcome_unknown') || isUnfinished(item);
}

/** Counts the members of a run by state. */
export function countItems({ items }: BulkRun): Readonly<Record<BulkItem['state'], number>> {
  const counts = { allowed: 0, waiting: 0, done: 0, refused: 0, failed: 0 };
  for (const { state } of items) counts[state] += 1;
  return counts;
}
