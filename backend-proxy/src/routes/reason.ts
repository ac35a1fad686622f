import type { Context } from 'hono';
import { z } from 'zod';
import { readJson } from '../http/read-json.js';
import type { AuthenticatedEnv } from '../http/request.js';
import { ProblemError } from '../http/problem-error.js';

/** Why somebody acts on another, in their own words. */
export const reasonText = z.string().trim().min(1).max(500);

const bodyOfReason = z.strictObject({ reason: reasonText.optional() });

/** The body of a request that says no more than why. None at all says nothing. @throws `body_invalid` */
export async function readReason(context: Context<AuthenticatedEnv>): Promise<{ readonly reason?: string }> {
  if (context.req.raw.body === null || context.req.header('content-type') === undefined) return {};
  const body = bodyOfReason.safeParse(await readJson(context));
  if (!body.success) throw new ProblemError('body_invalid');
  const { reason } = body.data;
  return reason === undefined ? {} : { reason };
}
