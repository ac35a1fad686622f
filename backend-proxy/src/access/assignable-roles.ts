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
import type { Actor } from './actor.js';
import type { CallContext, Management, Role } from '../management/index.js';

export interface RoleVerdict {
  readonly role: Role;
  /** `null`: it may be given. */
  readonly reason: LockReason | null;
}

type Asked = Pick<OperationQuestion, 'actors' | 'target' | 'moment'>;

/**
 * Judges those of the tenant's roles that `chosen` names, or all of them. `asked` is the situation the roles would be
 * given in: of a member, or of the organization for somebody who is invited. What an id names that is no role is
 * missing from the answer.
 */
export async function judgeRoles(
  policy: Policy,
  { roles }: Management,
  actor: Actor,
  asked: Asked,
  call: CallContext,
  chosen?: readonly string[],
): Promise<readonly RoleVerdict[]> {
  if (chosen?.length === 0) return [];
  const { actors, target, moment } = asked;
  const decision = decide(policy, { actors, target, moment, operation: 'roles.assign', lastAdmin: false });
  const closed = decision.effect === 'deny' && !isAllowed(decision) ? decision.reason : null;
  const wanted = (await roles.list(call)).filter(({ id }) => chosen?.includes(id) ?? true);
  return Promise.all(
    wanted.map(async (role) => {
      if (closed) return { role, reason: closed };
      const permissions = await roles.permissions(role.id, call);
      const reason = permissions.every((one) => covers(policy, actor, asked, one)) ? null : 'role-above-own';
      return { role, reason };
    }),
  );
}

/**
 * Whether the caller has a permission, or could do everything that it allows here. One the policy knows nothing of means
 * something elsewhere in the product, so only somebody who has it can give it.
 */
function covers(policy: Policy, actor: Actor, asked: Asked, permission: string): boolean {
  if (actor.permissions.includes(permission)) return true;
  const others = actorsOf(policy, [permission], false);
  return others.length > 0 && accessTo(policy, { ...asked, actors: others }).every((isOpen) => isOpen(asked));
}

/** Everything these actors may do, each as a question to others: whether they may do as much. */
function accessTo(policy: Policy, asked: Asked): ((other: Asked) => boolean)[] {
  const questions = [
    ...operations.map((operation) => ({ operation, lastAdmin: false })),
    ...Object.keys(policy.fields).flatMap((field) => actions.map((action) => ({ field, action }))),
  ];
  const access = ({ actors, target, moment }: Asked, question: (typeof questions)[number]) => {
    const decision = decide(policy, { actors, target, moment, ...question });
    return decision.effect === 'deny' && isAllowed(decision) ? 2 : accessOf(decision);
  };
  return questions.flatMap((question) => {
    const given = access(asked, question);
    return given > 0 ? [(other: Asked) => access(other, question) >= given] : [];
  });
}

/** After signing in again is allowed too. */
function isAllowed(decision: Decision): boolean {
  return decision.effect === 'allow' || decision.reason === 'step-up-required';
}
