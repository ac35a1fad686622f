import type { ReactiveControllerHost } from 'lit';
import { createMemberClient, type MemberClient } from '../../client/members.js';
import type { ProxyProblem } from '../../client/problem.js';
import { readProfile } from '../../client/proxy-client.js';
import type { Send } from '../../client/send.js';
import type { AssignableRole, AssignedRole, RoleName, RolesChange } from '../../contract/member.js';
import type { ProfileView } from '../../contract/profile.js';
import type { LockReason } from '../../policy/vocabulary.js';
import type { Countdown } from '../countdown.js';
import { DialogController } from '../dialog-controller.js';
import type { MemberOperationOptions } from './member-operation-controller.js';
import { personOf, type MemberPerson } from './member-operations.js';

export interface MemberRolesOptions extends Pick<MemberOperationOptions, 'confirmWithHost' | 'signIn'> {
  connect(): Promise<{ readonly send: Send }>;
  loadRoles(): Promise<readonly AssignableRole[]>;
  readonly wait: Countdown;
  onChanged(person: MemberPerson, roles: readonly RoleName[]): void;
}

/** What was entered before the dialog opened. */
export interface EnteredRoles {
  readonly reason: string;
  readonly chosen: readonly string[] | null;
  readonly problem: ProxyProblem | null;
}

export interface RolesDialog {
  /** The member as they were when the dialog opened. */
  readonly person: MemberPerson;
  readonly phase: 'checking' | 'unavailable' | 'choosing' | 'running' | 'done';
  /** Whether these are the caller's own roles. */
  readonly own: boolean;
  /** Why nothing can be changed; `absent` if the operation doesn't exist for this member. */
  readonly locked: LockReason | 'absent' | null;
  /** The member's roles, including inherited ones. */
  readonly current: readonly AssignedRole[];
  /** All roles the caller can see. */
  readonly roles: readonly AssignableRole[];
  /** The IDs of the roles the member will have, without inherited ones. */
  readonly chosen: readonly string[];
  /** Changes that another person made while the dialog was open. */
  readonly meanwhile: RolesDifference | null;
  readonly problem: ProxyProblem | null;
  readonly reason: string;
  /** Whether the form was submitted without the reason it needs. */
  readonly incomplete: boolean;
  /** The label of the member's connection. */
  readonly source: string;
}

export interface RolesDifference {
  readonly added: readonly RoleName[];
  readonly removed: readonly RoleName[];
}

const noDifference: RolesDifference = { added: [], removed: [] };

/** Drives the dialog in which the roles of one member are changed. */
export class MemberRolesController extends DialogController<RolesDialog> {
  readonly #options: MemberRolesOptions;

  constructor(host: ReactiveControllerHost, options: MemberRolesOptions) {
    super(host, options.wait);
    this.#options = options;
  }

  /** Opens the dialog, with what was entered before a sign-in or in the checklist, and why that was refused. */
  async open({ ...person }: MemberPerson, { reason, chosen, problem }: EnteredRoles): Promise<void> {
    this.show({
      person,
      phase: 'checking',
      own: false,
      locked: null,
      current: [],
      roles: [],
      chosen: [],
      meanwhile: null,
      problem: null,
      reason,
      incomplete: false,
      source: '',
    });
    const isCurrent = await this.#check();
    if (!isCurrent || this.dialog?.phase !== 'choosing') return;
    if (problem) this.wait.noteFailure(problem);
    this.update({ problem, ...(chosen && { chosen }) });
  }

  async retry(): Promise<void> {
    if (this.wait.left > 0) return;
    this.update({ phase: 'checking', problem: null });
    await this.#check();
  }

  toggle(id: string, on: boolean): void {
    const { dialog } = this;
    if (dialog?.phase !== 'choosing') return;
    const others = dialog.chosen.filter((each) => each !== id);
    this.update({ chosen: on ? [...others, id] : others });
  }

  setReason(reason: string): void {
    this.update({ reason });
  }

  /** Marks what is missing in a form that was submitted. */
  markIncomplete(): void {
    this.update({ incomplete: true });
  }

  /** The change that confirming would make. */
  get difference(): RolesDifference {
    return this.dialog ? differenceOf(this.dialog) : noDifference;
  }

