/** Previews a bulk action without changing anything. */
import type { BulkItem, BulkOperation, BulkRefusal } from '../../../../src/contract/index.js';
import { decide, type Policy } from '../../../../src/policy/index.js';
import type { Actor } from '../../access/actor.js';
import type { OrganizationContext } from '../../access/authorize-organization.js';
import type { User } from '../../management/index.js';
import type { Services } from '../../services.js';
import type { Person } from '../../access/load-person.js';
import { requireOperation } from '../../access/operations.js';
import { createDepartureCheck } from '../../members/departures.js';
import { situationOf } from '../../access/subject.js';
import { ProblemError } from '../../http/problem-error.js';

/** Up to this many members, each one's organizations are read too, which search results don't contain. */
const maxReadOneByOne = 10;

export async function previewRun(
  { settings, management, storage, people }: Pick<Services, 'settings' | 'management' | 'storage' | 'people'>,
  { actor, caller, call }: OrganizationContext,
  { operation, userIds }: { readonly operation: BulkOperation; readonly userIds: readonly string[] },
): Promise<readonly BulkItem[]> {
  const { policy } = settings;
  const { organizationId } = actor;
  const [found, changes, enabled] = await Promise.all([
    management.usersById.members(organizationId, userIds, call),
    storage.recent.read(organizationId, userIds),
    management.connections.enabledFor(organizationId, call),
  ]);
  const hasLeft = createDepartureCheck(management, organizationId, call);
  const users = new Map(found.map((user) => [user.userId, user]));

  async function judge(userId: string): Promise<BulkItem> {
    const user = users.get(userId);
    const change = changes.get(userId);
    if (!user || (await hasLeft(user, change))) return refusal(userId, 'profile_not_found');
    const otherOrganizations = await countOthers(user);
    if (otherOrganizations === null) return refusal(userId, 'profile_not_found');
    const current = { ...user, blocked: change?.blocked ?? user.blocked };
    const record = { user: current, organization: caller.organization, otherOrganizations, roles: [] };
    const person = await people.describe(record, enabled, call);
    return verdict(policy, actor, person, operation);
  }

  /** Returns `null` for a former member. In a larger run this shows only when the member is processed. */
  async function countOthers({ userId }: User): Promise<number | null> {
    if (userIds.length > maxReadOneByOne) return 0;
    const membership = await management.users.membership(userId, organizationId, call);
    return membership && membership.otherOrganizations;
  }

  return Promise.all(userIds.map(judge));
}

function verdict(policy: Policy, actor: Actor, person: Person, operation: BulkOperation): BulkItem {
  const { userId } = person.user;
  const situation = situationOf(policy, actor, person);
  const { actors, target, moment } = situation;
  const read = { actors, target, moment, operation: 'member.read', lastAdmin: false } as const;
  if (userId === actor.userId) return refusal(userId, 'yourself');
  if (decide(policy, read).effect === 'deny') return refusal(userId, 'not-allowed');
  try {
    requireOperation(policy, situation, person, operation);
    const { blocked } = person.user;
    const isDone = operation === 'member.block' ? blocked : operation === 'member.unblock' && !blocked;
    return isDone ? refusal(userId, 'already-done') : { userId, state: 'allowed' };
  } catch (reason) {
    if (reason instanceof ProblemError && reason.details.reason)
      return refusal(userId, reason.details.reason);
    throw reason;
  }
}

export function refusal(userId: string, reason: BulkRefusal): BulkItem & { readonly state: 'refused' } {
  return { userId, state: 'refused', reason };
}
