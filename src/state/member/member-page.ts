import type { ReactiveControllerHost } from 'lit';
import { memberPath, createMemberClient, type MemberClient } from '../../client/members.js';
import { readProfile } from '../../client/proxy-client.js';
import type { Send, SessionFetch } from '../../client/send.js';
import type { SessionList } from '../../contract/account.js';
import type { ActivityPage } from '../../contract/activity.js';
import type { MemberSecurity } from '../../contract/member.js';
import type { ProfileView } from '../../contract/profile.js';
import type { Operation } from '../../policy/vocabulary.js';
import { AsyncValue } from '../async-value.js';

export interface MemberPageOptions {
  connect(): Promise<{ readonly send: Send }>;
  /** Whether the caller may do this about the organization. */
  may(operation: Operation): boolean;
}

/** Everything that is read about one person; each part loads, and fails, by itself. */
export class MemberPage {
  readonly userId: string;
  readonly profile: AsyncValue<ProfileView>;
  readonly security: AsyncValue<MemberSecurity>;
  readonly sessions: AsyncValue<SessionList>;
  readonly activity: AsyncValue<ActivityPage>;
  readonly #options: MemberPageOptions;
  /** The answer the page has read, for the editor to read too. */
  #spare: Response | null = null;

  constructor(host: ReactiveControllerHost, userId: string, options: MemberPageOptions) {
    this.userId = userId;
    this.#options = options;
    const read = <T>(ask: (client: MemberClient, options: { signal: AbortSignal }) => Promise<T>) =>
      new AsyncValue<T>(host, async (signal) => ask(await this.#client(), { signal }));
    this.profile = read(async (client, asked) => this.#readProfile(await client.profile(asked)));
    this.security = read((client, asked) => client.security(asked));
    this.sessions = read((client, asked) => client.sessions(asked));
    this.activity = read((client, asked) => client.activity(asked));
  }

  /** What of it this caller may see is known once the profile is there. */
  async load(): Promise<void> {
    if (this.readsActivity) void this.activity.load();
    await this.profile.load();
    if (this.profile.value) this.loadMore();
  }

  /** What costs the sign-in service calls of its own. */
  loadMore(): void {
    void this.security.load();
    if (this.readsSessions) void this.sessions.load();
  }

  get readsActivity(): boolean {
    return this.#options.may('activity.read');
  }

  get readsSessions(): boolean {
    return this.#has('sessions.read');
  }

  stop(): void {
    for (const reading of [this.profile, this.security, this.sessions, this.activity]) reading.stop();
  }

  /**
   * For the editor in the page: the profile is read once for both, and what the editor hears later, after a save or a
   * reload, the page hears too.
   */
  readonly fetch: SessionFetch = async (path, init) => {
    const spare = this.#spare;
    this.#spare = null;
    const isProfile = path === memberPath(this.userId);
    if (spare && isProfile && (init?.method ?? 'GET') === 'GET') return spare;
    const response = await (await this.#options.connect()).send(path, init);
    if (isProfile) {
      void readProfile(response.clone()).then(
        ({ value }) => this.profile.take(value),
        // The editor reads the same, and tells it.
        () => undefined,
      );
    }
    return response;
  };

  #has(operation: Operation): boolean {
    return this.profile.value?.operations.some(({ name, allowed }) => name === operation && allowed) ?? false;
  }

  async #readProfile(response: Response): Promise<ProfileView> {
    this.#spare = response.clone();
    return (await readProfile(response)).value;
  }

  async #client(): Promise<MemberClient> {
    return createMemberClient((await this.#options.connect()).send, this.userId);
  }
}
