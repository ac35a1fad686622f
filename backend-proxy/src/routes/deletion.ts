/** Deletion of one's own account: the plan, the deletion or its scheduling, and canceling. */
import type { Context } from 'hono';
import type { DeletionPlan, DeletionReceipt, PendingDeletion } from '../../../src/contract/index.js';
import { resolveOperation } from '../../../src/policy/index.js';
import type { Actor } from '../access/actor.js';
import { recordAuditEntry } from '../audit/record.js';
import type { AuthenticatedEnv } from '../http/request.js';
import type { ScheduledDeletions } from '../accounts/scheduled-deletions.js';
import { eraseAccount } from '../accounts/erase-account.js';
import { isLastAdmin, organizationsLeft, authorizeAndRun } from '../access/last-admin.js';
import type { Person } from '../access/load-person.js';
import { lockPerson } from '../access/locks.js';
import { ProblemError } from '../http/problem-error.js';
import type { StoredDeletion } from '../storage/storage.js';
import type { Services } from '../services.js';

const operation = 'profile.delete';
const dayMs = 24 * 60 * 60 * 1000;

export function deletionRoutes(services: Services, due: ScheduledDeletions) {
  const { settings, storage, subjects } = services;
  const { policy, erasure } = settings;

  async function plan(context: Context<AuthenticatedEnv>): Promise<Response> {
    const subject = await subjects.own(context.var);
    const { actor, call, person, situation } = subject;
    const organizationIds = await organizationsLeft(services, operation, subject);
    const lastAdmin = await isLastAdmin(services, actor.userId, organizationIds, call);
    const view = resolveOperation(policy, { ...situation, lastAdmin }, operation);
    if (!view) throw new ProblemError('operation_locked', { reason: 'not-allowed' });
    const { id, name, displayName } = person.organization;
    const answer: DeletionPlan = {
      operation: {
        ...view,
        consequences: [
          ...view.consequences,
          ...(person.user.linkedConnections.length > 0 ? (['removes-linked-identities'] as const) : []),
          ...(erasure ? (['erases-product-data'] as const) : []),
        ],
      },
      organization: { id, name, displayName },
      otherOrganizations: person.otherOrganizations,
      delayDays: policy.safeguards.deletionDelay,
    };
    return context.json(answer);
  }

  async function remove(context: Context<AuthenticatedEnv>): Promise<Response> {
    const actor = context.get('actor');
    const load = () => subjects.own(context.var);
    const later = policy.safeguards.deletionDelay > 0;
    return authorizeAndRun(services, { operation, ...actor, load }, ({ person }) =>
      later ? schedule(context, actor) : removeNow(context, actor, person),
    );
  }

  async function removeNow(
    context: Context<AuthenticatedEnv>,
    actor: Actor,
    { user }: Person,
  ): Promise<Response> {
    const { userId, expiresAt } = actor;
    const steps = await eraseAccount(services, actor, context.get('call'));
    const isLinked = user.linkedConnections.length > 0;
    const receipt: DeletionReceipt = {
      id: context.get('requestId'),
      // Auth0 deletes linked identities with the account.
      done: steps.flatMap((step) => (step === 'account' && isLinked ? [step, 'linked-identities'] : [step])),
      deletedAt: new Date().toISOString(),
      userId,
      notDone: ['other-systems', 'backups', 'issued-access-tokens'],
      accessTokensUntil: new Date(expiresAt * 1000).toISOString(),
    };
    await recordAuditEntry(settings, context, { targetUserId: userId, action: operation });
    return context.json(receipt);
  }

  /** Schedules the deletion. If one is scheduled already, its date stays. */
  async function schedule(context: Context<AuthenticatedEnv>, actor: Actor): Promise<Response> {
    const { userId, organizationId } = actor;
    const known = await storage.deletions.read(userId);
    if (known) return context.json(toPending(known), 202);
    const now = Date.now();
    const dueAt = new Date(now + policy.safeguards.deletionDelay * dayMs).toISOString();
    const deletion = {
      id: context.get('requestId'),
      userId,
      organizationId,
      requestedAt: new Date(now).toISOString(),
      dueAt,
      tryAt: dueAt,
    };
    await storage.deletions.note(deletion);
    due.wakeAt(dueAt);
    await recordAuditEntry(settings, context, {
      targetUserId: userId,
      action: 'profile.deletion-request',
    });
    return context.json(toPending(deletion), 202);
  }

  /** Needs no recent sign-in: canceling loses nothing. */
  async function cancel(context: Context<AuthenticatedEnv>): Promise<Response> {
    const actor = context.get('actor');
    const { userId } = actor;
    await subjects.own(context.var);
    // Not while the deletion is running.
    const isTaken = await lockPerson(storage.locks, userId, async () => {
      const known = await storage.deletions.read(userId);
      return known !== null && (await storage.deletions.take(userId, known.id));
    });
    if (isTaken) {
      await recordAuditEntry(settings, context, {
        targetUserId: userId,
        action: 'profile.deletion-cancel',
      });
    }
    return context.body(null, 204);
  }

  return { plan, remove, cancel };
}

const toPending = ({ requestedAt, dueAt }: StoredDeletion): PendingDeletion => ({ requestedAt, dueAt });
