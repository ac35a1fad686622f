import type { ReactiveControllerHost } from 'lit';
import { createMemberClient, type Attempt, type MemberClient } from '../../client/members.js';
import type { ProxyProblem } from '../../client/problem.js';
import { readProfile } from '../../client/proxy-client.js';
import type { Send } from '../../client/send.js';
import type { DeprovisionPlan, MemberReceipt, MemberSecurity } from '../../contract/member.js';
import { factsOf, operationTable } from '../../policy/operations.js';
import type { OperationView } from '../../policy/views/view.js';
import type { ConnectionClass } from '../../policy/vocabulary.js';
import type { Countdown } from '../countdown.js';
import { DialogController } from '../dialog-controller.js';
import type { DialogIntent } from './member-intent.js';
import { isLevel, personOf, type MemberOperation, type MemberPerson } from './member-operations.js';

/** Every operation but `roles.assign`, which has a dialog of its own. */
export type DialogOperation = Exclude<MemberOperation, 'roles.assign'>;

export interface MemberOperationOptions {
  connect(): Promise<{ readonly send: Send }>;
  readonly wait: Countdown;
  /** Asks the host whether the operation may run. */
  confirmWithHost(operation: MemberOperation, person: MemberPerson): Promise<boolean>;
  /** Has the person sign in again and come back to this dialog. Resolves only if that was done in place. */
  signIn(dialog: DialogIntent, maxAge?: number): Promise<void>;
  onDone(person: MemberPerson, operation: DialogOperation, receipt: MemberReceipt | null): void;
}

/** Facts about the operation and the member, read when the dialog opens. */
export interface OperationFacts {
  /** `null` if the operation doesn't exist for this member. */
  readonly view: OperationView | null;
  readonly connection: { readonly class: ConnectionClass; readonly label: string };
  /** With a de-provisioning operation. */
  readonly plan: DeprovisionPlan | null;
  /** With operations about lockouts or verification methods. */
  readonly security: MemberSecurity | null;
}

export interface OperationDialog {
  readonly operation: DialogOperation;
  /** The member as they were when the dialog opened; reloading the page around it doesn't change them. */
  readonly person: MemberPerson;
  readonly phase: 'checking' | 'unavailable' | 'asking' | 'running' | 'done';
  /** Whether nothing is asked or shown, as long as nothing goes wrong. */
  readonly quiet: boolean;
  readonly facts: OperationFacts | null;
  readonly problem: ProxyProblem | null;
  readonly reason: string;
  /** Whether the form was submitted without a phrase or a reason it needs. */
  readonly incomplete: boolean;
  /** `null` if an email was sent. */
  readonly receipt: MemberReceipt | null;
}

/** Drives the dialog of one operation on one member: consequences, confirmation, result. */
export class MemberOperationController extends DialogController<OperationDialog> {
  readonly #options: MemberOperationOptions;
  /** The idempotency key of an attempt without an answer: it may have been carried out. */
  #attempt: string | null = null;
  /** The operations without a question that are under way. One waits for the other, as they share the dialog. */
  readonly #quiet = new Map<string, Promise<void>>();

  constructor(host: ReactiveControllerHost, options: MemberOperationOptions) {
    super(host, options.wait);
    this.#options = options;
  }

  /** Opens the dialog, and reads what the operation would do. */
  async open(operation: DialogOperation, person: MemberPerson, reason = ''): Promise<void> {
    this.#attempt = null;
    this.show({ ...opened(operation, person), reason });
    await this.#check();
  }

