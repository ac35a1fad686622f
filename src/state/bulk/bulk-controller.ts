import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createBulkClient, type BulkClient } from '../../client/bulk.js';
import type { ProxyProblem } from '../../client/problem.js';
import type { Send } from '../../client/send.js';
import type { BulkItem, BulkOperation, BulkRequest, BulkRun } from '../../contract/bulk.js';
import type { AssignableRole } from '../../contract/member.js';
import { Countdown } from '../countdown.js';
import { DialogController } from '../dialog-controller.js';
import { ResumeAfterSignIn } from '../resume-after-sign-in.js';
import {
  bulkIntentKey,
  parseBulkIntent,
  type BulkIntent,
  type BulkPerson,
  type RoleChoice,
} from './bulk-intent.js';

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
  /** The preview, and then the run. */
  readonly run: BulkRun | null;
  readonly problem: ProxyProblem | null;
  readonly cancelling: boolean;
  /** `false` once the form was submitted without the phrase. */
  readonly phraseFits: boolean;
  readonly reason: string;
}

/** How often a run is polled; the upper bound applies while polling fails. */
const pollMs = 1_000;
const slowestPollMs = 10_000;

/** Drives the dialog of one action on several members. */
export class BulkController extends DialogController<BulkDialog> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: BulkControllerOptions;
  readonly #resume: ResumeAfterSignIn<BulkIntent>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The idempotency key of a start without an answer: the run may have begun. */
  #attempt: string | null = null;

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
    if (this.dialog?.phase === 'running') this.#pollIn(0, this.beginTask());
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    if (this.dialog?.phase === 'running') this.beginTask();
  }

  override dispose(): void {
    super.dispose();
    clearTimeout(this.#timer);
    this.wait.dispose();
    this.#host.removeController(this);
  }

  /** Opens what was open before the person left to sign in again. */
  resume(): void {
    const intent = this.#resume.consume();
    if (intent) void this.open(intent.operation, intent.people, intent.choice);
  }

  /** Opens the dialog and previews the action. Roles are chosen first, unless `choice` names some. */
  async open(
    operation: BulkOperation,
    people: readonly BulkPerson[],
    choice: RoleChoice = { add: [], remove: [] },
  ): Promise<void> {
    const needsRoles = operation === 'roles.assign';
    const chooses = needsRoles && choice.add.length + choice.remove.length === 0;
    const signal = this.beginTask();
    this.#attempt = null;
    this.show({
      operation,
      people,
      choice,
      phase: 'checking',
      roles: [],
      run: null,
      problem: null,
      cancelling: false,
      phraseFits: true,
      reason: '',
    });
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
      const run = await (await this.#client()).preview(requestOf(dialog, dialog.people));
      this.update({ phase: 'asking', run }, signal);
    } catch (failure) {
      this.#fail(failure, dialog.operation === 'roles.assign' ? 'choosing' : 'asking', signal);
    }
  }

  /** The members for whom the preview allows the action. */
  get allowed(): readonly BulkPerson[] {
    const { run, people = [] } = this.dialog ?? {};
    const allowed = new Set(
      run?.items.filter(({ state }) => state === 'allowed').map(({ userId }) => userId),
    );
    return people.filter(({ userId }) => allowed.has(userId));
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
      this.#follow(run, signal);
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

  async cancel(): Promise<void> {
    const { dialog, signal } = this;
    const id = dialog?.run?.id;
    if (!id || dialog.phase !== 'running') return;
    this.update({ cancelling: true });
    try {
      await (await this.#client()).cancel(id);
      if (!signal.aborted) this.#pollIn(0, signal);
    } catch (failure) {
      const problem = this.wait.noteFailure(failure);
      this.update({ cancelling: false, problem }, signal);
    }
  }

  override close(): void {
    clearTimeout(this.#timer);
    this.#attempt = null;
    super.close();
  }

  #follow(run: BulkRun, signal: AbortSignal): void {
    if (run.state === 'running') {
      this.update({ phase: 'running', run });
      return this.#pollIn(pollMs, signal);
    }
    this.update({ phase: 'ended', run, cancelling: false });
    this.#options.onEnded(run);
  }

  #pollIn(ms: number, signal: AbortSignal, failures = 0): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#poll(signal, failures), ms);
  }

  /** A failed poll doesn't end the run: it is reported, and the next poll waits longer. */
  async #poll(signal: AbortSignal, failures: number): Promise<void> {
    const id = this.dialog?.run?.id;
    if (!id || signal.aborted) return;
    try {
      const run = await (await this.#client()).read(id, { signal });
      if (signal.aborted) return;
      this.update({ problem: null });
      this.#follow(run, signal);
    } catch (failure) {
      if (signal.aborted) return;
      const problem = this.wait.noteFailure(failure);
      this.update({ problem });
      // The proxy no longer has the run: polling would never end.
      if (problem.code === 'bulk_run_not_found') return this.update({ phase: 'ended', cancelling: false });
      this.#pollIn(Math.min(slowestPollMs, pollMs * 2 ** (failures + 1)), signal, failures + 1);
    }
  }

  async #client(): Promise<BulkClient> {
    return createBulkClient((await this.#options.connect()).send);
  }

  #fail(failure: unknown, phase: BulkDialog['phase'], signal: AbortSignal): void {
    if (!signal.aborted) this.update({ phase, problem: this.wait.noteFailure(failure) });
  }
}

function requestOf({ operation, choice, reason }: BulkDialog, people: readonly BulkPerson[]): BulkRequest {
  return {
    operation,
    userIds: people.map(({ userId }) => userId),
    ...(operation === 'roles.assign' && { roles: choice }),
    ...(reason.trim() && { reason: reason.trim() }),
  };
}

/** Counts the members of a run by state. */
export function countItems({ items }: BulkRun): Readonly<Record<BulkItem['state'], number>> {
  const counts = { allowed: 0, waiting: 0, done: 0, refused: 0, failed: 0 };
  for (const { state } of items) counts[state] += 1;
  return counts;
}
