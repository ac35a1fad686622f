/** What can be done about a person beside editing: the views a page shows, and the check each route makes again. */
import {
  resolveOperation,
  type LockReason,
  type Operation,
  type OperationView,
  type Policy,
  type EvaluationContext,
} from '../../../src/policy/index.js';
import { ProblemError } from '../http/problem-error.js';
import { assertAllowed } from './assert-allowed.js';
import type { Person } from './load-person.js';

/** In the order a page shows them. */
const own: readonly Operation[] = [
  'password.reset',
  'email.verify',
  'sessions.read',
  'sessions.revoke',
  'profile.export',
  'profile.delete',
  'roles.assign',
];
const onBehalf: readonly Operation[] = [
  'password.reset',
  'email.verify',
  'sessions.read',
  'sessions.revoke',
  'member.clear-lockout',
  'member.unblock',
  'member.mfa-reset',
  'roles.assign',
  'member.revoke-access',
  'member.block',
  'membership.remove',
  'user.delete',
];

/** Nobody does this to themselves: what people may do with their own account has names of its own. */
const onlyToOthers: ReadonlySet<Operation> = new Set<Operation>(
  onBehalf.filter((name) => !own.includes(name)),
);

type Asked = Pick<EvaluationContext, 'actors' | 'target' | 'moment'>;

export function operationsOf(policy: Policy, asked: Asked, person: Person): readonly OperationView[] {
  const names = (asked.actors.includes('self') ? own : onBehalf).filter(
    (name) => hasUse(name, person) && !isDone(name, person),
  );
  // Counting administrators costs calls, so it is left to the moment when somebody wants to go.
  return names.map((name) => operationOf(policy, asked, person, name)).filter((view) => view !== null);
}

/** One of them, with what is known of this person. `null` when nothing allows it. */
export function operationOf(
  policy: Policy,
  asked: Asked,
  person: Person,
  operation: Operation,
  lastAdmin = false,
): OperationView | null {
  const { actors, target, moment } = asked;
  const view = resolveOperation(policy, { actors, target, moment, lastAdmin }, operation);
  const reason = view?.allowed ? closedFor(operation, asked, person) : null;
  if (!view || !reason) return view;
  const { stepUp: _, ...locked } = view;
  return { ...locked, allowed: false, reason };
}

/** @throws `operation_locked`, `step_up_required` */
export function requireOperation(
  policy: Policy,
  { actors, target, moment }: Asked,
  person: Person,
  operation: Operation,
  lastAdmin = false,
): void {
  assertAllowed(policy, { actors, target, moment, operation, lastAdmin });
  const reason = closedFor(operation, { actors, target, moment }, person);
  if (reason) throw new ProblemError('operation_locked', { reason });
  if (!hasUse(operation, person)) throw new ProblemError('operation_locked', { reason: 'no-such-attribute' });
}

/** A mail needs an address to go to, and a verified one need not be verified again. */
function hasUse(operation: Operation, { user }: Person): boolean {
  const email = user.values.email ?? null;
  if (operation === 'password.reset') return email !== null;
  if (operation === 'email.verify') return email !== null && !user.verification.email;
  return true;
}

/** What is so already is not offered. Asking for it all the same is no failure. */
function isDone(operation: Operation, { user }: Person): boolean {
  if (operation === 'member.block') return user.blocked;
  return operation === 'member.unblock' && !user.blocked;
}

/**
 * A new password lifts an administrator's block, so nobody sends one to somebody who is blocked.
 * https://auth0.com/docs/manage-users/user-accounts/block-and-unblock-users
 */
function closedFor(operation: Operation, { actors }: Asked, { user }: Person): LockReason | null {
  if (actors.includes('self') && onlyToOthers.has(operation)) return 'not-allowed';
  const lifted = operation === 'password.reset' && user.blocked && !actors.includes('self');
  return lifted ? 'blocked' : null;
}
