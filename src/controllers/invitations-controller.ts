import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createInvitationsClient, type InvitationsClient } from '../client/invitations.js';
import { ProxyProblem } from '../client/problem.js';
import type { Send } from '../client/send.js';
import type { InvitationOptions, InvitationResult, InvitationView } from '../contract/invitation.js';
import type { AssignableRole } from '../contract/member.js';
import { Countdown } from './countdown.js';
import * as drafts from './invite-draft.js';
import type { InviteDraft } from './invite-draft.js';
import type { InviteFile } from './invite-file.js';

export interface InvitationsControllerOptions {
  connect(): Promise<{ readonly send: Send }>;
  /** The roles the caller may see; which of them may be given, each says. */
  loadRoles(): Promise<readonly AssignableRole[]>;
  /** Whether the host agrees. */
  mayInvite(emails: readonly string[]): Promise<boolean>;
  onInvited(emails: readonly string[]): void;
  onRevoked(invitation: InvitationView): void;
}

export type InvitationList =
  | { readonly status: 'loading' | 'ready' }
  /** What was read before is still there. */
  | { readonly status: 'failed'; readonly problem: ProxyProblem };

/** What is being done about one invitation, or was. */
export type InvitationTask =
  | { readonly status: 'running' | 'done'; readonly verb: InvitationVerb }
  | { readonly status: 'failed'; readonly verb: InvitationVerb; readonly problem: ProxyProblem };
export type InvitationVerb = 'resend' | 'revoke' | 'copy';

/** The dialog in which people are invited. */
export type InviteDialog =
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
      /** The file that was read last: what of it could not be used. */
      readonly file: (Pick<InviteFile, 'skipped'> & { readonly unknownRoles: readonly string[] }) | null;
      /** A file in which nothing was found that could be invited. */
      readonly unreadable: boolean;
    };
type OpenDialog = Extract<InviteDialog, { draft: InviteDraft }>;

/** The invitations of an organization: the list, what is done about one, and the dialog for new ones. */
export class InvitationsController implements ReactiveController {
  /** After the proxy has said that it is too soon. */
  readonly wait: Countdown;
  readonly #host: ReactiveControllerHost;
  readonly #options: InvitationsControllerOptions;
  readonly #tasks = new Map<string, InvitationTask>();
  #list: InvitationList = { status: 'loading' };
  #invitations: readonly InvitationView[] = [];
  #next: string | null = null;
  #reading: AbortController | null = null;
  #dialog: InviteDialog | null = null;
  #revoking: InvitationView | null = null;
  /** Kept over a failure, so that the same attempt is not made twice. */
  #attempt: { readonly request: string; readonly key: string } | null = null;

  constructor(host: ReactiveControllerHost, options: InvitationsControllerOptions) {
    this.#host = host;
    this.#options = options;
    this.wait = new Countdown(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#reading?.abort();
  }

  dispose(): void {
    this.#reading?.abort();
    for (const part of [this, this.wait]) this.#host.removeController(part);
  }

  /** Something beside the state has changed that is shown. */
  requestUpdate(): void {
    this.#host.requestUpdate();
  }

  get list(): InvitationList {
    return this.#list;
  }

  get invitations(): readonly InvitationView[] {
    return this.#invitations;
  }

  get hasMore(): boolean {
    return this.#next !== null;
  }

  task({ id }: InvitationView): InvitationTask | undefined {
    return this.#tasks.get(id);
  }

  get dialog(): InviteDialog | null {
    return this.#dialog;
  }

  /** The one somebody was asked about whether to revoke it. */
  get revoking(): InvitationView | null {
    return this.#revoking;
  }

  /** From the first page on; what is shown stays until the answer is there. */
  async load(): Promise<void> {
    await this.#read(null);
  }

  async loadMore(): Promise<void> {
    if (this.#next !== null && this.#list.status !== 'loading') await this.#read(this.#next);
  }

  async #read(cursor: string | null): Promise<void> {
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    this.#become({ status: 'loading' });
    try {
      const page = await (await this.#client()).list(cursor, { signal });
      if (signal.aborted) return;
      const known = cursor === null ? [] : this.#invitations;
      const ids = new Set(known.map(({ id }) => id));
      this.#invitations = [...known, ...page.invitations.filter(({ id }) => !ids.has(id))];
      this.#next = page.next;
      this.#become({ status: 'ready' });
    } catch (reason) {
      if (!signal.aborted) this.#become({ status: 'failed', problem: this.#note(reason) });
    }
  }

  askToRevoke(invitation: InvitationView): void {
    this.#tasks.delete(invitation.id);
    this.#revoking = invitation;
    this.#host.requestUpdate();
  }

  dismissRevoking(): void {
    this.#revoking = null;
    this.#host.requestUpdate();
  }

  async revoke(): Promise<void> {
    const invitation = this.#revoking;
    if (!invitation) return;
    const done = await this.#perform(invitation, 'revoke', async (client) => {
      await client.revoke(invitation.id).catch((reason: unknown) => {
        // It has gone already: its link works no more, which is what was asked for.
        if (ProxyProblem.from(reason).code !== 'invitation_not_found') throw reason;
      });
      return true;
    });
    if (!done) return;
    this.#revoking = null;
    this.#replace(invitation.id, { ...invitation, state: 'revoked', expiresAt: null });
    this.#options.onRevoked(invitation);
  }

