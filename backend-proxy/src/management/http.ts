/**
 * Makes every HTTP call to the tenant: one deadline over all attempts, one retry rule, no redirects, and no success but
 * the documented one.
 */
import { ProblemError } from '../http/problem-error.js';
import { Auth0Refusal } from './auth0-refusal.js';
import type { CallScheduler, EndCall } from './call-scheduler.js';
import { UnexpectedResponse, type ExpectedResponse } from './expected-response.js';
import { BodyTooLarge } from './read-text.js';
import { SharedReads } from './shared-reads.js';
import { backoffMs, retryAfterSeconds, secondsUntilReset } from './retry-delay.js';
import type { ResponseHead, Transport, TransportResponse } from './transport.js';

/** Shared by all calls of one incoming request. */
export interface CallContext {
  /** Sent as `X-Correlation-ID`, which Auth0 writes to the tenant's log. */
  readonly correlationId: string;
  /** When the request gives up, in milliseconds since the epoch. */
  readonly deadline: number;
  /** Background work: interactive calls go first. */
  readonly background?: true;
  /** The organization that the work is done for: organizations take turns. */
  readonly organizationId?: string;
  /** Limit of one attempt, for work whose deadline is far off. */
  readonly requestTimeoutMs?: number;
  /** What emails look like that a call sends. */
  readonly emails?: {
    /** Application whose login route and templates are used; `null` for the tenant's default. */
    readonly clientId: string | null;
    /** Custom domain that links lead to; `null` for the tenant's default. */
    readonly domain: string | null;
  };
  /** Called before each attempt to send a write. If it rejects, the write isn't sent. */
  readonly onWrite?: () => void | Promise<void>;
  /** Called when Auth0 rejected a write before it did anything. */
  readonly onWriteRejected?: () => void;
  /** Ends the wait for a turn or for a rate limit. What waits then fails with `rate_limited`. */
  readonly stopWaiting?: AbortSignal;
  /** Receives the reason why rows of a list were left out. */
  readonly warn?: (message: string) => void;
}

export interface HttpRequest<T> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly body?: object;
  readonly expect: ExpectedResponse<T>;
  /** Bearer token, renewed once after a 401. */
  readonly token?: { get(): Promise<string>; renew(): void };
  /** A write that can be repeated without effect. Reads always can. */
  readonly repeatable?: true;
  /** Awaited before each attempt to send a write, after every wait. If it rejects, the write isn't sent. */
  readonly beforeWrite?: () => Promise<void>;
  /** Auth0 sends an email, with a link to one of the tenant's domains. */
  readonly sendsEmail?: true;
  /** From `rateLimitGroup`. Calls without one aren't scheduled. */
  readonly rateLimitGroup?: string;
  /** Some plans lack this endpoint: a 403 that is not about scopes is a refusal, not a misconfiguration. */
  readonly dependsOnPlan?: true;
}

/**
 * Sends a request and returns the parsed body of its success.
 *
 * Reads are repeated after a lost connection, 408 and 5xx. Writes are repeated only after 401 and 429, which Auth0
 * sends before it does anything; {@link isOutcomeUnknown} says which of their failures leave the outcome open.
 * @throws {Auth0Refusal} for 400, 404 and 409, and for 403 where the call depends on the plan
 * @throws {ProblemError} `rate_limited`, `upstream_timeout`, `upstream_unavailable`, `upstream_refused`, `upstream_invalid`
 */
type Http = <T>(context: CallContext, request: HttpRequest<T>) => Promise<T>;

const maxReadAttempts = 3;
const maxRefusalBytes = 64 * 1024;
/** Share of the remaining time that a write leaves for looking up its outcome, and its limit. */
const lookupShare = 0.2;
const maxLookupMs = 2_000;
/** Spreads out clients that were limited at the same moment. */
const resetJitterMs = 250;

/** Share of the time until the deadline that is kept for the response, and its limit. */
const responseShare = 0.2;
const maxResponseMs = 1_000;

