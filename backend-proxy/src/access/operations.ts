/** Operation views for a profile, and the check that each route repeats. */
import {
  factsOf,
  operationsOn,
  resolveOperation,
  type LockReason,
  type MemberState,
  type Operation,
  type OperationView,
  type Policy,
  type EvaluationContext,
} from '../../../src/policy/index.js';
import { ProblemError } from '../http/problem-error.js';
import { assertAllowed } from './assert-allowed.js';
import type { Person } from './load-person.js';

const own = operationsOn('own');
const onBehalf = operationsOn('onBehalf');

/** Operations that people can't do to their own account, which has operations of its own. */
const onlyToOthers: ReadonlySet<Operation> = new Set(
  onBehalf.filter((name) => !factsOf(name).surfaces.includes('own')),
);

type OperationSituation = Pick<EvaluationContext, 'actors' | 'target' | 'moment'>;

export function operationsOf(
  policy: Policy,
  situation: OperationSituation,
  person: Person,
): readonly OperationView[] {
  const surface: readonly Operation[] = situation.actors.includes('self') ? own : onBehalf;
  const names = surface.filter((name) => useOf(name, person) === 'useful');
  // Counting admins costs calls, so it waits until someone opens the dialog.
  return names.map((name) => operationOf(policy, situation, person, name)).filter((view) => view !== null);
}

/** Returns the view of one operation for a person, or `null` if no rule allows it. */
export function operationOf(
  policy: Policy,
  situation: OperationSituation,
  person: Person,
  operation: Operation,
  lastAdmin = false,
): OperationView | null {
  const { actors, target, moment } = situation;
  const view = resolveOperation(policy, { actors, target, moment, lastAdmin }, operation);
  const reason = view?.allowed ? closedFor(operation, situation, person) : null;
  if (!view || !reason) return view;
  const { stepUp: _, ...locked } = view;
  return { ...locked, allowed: false, reason };
}

/** @throws `operation_locked`, `step_up_required` */
export function requireOperation(
  policy: Policy,
  { actors, target, moment }: OperationSituation,
  person: Person,
  operation: Operation,
  lastAdmin = false,
): void {
  assertAllowed(policy, { actors, target, moment, operation, lastAdmin });
  const reason = closedFor(operation, { actors, target, moment }, person);
  if (reason) throw new ProblemError('operation_locked', { reason });
  if (useOf(operation, person) === 'impossible')
    throw new ProblemError('operation_locked', { reason: 'no-such-attribute' });
}

/** `done`: not offered, and allowed all the same, because a second request is no failure. `impossible`: refused. */
type Use = 'useful' | 'done' | 'impossible';

/** Lockouts and authenticators cost calls of their own, so only the member's page looks at them. */
const uses: Readonly<Record<MemberState, (user: Person['user']) => Use>> = {
  everyone: () => 'useful',
  'with-email': ({ values }) => (values.email ? 'useful' : 'impossible'),
  unverified: ({ values, verification }) => (values.email && !verification.email ? 'useful' : 'impossible'),
  blocked: ({ blocked }) => (blocked ? 'useful' : 'done'),
  'not-blocked': ({ blocked }) => (blocked ? 'done' : 'useful'),
  'locked-out': () => 'useful',
  'with-authenticator': () => 'useful',
};

function useOf(operation: Operation, { user }: Person): Use {
  return uses[factsOf(operation).appliesTo](user);
}

/**
 * Returns why an operation is closed for a person although the policy allows it. A new password would lift an admin's
 * block, so a blocked person gets no reset.
 * https://auth0.com/docs/manage-users/user-accounts/block-and-unblock-users
 */
function closedFor(
  operation: Operation,
  { actors }: OperationSituation,
  { user }: Person,
): LockReason | null {
  if (actors.includes('self') && onlyToOthers.has(operation)) return 'not-allowed';
  const lifted = operation === 'password.reset' && user.blocked && !actors.includes('self');
  return lifted ? 'blocked' : null;
}