  async confirm(): Promise<void> {
    const { dialog } = this;
    const { added, removed } = this.difference;
    if (dialog?.phase !== 'choosing' || added.length + removed.length === 0) return;
    if (this.wait.left > 0) return;
    const { person } = dialog;
    const signal = this.beginTask();
    this.update({ phase: 'running', problem: null, incomplete: false });
    try {
      const isConfirmed = await this.#options.confirmWithHost('roles.assign', person);
      if (signal.aborted) return;
      if (!isConfirmed) return this.update({ phase: 'choosing' });
      const { roles } = await (await this.#client(person)).changeRoles(changeOf(dialog));
      if (this.isDisposed) return;
      this.update({ phase: 'done', meanwhile: null, current: roles }, signal);
      this.#options.onChanged(person, roles);
    } catch (failure) {
      if (signal.aborted) return;
      const problem = this.wait.noteFailure(failure);
      this.update({ phase: 'choosing', problem });
      if (problem.code === 'roles_changed') await this.#merge(dialog);
    }
  }

  async signInAndResume(): Promise<void> {
    const { dialog, signal } = this;
    if (!dialog) return;
    const { person, reason, chosen, problem } = dialog;
    await this.#options.signIn(
      { operation: 'roles.assign', person, reason, chosen },
      problem?.problem?.maxAge,
    );
    this.update({ problem: null }, signal);
  }

  /** Reads the member's roles. Resolves to whether the answer was still wanted. */
  async #check(): Promise<boolean> {
    const { dialog } = this;
    if (!dialog) return false;
    const signal = this.beginTask();
    try {
      const [profile, roles] = await Promise.all([
        this.#readProfile(dialog, signal),
        this.#options.loadRoles(),
      ]);
      const current = profile.member?.roles ?? [];
      const changes: Partial<RolesDialog> = {
        person: { ...dialog.person, ...personOf(profile) },
        phase: 'choosing',
        own: profile.own,
        source: profile.connection.label,
        locked: lockOf(profile),
        current,
        roles,
        chosen: directOf(current).map(({ id }) => id),
      };
      this.update(changes, signal);
    } catch (failure) {
      if (!signal.aborted) this.update({ phase: 'unavailable', problem: this.wait.noteFailure(failure) });
    }
    return !signal.aborted;
  }

  /** Another person changed the roles: reads them again, shows what changed, and applies the same choice to them. */
  async #merge(before: RolesDialog): Promise<void> {
    const { added, removed } = differenceOf(before);
    const isCurrent = await this.#check();
    const now = this.dialog;
    if (!isCurrent || now?.phase !== 'choosing') return;
    const was = directOf(before.current);
    const is = directOf(now.current);
    const withoutRemoved = is.filter(({ id }) => !removed.some((role) => role.id === id));
    this.update({
      meanwhile: { added: missingFrom(was, is), removed: missingFrom(is, was) },
      chosen: [...new Set([...withoutRemoved, ...added].map(({ id }) => id))],
    });
  }

  async #readProfile({ person }: RolesDialog, signal: AbortSignal): Promise<ProfileView> {
    const client = await this.#client(person);
    return (await readProfile(await client.profile({ signal }))).value;
  }

  async #client({ userId }: MemberPerson): Promise<MemberClient> {
    return createMemberClient((await this.#options.connect()).send, userId);
  }
}

function differenceOf({ current, chosen, roles }: RolesDialog): RolesDifference {
  const direct = directOf(current);
  return {
    added: roles.filter(({ id }) => chosen.includes(id) && !direct.some((role) => role.id === id)),
    removed: direct.filter(({ id }) => !chosen.includes(id)),
  };
}

function changeOf({ chosen, current, reason }: RolesDialog): RolesChange {
  const was = directOf(current).map(({ id }) => id);
  return { roles: chosen, was, ...(reason.trim() && { reason: reason.trim() }) };
}

/** Roles that are assigned to the member, and not inherited: only these can be removed here. */
const directOf = (roles: readonly AssignedRole[]) => roles.filter((role) => role.inheritedFrom === undefined);

/** Returns the roles that `others` doesn't have. */
const missingFrom = (others: readonly RoleName[], roles: readonly RoleName[]) =>
  roles.filter(({ id }) => !others.some((role) => role.id === id));

function lockOf({ operations, member }: ProfileView): RolesDialog['locked'] {
  const view = operations.find(({ name }) => name === 'roles.assign');
  return view && member?.roles ? (view.reason ?? null) : 'absent';
}
