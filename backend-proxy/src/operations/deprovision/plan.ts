/** What each rung of the ladder would do to somebody, found out without doing any of it. */
import { rungs, type DeprovisionPlan, type Rung, type RungPlan } from '../../../../src/contract/index.js';
import { endsAdministration, shownText } from '../../../../src/policy/index.js';
import type { CallContext } from '../../management/index.js';
import { invitationsTo, mayRevokeInvitations } from '../invitations.js';
import type { Performer } from '../performer.js';
import { stepsOf, type MemberOperation } from '../steps.js';
import { isLastAdmin, organizationsLeft } from '../../access/last-admin.js';
import { operationOf } from '../../access/operations.js';
import type { Subject } from '../../access/subject.js';
import { ProblemError } from '../../http/problem-error.js';
import { comesBack, isFederated } from './regain-paths.js';

export const operationOfRung = {
  remove: 'membership.remove',
  'revoke-access': 'member.revoke-access',
  block: 'member.block',
  delete: 'user.delete',
} as const satisfies Record<Rung, MemberOperation>;

/** @throws `operation_locked` for callers to whom no rung is open */
export async function planDeprovision(
  performer: Performer,
  subject: Subject,
  call: CallContext,
): Promise<DeprovisionPlan> {
  const { settings, management, pending } = performer;
  const { policy } = settings;
  const { person, situation } = subject;
  const { target, connectionLabel, user, organization } = person;

  const open = rungs.filter((rung) => operationOf(policy, situation, person, operationOfRung[rung]) !== null);
  if (open.length === 0) throw new ProblemError('operation_locked', { reason: 'not-allowed' });

  // What only some rungs depend on is looked for only where one of them is open.
  const leaves = open.some((rung) => endsAdministration.has(operationOfRung[rung]));
  const takesOut = open.some((rung) => rung === 'remove' || rung === 'delete');
  const lastAdmin = async (rung: Rung) => {
    if (!leaves) return false;
    const organizationIds = await organizationsLeft({ management }, operationOfRung[rung], person, call);
    return isLastAdmin({ policy, management }, user.userId, organizationIds, call);
  };
  const lastHere = await lastAdmin('remove');
  const lastAnywhere = target.shared ? await lastAdmin('delete') : lastHere;
  const enabled = await management.connections.enabledFor(organization.id, call);
  const invited = takesOut && (await invitationsTo(pending, person, call)).length > 0;
  const revokes = mayRevokeInvitations(policy, subject);
  const facts = {
    connection: target.connection,
    enabled: enabled.find(({ name }) => name === target.connection.name),
    invited: invited && !revokes,
  };

  const plans = open.flatMap((rung): Omit<RungPlan, 'recommended'>[] => {
    const counted = rung === 'remove' ? lastHere : lastAnywhere;
    const operation = operationOf(policy, situation, person, operationOfRung[rung], counted);
    if (!operation) return [];
    const steps = stepsOf[operationOfRung[rung]].filter((step) => {
      if (step === 'revoke-invitations') return invited && revokes;
      return step !== 'block-account' || !user.blocked;
    });
    return [{ rung, operation, steps, comesBack: comesBack(rung, facts) }];
  });
  const recommended = recommend(plans, isFederated(target.connection));
  return {
    person: {
      userId: user.userId,
      name: shownText(policy, situation, 'name'),
      email: shownText(policy, situation, 'email'),
      picture: shownText(policy, situation, 'picture'),
    },
    connection: { class: target.connection.class, label: connectionLabel },
    rungs: plans.map((plan) => ({ ...plan, recommended: plan.rung === recommended })),
  };
}

/**
 * Removing is the mildest way that keeps somebody out; where the next sign-in would undo it, and of federated people
 * always, it is blocking.
 */
function recommend(plans: readonly Omit<RungPlan, 'recommended'>[], federated: boolean): Rung | null {
  const open = plans.filter(({ operation }) => operation.allowed);
  const order: readonly Rung[] = federated ? ['block', 'remove'] : ['remove', 'block'];
  const candidates = order.flatMap((rung) => open.find((plan) => plan.rung === rung) ?? []);
  const lasting = federated ? candidates[0] : candidates.find((plan) => plan.comesBack.length === 0);
  return (lasting ?? candidates[0])?.rung ?? null;
}
