/** Decides which roles an actor may assign: none that allows more than the actor is allowed to do. */
import {
  accessOf,
  actions,
  actorsOf,
  decide,
  operations,
  type Decision,
  type LockReason,
  type OperationQuestion,
  type Policy,
} from '../../../src/policy/index.js';
import type { Role } from '../management/index.js';
import type { Services } from '../services.js';
import type { RequestContext } from '../http/request.js';

export interface RoleVerdict {
  readonly role: Role;
  /** `null` if the role may be assigned. */
  readonly reason: LockReason | null;
}

type Situation = Pick<OperationQuestion, 'actors' | 'target' | 'moment'>;

/** The situation is that of the member who gets the roles, or of the organization as a whole for an invitation. */
type AssignmentContext = RequestContext & { readonly situation: Situation };

/**
 * Decides for each role of the tenant and of the organization, or only for the `chosen` ones, whether the actor may assign it.
 * @param chosen - IDs of roles. IDs of unknown roles are missing from the result.
 */
export async function judgeRoles(
  { settings: { policy }, management: { roles } }: Pick<Services, 'settings' | 'management'>,
  context: AssignmentContext,
  chosen?: readonly string[],
): Promise<readonly RoleVerdict[]> {
  if (chosen?.length === 0) return [];
  const { actors, target, moment } = context.situation;
  const decision = decide(policy, { actors, target, moment, operation: 'roles.assign', lastAdmin: false });
  const closed = decision.effect === 'deny' && !isAllowed(decision) ? decision.reason : null;
  const wanted = (await roles.list(context.actor.organizationId, context.call)).filter(
    ({ id }) => chosen?.includes(id) ?? true,
  );
  return Promise.all(
    wanted.map(async (role) => {
      if (closed) return { role, reason: closed };
      const permissions = await roles.permissions(role.id, context.call);
      const reason = permissions.every((one) => covers(policy, context, one)) ? null : 'role-above-own';
      return { role, reason };
    }),
  );
}

/**
 * Returns whether the actor has a permission, or is allowed everything that the permission allows here. A permission
 * that the policy doesn't mention has a meaning elsewhere in the product, so only an actor who has it can assign it.
 */
function covers(policy: Policy, { actor, situation }: AssignmentContext, permission: string): boolean {
  if (actor.permissions.includes(permission)) return true;
  const others = actorsOf(policy, [permission], false);
  return (
    others.length > 0 &&
    accessTo(policy, { ...situation, actors: others }).every((isOpen) => isOpen(situation))
  );
}

/** Returns a check for everything these actors may do: whether other actors may do as much. */
function accessTo(policy: Policy, situation: Situation): ((other: Situation) => boolean)[] {
  const questions = [
    ...operations.map((operation) => ({ operation, lastAdmin: false })),
    ...Object.keys(policy.fields).flatMap((field) => actions.map((action) => ({ field, action }))),
  ];
  const access = ({ actors, target, moment }: Situation, question: (typeof questions)[number]) => {
    const decision = decide(policy, { actors, target, moment, ...question });
    return decision.effect === 'deny' && isAllowed(decision) ? 2 : accessOf(decision);
  };
  return questions.flatMap((question) => {
    const given = access(situation, question);
    return given > 0 ? [(other: Situation) => access(other, question) >= given] : [];
  });
}

/** Counts as allowed if only a sign-in is missing. */
function isAllowed(decision: Decision): boolean {
  return decision.effect === 'allow' || decision.reason === 'step-up-required';
}
