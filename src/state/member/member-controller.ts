import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Send } from '../../client/send.js';
import type { AssignableRole, MemberReceipt } from '../../contract/member.js';
import type { ProfileView } from '../../contract/profile.js';
import type { Operation } from '../../policy/vocabulary.js';
import { Countdown } from '../countdown.js';
import { memberIntentKey, parseMemberIntent, type DialogIntent, type MemberIntent } from './member-intent.js';
import { MemberOperationController } from './member-operation-controller.js';
import type { MemberChange, MemberOperation, MemberPerson } from './member-operations.js';
import { MemberPage } from './member-page.js';
import { MemberRolesController } from './member-roles-controller.js';
import { consumeIntent, discardIntent, saveIntent } from '../pending-intent.js';

export interface MemberOptions {
  connect(): Promise<{ readonly send: Send }>;
  /** Names the panel and who uses it, for what has to be remembered over a sign-in. */
  key(): string;
  /** Leaves the page for it, or does it in place: resolves only then. `maxAge`: how old, in seconds, it may be. */
  signIn(maxAge?: number): Promise<void>;
  /** Whether the caller may do this about the organization. */
  may(operation: Operation): boolean;
  /** Whether the host agrees. */
  confirmWithHost(operation: MemberOperation, person: MemberPerson): Promise<boolean>;
  /** The roles the caller may see; which of them may be given, each says. */
  loadRoles(): Promise<readonly AssignableRole[]>;
  /** Something about this person is not any more what a list has shown. */
  onChanged(userId: string, change: MemberChange): void;
  /** The page is closed: the focus belongs to this person's row again, or to the list where they have left it. */
  onClosed(userId: string): void;
}

/** The editor in the page, as far as the page needs it. */
export interface EditorHandle {
  readonly hasChanges: boolean;
  reload(): Promise<void>;
}

export interface MemberControllerOptions extends MemberOptions {
  /** A page is about to be shown, or something to be asked: what that needs may be loaded now. */
  prepare(what: 'page' | 'question'): void;
  /** `null` while there is none. */
  editor(): EditorHandle | null;
}

/** What leaves no member behind whose page could be shown. */
const isFarewell = ({ done, already = [] }: MemberReceipt) =>
  [...done, ...already].some((step) => step === 'remove-membership' || step === 'delete-account');

/** One member: the page about them, and what is done to them from there or from a row's menu. */
export class MemberController implements ReactiveController {
  /** After the proxy has said that it is too soon. */
  readonly wait: Countdown;
  readonly operation: MemberOperationController;
  readonly roles: MemberRolesController;
  readonly #host: ReactiveControllerHost;
  readonly #options: MemberControllerOptions;
  #page: MemberPage | null = null;
  /** Where somebody wants to go from an editor with changes: another person's page, or `null` for none. */
  #leaving: { readonly to: string | null } | null = null;
  /** Whoever is no member any more: their page closes with the receipt. */
  #gone: string | null = null;

  constructor(host: ReactiveControllerHost, options: MemberControllerOptions) {
    this.#host = host;
    this.#options = options;
    this.wait = new Countdown(host);
    const shared = {
      connect: () => options.connect(),
      wait: this.wait,
      confirmWithHost: (operation: MemberOperation, person: MemberPerson) =>
        options.confirmWithHost(operation, person),
      signIn: (dialog: DialogIntent, maxAge?: number) => this.#signIn(dialog, maxAge),
    };
    this.operation = new MemberOperationController(host, {
      ...shared,
      onDone: ({ userId }, operation, receipt) => {
        if (receipt && isFarewell(receipt)) this.#gone = userId;
        this.#changed(userId, { kind: 'operation', operation, receipt });
      },
    });
    this.roles = new MemberRolesController(host, {
      ...shared,
      loadRoles: () => options.loadRoles(),
      onChanged: ({ userId }, roles) => this.#changed(userId, { kind: 'roles', roles }),
    });
    host.addController(this);
  }

  hostConnected(): void {
    // Nothing is read before somebody looks at it.
  }

