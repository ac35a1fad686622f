/** Bulk actions: preview, start, progress, pause, resume, cancel. */
import type { Context } from 'hono';
import { z } from 'zod';
import { maxPreviewMembers, maxRunMembers, type BulkRun } from '../../../src/contract/index.js';
import { operationsWith } from '../../../src/policy/index.js';
import { previewRun } from '../operations/bulk/preview.js';
import type { ProgressStreams } from '../operations/bulk/progress-streams.js';
import type { BulkRunner } from '../operations/bulk/runner.js';
import { issuedTokensUntil, type Actor } from '../access/actor.js';
import { runOnce, type Attempt, type TaskAnswer } from '../http/idempotency.js';
import { readJson } from '../http/read-json.js';
import type { AuthenticatedEnv } from '../http/request.js';
import { requireReason } from '../operations/perform.js';
import { requireFreshSignIn } from '../access/assert-allowed.js';
import { judgeRoles } from '../access/assignable-roles.js';
import type { OrganizationContext } from '../access/authorize-organization.js';
import { ProblemError } from '../http/problem-error.js';
import type { StoredRun } from '../storage/storage.js';
import { noItems, readProgress, toView } from '../operations/bulk/progress.js';
import { reasonText, roleIds } from './request-parts.js';
import type { Services } from '../services.js';

/** The longest that Auth0 accepts. https://auth0.com/docs/api/management/v2/users/post-users */
const maxUserIdLength = 255;
/** Fits the maximum number of user IDs of the maximum length. */
const maxBytes = 2_700_000;

export const bulkRunBody = z
  .strictObject({
    operation: z.enum(operationsWith('bulk')),
    userIds: z.array(z.string().min(1).max(maxUserIdLength)).min(1).max(maxRunMembers),
    roles: z.strictObject({ add: roleIds, remove: roleIds }).optional(),
    reason: reasonText.optional(),
    preview: z.boolean().optional(),
  })
  .refine(({ preview, userIds }) => !preview || userIds.length <= maxPreviewMembers)
  .refine(({ operation, roles }) => (operation === 'roles.assign') === (roles !== undefined))
  .refine(({ roles }) => !roles?.add.some((id) => roles.remove.includes(id)));
type RequestBody = z.infer<typeof bulkRunBody>;

export const bulkRunChangeBody = z.strictObject({ state: z.enum(['paused', 'running']) });
const position = z.coerce.number().int().min(0).max(maxRunMembers).default(0);
export const bulkRunQuery = z.object({ after: position });

const idShape = /^[0-9a-f-]{36}$/;

/** Derives the ID of a run from its request, so that a repeated one finds the run that was started. */
async function runIdOf(key: string, since: number): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([key, since]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

export function bulkRunRoutes(services: Services, runner: BulkRunner, progress: ProgressStreams) {
  const { settings, storage, authorizeOrganization } = services;
  const { policy } = settings;

  async function create(context: Context<AuthenticatedEnv>): Promise<Response> {
    const actor = context.get('actor');
    const parsed = bulkRunBody.safeParse(await readJson(context, maxBytes));
    if (!parsed.success) throw new ProblemError('body_invalid');
    const body = { ...parsed.data, userIds: [...new Set(parsed.data.userIds)] };
    if (body.preview) context.set('isDryRun', true);
    if (body.reason !== undefined) context.set('auditReason', body.reason);
    const organization = await authorizeOrganization(context.var, 'bulk.run');
    requireFreshSignIn(policy, actor, body.operation);
    await requireAssignable(organization, body);
    if (body.preview) {
      const items = await previewRun(services, organization, body);
      const { operation } = body;
      const counts = { ...noItems };
      for (const { state } of items) counts[state] += 1;
      const answer: BulkRun = {
        id: null,
        operation,
        state: 'preview',
        startedAt: null,
        endedAt: null,
        counts,
        items,
        position: 0,
        accessTokensUntil: issuedTokensUntil(actor),
      };
      return context.json(answer);
    }
    requireReason(settings, body.operation, body.reason);
    return runOnce(context, storage.idempotency, (attempt) => start(actor, body, attempt), body);
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
    { key, repeatedSince, begin }: Attempt,
  ): Promise<TaskAnswer> {
    const id = await runIdOf(key, repeatedSince ?? (await begin()));
    const known = repeatedSince === null ? null : await storage.bulkRuns.read(actor.organizationId, id);
    if (known) return { status: 202, body: toView(known, 0) };
    const run = {
      id,
      actor,
      request: { operation, ...(roles && { roles }), ...(reason !== undefined && { reason }) },
      state: 'running',
      startedAt: new Date().toISOString(),
      endedAt: null,
      permissionsAtStart: null,
      current: null,
    } as const;
    await runner.start(run, userIds);
    const counts = { waiting: userIds.length, done: 0, refused: 0, failed: 0 };
    return { status: 202, body: toView({ ...run, counts }, 0) };
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

  async function read(context: Context<AuthenticatedEnv>): Promise<Response> {
    const run = await find(context);
    const query = bulkRunQuery.safeParse(context.req.query());
    if (!query.success) throw new ProblemError('query_invalid');
    return context.json(await readProgress(storage.bulkRuns, run, query.data.after));
  }

  async function events(context: Context<AuthenticatedEnv>): Promise<Response> {
    const run = await find(context);
    const after = position.safeParse(context.req.header('last-event-id'));
    if (!after.success) throw new ProblemError('query_invalid');
    const headers = {
      'content-type': 'text/event-stream',
      // `no-transform`: Express's compression would collect the events.
      'cache-control': 'no-store, no-transform',
      // nginx would collect the events.
      'x-accel-buffering': 'no',
    };
    // Hono answers HEAD with this handler and drops the body unread, which would keep the stream open.
    if (context.req.method === 'HEAD') return context.body(null, 200, headers);
    return context.body(progress.open(run, context.get('actor'), after.data), 200, headers);
  }

  async function update(context: Context<AuthenticatedEnv>): Promise<Response> {
    const parsed = bulkRunChangeBody.safeParse(await readJson(context));
    if (!parsed.success) throw new ProblemError('body_invalid');
    const { id, actor } = await find(context);
    await storage.bulkRuns.setPaused(actor.organizationId, id, parsed.data.state === 'paused');
    return context.json(toView(await find(context), 0));
  }

  async function cancel(context: Context<AuthenticatedEnv>): Promise<Response> {
    const { id, actor } = await find(context);
    await storage.bulkRuns.cancel(actor.organizationId, id);
    return context.body(null, 204);
  }

  return { create, read, events, update, cancel };
}
