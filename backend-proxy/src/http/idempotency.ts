/**
 * Idempotency-Key support: replays the stored response when a request is repeated.
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
import type { Context } from 'hono';
import { outcomeOf } from '../audit/outcome.js';
import { ProblemError } from './problem-error.js';
import type { IdempotencyRecords } from '../storage/storage.js';
import type { AuthenticatedEnv } from './request.js';

const shape = /^[\x21-\x7e]{8,255}$/;
/** Far longer than any request takes: a request without a response by then was interrupted. */
const runningSeconds = 60;

/** A request with an `Idempotency-Key`, as its task sees it. */
export interface Attempt {
  /** The key, with the actor it belongs to. */
  readonly key: string;
  /**
   * `null` at first. Otherwise an earlier request with this key may have been carried out, and this is when its first write
   * was about to be sent, in milliseconds since the epoch. The task must look what was done before it does anything.
   */
  readonly repeatedSince: number | null;
  /** Notes that a write is about to be made, and returns when that was first noted. Calls to Auth0 do so by themselves. */
  begin(): Promise<number>;
}

export interface TaskAnswer {
  readonly status: 200 | 202;
  readonly body: object;
  /** Part of the outcome is unknown: the answer isn't stored, and a retry looks again. */
  readonly isOpen?: boolean;
}

/**
 * Runs `task` at most once per actor and key, and responds with its JSON. Tasks that failed without an effect can be
 * retried. If the effect isn't known, because an answer of Auth0 or the process was lost, `task` runs again to find out.
 * Rejects a key reused with a different body.
 * @param sent - The parsed body, if there is one.
 * @throws {ProblemError} `idempotency_key_required`, `idempotency_key_reused`, or `request_in_progress`
 */
export async function runOnce(
  context: Context<AuthenticatedEnv>,
  records: IdempotencyRecords,
  task: (attempt: Attempt) => Promise<TaskAnswer>,
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
  if (claim.state === 'answered') return send(context, claim.answer.status, claim.answer.body);
  const repeatedSince = claim.state === 'unknown' ? claim.since : null;
  let hasBegun = false;
  const begin = async () => {
    const since = await records.begin(key);
    hasBegun = true;
    return since;
  };
  context.set('beforeWrite', async () => void (await begin()));
  const { status, body, isOpen } = await task({ key, repeatedSince, begin }).catch(
    async (reason: unknown) => {
      const isUnknown = repeatedSince !== null || (hasBegun && isOutcomeOpen(reason));
      // If this fails, the claim ends by itself.
      await (isUnknown ? records.suspend(key) : records.release(key)).catch(() => {});
      throw reason;
    },
  );
  const text = JSON.stringify(body);
  // If this fails, the key stays claimed: the task is done, and a retry finds out.
  await (isOpen ? records.suspend(key) : records.settle(key, { status, body: text }));
  return send(context, status, text);
}

function isOutcomeOpen(reason: unknown): boolean {
  return (
    outcomeOf(reason instanceof ProblemError ? reason : new ProblemError('internal'), true) === 'unknown'
  );
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
