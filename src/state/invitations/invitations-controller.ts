import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createInvitationsClient, type InvitationsClient } from '../../client/invitations.js';
import { ProxyProblem } from '../../client/problem.js';
import type { Send } from '../../client/send.js';
import type { InvitationView } from '../../contract/invitation.js';
import { Countdown } from '../countdown.js';

export interface InvitationsControllerOptions {
  connect(): Promise<{ readonly send: Send }>;
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

/** The invitations of an organization, and what is done about one of them. */
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
  #revoking: InvitationView | null = null;

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

  #become(list: InvitationList): void {
    this.#list = list;
    this.#host.requestUpdate();
  }
}