  async resend(invitation: InvitationView): Promise<void> {
    const key = crypto.randomUUID();
    const renewed = await this.#perform(invitation, 'resend', (client) => client.resend(invitation.id, key));
    if (!renewed) return;
    this.#tasks.set(renewed.id, { status: 'done', verb: 'resend' });
    this.#replace(invitation.id, renewed);
  }

  /** The link itself, for the clipboard; it is kept nowhere. */
  async link(invitation: InvitationView): Promise<string | undefined> {
    const key = crypto.randomUUID();
    const link = await this.#perform(invitation, 'copy', (client) => client.link(invitation.id, key));
    return link?.url;
  }

  async openDialog(): Promise<void> {
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
        file: null,
        unreadable: false,
      });
    } catch (reason) {
      this.#setDialog({ phase: 'unavailable', problem: this.#note(reason) });
    }
  }

  closeDialog(): void {
    const invited = this.#dialog && 'invited' in this.#dialog ? this.#dialog.invited : 0;
    this.#setDialog(null);
    this.#attempt = null;
    if (invited > 0) void this.load();
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

  mend(email: string): void {
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
    const dialog = this.#open();
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
    const dialog = this.#open();
    if (!dialog || this.wait.left > 0) return;
    const draft = drafts.committed(dialog.draft);
    const emails = drafts.sendable(draft).map(({ email }) => email);
    this.#edit(() => draft);
    if (emails.length === 0 || !(await this.#options.mayInvite(emails))) return;
    await this.#send('sending');
  }

  /** As many requests as the proxy takes addresses in one; what is known after each is shown. */
  async #send(phase: 'checking' | 'sending'): Promise<void> {
    const start = this.#open();
    if (!start) return;
    const open = drafts.sendable(start.draft);
    if (open.length === 0) return;
    this.#setDialog({ ...start, phase, problem: null, progress: { done: 0, of: open.length } });
    const invited: string[] = [];
    try {
      const client = await this.#client();
      for (let done = 0; done < open.length; done += start.options.most) {
        const chips = open.slice(done, done + start.options.most);
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
    client: InvitationsClient,
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

  async #perform<T>(
    { id }: InvitationView,
    verb: InvitationVerb,
    task: (client: InvitationsClient) => Promise<T>,
  ): Promise<T | undefined> {
    if (this.#tasks.get(id)?.status === 'running') return undefined;
    const tell = (told: InvitationTask) => {
      this.#tasks.set(id, told);
      this.#host.requestUpdate();
    };
    tell({ status: 'running', verb });
    try {
      const result = await task(await this.#client());
      tell({ status: 'done', verb });
      return result;
    } catch (reason) {
      tell({ status: 'failed', verb, problem: this.#note(reason) });
      return undefined;
    }
  }

  async #client(): Promise<InvitationsClient> {
    return createInvitationsClient((await this.#options.connect()).send);
  }

  /** The dialog, where it waits for the person and not for an answer. */
  #open(): OpenDialog | null {
    return this.#dialog?.phase === 'editing' ? this.#dialog : null;
  }

  #edit(next: (draft: InviteDraft) => InviteDraft): void {
    const dialog = this.#open();
    if (dialog) this.#setDialog({ ...dialog, draft: next(dialog.draft) });
  }

  #update(next: (dialog: OpenDialog) => OpenDialog): void {
    if (this.#dialog && 'draft' in this.#dialog) this.#setDialog(next(this.#dialog));
  }

  #replace(id: string, invitation: InvitationView): void {
    this.#invitations = this.#invitations.map((each) => (each.id === id ? invitation : each));
    this.#host.requestUpdate();
  }

  #note(reason: unknown): ProxyProblem {
    const problem = ProxyProblem.from(reason);
    if (problem.code === 'rate_limited' && problem.problem?.retryAfter) {
      this.wait.start(problem.problem.retryAfter);
    }
    return problem;
  }

  #setDialog(dialog: InviteDialog | null): void {
    this.#dialog = dialog;
    this.#host.requestUpdate();
  }

  #become(list: InvitationList): void {
    this.#list = list;
    this.#host.requestUpdate();
  }
}
