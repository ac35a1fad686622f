import type { ReactiveControllerHost } from 'lit';
import { createMemberClient, memberPath, type MemberClient } from '../../client/members.js';
import { readProfile } from '../../client/proxy-client.js';
import type { Send, SessionFetch } from '../../client/send.js';
import type { SessionList } from '../../contract/account.js';
import type { ActivityPage } from '../../contract/activity.js';
import type { MemberSecurity } from '../../contract/member.js';
import type { ProfileView } from '../../contract/profile.js';
import type { Operation } from '../../policy/vocabulary.js';
import type { ProxyProblem } from '../../client/problem.js';
import { AsyncValue } from '../async-value.js';
import type { Countdown } from '../countdown.js';

export interface MemberPageOptions {
  connect(): Promise<{ readonly send: Send }>;
  /** Whether the caller may do this in the organization. */
  may(operation: Operation): boolean;
  readonly wait: Countdown;
  onLockoutKnown(isLockedOut: boolean): void;
}

/** The data of one member's page. Each part loads, and fails, independently. */
export class MemberPage {
  readonly userId: string;
  readonly profile: AsyncValue<ProfileView>;
  readonly security: AsyncValue<MemberSecurity>;
  readonly sessions: AsyncValue<SessionList>;
  readonly activity: AsyncValue<ActivityPage>;
  /** Whether the profile is shown with fields to edit. */
  isEditing = false;
  readonly #host: ReactiveControllerHost;
  readonly #options: MemberPageOptions;
  #ending: string | null = null;
  #endingProblem: ProxyProblem | null = null;
  /** The response the page has read, for the editor's first read. */
  #sharedResponse: Response | null = null;

  constructor(host: ReactiveControllerHost, userId: string, options: MemberPageOptions) {
    this.#host = host;
    this.userId = userId;
    this.#options = options;
    const value = <T>(read: (client: MemberClient, options: { signal: AbortSignal }) => Promise<T>) =>
      new AsyncValue<T>(host, async (signal) => read(await this.#client(), { signal }));
    this.profile = value(async (client, options) => this.#readProfile(await client.profile(options)));
    this.security = value((client, options) => client.security(options));
    this.sessions = value((client, options) => client.sessions(options));
    this.activity = value((client, options) => client.activity(options));
  }

  /** Loads the profile, which says what else the caller can see, and then that. */
  async load(): Promise<void> {
    if (this.readsActivity) void this.activity.load();
    await this.profile.load();
    if (this.profile.value) this.loadDetails();
  }

  /** Loads what costs Auth0 calls of its own. */
  loadDetails(): void {
    void this.security.load().then(() => {
      const { lockouts } = this.security.value ?? {};
      if (lockouts) this.#options.onLockoutKnown(lockouts.length > 0);
    });
    if (this.readsSessions) void this.sessions.load();
  }

  get readsActivity(): boolean {
    return this.#options.may('activity.read');
  }

  get readsSessions(): boolean {
    return this.#allows('sessions.read');
  }

  get endsSessions(): boolean {
    return this.#allows('sessions.revoke');
  }

  /** The ID of the session that is being ended. */
  get ending(): string | null {
    return this.#ending;
  }

  /** Why a session couldn't be ended. */
  get endingProblem(): ProxyProblem | null {
    return this.#endingProblem;
  }

  /** Ends one session, and reads those that are left. */
  async endSession(id: string): Promise<void> {
    if (this.#ending !== null) return;
    this.#ending = id;
    this.#endingProblem = null;
    this.#host.requestUpdate();
    try {
      await (await this.#client()).endSession(id);
      await this.sessions.load();
      if (this.readsActivity) void this.activity.load();
    } catch (reason) {
      this.#endingProblem = this.#options.wait.noteFailure(reason);
    } finally {
      this.#ending = null;
      this.#host.requestUpdate();
    }
  }

  stop(): void {
    for (const value of [this.profile, this.security, this.sessions, this.activity]) value.stop();
  }

  /**
   * `fetch` for the editor in the page. The profile is read once for both, and what the editor reads later, after a save
   * or a reload, updates the page too.
   */
  readonly fetch: SessionFetch = async (path, init) => {
    const shared = this.#sharedResponse;
    this.#sharedResponse = null;
    const isProfile = path === memberPath(this.userId);
    if (shared && isProfile && (init?.method ?? 'GET') === 'GET') return shared;
    const response = await (await this.#options.connect()).send(path, init);
    if (isProfile) {
      void readProfile(response.clone()).then(
        ({ value }) => this.profile.take(value),
        // The editor reads the same response, and shows the failure.
        () => undefined,
      );
    }
    return response;
  };

  #allows(operation: Operation): boolean {
    return this.profile.value?.operations.some(({ name, allowed }) => name === operation && allowed) ?? false;
  }

  async #readProfile(response: Response): Promise<ProfileView> {
    const { value } = await readProfile(response);
    this.#sharedResponse = readAgain(response, value);
    return value;
  }

  async #client(): Promise<MemberClient> {
    return createMemberClient((await this.#options.connect()).send, this.userId);
  }
}

/** Lets a response be read once more, without a task: the editor is rendered in the same frame as the page around it. */
function readAgain(response: Response, value: ProfileView): Response {
  return Object.assign(response, { json: () => Promise.resolve(value) });
}
