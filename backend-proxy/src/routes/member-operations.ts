/** Operations on one member, each at its own path or as a de-provisioning level. */
import type { Context } from 'hono';
import { z } from 'zod';
import { memberOperationPaths } from '../../../src/contract/index.js';
import { deprovisionLevels, operationOfLevel, type SteppedOperation } from '../../../src/policy/index.js';
import { planDeprovision } from '../operations/deprovision/plan.js';
import { recordAuditEntry } from '../audit/record.js';
import { runOnce, type Attempt } from '../http/idempotency.js';
import { readJson } from '../http/read-json.js';
import type { AuthenticatedEnv } from '../http/request.js';
import { perform } from '../operations/perform.js';
import { performAgain } from '../operations/perform-again.js';
import { ProblemError } from '../http/problem-error.js';
import { loadSubject, readReason, reasonText } from './request-parts.js';
import type { Services } from '../services.js';

export const levelBody = z.strictObject({ level: z.enum(deprovisionLevels), reason: reasonText.optional() });

const pathOperations = Object.keys(memberOperationPaths) as (keyof typeof memberOperationPaths)[];

interface OperationRequest {
  readonly operation: SteppedOperation;
  readonly reason?: string | undefined;
}

export function memberOperationRoutes(services: Services) {
  const { settings, storage } = services;

  const route =
    (readRequest: (context: Context<AuthenticatedEnv>) => Promise<OperationRequest>) =>
    async (context: Context<AuthenticatedEnv>): Promise<Response> => {
      const actor = context.get('actor');
      const request = await readRequest(context);
      context.set('auditAction', request.operation);
      if (request.reason !== undefined) context.set('auditReason', request.reason);
      const userId = context.req.param('userId') ?? '';
      const act = async ({ repeatedSince }: Attempt) => {
        const performOnce = repeatedSince === null ? perform : performAgain;
        const receipt = await performOnce(services, {
          ...request,
          actor,
          userId,
          call: context.get('call'),
          record: (change) => recordAuditEntry(settings, context, change),
        });
        return { status: 200 as const, body: receipt };
      };
      return runOnce(context, storage.idempotency, act, request);
    };

  const act = (operation: SteppedOperation) =>
    route(async (context) => ({ operation, ...(await readReason(context)) }));

  async function plan(context: Context<AuthenticatedEnv>): Promise<Response> {
    const subject = await loadSubject(services, context);
    return context.json(await planDeprovision(services, subject));
  }

  return {
    byPath: pathOperations.map((operation) => ({
      path: memberOperationPaths[operation],
      operation,
      perform: act(operation),
    })),
    plan,
    deprovision: route(async (context) => {
      const body = levelBody.safeParse(await readJson(context));
      if (!body.success) throw new ProblemError('body_invalid');
      const { level, reason } = body.data;
      return { operation: operationOfLevel[level], reason };
    }),
  };
}
