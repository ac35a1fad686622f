/** Plans each level of de-provisioning for one member, without changing anything. */
import type {
  DeprovisionLevel,
  DeprovisionLevelPlan,
  DeprovisionPlan,
  DeprovisionStep,
} from '../../../../src/contract/index.js';
import {
  deprovisionLevels,
  hasTrait,
  operationOfLevel,
  operationTable,
  visibleText,
} from '../../../../src/policy/index.js';
import { invitationsTo, mayRevokeInvitations } from '../invitations.js';
import type { Services } from '../../services.js';
import { issuedTokensUntil } from '../../access/actor.js';
import { isLastAdmin, organizationsLeft } from '../../access/last-admin.js';
import { operationOf } from '../../access/operations.js';
import type { Subject } from '../../access/subject.js';
import { ProblemError } from '../../http/problem-error.js';
import { regainPathsAfter, isFederated, type WayIn } from './regain-paths.js';
import { connectionClassOf } from '../../access/connection-class.js';
import type { Person } from '../../access/load-person.js';
import type { CallContext, Management } from '../../management/index.js';

/** @throws `operation_locked` if the caller has no level */
export async function planDeprovision(
  services: Pick<Services, 'settings' | 'management' | 'pending'>,
  subject: Subject,
): Promise<DeprovisionPlan> {
  const { settings, management, pending } = services;
  const { policy } = settings;
  const { person, situation, call } = subject;
  const { target, signIn, user, organization } = person;

  const open = deprovisionLevels.filter(
    (level) => operationOf(policy, situation, person, operationOfLevel[level]) !== null,
  );
  if (open.length === 0) throw new ProblemError('operation_locked', { reason: 'not-allowed' });

  // Load facts only if one of the levels that depend on them is open.
  const leaves = open.some((level) => hasTrait(operationOfLevel[level], 'ends-administration'));
  const takesOut = open.some((level) => hasTrait(operationOfLevel[level], 'ends-membership'));
  const lastAdmin = async (level: DeprovisionLevel) => {
    if (!leaves) return false;
    const organizationIds = await organizationsLeft(services, operationOfLevel[level], subject);
    return isLastAdmin(services, user.userId, organizationIds, call);
  };
  const lastHere = await lastAdmin('remove');
  const lastAnywhere = target.shared ? await lastAdmin('delete') : lastHere;
  const waysIn = await waysInto(management, organization.id, person, call);
  const invited = takesOut && (await invitationsTo(pending, person, call)).length > 0;
  const revokes = mayRevokeInvitations(policy, subject);
  const facts = {
    waysIn,
    hasDirectory: target.connection.directoryOwned.length > 0,
    invited: invited && !revokes,
  };

  const plans = open.flatMap((level): Omit<DeprovisionLevelPlan, 'recommended'>[] => {
    const counted = level === 'remove' ? lastHere : lastAnywhere;
    const operation = operationOf(policy, situation, person, operationOfLevel[level], counted);
    if (!operation) return [];
    const steps = levelSteps(level).filter((step) => {
      if (step === 'revoke-invitations') return invited && revokes;
      if (step === 'delete-linked-identities') return user.linkedConnections.length > 0;
      return step !== 'block-account' || !user.blocked;
    });
    return [{ level, operation, steps, regainPaths: regainPathsAfter(level, facts) }];
  });
  const recommended = recommend(
    plans,
    waysIn.some((way) => isFederated(way.class)),
  );
  return {
    person: {
      userId: user.userId,
      name: visibleText(policy, situation, 'name'),
      email: visibleText(policy, situation, 'email'),
      picture: visibleText(policy, situation, 'picture'),
    },
    connection: { class: signIn.class, label: signIn.label },
    accessTokensUntil: issuedTokensUntil(subject.actor),
    levels: plans.map((plan) => ({ ...plan, recommended: plan.level === recommended })),
  };
}

/** The primary identity, and linked ones whose connections the organization has. Any of them is a way back. */
async function waysInto(
  { connections }: Pick<Management, 'connections'>,
  organizationId: string,
  { user, target: { connection } }: Person,
  call: CallContext,
): Promise<readonly WayIn[]> {
  const enabled = await connections.enabledFor(organizationId, call);
  const joinsAtLogin = enabled.some((row) => row.name === connection.name && row.joinsAtLogin);
  const linked = enabled.filter(
    ({ name }) => name !== connection.name && user.linkedConnections.includes(name),
  );
  const others = linked.map(async (row): Promise<WayIn> => {
    const details = await connections.read(row.connectionId, call);
    const attributeSync = details?.attributeSync ?? 'each-login';
    return { class: connectionClassOf(row.strategy), attributeSync, joinsAtLogin: row.joinsAtLogin };
  });
  return [{ ...connection, joinsAtLogin }, ...(await Promise.all(others))];
}

function levelSteps(level: DeprovisionLevel): readonly DeprovisionStep[] {
  return operationTable[operationOfLevel[level]].steps;
}

/**
 * Recommends the mildest level that lasts: removing, or blocking if the next sign-in would undo a removal. For federated
 * users it is always blocking.
 */
function recommend(
  plans: readonly Omit<DeprovisionLevelPlan, 'recommended'>[],
  federated: boolean,
): DeprovisionLevel | null {
  const open = plans.filter(({ operation }) => operation.allowed);
  const order: readonly DeprovisionLevel[] = federated ? ['block', 'remove'] : ['remove', 'block'];
  const candidates = order.flatMap((level) => open.find((plan) => plan.level === level) ?? []);
  const lasting = federated ? candidates[0] : candidates.find((plan) => plan.regainPaths.length === 0);
  return (lasting ?? candidates[0])?.level ?? null;
}
