/** What somebody is in the organization, beside the profile. */
import type { Membership, MemberStatus } from '../../../src/contract/index.js';
import { resolveOperation, type EvaluationContext } from '../../../src/policy/index.js';
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
  // Who may not give roles has no use for them, and the list of what others may do is not everybody's.
  const seesRoles =
    resolveOperation(policy, { actors, target, moment, lastAdmin: false }, 'roles.assign') !== null;
  const roles = seesRoles
    ? await management.members.effectiveRoles(organization.id, user.userId, call)
    : null;
  return {
    status: statusOf(person, situation),
    ...(roles && { roles: roles.map(toAssignedRole) }),
    lastLogin: user.lastLogin,
    createdAt: user.createdAt,
    otherOrganizations,
  };
}

export function toAssignedRole({ id, name, description, direct }: MemberRole) {
  return { id, name, description, ...(!direct && { inheritedFrom: 'group' }) };
}

/** Locked out is not among them: it costs a call of its own, which the member's page makes. */
export function statusOf({ user }: Person, { values }: EvaluationContext): readonly MemberStatus[] {
  const unverified = values.email !== null && values.email !== undefined && !user.verification.email;
  return [...(user.blocked ? (['blocked'] as const) : []), ...(unverified ? (['unverified'] as const) : [])];
}
