import type { ReactiveControllerHost } from 'lit';
import { createInvitationsClient, type InvitationsClient } from '../../client/invitations.js';
import { isWithoutAnswer, ProxyProblem } from '../../client/problem.js';
import type { Send } from '../../client/send.js';
import type { InvitationView } from '../../contract/invitation.js';
import { Countdown } from '../countdown.js';
import { LoadMoreList } from '../pagination.js';

export interface InvitationsControllerOptions {
  connect(): Promise<{ readonly send: Send }>;
  onRevoked(invitation: InvitationView): void;
}

export type InvitationAction = 'resend' | 'revoke' | 'copy';

/** The last action on one invitation. */
export type InvitationTask =
  /** `replaced` is `false` if an invitation was resent, but the link of the old one still works. */
  | { readonly status: 'running' | 'done'; readonly action: InvitationAction; readonly replaced?: boolean }
  | { readonly status: 'failed'; readonly action: InvitationAction; readonly problem: ProxyProblem };

/** The invitations of an organization, and the actions on each. */
export class InvitationsController {
  /** Counts down after a 429. */
  readonly wait: Countdown;
  readonly list: LoadMoreList<InvitationView>;
  readonly #host: ReactiveControllerHost;
  readonly #options: InvitationsControllerOptions;
  readonly #tasks = new Map<string, InvitationTask>();
  /** By the ID of an invitation: the idempotency key of an attempt to resend it whose outcome isn't known. */
  readonly #attempts = new Map<string, string>();
  /** By the ID of a resent invitation: the key of the row of the one it replaced. */
  readonly #rowKeys = new Map<string, string>();
  #revoking: InvitationView | null = null;
  #isDisposed = false;

  constructor(host: ReactiveControllerHost, options: InvitationsControllerOptions) {
    this.#host = host;
    this.#options = options;
    this.wait = new Countdown(host);
    this.list = new LoadMoreList(host, this.wait, async (cursor, signal) => {
      const { invitations, next } = await (await this.#client()).list(cursor, { signal });
      return { items: invitations, next };
    });
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const each of [this.list, this.wait]) each.dispose();
  }

  /** Renders again after something changed that this controller doesn't know of. */
  requestUpdate(): void {
    this.#host.requestUpdate();
  }

  task({ id }: InvitationView): InvitationTask | undefined {
    return this.#tasks.get(id);
  }

  /** Identifies a row. A resent invitation keeps the row, and with it the focus, as long as the list doesn't have both. */
  rowKey({ id }: InvitationView): string {
    const key = this.#rowKeys.get(id) ?? id;
    return this.list.items.some((each) => each.id === key) ? id : key;
  }

  /** The invitation whose "Revoke?" dialog is open. */
  get revoking(): InvitationView | null {
    return this.#revoking;
  }

  openRevokeDialog(invitation: InvitationView): void {
    this.#tasks.delete(invitation.id);
    this.#revoking = invitation;
    this.#host.requestUpdate();
  }

  closeRevokeDialog(): void {
    this.#revoking = null;
    this.#host.requestUpdate();
  }

  async revoke(): Promise<void> {
    const invitation = this.#revoking;
    if (!invitation) return;
    const done = await this.#perform(invitation, 'revoke', async (client) => {
      await client.revoke(invitation.id).catch((reason: unknown) => {
        // It is gone already, and so its link no longer works.
        if (ProxyProblem.from(reason).code !== 'invitation_not_found') throw reason;
      });
      return true;
    });
    if (!done) return;
    if (this.#revoking === invitation) this.#revoking = null;
    this.list.replace(invitation.id, { ...invitation, state: 'revoked', expiresAt: null });
    this.#options.onRevoked(invitation);
  }

  async resend(invitation: InvitationView): Promise<void> {
    const { id } = invitation;
    if (this.task(invitation)?.status === 'running') return;
    const key = this.#attempts.get(id) ?? crypto.randomUUID();
    this.#attempts.set(id, key);
    const renewed = await this.#perform(invitation, 'resend', (client) => client.resend(id, key));
    const task = this.#tasks.get(id);
    const code = task?.status === 'failed' ? task.problem.code : undefined;
    // A lost answer of Auth0 is looked up by a repeated request, which has the same key.
    if (!isWithoutAnswer(code) && code !== 'outcome_unknown') this.#attempts.delete(id);
    if (!renewed) return;
    this.#rowKeys.set(renewed.id, this.rowKey(invitation));
    this.#tasks.set(renewed.id, { status: 'done', action: 'resend', replaced: renewed.replaced });
    this.list.replace(invitation.id, renewed);
  }

  /** Fetches the invitation's link for the clipboard. It is stored nowhere. */
  async link(invitation: InvitationView): Promise<string | undefined> {
    const key = crypto.randomUUID();
    const link = await this.#perform(invitation, 'copy', (client) => client.link(invitation.id, key));
    return link?.url;
  }

  /** Resolves to `undefined` if the action failed, or if one is running or the session was replaced. */
  async #perform<T>(
    { id }: InvitationView,
    action: InvitationAction,
    call: (client: InvitationsClient) => Promise<T>,
  ): Promise<T | undefined> {
    if (this.#tasks.get(id)?.status === 'running') return undefined;
    const setTask = (task: InvitationTask) => {
      this.#tasks.set(id, task);
      this.#host.requestUpdate();
    };
    setTask({ status: 'running', action });
    try {
      const result = await call(await this.#client());
      if (this.#isDisposed) return undefined;
      setTask({ status: 'done', action });
      return result;
    } catch (reason) {
      if (!this.#isDisposed) setTask({ status: 'failed', action, problem: this.wait.noteFailure(reason) });
      return undefined;
    }
  }

  async #client(): Promise<InvitationsClient> {
    return createInvitationsClient((await this.#options.connect()).send);
  }
}
