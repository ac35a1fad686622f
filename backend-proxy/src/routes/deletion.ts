/** Deleting the caller's own account: first what it would do, then the deed and its receipt. */
import type { Context } from 'hono';
import type { DeletionPlan, DeletionReceipt, DeletionStep } from '../../../src/contract/index.js';
import { administratorPermissions, resolveOperation } from '../../../src/policy/index.js';
import type { Actor } from '../actor.js';
import type { CallContext } from '../management/index.js';
import { recordChange } from '../middleware/audit.js';
import type { ProxyEnv } from '../middleware/request.js';
import { requestErasure } from '../person/erasure.js';
import { requireOperation } from '../person/operations.js';
import { ProblemError } from '../problem-error.js';
import { identify, type RouteTools } from './tools.js';

const operation = 'profile.delete';

export function deletionRoutes({ settings, management, authenticate, subjects, writes }: RouteTools) {
  const { policy, erasure } = settings;
  const administrators = administratorPermissions(policy);

  /** In any of the organizations: an account serves them all. */
  async function isLastAdmin({ userId }: Actor, call: CallContext): Promise<boolean> {
    if (!policy.safeguards.lastAdmin || administrators.length === 0) return false;
    for (const organizationId of await management.users.organizationIds(userId, call)) {
      const person = { userId, organizationId };
      if (await management.administrators.isLast(person, administrators, call)) return true;
    }
    return false;
  }

  async function plan(context: Context<ProxyEnv>): Promise<Response> {
    const actor = await identify(authenticate, context);
    const { person, situation } = await subjects.own(actor, context.get('call'));
    const view = resolveOperation(
      policy,
      { ...situation, lastAdmin: await isLastAdmin(actor, context.get('call')) },
      operation,
    );
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
    // One at a time for the organization as well: the last two administrators must not go at once.
    return writes.run(`organization ${actor.organizationId}`, () =>
      writes.run(actor.userId, () => removeNow(context, actor)),
    );
  }

  async function removeNow(context: Context<ProxyEnv>, actor: Actor): Promise<Response> {
    const call = context.get('call');
    const { person, situation } = await subjects.own(actor, call);
    // What is closed anyway is told without the cost of counting.
    requireOperation(policy, situation, person, operation);
    requireOperation(policy, situation, person, operation, await isLastAdmin(actor, call));
    const receipt = await carryOut(context, actor);
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
      // The product may hear of it more than once: the id stays the same for the same account.
      const id = await digest(`${organizationId} ${userId}`);
      await requestErasure(settings, erasure, { id, userId, organizationId }, call);
      done.push('product-data');
    }
    await management.users.delete(userId, call);
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

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return `erasure_${[...bytes.subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
