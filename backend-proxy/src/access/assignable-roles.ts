/** Which roles somebody may give: none that could do more than they can themselves. */
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
  /** `null`: it may be given. */
  readonly reason: LockReason | null;
}

type Situation = Pick<OperationQuestion, 'actors' | 'target' | 'moment'>;

/** Whom the roles are given to: a member, or the organization as a whole for an invitation. */
type AssignmentContext = RequestContext & { readonly situation: Situation };

/**
 * Judges those of the tenant's roles that `chosen` names, or all of them. `asked` is the situation the roles would be
 * given in: of a member, or of the organization for somebody who is invited. What an id names that is no role is
 * missing from the answer.
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
  const wanted = (await roles.list(context.call)).filter(({ id }) => chosen?.includes(id) ?? true);
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
 * Whether the caller has a permission, or could do everything that it allows here. One the policy knows nothing of means
 * something elsewhere in the product, so only somebody who has it can give it.
 */
function covers(policy: Policy, { actor, situation }: AssignmentContext, permission: string): boolean {
  if (actor.permissions.includes(permission)) return true;
  const others = actorsOf(policy, [permission], false);
  return (
    others.length > 0 &&
    accessTo(policy, { ...situation, actors: others }).every((isOpen) => isOpen(situation))
  );
}

/** Everything these actors may do, each as a question to others: whether they may do as much. */
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

/** After signing in again is allowed too. */
function isAllowed(decision: Decision): boolean {
  return decision.effect === 'allow' || decision.reason === 'step-up-required';
}
