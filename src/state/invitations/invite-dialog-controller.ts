import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createInvitingClient, type InviteClient } from '../../client/inviting.js';
import { ProxyProblem } from '../../client/problem.js';
import type { Send } from '../../client/send.js';
import type { InvitationOptions, InvitationResult } from '../../contract/invitation.js';
import type { AssignableRole } from '../../contract/member.js';
import { Countdown } from '../countdown.js';
import * as drafts from './invite-draft.js';
import type { InviteDraft } from './invite-draft.js';
import type { InviteFile } from './invite-file.js';

export interface InviteDialogOptions {
  connect(): Promise<{ readonly send: Send }>;
  /** The roles the caller may see; which of them may be given, each says. */
  loadRoles(): Promise<readonly AssignableRole[]>;
  /** Whether the host agrees. */
  confirmWithHost(emails: readonly string[]): Promise<boolean>;
  onInvited(emails: readonly string[]): void;
}

/** The dialog in which people are invited. */
export type InviteDialogState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'unavailable'; readonly problem: ProxyProblem }
  | {
      readonly phase: 'editing' | 'checking' | 'sending';
      readonly draft: InviteDraft;
      readonly options: InvitationOptions;
      readonly roles: readonly AssignableRole[];
      /** How many have been invited since the dialog was opened. */
      readonly invited: number;
      /** How far the request under way is. */
      readonly progress: { readonly done: number; readonly of: number } | null;
      readonly problem: ProxyProblem | null;
      /** Whether it was to be sent without anybody in it. */
      readonly isEmpty: boolean;
      /** The file that was read last: what of it could not be used. */
      readonly file: (Pick<InviteFile, 'skipped'> & { readonly unknownRoles: readonly string[] }) | null;
      /** A file in which nothing was found that could be invited. */
      readonly unreadable: boolean;
    };
/** Once there is something to choose from. */
export type InviteFormState = Extract<InviteDialogState, { draft: InviteDraft }>;

/** Invites people, in a dialog. */
export class InviteDialogController implements ReactiveController {
  /** After the proxy has said that it is too soon. */
  readonly wait: Countdown;
  readonly #host: ReactiveControllerHost;
  readonly #options: InviteDialogOptions;
  #dialog: InviteDialogState | null = null;
  /** Kept over a failure, so that the same attempt is not made twice. */
  #attempt: { readonly request: string; readonly key: string } | null = null;

  constructor(host: ReactiveControllerHost, options: InviteDialogOptions) {
    this.#host = host;
    this.#options = options;
    this.wait = new Countdown(host);
    host.addController(this);
  }

  hostConnected(): void {
    // Nothing is asked for before somebody opens the dialog.
  }

  dispose(): void {
    for (const part of [this, this.wait]) this.#host.removeController(part);
  }

  get dialog(): InviteDialogState | null {
    return this.#dialog;
  }

  async open(): Promise<void> {
    this.#setDialog({ phase: 'loading' });
    try {
      const client = await this.#client();
      const [options, roles] = await Promise.all([client.options(), this.#options.loadRoles()]);
      if (this.#dialog?.phase !== 'loading') return;
      const invitable = options.connections.filter((connection) => connection.invitable);
      const only = invitable.length === 1 ? invitable[0] : undefined;
      const draft = drafts.emptyDraft({
        connectionId: only?.id ?? null,
        expiresInSeconds: options.expiry.default,
        roles: [],
      });
      this.#setDialog({
        phase: 'editing',
        draft,
        options,
        roles,
        invited: 0,
        progress: null,
        problem: null,
        isEmpty: false,
        file: null,
        unreadable: false,
      });
    } catch (reason) {
      this.#setDialog({ phase: 'unavailable', problem: this.#note(reason) });
    }
  }

  close(): void {
    this.#setDialog(null);
    this.#attempt = null;
  }

  /** What a role is called; its id where nobody knows. */
  roleName(id: string): string {
    const roles = this.#dialog && 'roles' in this.#dialog ? this.#dialog.roles : [];
    return roles.find((role) => role.id === id)?.name ?? id;
  }

  get isSending(): boolean {
    return this.#dialog?.phase === 'sending' || this.#dialog?.phase === 'checking';
  }

  type(text: string): void {
    this.#edit((draft) => drafts.typeText(draft, text));
  }

  /** Pasted, or the input was left. */
  add(text: string): void {
    this.#edit((draft) => drafts.addText(draft, text));
  }

  remove(email: string): void {
    this.#edit((draft) => drafts.removeChip(draft, email));
  }

  edit(email: string): void {
    this.#edit((draft) => drafts.editChip(draft, email));
  }

  choose(choice: Parameters<typeof drafts.choose>[1]): void {
    this.#edit((draft) => drafts.choose(draft, choice));
  }

  /** Adds the people of a file, and checks them without inviting anybody. */
  async readFile(file: Blob): Promise<void> {
    const [text, reader] = await Promise.all([
      file.text(),
      import('./invite-file.js').catch((reason: unknown) => this.#note(reason)),
    ]);
    const dialog = this.#waiting();
    if (!dialog) return;
    if (reader instanceof ProxyProblem) return this.#setDialog({ ...dialog, problem: reader });
    const found = reader.readInviteFile(text, dialog.roles);
    if (!found || found.lines.length === 0) {
      this.#setDialog({ ...dialog, file: null, unreadable: true });
      return;
    }
    const unknownRoles = [...new Set(found.lines.flatMap((line) => line.unknownRoles))];
    this.#setDialog({
      ...dialog,
      draft: drafts.addEntries(dialog.draft, found.lines),
      file: { skipped: found.skipped, unknownRoles },
      unreadable: false,
    });
    await this.check();
  }

