/** Authorizes operations on the organization as a whole: its member list, invitations, activity log, bulk actions. */
import {
  actorsOf,
  operationsOn,
  resolveOperations,
  type OperationContext,
  type OperationView,
  type Policy,
} from '../../../src/policy/index.js';
import { momentOf, type Actor } from './actor.js';
import type { RequestContext } from '../http/request.js';
import { ProblemError } from '../http/problem-error.js';
import { assertAllowed } from './assert-allowed.js';
import type { Person } from './load-person.js';
import type { RequireActiveMember } from './active-member-check.js';

const organizationOperations = operationsOn('organization');
type OrganizationOperation = (typeof organizationOperations)[number];

/**
 * There is no target person, so the conditions of rules (connection, roles, organization) are evaluated for the caller.
 */
function organizationSituation(policy: Policy, actor: Actor, { target }: Person): OperationContext {
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

/** An authorized request about the organization as a whole. */
export interface OrganizationContext extends RequestContext {
  /** The actor as a member, as read from Auth0. */
  readonly caller: Person;
  readonly situation: OperationContext;
}

/** Checks that the actor is an active member who may perform the operation right now. */
export type AuthorizeOrganization = (
  request: RequestContext,
  operation: OrganizationOperation,
) => Promise<OrganizationContext>;

/**
 * Creates the check.
 * @throws {ProblemError} `operation_locked`, `step_up_required`, `user_blocked`, or `profile_not_found` for a former
 * member.
 */
export function createOrganizationAuthorizer(
  policy: Policy,
  requireActiveMember: RequireActiveMember,
): AuthorizeOrganization {
  return async function authorizeOrganization({ actor, call }, operation) {
    // Without a role nothing is allowed, so no call is needed.
    if (actorsOf(policy, actor.permissions, false).length === 0) {
      throw new ProblemError('operation_locked', { reason: 'not-allowed' });
    }
    const caller = await requireActiveMember({ actor, call });
    const situation = organizationSituation(policy, actor, caller);
    assertAllowed(policy, { ...situation, operation });
    return { actor, call, caller, situation };
  };
}
