/** Parts of a request that several routes read: the person it is about, role IDs, and the reason. */
import type { Context } from 'hono';
import { z } from 'zod';
import type { Subject } from '../access/subject.js';
import { ProblemError } from '../http/problem-error.js';
import { readJson } from '../http/read-json.js';
import type { AuthenticatedEnv } from '../http/request.js';
import type { Services } from '../services.js';

/**
 * Loads the member in the path (`/v1/members/{userId}/…`), or the caller if the path names no one (`/v1/profile/…`).
 * @throws {ProblemError} `profile_not_found`, `operation_locked`, or `user_blocked`.
 */
export function loadSubject(
  { subjects }: Pick<Services, 'subjects'>,
  context: Context<AuthenticatedEnv>,
): Promise<Subject> {
  const userId = context.req.param('userId');
  return userId === undefined ? subjects.own(context.var) : subjects.member(context.var, userId);
}

/** Why an actor changes another person's account, for the activity log. */
export const reasonText = z.string().trim().min(1).max(500);

/** Auth0's limit of roles per member. */
const maxRoles = 50;
export const roleIds = z.array(z.string().min(1).max(100)).max(maxRoles);

export const reasonBody = z.strictObject({ reason: reasonText.optional() });

/**
 * Reads a body that holds nothing but an optional reason. No body is fine too.
 * @throws {ProblemError} `body_invalid`, and what `readJson` throws.
 */
export async function readReason(context: Context<AuthenticatedEnv>): Promise<{ readonly reason?: string }> {
  if (context.req.raw.body === null || context.req.header('content-type') === undefined) return {};
  const body = reasonBody.safeParse(await readJson(context));
  if (!body.success) throw new ProblemError('body_invalid');
  const { reason } = body.data;
  if (reason === undefined) return {};
  context.set('auditReason', reason);
  return { reason };
}