export function createHttp(send: Transport, scheduler: CallScheduler | null = null): Http {
  const reads = new SharedReads<Answer>();

  async function attempt(
    context: CallContext,
    request: HttpRequest<unknown>,
    deadline: number,
  ): Promise<Answer | null> {
    const end = await startCall(scheduler, context, request, deadline);
    let answer: Answer | null = null;
    try {
      const timeoutMs = Math.min(deadline - Date.now(), context.requestTimeoutMs ?? Infinity);
      answer = await within(timeoutMs, (signal) => exchange(send, context, request, signal));
      return answer;
    } finally {
      end(answer);
    }
  }

  async function perform(context: CallContext, request: HttpRequest<unknown>): Promise<Answer> {
    const isRepeatable = request.method === 'GET' || request.repeatable === true;
    const deadline = isRepeatable ? context.deadline : writeDeadline(context.deadline);
    let isTokenRenewed = false;
    for (let attempts = 1; ; attempts += 1) {
      const answer = await attempt(context, request, deadline);
      if (answer?.isExpected) return answer;

      if (answer?.status === 429) {
        if (request.method !== 'GET') context.onWriteRejected?.();
        const seconds = secondsUntilReset(answer.headers) ?? 2 ** (attempts - 1);
        const ms = seconds * 1000 + Math.random() * resetJitterMs;
        await pause(ms, deadline, new ProblemError('rate_limited', { retryAfter: seconds }), context);
      } else if (answer?.status === 401 && request.token && !isTokenRenewed) {
        // Tokens die early when the tenant rotates its signing key.
        isTokenRenewed = true;
        request.token.renew();
      } else if (isRepeatable && isTransient(answer) && attempts < maxReadAttempts) {
        const retryAfter = answer && retryAfterSeconds(answer.headers);
        const ms = Math.max(backoffMs(attempts), (retryAfter ?? 0) * 1000);
        await pause(ms, deadline, failureOf(request, answer), context);
      } else {
        throw failureOf(request, answer);
      }
    }
  }

  return async (context, request) => {
    const run = () => perform(context, request);
    const answer = await (request.method === 'GET'
      ? reads.join(keyOf(context, request), run)
      : run().finally(() => reads.separate()));
    return parse(request.expect, answer, context.warn);
  };
}

/** People don't join background calls, which wait for them. */
function keyOf({ background }: CallContext, { url, expect, dependsOnPlan }: HttpRequest<unknown>): string {
  return `${expect.statuses.join()} ${expect.maxBytes} ${dependsOnPlan} ${background} ${url}`;
}

/** @throws {ProblemError} `rate_limited` if the call can't start in time */
async function startCall(
  scheduler: CallScheduler | null,
  { organizationId = '', background, stopWaiting }: CallContext,
  { rateLimitGroup }: HttpRequest<unknown>,
  deadline: number,
): Promise<EndCall> {
  if (scheduler === null || rateLimitGroup === undefined) return () => undefined;
  const remaining = deadline - Date.now();
  const startBy = deadline - Math.min(maxResponseMs, remaining * responseShare);
  const call = { group: rateLimitGroup, startBy, organizationId, isBackground: background === true };
  const end = await scheduler.start(call, stopWaiting);
  if (end === null) throw new ProblemError('rate_limited', { retryAfter: 1 });
  return end;
}

/**
 * Returns whether a write that failed with this reason may have been carried out: there was no response, or none that
 * can be believed. Refusals and rate limits come before Auth0 does anything.
 */
export function isOutcomeUnknown(reason: unknown): boolean {
  return reason instanceof ProblemError && outcomeUnknown.has(reason.code);
}

const outcomeUnknown: ReadonlySet<string> = new Set([
  'outcome_unknown',
  'upstream_invalid',
  'upstream_timeout',
  'upstream_unavailable',
]);

/** A response, read. `null` in its place means that the connection broke. */
interface Answer extends ResponseHead {
  readonly isExpected: boolean;
  readonly text: string;
}

async function exchange(
  send: Transport,
  context: CallContext,
  request: HttpRequest<unknown>,
  signal: AbortSignal,
): Promise<Answer | null> {
  try {
    return await converse(send, context, request, signal);
  } catch (reason) {
    if (reason instanceof BodyTooLarge) throw new ProblemError('upstream_invalid', { cause: reason });
    // From the token request, or before a write.
    if (reason instanceof ProblemError) throw reason;
    if (signal.aborted) throw timedOut();
    return null;
  }
}

