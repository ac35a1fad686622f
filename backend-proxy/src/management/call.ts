/**
 * How every call to the Management API is made: our own retry rule instead of the SDK's, a deadline over all
 * attempts, and answers that are checked before anything believes them.
 */
import type { z } from 'zod';
import { ProblemError } from '../http/problem-error.js';

/** What the calls of one incoming request share. */
export interface CallContext {
  /** Travels as X-Correlation-ID, which Auth0 writes to the tenant's log. */
  readonly correlationId: string;
  /** When the request gives up, in milliseconds since the epoch. */
  readonly deadline: number;
  /** Nobody waits for the answer: the calls of those who do go first. */
  readonly background?: true;
  /** How long one attempt may take, where the deadline is far off. */
  readonly requestTimeoutMs?: number;
}

/** The part of the SDK's request options we use. */
export interface RequestOptions {
  readonly abortSignal: AbortSignal;
  readonly maxRetries: 0;
  readonly timeoutInSeconds: number;
  readonly headers: Record<string, string>;
}

export interface Call<T> {
  /** Only a read is repeated when nobody knows whether it arrived. */
  readonly kind: 'read' | 'write';
  /** Not every plan has this endpoint: a 403 that is not about scopes is a refusal, and no fault of the operator's. */
  readonly dependsOnPlan?: true;
  readonly answer: z.ZodType<T>;
  readonly run: (options: RequestOptions) => PromiseLike<unknown>;
}

/** A refusal by Auth0 that the noun's own file has to interpret: 400, 404, 409, or 403 for lack of a plan. Its text never leaves the proxy. */
export class Auth0Refusal extends Error {
  override readonly name = 'Auth0Refusal';
  readonly status: number;
  readonly errorCode: string;
  readonly text: string;
  constructor(status: number, body: unknown) {
    const { errorCode, message } = (body ?? {}) as { errorCode?: unknown; message?: unknown };
    const code = typeof errorCode === 'string' ? errorCode : '';
    super(`Auth0 answered ${status} ${code}`.trimEnd());
    this.status = status;
    this.errorCode = code;
    this.text = typeof message === 'string' ? message : '';
  }
}

const readAttempts = 3;
const firstPauseMs = 200;

/**
 * @throws Auth0Refusal for a 400, 404 or 409, and for a 403 where the call depends on the plan.
 * @throws ProblemError `rate_limited`, `upstream_timeout`, `upstream_unavailable`, `upstream_refused`, `upstream_invalid`.
 */
export async function callAuth0<T>(context: CallContext, call: Call<T>, renewToken: () => void): Promise<T> {
  let tokenRenewed = false;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await attemptOnce(context, call);
    if (outcome.ok) return outcome.value;
    const { status, headers, reason } = outcome;

    if (status === 429) {
      await waitForReset(context, headers);
    } else if (status === 401 && !tokenRenewed) {
      // Tokens die early when the tenant's signing key is rotated out.
      tokenRenewed = true;
      renewToken();
    } else if (mayRepeat(call.kind, status, attempt)) {
      await pause(context, firstPauseMs * 2 ** (attempt - 1), 'upstream_unavailable');
    } else {
      throw interpret(call, status, reason);
    }
  }
}

type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly status: number | null;
      readonly headers: Headers | null;
      readonly reason: unknown;
    };

async function attemptOnce<T>(context: CallContext, { run, answer }: Call<T>): Promise<Attempt<T>> {
  const remaining = Math.min(context.deadline - Date.now(), context.requestTimeoutMs ?? Infinity);
  if (remaining <= 0) throw new ProblemError('upstream_timeout');
  const abortSignal = AbortSignal.timeout(remaining);
  let body: unknown;
  try {
    body = await run({
      abortSignal,
      maxRetries: 0,
      // The SDK's own timer, which it leaves running after a failure; a little longer, so that ours decides.
      timeoutInSeconds: remaining / 1000 + 1,
      headers: { 'x-correlation-id': context.correlationId },
    });
  } catch (reason) {
    if (reason instanceof ProblemError) throw reason;
    if (abortSignal.aborted) throw new ProblemError('upstream_timeout');
    const { statusCode, rawResponse } = reason as {
      statusCode?: number;
      rawResponse?: { headers?: Headers };
    };
    return { ok: false, status: statusCode ?? null, headers: rawResponse?.headers ?? null, reason };
  }
  const checked = answer.safeParse(body);
  if (!checked.success) {
    // The issue paths say which part of the answer is wrong without quoting a person's data.
    const parts = checked.error.issues.map((issue) => issue.path.join('.') || 'the whole').join(', ');
    throw new ProblemError('upstream_invalid', { cause: new Error(`unexpected answer at ${parts}`) });
  }
  return { ok: true, value: checked.data };
}

function mayRepeat(kind: 'read' | 'write', status: number | null, attempt: number): boolean {
  const passing = status === null || status === 408 || status >= 500;
  return kind === 'read' && passing && attempt < readAttempts;
}

/** A refusal nobody expected of a call is the tenant's trouble, not the person's. */
export function asUnavailable(reason: unknown): unknown {
  return reason instanceof Auth0Refusal
    ? new ProblemError('upstream_unavailable', { cause: reason })
    : reason;
}

function interpret({ dependsOnPlan }: Call<unknown>, status: number | null, reason: unknown): Error {
  if (status === 400 || status === 403 || status === 404 || status === 409) {
    const refusal = new Auth0Refusal(status, (reason as { body?: unknown }).body);
    const lacksPlan = dependsOnPlan === true && refusal.errorCode !== 'insufficient_scope';
    if (status !== 403 || lacksPlan) return refusal;
  }
  if (status === 401 || status === 403) {
    return new ProblemError('upstream_refused', {
      cause: new Error(`Auth0 answered ${status} to the proxy's token`),
    });
  }
  const cause = new Error(status === null ? 'no answer from Auth0' : `Auth0 answered ${status}`);
  return new ProblemError('upstream_unavailable', { cause });
}

/** A 429 means that nothing was done, so even a write may be sent again. */
async function waitForReset(context: CallContext, headers: Headers | null): Promise<void> {
  const seconds = secondsUntilReset(headers);
  if (Date.now() + seconds * 1000 >= context.deadline) {
    throw new ProblemError('rate_limited', { retryAfter: seconds });
  }
  // Everybody who was turned away waits for the same second; come back a little apart.
  await pause(context, seconds * 1000 + Math.random() * 250, 'rate_limited');
}

/** `Retry-After` in seconds, else `X-RateLimit-Reset` in UNIX seconds, at least one second and at most a minute. */
function secondsUntilReset(headers: Headers | null): number {
  const retryAfter = Number(headers?.get('retry-after') ?? NaN);
  const reset = Number(headers?.get('x-ratelimit-reset') ?? NaN) - Date.now() / 1000;
  const seconds = Number.isFinite(retryAfter) ? retryAfter : Number.isFinite(reset) ? reset : 1;
  return Math.min(60, Math.max(1, Math.ceil(seconds)));
}

async function pause(
  context: CallContext,
  ms: number,
  code: 'rate_limited' | 'upstream_unavailable',
): Promise<void> {
  if (Date.now() + ms >= context.deadline) {
    throw new ProblemError(code, code === 'rate_limited' ? { retryAfter: Math.ceil(ms / 1000) } : {});
  }
  await new Promise((resolve) => setTimeout(resolve, ms));
}