  hostDisconnected(): void {
    this.#page?.stop();
  }

  dispose(): void {
    this.#page?.stop();
    for (const part of [this, this.wait]) this.#host.removeController(part);
  }

  /** The page that is open. */
  get page(): MemberPage | null {
    return this.#page;
  }

  /** Whether somebody was asked if what they typed may be lost. */
  get isLeaving(): boolean {
    return this.#leaving !== null;
  }

  /** Opens the page about somebody, once nothing typed into the one before would be lost. */
  open(userId: string): void {
    if (userId !== this.#page?.userId) this.#leaveTo(userId);
  }

  close(): void {
    if (this.#page) this.#leaveTo(null);
  }

  /** Goes on editing. */
  stay(): void {
    this.#leaving = null;
    this.#host.requestUpdate();
  }

  /** Goes, and what was typed is lost. */
  leave(): void {
    if (this.#leaving) this.#show(this.#leaving.to);
  }

  /** What is to be done about somebody, also without their page: from a row's menu. */
  ask(operation: MemberOperation, person: MemberPerson): void {
    void this.#openDialog({ operation, person, reason: '', chosen: null });
  }

  /** Closes the dialog of an operation; with it the page of whoever is no member any more. */
  closeOperation(): void {
    this.operation.close();
    const gone = this.#gone;
    this.#gone = null;
    if (gone === null) return;
    if (gone === this.#page?.userId) this.#show(null);
    // What the dialog was opened from is gone with them.
    else this.#options.onClosed(gone);
  }

  /** What somebody was about to do when they left to sign in again. */
  resume(): void {
    const intent = consumeIntent(memberIntentKey(this.#options.key()), parseMemberIntent);
    if (intent?.page) this.open(intent.page);
    if (intent?.dialog) void this.#openDialog(intent.dialog);
  }

  /** For the editor in the page: what was typed it keeps by itself. */
  signInToSave(maxAge?: number): Promise<void> {
    return this.#signIn(null, maxAge);
  }

  /** After the editor has stored something. */
  saved(profile: ProfileView): void {
    const { userId } = profile.person;
    if (this.#page?.userId === userId) this.#page.profile.take(profile);
    this.#options.onChanged(userId, { kind: 'profile', profile });
    if (this.#page?.readsActivity) void this.#page.activity.load();
  }

  #openDialog({ operation, person, reason, chosen }: DialogIntent): Promise<void> {
    this.#options.prepare('question');
    if (operation !== 'roles.assign') return this.operation.open(operation, person, reason);
    return this.roles.open(person, { reason, chosen });
  }

  #leaveTo(to: string | null): void {
    if (this.#page && this.#options.editor()?.hasChanges) {
      this.#leaving = { to };
      this.#host.requestUpdate();
    } else this.#show(to);
  }

  #show(userId: string | null): void {
    const before = this.#page?.userId;
    this.#page?.stop();
    this.#leaving = null;
    this.#page = userId === null ? null : new MemberPage(this.#host, userId, this.#options);
    if (this.#page) {
      this.#options.prepare('page');
      void this.#page.load();
    }
    this.#host.requestUpdate();
    if (userId === null && before !== undefined) this.#options.onClosed(before);
  }

  #changed(userId: string, change: MemberChange): void {
    this.#options.onChanged(userId, change);
    const page = this.#page;
    if (page?.userId !== userId || this.#gone === userId) return;
    if (page.readsActivity) void page.activity.load();
    page.loadMore();
    // Through the editor, where there is one: both have to know the version that is stored now.
    void (this.#options.editor()?.reload() ?? page.profile.load());
  }

  async #signIn(dialog: DialogIntent | null, maxAge?: number): Promise<void> {
    const key = memberIntentKey(this.#options.key());
    saveIntent(key, { page: this.#page?.userId ?? null, dialog } satisfies MemberIntent);
    await this.#options.signIn(maxAge);
    // Done in place: there is nothing to come back to.
    discardIntent(key);
  }
}
