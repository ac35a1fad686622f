import type { ReactiveControllerHost } from 'lit';
import { createInvitationsClient, type InvitationsClient } from '../../client/invitations.js';
import { ProxyProblem } from '../../client/problem.js';
import type { Send } from '../../client/send.js';
import type { InvitationOptions, InvitationResult } from '../../contract/invitation.js';
import type { AssignableRole } from '../../contract/member.js';
import { Countdown } from '../countdown.js';
import { DialogController } from '../dialog-controller.js';
import { LazyModule } from '../lazy-module.js';
import * as drafts from './invite-draft.js';
import type { InviteDraft } from './invite-draft.js';
import type * as inviteFile from './invite-file.js';

export interface InviteDialogOptions {
  connect(): Promise<{ readonly send: Send }>;
  /** Loads the roles the caller can see; each says whether the caller can assign it. */
  loadRoles(): Promise<readonly AssignableRole[]>;
  /** Asks the host whether these people may be invited. */
  confirmWithHost(emails: readonly string[]): Promise<boolean>;
  onInvited(emails: readonly string[]): void;
}

export type InviteDialogState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'unavailable'; readonly problem: ProxyProblem }
  | InviteFormState;

/** The dialog once its options are loaded. */
export interface InviteFormState {
  readonly phase: 'editing' | 'checking' | 'sending';
  readonly draft: InviteDraft;
  readonly options: InvitationOptions;
  readonly roles: readonly AssignableRole[];
  /** How many people were invited since the dialog opened. */
  readonly invited: number;
  /** How many addresses of the current request are done. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  readonly problem: ProxyProblem | null;
  /** Whether the form was submitted without an address. */
  readonly isEmpty: boolean;
  /** How the last file was understood. */
  readonly file: inviteFile.InviteFile | null;
  /** What is wrong with the file that was chosen last. */
  readonly fileProblem: inviteFile.InviteFileProblem['state'] | 'unreadable' | null;
}

/** Drives the dialog in which people are invited. */
export class InviteDialogController extends DialogController<InviteDialogState> {
  readonly #options: InviteDialogOptions;
  readonly #fileReader: LazyModule<typeof inviteFile>;
  /** A request without an answer, and its idempotency key: people may have been invited by it. */
  #attempt: { readonly request: string; readonly key: string } | null = null;

  constructor(host: ReactiveControllerHost, options: InviteDialogOptions) {
    super(host, new Countdown(host));
    this.#options = options;
    this.#fileReader = new LazyModule(host, () => import('./invite-file.js'));
  }

  override dispose(): void {
    super.dispose();
    this.wait.dispose();
  }

