import type { ReactiveControllerHost } from 'lit';
import { createMemberClient, type MemberClient } from '../../client/members.js';
import { ProxyProblem } from '../../client/problem.js';
import { readProfile } from '../../client/proxy-client.js';
import type { Send } from '../../client/send.js';
import type { AssignableRole, AssignedRole, RoleName } from '../../contract/member.js';
import type { ProfileView } from '../../contract/profile.js';
import type { LockReason } from '../../policy/vocabulary.js';
import type { Countdown } from '../countdown.js';
import type { DialogIntent } from './member-intent.js';
import type { MemberOperationOptions } from './member-operation-controller.js';
import { personOf, type MemberPerson } from './member-operations.js';

export interface MemberRolesOptions extends Pick<MemberOperationOptions, 'confirmWithHost' | 'signIn'> {
  connect(): Promise<{ readonly send: Send }>;
  loadRoles(): Promise<readonly AssignableRole[]>;
  readonly wait: Countdown;
  onChanged(person: MemberPerson, roles: readonly RoleName[]): void;
}

export interface RolesDialog {
  /** As they were when the dialog opened. */
  readonly person: MemberPerson;
  readonly phase: 'checking' | 'unavailable' | 'choosing' | 'running' | 'done';
  /** Whether the caller changes what they may do themselves. */
  readonly own: boolean;
  /** Why nothing can be changed; `absent` where it is not offered at all. */
  readonly locked: LockReason | 'absent' | null;
  /** What the person has now, inherited ones among them. */
  readonly current: readonly AssignedRole[];
  /** All roles the caller may see. */
  readonly roles: readonly AssignableRole[];
  /** The ids of those the person shall have, inherited ones aside. */
  readonly chosen: readonly string[];
  /** What somebody else has changed while the dialog was open. */
  readonly meanwhile: RolesDifference | null;
  readonly problem: ProxyProblem | null;
  readonly reason: string;
  /** Somebody has pressed the button while the reason was missing. */
  readonly incomplete: boolean;
  /** What people call the connection. */
  readonly source: string;
}

export interface RolesDifference {
  readonly added: readonly RoleName[];
  readonly removed: readonly RoleName[];
}

/** Which roles one member has, and shall have. */
export class MemberRolesController {
  readonly #host: ReactiveControllerHost;
  readonly #options: MemberRolesOptions;
  #dialog: RolesDialog | null = null;
  #checking: AbortController | null = null;

  constructor(host: ReactiveControllerHost, options: MemberRolesOptions) {
    this.#host = host;
    this.#options = options;
  }

  get dialog(): RolesDialog | null {
    return this.#dialog;
  }

