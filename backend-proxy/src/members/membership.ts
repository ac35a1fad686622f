/** Membership of one person: status, roles, dates. */
import type { Membership, MemberStatus } from '../../../src/contract/index.js';
import { canVerify, resolveOperation } from '../../../src/policy/index.js';
import type { MemberRole } from '../management/index.js';
import type { Services } from '../services.js';
import type { Person } from '../access/load-person.js';
import type { Subject } from '../access/subject.js';

export async function readMembership(
  { settings: { policy }, management }: Pick<Services, 'settings' | 'management'>,
  { person, situation, call }: Subject,
): Promise<Membership> {
  const { user, organization, otherOrganizations } = person;
  const { actors, target, moment } = situation;
  // Roles are visible only to actors who may assign them.
  const seesRoles =
    resolveOperation(policy, { actors, target, moment, lastAdmin: false }, 'roles.assign') !== null;
  const roles = seesRoles
    ? await management.members.effectiveRoles(organization.id, user.userId, call)
    : null;
  return {
    status: statusOf(person),
    ...(roles && { roles: roles.map(toAssignedRole) }),
    lastLogin: user.lastLogin,
    createdAt: user.createdAt,
    otherOrganizations,
  };
}

export function toAssignedRole({ id, name, description, direct }: MemberRole) {
  return { id, name, description, ...(!direct && { inheritedFrom: 'group' }) };
}

/** Excludes `locked out`, which costs a call. The member's page makes it. */
export function statusOf(person: Person): readonly MemberStatus[] {
  return [
    ...(person.user.blocked ? (['blocked'] as const) : []),
    ...(isUnverified(person) ? (['unverified'] as const) : []),
  ];
}

/** Whether the address isn't verified, and can be. */
export function isUnverified({ user: { values, verification }, target }: Person): boolean {
  return values.email != null && !verification.email && canVerify('email', target.connection);
}
