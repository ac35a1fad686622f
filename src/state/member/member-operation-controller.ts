import type { ReactiveControllerHost } from 'lit';
import { createMemberClient, type Attempt, type MemberClient } from '../../client/members.js';
import { ProxyProblem } from '../../client/problem.js';
import { readProfile } from '../../client/proxy-client.js';
import type { Send } from '../../client/send.js';
import type { DeprovisionPlan, MemberReceipt, MemberSecurity } from '../../contract/member.js';
import { factsOf, operationTable } from '../../policy/operations.js';
import type { OperationView } from '../../policy/views/view.js';
import type { ConnectionClass } from '../../policy/vocabulary.js';
import type { Countdown } from '../countdown.js';
import type { DialogIntent } from './member-intent.js';
import { isLevel, personOf, type MemberOperation, type MemberPerson } from './member-operations.js';

/** Everything but the roles, which have a dialog of their own. */
export type DialogOperation = Exclude<MemberOperation, 'roles.assign'>;

export interface MemberOperationOptions {
  connect(): Promise<{ readonly send: Send }>;
  /** Counts down after the proxy has said that it is too soon. */
  readonly wait: Countdown;
  confirmWithHost(operation: MemberOperation, person: MemberPerson): Promise<boolean>;
  /** Has the person sign in again, and come back to this dialog. Resolves where it was done in place. */
  signIn(dialog: DialogIntent, maxAge?: number): Promise<void>;
  onDone(person: MemberPerson, operation: DialogOperation, receipt: MemberReceipt | null): void;
}

/** What holds for this operation and this person, asked when the dialog opened. */
export interface OperationFacts {
  /** `null` where there is nothing of the kind to be done. */
  readonly view: OperationView | null;
  readonly connection: { readonly class: ConnectionClass; readonly label: string };
  /** With an operation of the ladder. */
  readonly plan: DeprovisionPlan | null;
  /** Where it is about lock-outs or sign-in methods. */
  readonly security: MemberSecurity | null;
}

export interface OperationDialog {
  readonly operation: DialogOperation;
  /** As they were when the dialog opened: whatever is read again meanwhile, it stays about them. */
  readonly person: MemberPerson;
  readonly phase: 'checking' | 'unavailable' | 'asking' | 'running' | 'done';
  readonly facts: OperationFacts | null;
  readonly problem: ProxyProblem | null;
  readonly reason: string;
  /** Somebody has pressed the button while a phrase or a reason was missing. */
  readonly incomplete: boolean;
  /** `null` where a mail was sent. */
  readonly receipt: MemberReceipt | null;
}

/** One operation on one member: what it would do, whether it is meant, and what came of it. */
export class MemberOperationController {
  readonly #host: ReactiveControllerHost;
  readonly #options: MemberOperationOptions;
  #dialog: OperationDialog | null = null;
  #checking: AbortController | null = null;
  /** The key of an attempt whose answer never came: it may have been done. */
  #attempt: string | null = null;

  constructor(host: ReactiveControllerHost, options: MemberOperationOptions) {
    this.#host = host;
    this.#options = options;
  }

  get dialog(): OperationDialog | null {
    return this.#dialog;
  }

  /** Opens the dialog, and finds out what would be done. */
  async open(operation: DialogOperation, { ...person }: MemberPerson, reason = ''): Promise<void> {
    this.#attempt = null;
    this.#set({
      operation,
      person,
      phase: 'checking',
      facts: null,
      problem: null,
      reason,
      incomplete: false,
      receipt: null,
    });
    await this.check();
  }

  /** Asks again what would be done; what has failed before stays told. */
  async check(): Promise<void> {
    const dialog = this.#dialog;
    if (!dialog || dialog.phase === 'running' || dialog.phase === 'done') return;
    this.#checking?.abort();
    const { signal } = (this.#checking = new AbortController());
    try {
      const news = await readFacts(await this.#client(dialog), dialog, signal);
      if (!signal.aborted) this.#update({ ...news, phase: 'asking' });
    } catch (reason) {
      if (!signal.aborted) this.#update({ phase: 'unavailable', problem: this.#note(reason) });
    }
  }

  async retry(): Promise<void> {
    if (this.#options.wait.left > 0) return;
    this.#update({ phase: 'checking', problem: null });
    await this.check();
  }

  giveReason(reason: string): void {
    // The same key with another body would be another request.
    this.#attempt = null;
    this.#update({ reason });
  }

  /** The button was pressed, and something is still missing. */
  refuse(): void {
    this.#update({ incomplete: true });
  }

  async confirm(): Promise<void> {
    const dialog = this.#dialog;
    if (dialog?.phase !== 'asking' || !dialog.facts?.view?.allowed || this.#options.wait.left > 0) return;
    const { operation, person } = dialog;
    this.#update({ phase: 'running', problem: null, incomplete: false });
    try {
      if (!(await this.#options.confirmWithHost(operation, person))) return this.#update({ phase: 'asking' });
      this.#attempt ??= crypto.randomUUID();
      const reason = dialog.reason.trim();
      const attempt = { key: this.#attempt, ...(reason && { reason }) };
      const receipt = await perform(await this.#client(dialog), operation, attempt);
      this.#attempt = null;
      this.#update({ phase: 'done', receipt });
      this.#options.onDone(person, operation, receipt);
    } catch (reason) {
      const problem = this.#note(reason);
      this.#update({ phase: 'asking', problem });
      // Something has changed since the dialog opened: show what holds now.
      if (problem.code === 'operation_locked') await this.check();
    }
  }

  async signInAndResume(): Promise<void> {
    const dialog = this.#dialog;
    if (!dialog) return;
    const { operation, person, reason, problem } = dialog;
    await this.#options.signIn({ operation, person, reason, chosen: null }, problem?.problem?.maxAge);
    this.#update({ problem: null });
  }

  close(): void {
    this.#checking?.abort();
    this.#attempt = null;
    this.#dialog = null;
    this.#host.requestUpdate();
  }

  async #client({ person }: OperationDialog): Promise<MemberClient> {
    return createMemberClient((await this.#options.connect()).send, person.userId);
  }

  #note(reason: unknown): ProxyProblem {
    const problem = ProxyProblem.from(reason);
    const seconds = problem.problem?.retryAfter;
    if (problem.code === 'rate_limited' && seconds) this.#options.wait.start(seconds);
    return problem;
  }

  #update(news: Partial<OperationDialog>): void {
    if (this.#dialog) this.#set({ ...this.#dialog, ...news });
  }

  #set(dialog: OperationDialog): void {
    this.#dialog = dialog;
    this.#host.requestUpdate();
  }
}

/** Whether the member's lockouts or authenticators say if an operation applies. */
function needsSecurity(operation: MemberOperation): boolean {
  const { appliesTo } = factsOf(operation);
  return appliesTo === 'locked-out' || appliesTo === 'with-authenticator';
}

/** The facts, and the person with what was not known of them. */
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
  return client.act(operation, attempt);
}

function isEmail(operation: DialogOperation): operation is keyof typeof emailPaths {
  return Object.hasOwn(emailPaths, operation);
}
