import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createBulkClient, type BulkClient } from '../../client/bulk.js';
import { exportMembers } from '../../client/member-export.js';
import { ProxyProblem } from '../../client/problem.js';
import type { Send } from '../../client/send.js';
import type { BulkItem, BulkOperation, BulkRequest, BulkRun } from '../../contract/bulk.js';
import type { AssignableRole } from '../../contract/member.js';
import { Countdown } from '../countdown.js';
import { consumeIntent, saveIntent } from '../pending-intent.js';
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
  /** Names the panel and who uses it, for what has to be remembered over a sign-in. */
  key(): string;
  /** Resolves when nothing came of it. */
  signIn(maxAge?: number): Promise<void>;
  /** Whether the host agrees. */
  confirmWithHost(operation: BulkOperation, people: readonly BulkPerson[]): Promise<boolean>;
  onEnded(run: BulkRun): void;
}

/** The dialog of a run: what is asked, the preview, the progress, the results. */
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
  /** `false` once somebody has pressed the button without typing the phrase. */
  readonly phraseFits: boolean;
  readonly reason: string;
}

export type ExportState =
  | { readonly status: 'running'; readonly people: number }
  | { readonly status: 'failed'; readonly problem: ProxyProblem }
  | { readonly status: 'done'; readonly people: number };

/** How often a run is looked at, and how often at most when nobody answers. */
const pollMs = 1_000;
const slowestPollMs = 10_000;

/** What is done to many people at once, and the export of the list. */
export class BulkController implements ReactiveController {
  readonly wait: Countdown;
  readonly #host: ReactiveControllerHost;
  readonly #options: BulkControllerOptions;
  #dialog: BulkDialog | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #attempt: string | null = null;
  #export: ExportState | null = null;
  #exporting: AbortController | null = null;

  constructor(host: ReactiveControllerHost, options: BulkControllerOptions) {
    this.#host = host;
    this.#options = options;
    this.wait = new Countdown(host);
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#dialog?.phase === 'running') this.#pollSoon(0);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#exporting?.abort();
  }

  dispose(): void {
    this.hostDisconnected();
    for (const part of [this, this.wait]) this.#host.removeController(part);
  }

  get dialog(): BulkDialog | null {
    return this.#dialog;
  }

  get export(): ExportState | null {
    return this.#export;
  }