  /** Performs an operation without a question. If it fails, the dialog opens with the problem. */
  async performAtOnce(operation: DialogOperation, person: MemberPerson): Promise<void> {
    const key = `${operation} ${person.userId}`;
    const known = this.#quiet.get(key);
    if (known) return known;
    const before = [...this.#quiet.values()].at(-1);
    const run = (async () => {
      await before;
      this.#attempt = null;
      this.show({ ...opened(operation, person), phase: 'running', quiet: true });
      await this.#perform();
      if (!this.dialog?.quiet) return;
      this.update({ phase: 'checking', quiet: false });
      await this.#check();
    })();
    this.#quiet.set(key, run);
    await run.finally(() => this.#quiet.delete(key));
  }

  /** Opens the dialog with the receipt of what was done before. */
  showReceipt(operation: DialogOperation, person: MemberPerson, receipt: MemberReceipt): void {
    this.beginTask();
    this.show({ ...opened(operation, person), phase: 'done', receipt });
  }

  async retry(): Promise<void> {
    if (this.wait.left > 0) return;
    this.update({ phase: 'checking', problem: null });
    await this.#check();
  }

  setReason(reason: string): void {
    // The same key with another body would be another request.
    this.#attempt = null;
    this.update({ reason });
  }

  /** Marks what is missing in a form that was submitted. */
  markIncomplete(): void {
    this.update({ incomplete: true });
  }

  async confirm(): Promise<void> {
    const { dialog } = this;
    if (dialog?.phase !== 'asking' || !dialog.facts?.view?.allowed || this.wait.left > 0) return;
    this.update({ phase: 'running', problem: null, incomplete: false });
    await this.#perform();
  }

  async #perform(): Promise<void> {
    const { dialog } = this;
    if (!dialog) return;
    const { operation, person } = dialog;
    const signal = this.beginTask();
    try {
      const isConfirmed = await this.#options.confirmWithHost(operation, person);
      if (signal.aborted) return;
      if (!isConfirmed) return dialog.quiet ? this.close() : this.update({ phase: 'asking' });
      this.#attempt ??= crypto.randomUUID();
      const reason = dialog.reason.trim();
      const attempt = { key: this.#attempt, ...(reason && { reason }) };
      const receipt = await perform(await this.#client(dialog), operation, attempt);
      if (this.isDisposed) return;
      this.#attempt = null;
      this.update({ phase: 'done', quiet: false, receipt }, signal);
      this.#options.onDone(person, operation, receipt);
    } catch (failure) {
      if (signal.aborted) return;
      const problem = this.wait.noteFailure(failure);
      // To try once more is another request.
      if (problem.code === 'outcome_unknown') this.#attempt = null;
      this.update({ phase: 'asking', problem });
      // Something has changed since the dialog opened. The problem stays, above what applies now.
      if (problem.code === 'operation_locked' && !dialog.quiet) await this.#check();
    }
  }

  async signInAndResume(): Promise<void> {
    const { dialog, signal } = this;
    if (!dialog) return;
    const { operation, person, reason, problem } = dialog;
    await this.#options.signIn({ operation, person, reason, chosen: null }, problem?.problem?.maxAge);
    this.update({ problem: null }, signal);
  }

  override close(): void {
    this.#attempt = null;
    super.close();
  }

  async #check(): Promise<void> {
    const { dialog } = this;
    if (!dialog) return;
    const signal = this.beginTask();
    try {
      const news = await readFacts(await this.#client(dialog), dialog, signal);
      this.update({ ...news, phase: 'asking' }, signal);
    } catch (failure) {
      if (!signal.aborted) this.update({ phase: 'unavailable', problem: this.wait.noteFailure(failure) });
    }
  }

  async #client({ person }: OperationDialog): Promise<MemberClient> {
    return createMemberClient((await this.#options.connect()).send, person.userId);
  }
}

function opened(operation: DialogOperation, { ...person }: MemberPerson): OperationDialog {
  return {
    operation,
    person,
    phase: 'checking',
    quiet: false,
    facts: null,
    problem: null,
    reason: '',
    incomplete: false,
    receipt: null,
  };
}

/** Whether the member's lockouts or authenticators say if an operation applies. */
function needsSecurity(operation: MemberOperation): boolean {
  const { appliesTo } = factsOf(operation);
  return appliesTo === 'locked-out' || appliesTo === 'with-authenticator';
}

/** Reads the facts, and what the list didn't know about the member. */
async function readFacts(
  client: MemberClient,
  { operation, person }: OperationDialog,
  signal: AbortSignal,
): Promise<Pick<OperationDialog, 'facts' | 'person'>> {
  if (isLevel(operation)) {
    const plan = await client.plan({ signal });
    const { connection, levels } = plan;
    const view = levels.find(({ level }) => level === operationTable[operation].level)?.operation ?? null;
    return {
      facts: { view, connection, plan, security: null },
      person: { ...person, ...plan.person },
    };
  }
  const [{ value: profile }, security] = await Promise.all([
    client.profile({ signal }).then(readProfile),
    needsSecurity(operation) ? client.security({ signal }) : null,
  ]);
  const { connection, operations } = profile;
  const view = operations.find(({ name }) => name === operation) ?? null;
  return {
    facts: { view, connection, plan: null, security },
    person: { ...person, ...personOf(profile) },
  };
}

const emailPaths = { 'password.reset': 'password-reset', 'email.verify': 'email-verification' } as const;

async function perform(
  client: MemberClient,
  operation: DialogOperation,
  attempt: Attempt,
): Promise<MemberReceipt | null> {
  if (isLevel(operation)) return client.deprovision(operationTable[operation].level, attempt);
  if (isEmail(operation)) {
    await client.sendEmail(emailPaths[operation], attempt);
    return null;
  }
  return client.perform(operation, attempt);
}

function isEmail(operation: DialogOperation): operation is keyof typeof emailPaths {
  return Object.hasOwn(emailPaths, operation);
}
