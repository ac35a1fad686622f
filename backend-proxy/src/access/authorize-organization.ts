/** What a caller may do about the organization as a whole: its list of members, its invitations, its activity. */
import {
  actorsOf,
  operationsOn,
  resolveOperations,
  type OperationContext,
  type OperationView,
  type Policy,
} from '../../../src/policy/index.js';
import { momentOf, type Actor } from './actor.js';
import type { CallContext } from '../management/index.js';
import { ProblemError } from '../http/problem-error.js';
import { assertAllowed } from './assert-allowed.js';
import type { Person } from './load-person.js';
import type { RequireActiveMember } from './active-member-check.js';

const organizationOperations = operationsOn('organization');
type OrganizationOperation = (typeof organizationOperations)[number];

/**
 * No one person is concerned, so a rule's conditions are asked of whoever acts: the connection they sign in through, the
 * roles they have, the organization they signed in to.
 */
export function organizationSituation(policy: Policy, actor: Actor, { target }: Person): OperationContext {
  return {
    actors: actorsOf(policy, actor.permissions, false),
    target: { ...target, shared: false },
    moment: momentOf(actor),
    lastAdmin: false,
  };
}

export function organizationOperationsOf(
  policy: Policy,
  actor: Actor,
  caller: Person,
): readonly OperationView[] {
  return resolveOperations(policy, organizationSituation(policy, actor, caller), organizationOperations);
}

/** Lets a caller through who may do one of these things at this moment, and answers who they are. */
export type AuthorizeOrganization = (
  actor: Actor,
  operation: OrganizationOperation,
  call: CallContext,
) => Promise<Person>;

/** @throws `operation_locked`, `step_up_required`, `user_blocked`, or `profile_not_found` for somebody who is no member any more */
export function createOrganizationAuthorizer(
  policy: Policy,
  requireActiveMember: RequireActiveMember,
): AuthorizeOrganization {
  return async function authorizeOrganization(actor, operation, call) {
    // Without a role there is nothing to find out.
    if (actorsOf(policy, actor.permissions, false).length === 0) {
      throw new ProblemError('operation_locked', { reason: 'not-allowed' });
    }
    const caller = await requireActiveMember(actor, call);
    assertAllowed(policy, { ...organizationSituation(policy, actor, caller), operation });
    return caller;
  };
}
