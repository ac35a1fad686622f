/**
 * Lets a request that must not happen twice be sent twice: the second one gets the first one's answer.
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
import type { Context } from 'hono';
import { ProblemError } from './problem-error.js';
import type { IdempotencyRecords } from '../storage/storage.js';
import type { AuthenticatedEnv } from './request.js';

const shape = /^[\x21-\x7e]{8,255}$/;

/**
 * Runs the task once for each key of this person; a failed one may be tried again. The answer is JSON. `sent` is the
 * body, where there is one: the same key with another body is another request.
 * @throws `idempotency_key_required`, `idempotency_key_reused`, `request_in_progress`
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
  // The same key of two people is two keys.
  const key = JSON.stringify([organizationId, userId, given]);
  const claim = await records.claim(key, await fingerprintOf(context, sent));
  if (claim.state === 'different') throw new ProblemError('idempotency_key_reused');
  if (claim.state === 'running') throw new ProblemError('request_in_progress', { retryAfter: 1 });
  if (claim.state === 'answered') return send(context, claim.answer.status, claim.answer.body);
  try {
    const { status, body } = await task();
    const text = JSON.stringify(body);
    await records.settle(key, { status, body: text });
    return send(context, status, text);
  } catch (reason) {
    await records.release(key);
    throw reason;
  }
}

/** A digest of the body, which may hold addresses. */
async function fingerprintOf({ req }: Context<AuthenticatedEnv>, sent: object | null): Promise<string> {
  const request = `${req.method} ${req.path}`;
  if (sent === null) return request;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(sent)));
  return `${request} ${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

function send(context: Context<AuthenticatedEnv>, status: number, body: string): Response {
  return context.body(body, status as 200, { 'content-type': 'application/json' });
}