  async open(): Promise<void> {
    const signal = this.beginTask();
    this.show({ phase: 'loading' });
    try {
      const client = await this.#client();
      const [options, roles] = await Promise.all([client.options({ signal }), this.#options.loadRoles()]);
      if (!signal.aborted) this.show(emptyForm(options, roles));
    } catch (reason) {
      if (!signal.aborted) this.show({ phase: 'unavailable', problem: this.wait.noteFailure(reason) });
    }
  }

  override close(): void {
    this.#attempt = null;
    super.close();
  }

  /** Returns the name of a role, or its ID if the name isn't known. */
  roleName(id: string): string {
    return this.#form?.roles.find((role) => role.id === id)?.name ?? id;
  }

  get isSending(): boolean {
    return this.dialog?.phase === 'sending' || this.dialog?.phase === 'checking';
  }

  type(text: string, options?: { readonly isComposing: boolean }): void {
    this.#changeDraft((draft) =>
      options?.isComposing ? { ...draft, typed: text } : drafts.typeText(draft, text),
    );
  }

  /** Adds addresses that were pasted, or left in the input. */
  add(text: string): void {
    this.#changeDraft((draft) => drafts.addText(draft, text));
  }

  remove(email: string): void {
    this.#changeDraft((draft) => drafts.removeChip(draft, email));
  }

  /** Puts an address back into the input. */
  edit(email: string): void {
    this.#changeDraft((draft) => drafts.editChip(draft, email));
  }

  choose(choice: Parameters<typeof drafts.choose>[1]): void {
    this.#changeDraft((draft) => drafts.choose(draft, choice));
  }

  /** Adds the addresses in a file, and checks them. Invites no one. */
  async readFile(file: Blob): Promise<void> {
    const { signal } = this;
    const [content, reader] = await Promise.all([
      // A file can be gone, or locked, by the time it is read.
      file.arrayBuffer().catch(() => null),
      this.#fileReader.load(),
    ]);
    const form = this.#editableForm;
    if (!form || signal.aborted) return;
    if (!reader) return this.show({ ...form, problem: new ProxyProblem('proxy_unreachable') });
    if (content === null) return this.show({ ...form, file: null, fileProblem: 'unreadable' });
    const read = reader.readInviteFile(content, form.roles);
    if (read.state !== 'read') return this.show({ ...form, file: null, fileProblem: read.state });
    this.show({
      ...form,
      draft: drafts.addEntries(form.draft, read.lines),
      file: read,
      fileProblem: null,
    });
    await this.check();
  }

  /** Finds out which addresses would be refused. Sends nothing. */
  async check(): Promise<void> {
    await this.#send('checking');
  }

  async invite(): Promise<void> {
    const form = this.#editableForm;
    if (!form || this.wait.left > 0) return;
    const signal = this.beginTask();
    const draft = drafts.committed(form.draft);
    const emails = drafts.sendable(draft).map(({ email }) => email);
    const isEmpty = emails.length === 0;
    this.show({ ...form, draft, isEmpty });
    if (isEmpty || !(await this.#options.confirmWithHost(emails)) || signal.aborted) return;
    await this.#send('sending');
  }

  /** Sends as many addresses at a time as the proxy takes, and shows the results after each request. */
  async #send(phase: 'checking' | 'sending'): Promise<void> {
    const form = this.#editableForm;
    if (!form) return;
    const open = drafts.sendable(form.draft);
    if (open.length === 0) return;
    const signal = this.beginTask();
    this.show({ ...form, phase, problem: null, progress: { done: 0, of: open.length } });
    const invited: string[] = [];
    let problem: ProxyProblem | null = null;
    try {
      const client = await this.#client();
      for (let done = 0; done < open.length && !signal.aborted; done += form.options.maxPerRequest) {
        const chips = open.slice(done, done + form.options.maxPerRequest);
        const results = await this.#sendChips(client, form.draft, chips, phase === 'checking');
        invited.push(...results.filter(({ outcome }) => outcome === 'invited').map(({ email }) => email));
        this.#updateForm(
          ({ draft }) => ({
            draft: drafts.absorbResults(draft, { results }),
            progress: { done: done + chips.length, of: open.length },
          }),
          signal,
        );
        const retryAfter = Math.max(0, ...results.map((result) => result.retryAfter ?? 0));
        if (retryAfter) this.wait.start(retryAfter);
      }
    } catch (reason) {
      problem = this.wait.noteFailure(reason);
    }
    if (this.isDisposed) return;
    this.#updateForm(
      (now) => ({
        phase: 'editing',
        progress: null,
        invited: now.invited + invited.length,
        ...(problem && { problem }),
      }),
      signal,
    );
    if (invited.length > 0) this.#options.onInvited(invited);
  }

  async #sendChips(
    client: InvitationsClient,
    draft: InviteDraft,
    chips: readonly drafts.Chip[],
    dryRun: boolean,
  ): Promise<readonly InvitationResult[]> {
    const request = drafts.requestOf(draft, chips, dryRun);
    const text = JSON.stringify(request);
    // The same request after an answer that never came: people it invited are not invited twice.
    if (this.#attempt?.request !== text) this.#attempt = { request: text, key: crypto.randomUUID() };
    const { results } = await client.create(request, this.#attempt.key);
    this.#attempt = null;
    return results;
  }

  async #client(): Promise<InvitationsClient> {
    return createInvitationsClient((await this.#options.connect()).send);
  }

  get #form(): InviteFormState | null {
    return this.dialog && 'draft' in this.dialog ? this.dialog : null;
  }

  /** The form while it waits for the person, and not for an answer. */
  get #editableForm(): InviteFormState | null {
    return this.#form?.phase === 'editing' ? this.#form : null;
  }

  #changeDraft(next: (draft: InviteDraft) => InviteDraft): void {
    const form = this.#editableForm;
    if (form) this.show({ ...form, draft: next(form.draft), isEmpty: false });
  }

  #updateForm(next: (form: InviteFormState) => Partial<InviteFormState>, signal: AbortSignal): void {
    const form = this.#form;
    if (form && !signal.aborted) this.show({ ...form, ...next(form) });
  }
}

function emptyForm(options: InvitationOptions, roles: readonly AssignableRole[]): InviteFormState {
  const invitable = options.connections.filter((connection) => connection.invitable);
  const only = invitable.length === 1 ? invitable[0] : undefined;
  return {
    phase: 'editing',
    draft: drafts.emptyDraft({
      connectionId: only?.id ?? null,
      expiresInSeconds: options.expiry.default,
      roles: roles.filter(({ preselected }) => preselected).map(({ id }) => id),
    }),
    options,
    roles,
    invited: 0,
    progress: null,
    problem: null,
    isEmpty: false,
    file: null,
    fileProblem: null,
  };
}
