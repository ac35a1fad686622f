import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ProxyProblem } from '../../client/problem.js';
import type { Send } from '../../client/send.js';
import type { AssignableRole, MemberReceipt } from '../../contract/member.js';
import type { ProfileView } from '../../contract/profile.js';
import type { Operation } from '../../policy/vocabulary.js';
import { Countdown } from '../countdown.js';
import { ResumeAfterSignIn } from '../resume-after-sign-in.js';
import { memberIntentKey, parseMemberIntent, type DialogIntent, type MemberIntent } from './member-intent.js';
import { MemberOperationController, type DialogOperation } from './member-operation-controller.js';
import {
  asksNothing,
  inverseOf,
  type MemberChange,
  type MemberOperation,
  type MemberPerson,
} from './member-operations.js';
import { MemberPage } from './member-page.js';
import { MemberRolesController } from './member-roles-controller.js';

export interface MemberOptions {
  connect(): Promise<{ readonly send: Send }>;
  /** Names the panel and its user, for what is remembered while they sign in again. */
  key(): string;
  /** Has the person sign in. Leaves the page, or resolves when that was done in place. `maxAge` is in seconds. */
  signIn(maxAge?: number): Promise<void>;
  /** Whether the caller may do this in the organization. */
  may(operation: Operation): boolean;
  /** Whether the caller may do this to some of the members. */
  isOffered(operation: MemberOperation): boolean;
  /** Whether the policy requires a reason, which only a dialog asks for. */
  requiresReason(): boolean;
  /** Asks the host whether the operation may run. */
  confirmWithHost(operation: MemberOperation, person: MemberPerson): Promise<boolean>;
  /** Loads the roles the caller can see; each says whether the caller can assign it. */
  loadRoles(): Promise<readonly AssignableRole[]>;
  /** Called when it is known whether the member is locked out, which no list says. */
  onLockoutKnown(userId: string, isLockedOut: boolean): void;
  /** Called when a list no longer shows this member as they are. */
  onChanged(userId: string, change: MemberChange): void;
  /** Called when the page is closed, so that the focus can return to the member's row. */
  onClosed(userId: string): void;
}

/** The editor in the page, as far as the controller needs it. */
export interface EditorHandle {
  readonly hasChanges: boolean;
  reload(): Promise<void>;
}

export interface MemberControllerOptions extends MemberOptions {
  /** Called before a page or a dialog is shown, so that its code can be loaded. */
  prepare(what: 'page' | 'dialog'): void;
  /** Called when an operation begins without a question. Returns what to call when it has ended. */
  onBegun(): () => void;
  /** Called when nothing of an operation is left to do, or to say: its dialog can close. */
  onCompleted(person: MemberPerson, operation: DialogOperation, receipt: MemberReceipt | null): void;
  /** `null` while there is none. */
  editor(): EditorHandle | null;
}

/** Whether the operation ended the membership: there is no page of the member any longer. */
const endsMembership = ({ done, already = [] }: MemberReceipt) =>
  [...done, ...already].some((step) => step === 'remove-membership' || step === 'delete-account');

/** Drives the page of one member, and the dialogs that are opened from it or from a row's menu. */
export class MemberController implements ReactiveController {
  /** Counts down after a 429. Until it is over, nothing is sent. */
  readonly wait: Countdown;
  readonly operation: MemberOperationController;
  readonly roles: MemberRolesController;
  readonly #host: ReactiveControllerHost;
  readonly #options: MemberControllerOptions;
  readonly #resume: ResumeAfterSignIn<MemberIntent>;
  #page: MemberPage | null = null;
  /** What to do once unsaved changes are discarded. */
  #leaving: (() => void) | null = null;
  /** The user ID of someone who is no longer a member. Their page closes with the receipt. */
  #removed: string | null = null;

