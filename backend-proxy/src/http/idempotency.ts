/**
 * Idempotency-Key support: replays the stored response when a request is repeated.
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
import type { Context } from 'hono';
import { ProblemError } from './problem-error.js';
import type { IdempotencyRecords } from '../storage/storage.js';
import type { AuthenticatedEnv } from './request.js';

const shape = /^[\x21-\x7e]{8,255}$/;
/** Far longer than any request takes: a request without a response by then was interrupted. */
const runningSeconds = 60;

/**
 * Runs `task` at most once per actor and key, and responds with its JSON. Failed tasks can be retried. Rejects a key
 * reused with a different body.
 * @param sent - The parsed body, if there is one.
 * @throws {ProblemError} `idempotency_key_required`, `idempotency_key_reused`, `request_in_progress`, or
 *   `outcome_unknown` if the process died while it carried out a request with this key.
 */
export async function runOnce(
  context: Context<AuthenticatedEnv>,
  records: IdempotencyRecords,
  task: () => Promise<{ readonly status: 200 | 202; readonly body: object }>,
  sent: object | null = null,
): Promise<Response> {
  const given = context.req.header('idempotency-key') ?? '';
  if (!shape.test(given)) throw new ProblemError('idempotency_key_required');
  const { userId, organizationId } = context.get('actor');
  // Keys of different actors are independent.
  const key = JSON.stringify([organizationId, userId, given]);
  const claim = await records.claim(key, await fingerprintOf(context, sent), runningSeconds);
  if (claim.state === 'different') throw new ProblemError('idempotency_key_reused');
  if (claim.state === 'running') throw new ProblemError('request_in_progress', { retryAfter: 1 });
  if (claim.state === 'unknown') throw new ProblemError('outcome_unknown');
  if (claim.state === 'answered') return send(context, claim.answer.status, claim.answer.body);
  const { status, body } = await task().catch(async (reason: unknown) => {
    await records.release(key);
    throw reason;
  });
  const text = JSON.stringify(body);
  // If this fails, the key stays claimed: the task is done, and a retry would do it again.
  await records.settle(key, { status, body: text });
  return send(context, status, text);
}

/** Returns method, path, and a digest of the body. A digest, because the body may hold email addresses. */
async function fingerprintOf({ req }: Context<AuthenticatedEnv>, sent: object | null): Promise<string> {
  const request = `${req.method} ${req.path}`;
  if (sent === null) return request;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(sent)));
  return `${request} ${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

function send(context: Context<AuthenticatedEnv>, status: number, body: string): Response {
  return context.body(body, status as 200, { 'content-type': 'application/json' });
}