  /** Finds out what would be refused, and sends nothing. */
  async check(): Promise<void> {
    await this.#send('checking');
  }

  async invite(): Promise<void> {
    const dialog = this.#waiting();
    if (!dialog || this.wait.left > 0) return;
    const draft = drafts.committed(dialog.draft);
    const emails = drafts.sendable(draft).map(({ email }) => email);
    const isEmpty = emails.length === 0;
    this.#setDialog({ ...dialog, draft, isEmpty });
    if (isEmpty || !(await this.#options.confirmWithHost(emails))) return;
    await this.#send('sending');
  }

  /** As many requests as the proxy takes addresses in one; what is known after each is shown. */
  async #send(phase: 'checking' | 'sending'): Promise<void> {
    const start = this.#waiting();
    if (!start) return;
    const open = drafts.sendable(start.draft);
    if (open.length === 0) return;
    this.#setDialog({ ...start, phase, problem: null, progress: { done: 0, of: open.length } });
    const invited: string[] = [];
    try {
      const client = await this.#client();
      for (let done = 0; done < open.length; done += start.options.maxPerRequest) {
        const chips = open.slice(done, done + start.options.maxPerRequest);
        const results = await this.#sendSome(client, start.draft, chips, phase === 'checking');
        invited.push(...results.filter(({ outcome }) => outcome === 'invited').map(({ email }) => email));
        this.#update((dialog) => ({
          ...dialog,
          draft: drafts.absorbResults(dialog.draft, { results }),
          progress: { done: done + chips.length, of: open.length },
        }));
        const tooSoon = results.find(({ code }) => code === 'rate-limited')?.retryAfter;
        if (tooSoon) this.wait.start(tooSoon);
      }
      this.#update((dialog) => ({ ...dialog, phase: 'editing', progress: null }));
    } catch (reason) {
      const problem = this.#note(reason);
      this.#update((dialog) => ({ ...dialog, phase: 'editing', progress: null, problem }));
    }
    if (invited.length === 0) return;
    this.#update((dialog) => ({ ...dialog, invited: dialog.invited + invited.length }));
    this.#options.onInvited(invited);
  }

  async #sendSome(
    client: InviteClient,
    draft: InviteDraft,
    chips: readonly drafts.Chip[],
    dryRun: boolean,
  ): Promise<readonly InvitationResult[]> {
    const request = drafts.requestOf(draft, chips, dryRun);
    const text = JSON.stringify(request);
    // The same request again, after an answer that never came: whoever was invited then is not invited twice.
    if (this.#attempt?.request !== text) this.#attempt = { request: text, key: crypto.randomUUID() };
    const { results } = await client.invite(request, this.#attempt.key);
    this.#attempt = null;
    return results;
  }

  async #client(): Promise<InviteClient> {
    return createInvitingClient((await this.#options.connect()).send);
  }

  /** The dialog, where it waits for the person and not for an answer. */
  #waiting(): InviteFormState | null {
    return this.#dialog?.phase === 'editing' ? this.#dialog : null;
  }

  #edit(next: (draft: InviteDraft) => InviteDraft): void {
    const dialog = this.#waiting();
    if (dialog) this.#setDialog({ ...dialog, draft: next(dialog.draft), isEmpty: false });
  }

  #update(next: (dialog: InviteFormState) => InviteFormState): void {
    if (this.#dialog && 'draft' in this.#dialog) this.#setDialog(next(this.#dialog));
  }

  #note(reason: unknown): ProxyProblem {
    const problem = ProxyProblem.from(reason);
    if (problem.code === 'rate_limited' && problem.problem?.retryAfter) {
      this.wait.start(problem.problem.retryAfter);
    }
    return problem;
  }

  #setDialog(dialog: InviteDialogState | null): void {
    this.#dialog = dialog;
    this.#host.requestUpdate();
  }
}
