import type { ReactiveControllerHost } from 'lit';
import { createMemberClient } from '../../client/members.js';
import { ProxyProblem } from '../../client/problem.js';
import type { AssignableRole, RoleName } from '../../contract/member.js';
import type { MemberPerson } from './member-operations.js';
import type { MemberRolesOptions } from './member-roles-controller.js';

/** A member whose roles are known. */
export interface PersonWithRoles extends MemberPerson {
  readonly roles: readonly RoleName[];
}

export interface RoleChecklist {
  readonly person: PersonWithRoles;
  /** The roles the caller can see; `null` until they are loaded. */
  readonly roles: readonly AssignableRole[] | null;
  /** The IDs of the roles the member will have. */
  readonly chosen: readonly string[];
  readonly problem: ProxyProblem | null;
}

/** What became of a change, for a toast. */
export type RolesOutcome =
  | { readonly kind: 'changed'; readonly roles: readonly RoleName[]; readonly undo: () => Promise<void> }
  | { readonly kind: 'undone' }
  /** Someone else has changed the roles since: nothing was undone. */
  | { readonly kind: 'changed-since' }
  | { readonly kind: 'undo-failed'; readonly problem: ProxyProblem };

export interface RoleChecklistOptions extends Pick<
  MemberRolesOptions,
  'connect' | 'loadRoles' | 'confirmWithHost' | 'onChanged'
> {
  isCaller(userId: string): boolean;
  /** Whether changes to other people need a reason. */
  requiresReason(): boolean;
  /** Shows roles in the list before the proxy has confirmed them, or the ones from before if it refused. */
  onPreview(userId: string, roles: readonly RoleName[]): void;
  onOutcome(person: MemberPerson, outcome: RolesOutcome): void;
  /** Opens the dialog, where there is room for a question, a reason or a problem. */
  openDialog(person: MemberPerson, chosen: readonly string[], problem: ProxyProblem | null): void;
}

/**
 * Drives the checklist in which the roles of one member are changed in place. Closing it sends one request. What needs a
 * question first (one's own roles, a reason), and what is refused, continues in the dialog, with the same choice.
 */
export class RoleChecklistController {
  readonly #host: ReactiveControllerHost;
  readonly #options: RoleChecklistOptions;
  #checklist: RoleChecklist | null = null;
  #isDisposed = false;

  constructor(host: ReactiveControllerHost, options: RoleChecklistOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** The open checklist; `null` while it is closed. */
  get checklist(): RoleChecklist | null {
    return this.#checklist;
  }

  async open(person: PersonWithRoles): Promise<void> {
    const opened = { person, roles: null, chosen: person.roles.map(({ id }) => id), problem: null };
    this.#set(opened);
    try {
      const roles = await this.#options.loadRoles();
      if (this.#checklist === opened) this.#set({ ...opened, roles });
    } catch (reason) {
      if (this.#checklist === opened) this.#set({ ...opened, problem: ProxyProblem.from(reason) });
    }
  }

  toggle(id: string, on: boolean): void {
    const checklist = this.#checklist;
    if (!checklist) return;
    const others = checklist.chosen.filter((each) => each !== id);
    this.#set({ ...checklist, chosen: on ? [...others, id] : others });
  }

  /** Closes the checklist without a change. */
  discard(): void {
    this.#set(null);
  }

  /** Closes the checklist and sends the change, if there is one. */
  async commit(): Promise<void> {
    const checklist = this.#checklist;
    this.#set(null);
    if (!checklist?.roles) return;
    const { person, chosen, roles } = checklist;
    const was = person.roles.map(({ id }) => id);
    if (was.length === chosen.length && was.every((id) => chosen.includes(id))) return;
    const { requiresReason, isCaller, openDialog, confirmWithHost, onPreview, onChanged, onOutcome } =
      this.#options;
    if (requiresReason() || isCaller(person.userId)) return openDialog(person, chosen, null);
    if (!(await confirmWithHost('roles.assign', person)) || this.#isDisposed) return;
    const others = person.roles.filter(({ id }) => !roles.some((role) => role.id === id));
    onPreview(
      person.userId,
      [...roles, ...others].filter(({ id }) => chosen.includes(id)),
    );
    try {
      const now = await this.#send(person, chosen, was);
      if (this.#isDisposed) return;
      onChanged(person, now);
      onOutcome(person, { kind: 'changed', roles: now, undo: () => this.#undo(person, now) });
    } catch (reason) {
      if (this.#isDisposed) return;
      onPreview(person.userId, person.roles);
      openDialog(person, chosen, ProxyProblem.from(reason));
    }
  }

  /** Closes the checklist for good, because its session was replaced. */
  dispose(): void {
    this.#isDisposed = true;
    this.#checklist = null;
  }

  async #undo(person: PersonWithRoles, current: readonly RoleName[]): Promise<void> {
    const { onChanged, onOutcome } = this.#options;
    const idsOf = (roles: readonly RoleName[]) => roles.map(({ id }) => id);
    try {
      const now = await this.#send(person, idsOf(person.roles), idsOf(current));
      if (this.#isDisposed) return;
      onChanged(person, now);
      onOutcome(person, { kind: 'undone' });
    } catch (reason) {
      if (this.#isDisposed) return;
      const problem = ProxyProblem.from(reason);
      onOutcome(
        person,
        problem.code === 'roles_changed' ? { kind: 'changed-since' } : { kind: 'undo-failed', problem },
      );
    }
  }

  /** Resolves to the roles after the change, without inherited ones. */
  async #send(
    { userId }: MemberPerson,
    roles: readonly string[],
    was: readonly string[],
  ): Promise<readonly RoleName[]> {
    const { send } = await this.#options.connect();
    const answer = await createMemberClient(send, userId).changeRoles({ roles, was });
    return answer.roles.filter(({ inheritedFrom }) => inheritedFrom === undefined);
  }

  #set(checklist: RoleChecklist | null): void {
    if (this.#isDisposed) return;
    this.#checklist = checklist;
    this.#host.requestUpdate();
  }
}