/** After each wait, checks whether someone still waits: nothing may be sent later on. */
async function converse(
  send: Transport,
  { correlationId, emails, onWrite }: CallContext,
  { method, url, body, expect, token, beforeWrite, sendsEmail }: HttpRequest<unknown>,
  signal: AbortSignal,
): Promise<Answer> {
  const headers = {
    accept: 'application/json',
    'x-correlation-id': correlationId,
    ...(body && { 'content-type': 'application/json' }),
    ...(sendsEmail && emails?.domain && { 'auth0-custom-domain': emails.domain }),
    ...(token && { authorization: `Bearer ${await token.get()}` }),
  };
  signal.throwIfAborted();
  if (method !== 'GET') {
    if (beforeWrite) await orInternal(beforeWrite);
    signal.throwIfAborted();
    if (onWrite) await orInternal(onWrite);
    signal.throwIfAborted();
  }
  const response = await send({ method, url, headers, ...(body && { body: JSON.stringify(body) }), signal });
  signal.throwIfAborted();
  const { status } = response;
  const isExpected = expect.statuses.includes(status);
  const text = await (isExpected ? response.text(expect.maxBytes) : readRefusal(response));
  return { status, isExpected, headers: response.headers, text };
}

/** Any other error would look like a broken connection. */
async function orInternal(hook: () => void | Promise<void>): Promise<void> {
  try {
    await hook();
  } catch (cause) {
    throw cause instanceof ProblemError ? cause : new ProblemError('internal', { cause });
  }
}

async function readRefusal(response: TransportResponse): Promise<string> {
  if (response.status >= 400) return response.text(maxRefusalBytes);
  response.discard();
  return '';
}

function parse<T>(
  expect: ExpectedResponse<T>,
  answer: Answer,
  warn: (message: string) => void = () => undefined,
): T {
  try {
    return expect.parse(answer.text, answer, warn);
  } catch (reason) {
    if (!(reason instanceof UnexpectedResponse)) throw reason;
    throw new ProblemError('upstream_invalid', { cause: reason });
  }
}

function isTransient(answer: Answer | null): boolean {
  return answer === null || answer.status === 408 || answer.status >= 500;
}

function failureOf({ dependsOnPlan }: HttpRequest<unknown>, answer: Answer | null): Error {
  if (answer === null) {
    return new ProblemError('upstream_unavailable', { cause: new Error('no answer from Auth0') });
  }
  const { status } = answer;
  const cause = new Error(`Auth0 answered ${status}`);
  // An undocumented success, or a redirect.
  if (status < 400) return new ProblemError('upstream_invalid', { cause });
  const refusal = refusalOf(answer);
  if (status === 400 || status === 404 || status === 409) {
    return refusal ?? new ProblemError('upstream_invalid', { cause });
  }
  if (status === 403 && dependsOnPlan && refusal && refusal.errorCode !== 'insufficient_scope') {
    return refusal;
  }
  if (status === 401 || status === 403) return new ProblemError('upstream_refused', { cause });
  return new ProblemError('upstream_unavailable', { cause });
}

/** Returns `null` for a page of a gateway in front of Auth0: Auth0's own refusals are JSON. */
function refusalOf({ status, text }: Answer): Auth0Refusal | null {
  if (text === '') return new Auth0Refusal(status, null);
  try {
    return new Auth0Refusal(status, JSON.parse(text));
  } catch {
    return null;
  }
}

function writeDeadline(deadline: number): number {
  const remaining = Math.max(0, deadline - Date.now());
  return deadline - Math.min(maxLookupMs, Math.floor(remaining * lookupShare));
}

function timedOut(): ProblemError {
  return new ProblemError('upstream_timeout', { cause: new Error('no answer from Auth0 in time') });
}

/** @throws `failure` at once if the pause would outlast the deadline, and `rate_limited` when the wait is stopped */
async function pause(
  ms: number,
  deadline: number,
  failure: Error,
  { stopWaiting }: CallContext,
): Promise<void> {
  if (Date.now() + ms >= deadline) throw failure;
  const stopped = new ProblemError('rate_limited', { retryAfter: 1, cause: failure });
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(stopped);
    };
    const timer = setTimeout(() => {
      stopWaiting?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    stopWaiting?.addEventListener('abort', stop, { once: true });
    if (stopWaiting?.aborted) stop();
  });
}

/**
 * Ends work that takes longer, even if the host's transport ignores the signal.
 * @throws {ProblemError} `upstream_timeout`
 */
async function within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  if (ms <= 0) throw timedOut();
  // Not `AbortSignal.timeout`: its timer would keep everything about the call in memory until the deadline.
  const timeout = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      timer = setTimeout(() => {
        timeout.abort();
        reject(timedOut());
      }, ms);
      work(timeout.signal).then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
  }
}
