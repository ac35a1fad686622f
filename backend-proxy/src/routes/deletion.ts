/** Deleting the caller's own account: first what it would do, then the deed and its receipt. */
import type { Context } from 'hono';
import type { DeletionPlan, DeletionReceipt, DeletionStep } from '../../../src/contract/index.js';
import { resolveOperation } from '../../../src/policy/index.js';
import type { Actor } from '../actor.js';
import { recordChange } from '../middleware/audit.js';
import type { ProxyEnv } from '../middleware/request.js';
import { erasureId, requestErasure } from '../person/erasure.js';
import { isLastAdmin, organizationsLeft, whenAllowed } from '../person/last-admin.js';
import { lockPerson } from '../person/locks.js';
import { ProblemError } from '../problem-error.js';
import { identify, type RouteTools } from './tools.js';

const operation = 'profile.delete';

export function deletionRoutes({ settings, management, storage, authenticate, subjects }: RouteTools) {
  const { policy, erasure } = settings;
  const guard = { policy, management, locks: storage.locks };

  async function plan(context: Context<ProxyEnv>): Promise<Response> {
    const actor = await identify(authenticate, context);
    const call = context.get('call');
    const { person, situation } = await subjects.own(actor, call);
    const organizationIds = await organizationsLeft(guard, operation, person, call);
    const lastAdmin = await isLastAdmin(guard, actor.userId, organizationIds, call);
    const view = resolveOperation(policy, { ...situation, lastAdmin }, operation);
    if (!view) throw new ProblemError('operation_locked', { reason: 'not-allowed' });
    const { id, name, displayName } = person.organization;
    const answer: DeletionPlan = {
      operation: erasure ? { ...view, consequences: [...view.consequences, 'erases-product-data'] } : view,
      organization: { id, name, displayName },
      otherOrganizations: person.otherOrganizations,
    };
    return context.json(answer);
  }

  async function remove(context: Context<ProxyEnv>): Promise<Response> {
    const actor = await identify(authenticate, context);
    const call = context.get('call');
    const read = () => subjects.own(actor, call);
    const receipt = await whenAllowed(guard, operation, actor.organizationId, read, call, () =>
      lockPerson(storage.locks, actor.userId, () => carryOut(context, actor)),
    );
    await recordChange(settings, context, actor, { targetUserId: actor.userId, action: operation });
    return context.json(receipt);
  }

  async function carryOut(
    context: Context<ProxyEnv>,
    { userId, organizationId, expiresAt }: Actor,
  ): Promise<DeletionReceipt> {
    const call = context.get('call');
    const done: DeletionStep[] = [];
    if (erasure) {
      const id = await erasureId(organizationId, userId);
      await requestErasure(settings, erasure, { id, userId, organizationId }, call);
      done.push('product-data');
    }
    await management.users.delete(userId, call);
    await storage.recent.noteUser(userId, { deleted: true });
    done.push('account', 'memberships', 'sessions');
    return {
      id: context.get('requestId'),
      deletedAt: new Date().toISOString(),
      userId,
      done,
      notDone: ['other-systems', 'backups', 'issued-access-tokens'],
      accessTokensUntil: new Date(expiresAt * 1000).toISOString(),
    };
  }

  return { plan, remove };
}