  constructor(host: ReactiveControllerHost, options: MemberControllerOptions) {
    this.#host = host;
    this.#options = options;
    this.wait = new Countdown(host);
    this.#resume = new ResumeAfterSignIn({
      key: () => memberIntentKey(options.key()),
      parse: parseMemberIntent,
      signIn: (maxAge) => options.signIn(maxAge),
    });
    const shared = {
      connect: () => options.connect(),
      wait: this.wait,
      confirmWithHost: (operation: MemberOperation, person: MemberPerson) =>
        options.confirmWithHost(operation, person),
      signIn: (dialog: DialogIntent, maxAge?: number) => this.#signIn(dialog, maxAge),
    };
    this.operation = new MemberOperationController(host, {
      ...shared,
      onDone: (person, operation, receipt) => {
        if (receipt && endsMembership(receipt)) this.#removed = person.userId;
        this.#notifyChanged(person.userId, { kind: 'operation', operation, receipt });
        if (!receipt || receipt.notDone.length === 0) options.onCompleted(person, operation, receipt);
      },
    });
    this.roles = new MemberRolesController(host, {
      ...shared,
      loadRoles: () => options.loadRoles(),
      onChanged: ({ userId }, roles) => this.#notifyChanged(userId, { kind: 'roles', roles }),
    });
    host.addController(this);
  }

  hostConnected(): void {
    // Moving the element aborted what was being read.
    if (this.#page && !this.#page.profile.value) void this.#page.load();
  }

  hostDisconnected(): void {
    this.#page?.stop();
  }

  dispose(): void {
    this.#page?.stop();
    for (const each of [this.operation, this.roles, this.wait]) each.dispose();
    this.#host.removeController(this);
  }

  /** The page that is open. */
  get page(): MemberPage | null {
    return this.#page;
  }

  /** Whether the "Discard changes?" dialog is open. */
  get isLeaving(): boolean {
    return this.#leaving !== null;
  }

  /** Opens a member's page, once unsaved changes in the one before are saved or discarded. */
  open(userId: string): void {
    if (userId !== this.#page?.userId) this.#onceDiscarded(() => this.#show(userId));
  }

  /** Opens the page of the member that `find` resolves to, in place of the one before. With `null`, that one stays. */
  move(find: () => Promise<string | null>): void {
    const from = this.#page;
    const show = (userId: string | null) => {
      if (userId !== null && this.#page === from) this.#show(userId);
    };
    this.#onceDiscarded(() => void find().then(show));
  }

  close(): void {
    if (this.#page) this.#onceDiscarded(() => this.#show(null));
  }

  /** Closes the "Discard changes?" dialog and stays. */
  stay(): void {
    this.#leaving = null;
    this.#host.requestUpdate();
  }

  /** Discards unsaved changes and leaves. */
  leave(): void {
    const leave = this.#leaving;
    this.stay();
    leave?.();
  }

  /** Opens the dialog of an operation, or performs one that asks nothing; with or without the member's page. */
  openDialog(operation: MemberOperation, person: MemberPerson): void {
    void this.#openDialog({ operation, person, reason: '', chosen: null });
  }

  /** Returns what takes back an operation that was just done; `null` if nothing does, or if the caller may not. */
  undoOf(
    person: MemberPerson,
    operation: MemberOperation,
    receipt: MemberReceipt | null,
  ): (() => void) | null {
    const { isOffered, requiresReason } = this.#options;
    const inverse = inverseOf(operation, receipt);
    if (inverse === null || !isOffered(inverse)) return null;
    return () =>
      requiresReason() ? this.openDialog(inverse, person) : void this.#performAtOnce(inverse, person);
  }

  /** Opens the dialog of a member's roles with a choice that was made elsewhere, and why that was refused. */
  openRoles(person: MemberPerson, chosen: readonly string[], problem: ProxyProblem | null): void {
    this.#options.prepare('dialog');
    void this.roles.open(person, { reason: '', chosen, problem });
  }

  /** Reads the page of a member again who was changed elsewhere. */
  reloadPage(userId: string): void {
    const page = this.#page;
    if (page?.userId !== userId || this.#removed === userId) return;
    if (page.readsActivity) void page.activity.load();
    page.loadDetails();
    // Reload through the editor if there is one: both need the version that is stored now.
    void (this.#options.editor()?.reload() ?? page.profile.load());
  }

  /** Closes the dialog of an operation, and the page of someone who is no longer a member. */
  closeOperation(): void {
    this.operation.close();
    const removed = this.#removed;
    this.#removed = null;
    if (removed === null) return;
    if (removed === this.#page?.userId) this.#show(null);
    // The row or page the dialog was opened from is gone.
    else this.#options.onClosed(removed);
  }

  /** Opens what was open before the person left to sign in again. */
  resume(): void {
    const intent = this.#resume.consume();
    if (intent?.page) this.open(intent.page);
    // Without a dialog, the sign-in was for the changes in the page, which are there again or about to be saved.
    if (intent && !intent.dialog) this.edit();
    if (intent?.dialog) void this.#openDialog(intent.dialog);
  }

  /** Has the person sign in again for the editor in the page, which keeps its own draft. */
  signInToSave(maxAge?: number): Promise<void> {
    return this.#signIn(null, maxAge);
  }

  /** Shows the profile with fields to edit. */
  edit(): void {
    if (this.#page) this.#page.isEditing = true;
    this.#host.requestUpdate();
  }

  /** Shows the profile to read, once unsaved changes are discarded. */
  stopEditing(): void {
    const page = this.#page;
    if (!page) return;
    if (this.#options.editor()?.hasChanges) this.#leaving = () => this.#show(page.userId);
    else page.isEditing = false;
    this.#host.requestUpdate();
  }

  /** Takes a profile that the editor has saved. */
  saved(profile: ProfileView): void {
    const { userId } = profile.person;
    const page = this.#page;
    if (page?.userId === userId) {
      page.profile.take(profile);
      page.isEditing = this.#options.editor()?.hasChanges ?? false;
    }
    this.#options.onChanged(userId, { kind: 'profile', profile });
    if (this.#page?.readsActivity) void this.#page.activity.load();
  }

  #openDialog({ operation, person, reason, chosen }: DialogIntent): Promise<void> {
    this.#options.prepare('dialog');
    if (asksNothing(operation, this.#options.requiresReason()) && reason === '')
      return this.#performAtOnce(operation, person);
    if (operation !== 'roles.assign') return this.operation.open(operation, person, reason);
    return this.roles.open(person, { reason, chosen, problem: null });
  }

  async #performAtOnce(operation: DialogOperation, person: MemberPerson): Promise<void> {
    const end = this.#options.onBegun();
    try {
      await this.operation.performAtOnce(operation, person);
    } finally {
      end();
    }
  }

  #onceDiscarded(leave: () => void): void {
    if (this.#page && this.#options.editor()?.hasChanges) {
      this.#leaving = leave;
      this.#host.requestUpdate();
    } else leave();
  }

  #show(userId: string | null): void {
    const before = this.#page?.userId;
    this.#page?.stop();
    this.#leaving = null;
    this.#page =
      userId === null
        ? null
        : new MemberPage(this.#host, userId, {
            connect: () => this.#options.connect(),
            may: (operation) => this.#options.may(operation),
            wait: this.wait,
            onLockoutKnown: (isLockedOut) => this.#options.onLockoutKnown(userId, isLockedOut),
          });
    if (this.#page) {
      this.#options.prepare('page');
      void this.#page.load();
    }
    this.#host.requestUpdate();
    if (userId === null && before !== undefined) this.#options.onClosed(before);
  }

  #notifyChanged(userId: string, change: MemberChange): void {
    this.#options.onChanged(userId, change);
    this.reloadPage(userId);
  }

  #signIn(dialog: DialogIntent | null, maxAge?: number): Promise<void> {
    return this.#resume.signIn({ page: this.#page?.userId ?? null, dialog }, maxAge);
  }
}