  /** What somebody was about to do when they left to sign in again. */
  resume(): void {
    const intent = consumeIntent(this.#intentKey, parseBulkIntent);
    if (intent) void this.open(intent.operation, intent.people, intent.choice);
  }

  /** Asks what would be allowed for whom; of roles, after they have been chosen. */
  async open(
    operation: BulkOperation,
    people: readonly BulkPerson[],
    choice: RoleChoice = { add: [], remove: [] },
  ): Promise<void> {
    const chooses = operation === 'roles.assign' && choice.add.length + choice.remove.length === 0;
    this.#set({
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
    if (operation === 'roles.assign') {
      try {
        const roles = await this.#options.loadRoles();
        this.#update({ roles, phase: chooses ? 'choosing' : 'checking' });
      } catch (reason) {
        return this.#fail(reason, 'choosing');
      }
    }
    if (!chooses) await this.preview();
  }

  choose(choice: RoleChoice): void {
    this.#update({ choice });
  }

  giveReason(reason: string): void {
    this.#update({ reason });
  }

  async preview(): Promise<void> {
    const dialog = this.#dialog;
    if (!dialog) return;
    this.#update({ phase: 'checking', problem: null });
    try {
      const run = await (await this.#client()).preview(requestOf(dialog, dialog.people));
      this.#update({ phase: 'asking', run });
    } catch (reason) {
      this.#fail(reason, dialog.operation === 'roles.assign' ? 'choosing' : 'asking');
    }
  }

  /** Those for whom the preview found nothing against it. */
  get allowed(): readonly BulkPerson[] {
    const allowed = new Set(
      this.#dialog?.run?.items.filter(({ state }) => state === 'allowed').map(({ userId }) => userId),
    );
    return this.#dialog?.people.filter(({ userId }) => allowed.has(userId)) ?? [];
  }

  refusePhrase(): void {
    this.#update({ phraseFits: false });
  }

  async start(): Promise<void> {
    const dialog = this.#dialog;
    const people = this.allowed;
    if (dialog?.phase !== 'asking' || people.length === 0 || this.wait.left > 0) return;
    if (!(await this.#options.confirmWithHost(dialog.operation, people))) return;
    this.#update({ phase: 'starting', problem: null, phraseFits: true });
    // The same attempt after an answer that never came: the run may have begun.
    this.#attempt ??= crypto.randomUUID();
    try {
      const run = await (await this.#client()).start(requestOf(dialog, people), this.#attempt);
      this.#attempt = null;
      this.#follow(run);
    } catch (reason) {
      this.#fail(reason, 'asking');
    }
  }

  async signInAndResume(): Promise<void> {
    const dialog = this.#dialog;
    if (!dialog) return;
    const { operation, people, choice } = dialog;
    saveIntent(this.#intentKey, { operation, people, choice } satisfies BulkIntent);
    await this.#options.signIn(dialog.problem?.problem?.maxAge);
  }

  async cancel(): Promise<void> {
    const id = this.#dialog?.run?.id;
    if (!id || this.#dialog?.phase !== 'running') return;
    this.#update({ cancelling: true });
    try {
      await (await this.#client()).cancel(id);
      this.#pollSoon(0);
    } catch (reason) {
      this.#update({ cancelling: false, problem: ProxyProblem.from(reason) });
    }
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#attempt = null;
    this.#dialog = null;
    this.#host.requestUpdate();
  }

  /** The list as a file; `undefined` where nothing came of it. */
  async exportMembers(filters: URLSearchParams): Promise<Blob | undefined> {
    this.#exporting?.abort();
    const { signal } = (this.#exporting = new AbortController());
    this.#tellExport({ status: 'running', people: 0 });
    let people = 0;
    try {
      const { send } = await this.#options.connect();
      const onProgress = (count: number) => {
        people = count;
        this.#tellExport({ status: 'running', people });
      };
      const file = await exportMembers(send, filters, { signal, onProgress });
      this.#tellExport({ status: 'done', people });
      return file;
    } catch (reason) {
      if (signal.aborted) this.#tellExport(null);
      else this.#tellExport({ status: 'failed', problem: this.#note(reason) });
      return undefined;
    }
  }

  cancelExport(): void {
    this.#exporting?.abort();
  }

  #follow(run: BulkRun): void {
    if (run.state === 'running') {
      this.#update({ phase: 'running', run });
      return this.#pollSoon(pollMs);
    }
    this.#update({ phase: 'ended', run, cancelling: false });
    this.#options.onEnded(run);
  }

  #pollSoon(ms: number, failures = 0): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#poll(failures), ms);
  }

  /** The run goes on without us: a failure to hear of it is told, and asked again. */
  async #poll(failures: number): Promise<void> {
    const id = this.#dialog?.run?.id;
    if (!id) return;
    try {
      const run = await (await this.#client()).read(id);
      if (this.#dialog?.run?.id !== id) return;
      this.#update({ problem: null });
      this.#follow(run);
    } catch (reason) {
      const problem = this.#note(reason);
      this.#update({ problem });
      // Nobody remembers it: there is nothing more to hear.
      if (problem.code === 'bulk_run_not_found') return this.#update({ phase: 'ended', cancelling: false });
      this.#pollSoon(Math.min(slowestPollMs, pollMs * 2 ** (failures + 1)), failures + 1);
    }
  }

  get #intentKey(): string {
    return bulkIntentKey(this.#options.key());
  }

  async #client(): Promise<BulkClient> {
    return createBulkClient((await this.#options.connect()).send);
  }

  #fail(reason: unknown, phase: BulkDialog['phase']): void {
    this.#update({ phase, problem: this.#note(reason) });
  }

  #note(reason: unknown): ProxyProblem {
    const problem = ProxyProblem.from(reason);
    if (problem.code === 'rate_limited' && problem.problem?.retryAfter) {
      this.wait.start(problem.problem.retryAfter);
    }
    return problem;
  }

  #tellExport(state: ExportState | null): void {
    this.#export = state;
    this.#host.requestUpdate();
  }

  #update(news: Partial<BulkDialog>): void {
    if (this.#dialog) this.#set({ ...this.#dialog, ...news });
  }

  #set(dialog: BulkDialog): void {
    this.#dialog = dialog;
    this.#host.requestUpdate();
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

export function countItems({ items }: BulkRun): Readonly<Record<BulkItem['state'], number>> {
  const counts = { allowed: 0, waiting: 0, done: 0, refused: 0, failed: 0 };
  for (const { state } of items) counts[state] += 1;
  return counts;
}