  async open({ ...person }: MemberPerson, memory?: Pick<DialogIntent, 'reason' | 'chosen'>): Promise<void> {
    this.#set({
      person,
      phase: 'checking',
      own: false,
      locked: null,
      current: [],
      roles: [],
      chosen: [],
      meanwhile: null,
      problem: null,
      reason: memory?.reason ?? '',
      incomplete: false,
      source: '',
    });
    await this.#check();
    const chosen = memory?.chosen;
    if (chosen && this.#dialog?.phase === 'choosing') this.#update({ chosen });
  }

  async retry(): Promise<void> {
    if (this.#options.wait.left > 0) return;
    this.#update({ phase: 'checking', problem: null });
    await this.#check();
  }

  toggle(id: string, on: boolean): void {
    const dialog = this.#dialog;
    if (dialog?.phase !== 'choosing') return;
    const others = dialog.chosen.filter((each) => each !== id);
    this.#update({ chosen: on ? [...others, id] : others });
  }

  giveReason(reason: string): void {
    this.#update({ reason });
  }

  /** The button was pressed, and the reason is still missing. */
  refuse(): void {
    this.#update({ incomplete: true });
  }

  /** What pressing the button would do. */
  get difference(): RolesDifference {
    const dialog = this.#dialog;
    if (!dialog) return { added: [], removed: [] };
    const { current, chosen, roles } = dialog;
    const direct = directOf(current);
    return {
      added: roles.filter(({ id }) => chosen.includes(id) && !direct.some((role) => role.id === id)),
      removed: direct.filter(({ id }) => !chosen.includes(id)),
    };
  }

  async confirm(): Promise<void> {
    const dialog = this.#dialog;
    const { added, removed } = this.difference;
    if (dialog?.phase !== 'choosing' || added.length + removed.length === 0) return;
    if (this.#options.wait.left > 0) return;
    const { person, chosen, current } = dialog;
    this.#update({ phase: 'running', problem: null, incomplete: false });
    try {
      if (!(await this.#options.confirmWithHost('roles.assign', person)))
        return this.#update({ phase: 'choosing' });
      const was = directOf(current).map(({ id }) => id);
      const reason = dialog.reason.trim();
      const change = { roles: chosen, was, ...(reason && { reason }) };
      const { roles } = await (await this.#client(person)).changeRoles(change);
      this.#update({ phase: 'done', meanwhile: null, current: roles });
      this.#options.onChanged(person, roles);
    } catch (reason) {
      const problem = this.#note(reason);
      this.#update({ phase: 'choosing', problem });
      if (problem.code === 'roles_changed') await this.#compare();
    }
  }

  async signInAndResume(): Promise<void> {
    const dialog = this.#dialog;
    if (!dialog) return;
    const { person, reason, chosen, problem } = dialog;
    await this.#options.signIn(
      { operation: 'roles.assign', person, reason, chosen },
      problem?.problem?.maxAge,
    );
    this.#update({ problem: null });
  }

  close(): void {
    this.#checking?.abort();
    this.#dialog = null;
    this.#host.requestUpdate();
  }

  async #check(): Promise<void> {
    const dialog = this.#dialog;
    if (!dialog) return;
    this.#checking?.abort();
    const { signal } = (this.#checking = new AbortController());
    try {
      const [profile, roles] = await Promise.all([this.#read(dialog, signal), this.#options.loadRoles()]);
      if (signal.aborted) return;
      const current = profile.member?.roles ?? [];
      this.#update({
        person: { ...dialog.person, ...personOf(profile) },
        phase: 'choosing',
        own: profile.own,
        source: profile.connection.label,
        locked: lockOf(profile),
        current,
        roles,
        chosen: directOf(current).map(({ id }) => id),
      });
    } catch (reason) {
      if (!signal.aborted) this.#update({ phase: 'unavailable', problem: this.#note(reason) });
    }
  }

  /** Somebody else has changed them meanwhile: shows what, and keeps what was meant. */
  async #compare(): Promise<void> {
    const before = this.#dialog;
    if (!before) return;
    const { added, removed } = this.difference;
    await this.#check();
    const now = this.#dialog;
    if (now?.phase !== 'choosing') return;
    const was = directOf(before.current);
    const is = directOf(now.current);
    const withoutRemoved = is.filter(({ id }) => !removed.some((role) => role.id === id));
    this.#update({
      meanwhile: { added: missingFrom(was, is), removed: missingFrom(is, was) },
      chosen: [...new Set([...withoutRemoved, ...added].map(({ id }) => id))],
    });
  }

  async #read({ person }: RolesDialog, signal: AbortSignal): Promise<ProfileView> {
    const client = await this.#client(person);
    return (await readProfile(await client.profile({ signal }))).value;
  }

  async #client({ userId }: MemberPerson): Promise<MemberClient> {
    return createMemberClient((await this.#options.connect()).send, userId);
  }

  #note(reason: unknown): ProxyProblem {
    const problem = ProxyProblem.from(reason);
    const seconds = problem.problem?.retryAfter;
    if (problem.code === 'rate_limited' && seconds) this.#options.wait.start(seconds);
    return problem;
  }

  #update(news: Partial<RolesDialog>): void {
    if (this.#dialog) this.#set({ ...this.#dialog, ...news });
  }

  #set(dialog: RolesDialog): void {
    this.#dialog = dialog;
    this.#host.requestUpdate();
  }
}

/** Those that can be taken away here. */
const directOf = (roles: readonly AssignedRole[]) => roles.filter((role) => role.inheritedFrom === undefined);

/** What is in `roles` and not in `others`. */
const missingFrom = (others: readonly RoleName[], roles: readonly RoleName[]) =>
  roles.filter(({ id }) => !others.some((role) => role.id === id));

function lockOf({ operations, member }: ProfileView): RolesDialog['locked'] {
  const view = operations.find(({ name }) => name === 'roles.assign');
  return view && member?.roles ? (view.reason ?? null) : 'absent';
}
