/** Adds and removes a member's roles, within the roles that the caller can assign. */
import { inRoleOrder, type AssignedRole, type RoleName } from '../../../src/contract/index.js';
import { administratorPermissions } from '../../../src/policy/index.js';
import type { MemberRole } from '../management/index.js';
import { toAssignedRole } from '../members/membership.js';
import { judgeRoles } from '../access/assignable-roles.js';
import { isLastAdmin } from '../access/last-admin.js';
import { lockOrganizations, lockPerson } from '../access/locks.js';
import { requireOperation } from '../access/operations.js';
import type { Subject } from '../access/subject.js';
import { describeProblem } from '../audit/record.js';
import { ProblemError } from '../http/problem-error.js';
import { requireReason, type Order } from './perform.js';
import type { Services } from '../services.js';

export interface RolesOrder extends Omit<Order, 'operation'> {
  /** Returns the change to make from the ids of the member's own roles, without those from groups. */
  readonly choose: (given: ReadonlySet<string>) => RoleDelta;
}

export interface RoleDelta {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/**
 * Changes a member's roles under their write lock, and returns the roles afterwards. An empty change succeeds.
 * @throws `operation_locked`, `step_up_required`, `reason_required`, `profile_not_found`, `body_invalid`, `value_refused`
 */
export function changeRoles(services: Services, order: RolesOrder): Promise<readonly AssignedRole[]> {
  const { storage, subjects } = services;
  const { actor, userId, call } = order;
  return lockOrganizations(storage.locks, [actor.organizationId], () =>
    lockPerson(storage.locks, userId, async () =>
      changeNow(services, order, await subjects.member({ actor, call }, userId)),
    ),
  );
}

async function changeNow(
  services: Services,
  order: RolesOrder,
  subject: Subject,
): Promise<readonly AssignedRole[]> {
  const { settings, management } = services;
  const { policy } = settings;
  const { actor, userId, reason, call } = order;
  const { person, situation } = subject;
  requireOperation(policy, situation, person, 'roles.assign');
  const held = await management.members.effectiveRoles(actor.organizationId, userId, call);
  const given = held.filter(({ direct }) => direct);
  const delta = order.choose(new Set(given.map(({ id }) => id)));
  const concerned = [...delta.add, ...delta.remove];
  if (concerned.length === 0) return held.map(toAssignedRole);

  const verdicts = await judgeRoles(services, subject, concerned);
  if (verdicts.length < new Set(concerned).size) throw new ProblemError('body_invalid');
  // Callers can remove a role only if they could assign it.
  const refused = verdicts.find((verdict) => verdict.reason !== null);
  if (refused?.reason) throw new ProblemError('operation_locked', { reason: refused.reason });
  requireReason(settings, 'roles.assign', reason);

  const added = verdicts.map(({ role }) => role).filter(({ id }) => delta.add.includes(id));
  const left = held.filter(({ id, direct }) => !(direct && delta.remove.includes(id)));
  if (await endsAdministration(services, order, held, [...left, ...added])) {
    throw new ProblemError('operation_locked', { reason: 'last-admin' });
  }
  await store(services, order, given, added, delta.remove);
  const now = await management.members.effectiveRoles(actor.organizationId, userId, call);
  return inRoleOrder(now.map(toAssignedRole), await management.roles.list(actor.organizationId, call));
}

/** Whether the change takes away the organization's last admin. */
async function endsAdministration(
  services: Pick<Services, 'settings' | 'management'>,
  { actor, userId, call }: RolesOrder,
  before: readonly RoleName[],
  after: readonly RoleName[],
): Promise<boolean> {
  const { management } = services;
  const wanted = administratorPermissions(services.settings.policy);
  const manages = async (roles: readonly RoleName[]) => {
    const permissions = await Promise.all(roles.map(({ id }) => management.roles.permissions(id, call)));
    return permissions.flat().some((permission) => wanted.includes(permission));
  };
  if (!(await manages(before)) || (await manages(after))) return false;
  return isLastAdmin(services, userId, [actor.organizationId], call);
}

/** Adds roles before it removes any, so that the member is never without both. */
async function store(
  { management, storage }: Services,
  { actor: { organizationId }, userId, reason, call, record }: RolesOrder,
  given: readonly MemberRole[],
  added: readonly RoleName[],
  removed: readonly string[],
): Promise<void> {
  const named = ({ id, name }: RoleName): RoleName => ({ id, name });
  const all = await management.roles.list(organizationId, call);
  const both = inRoleOrder([...given, ...added].map(named), all);
  const namesOf = (roles: readonly RoleName[]) => inRoleOrder(roles, all).map(({ name }) => name);
  const recordRoles = async (roles: readonly RoleName[], problem?: ProblemError) => {
    await storage.recent.noteMembership(organizationId, userId, { roles });
    await record({
      targetUserId: userId,
      action: 'roles.assign',
      roles: { from: namesOf(given), to: namesOf(roles) },
      ...(problem && { outcome: 'partly', problem: describeProblem(problem) }),
      ...(reason !== undefined && { reason }),
    });
  };
  const addedIds = added.map(({ id }) => id);
  if (addedIds.length > 0) await management.members.addRoles(organizationId, userId, addedIds, call);
  if (removed.length === 0) return recordRoles(both);
  // First, because the process can die, and again afterwards, because a token can be issued in between.
  await storage.demotions.note(organizationId, userId);
  try {
    await management.members.removeRoles(organizationId, userId, removed, call);
  } catch (reasonOfFailure) {
    // The additions are done, so record them.
    if (addedIds.length > 0) {
      const problem =
        reasonOfFailure instanceof ProblemError ? reasonOfFailure : new ProblemError('internal');
      await recordRoles(both, problem);
    }
    throw reasonOfFailure;
  } finally {
    // Also if the outcome is unknown: a demotion only means that the current roles are read.
    await storage.demotions.note(organizationId, userId);
  }
  await recordRoles(both.filter(({ id }) => !removed.includes(id)));
}
