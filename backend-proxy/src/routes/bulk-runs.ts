/** Bulk actions: preview, start, read progress, cancel. */
import type { Context } from 'hono';
import { z } from 'zod';
import type { BulkRun } from '../../../src/contract/index.js';
import { operationsWith } from '../../../src/policy/index.js';
import { previewRun } from '../operations/bulk/preview.js';
import type { BulkRunner } from '../operations/bulk/runner.js';
import type { Actor } from '../access/actor.js';
import { runOnce } from '../http/idempotency.js';
import { readJson } from '../http/read-json.js';
import type { AuthenticatedEnv } from '../http/request.js';
import { requireReason } from '../operations/perform.js';
import { requireFreshSignIn } from '../access/assert-allowed.js';
import { judgeRoles } from '../access/assignable-roles.js';
import type { OrganizationContext } from '../access/authorize-organization.js';
import { ProblemError } from '../http/problem-error.js';
import type { StoredRun } from '../storage/storage.js';
import { reasonText, roleIds } from './request-parts.js';
import type { Services } from '../services.js';

const maxMembers = 1_000;
/** Fits the maximum number of user IDs of the maximum length. */
const maxBytes = 1_100_000;

const requestBody = z
  .strictObject({
    operation: z.enum(operationsWith('bulk')),
    userIds: z.array(z.string().min(1).max(1_000)).min(1).max(maxMembers),
    roles: z.strictObject({ add: roleIds, remove: roleIds }).optional(),
    reason: reasonText.optional(),
    preview: z.boolean().optional(),
  })
  .refine(({ operation, roles }) => (operation === 'roles.assign') === (roles !== undefined))
  .refine(({ roles }) => !roles?.add.some((id) => roles.remove.includes(id)));
type RequestBody = z.infer<typeof requestBody>;

const idShape = /^[0-9a-f-]{36}$/;

export function bulkRunRoutes(services: Services, runner: BulkRunner) {
  const { settings, storage, authorizeOrganization } = services;
  const { policy } = settings;

  async function create(context: Context<AuthenticatedEnv>): Promise<Response> {
    const actor = context.get('actor');
    const parsed = requestBody.safeParse(await readJson(context, maxBytes));
    if (!parsed.success) throw new ProblemError('body_invalid');
    const body = { ...parsed.data, userIds: [...new Set(parsed.data.userIds)] };
    const organization = await authorizeOrganization(context.var, 'bulk.run');
    requireFreshSignIn(policy, actor, body.operation);
    await requireAssignable(organization, body);
    if (body.preview) {
      const items = await previewRun(services, organization, body);
      const { operation } = body;
      const answer: BulkRun = {
        id: null,
        operation,
        state: 'preview',
        startedAt: null,
        endedAt: null,
        items,
      };
      return context.json(answer);
    }
    requireReason(settings, body.operation, body.reason);
    return runOnce(context, storage.idempotency, () => start(actor, body), body);
  }

  /** Rejects a role the actor may not assign once, instead of for each member. */
  async function requireAssignable(organization: OrganizationContext, { roles }: RequestBody): Promise<void> {
    const chosen = new Set([...(roles?.add ?? []), ...(roles?.remove ?? [])]);
    const verdicts = await judgeRoles(services, organization, [...chosen]);
    if (verdicts.length < chosen.size) throw new ProblemError('body_invalid');
    const refused = verdicts.find(({ reason }) => reason !== null);
    if (refused?.reason) throw new ProblemError('operation_locked', { reason: refused.reason });
  }

  async function start(
    actor: Actor,
    { userIds, operation, roles, reason }: RequestBody,
  ): Promise<{ readonly status: 202; readonly body: BulkRun }> {
    const run: StoredRun = {
      id: crypto.randomUUID(),
      actor,
      request: { operation, ...(roles && { roles }), ...(reason !== undefined && { reason }) },
      state: 'running',
      startedAt: new Date().toISOString(),
      endedAt: null,
      items: userIds.map((userId) => ({ userId, state: 'waiting' })),
      permissionsAtStart: null,
      current: null,
    };
    await runner.start(run);
    return { status: 202, body: toView(run) };
  }

  /** @throws {ProblemError} `bulk_run_not_found`, also for a run of another organization. */
  async function find(context: Context<AuthenticatedEnv>): Promise<StoredRun> {
    const actor = context.get('actor');
    await authorizeOrganization(context.var, 'bulk.run');
    const id = context.req.param('runId') ?? '';
    const run = idShape.test(id) ? await storage.bulkRuns.read(actor.organizationId, id) : null;
    if (!run) throw new ProblemError('bulk_run_not_found');
    return run;
  }

  return {
    create,
    read: async (context: Context<AuthenticatedEnv>) => context.json(toView(await find(context))),
    cancel: async (context: Context<AuthenticatedEnv>) => {
      const { id, actor } = await find(context);
      await storage.bulkRuns.end(actor.organizationId, id, 'cancelled');
      return context.body(null, 204);
    },
  };
}

function toView({ id, request, state, startedAt, endedAt, items }: StoredRun): BulkRun {
  return { id, operation: request.operation, state, startedAt, endedAt, items };
}
