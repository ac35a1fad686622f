/** Middleware around every route: the request ID, response headers, the log entry, and the error handler. */
import type { Context, MiddlewareHandler } from 'hono';
import { problemStatus } from '../../../src/contract/problem.js';
import type { AuditAction } from '../../../src/contract/activity.js';
import type { Actor } from '../access/actor.js';
import type { CallContext } from '../management/index.js';
import type { LogEntry, Settings } from '../options.js';
import { ProblemError, toProblem } from './problem-error.js';
import { describeError } from '../describe-error.js';
import { challengeOf } from './challenge.js';
import { createNonces } from './dpop-nonces.js';
import { defaultHeaders, securityHeaders } from './security-headers.js';

interface RequestVariables {
  requestId: string;
  call: CallContext;
  problem?: ProblemError;
  /** The nonce of the next DPoP proof, if it isn't the current one of `dpopNonceSecret`. */
  dpopNonce?: string;
  /** A probe that found nothing to report: it isn't logged. */
  isProbe?: boolean;
  /** Message of the error that the host's `audit` callback threw. */
  auditFailure?: string;
  /** What the request is recorded as, where its path doesn't say. */
  auditAction?: AuditAction;
  /** The caller's reason, as soon as it is read. */
  auditReason?: string;
  recordedActions?: readonly AuditAction[];
  /** Called before the first write of a request that has an `Idempotency-Key`. */
  beforeWrite?: () => Promise<void>;
  /** Whether a write was sent to Auth0. */
  hasWritten?: true;
  /** Whether the request only asks what would happen. */
  isDryRun?: true;
}

/** The actor of a request, and how its calls to Auth0 are made: the deadline and the correlation ID. */
export interface RequestContext {
  readonly actor: Actor;
  readonly call: CallContext;
}

/** Environment of any request. The actor is known only after authentication. */
export interface ProxyEnv {
  Variables: RequestVariables & { actor?: Actor };
}

/** Environment of requests below `/v1`, which have all passed the authentication middleware. */
export interface AuthenticatedEnv {
  Variables: RequestVariables & { actor: Actor };
}

const security = Object.entries(securityHeaders);
const defaults = Object.entries(defaultHeaders);

/** Middleware for every request: sets `requestId` and `call`, adds headers to the response, and logs the request. */
export function openRequest(settings: Settings): MiddlewareHandler<ProxyEnv> {
  const nonces = settings.dpopNonceSecret === null ? null : createNonces(settings.dpopNonceSecret);
  return async function request(context, next) {
    const requestId = crypto.randomUUID();
    const startedAt = Date.now();
    context.set('requestId', requestId);
    const warnings: string[] = [];
    context.set('call', {
      correlationId: requestId,
      deadline: startedAt + settings.deadlineMs,
      warn: (message) => void warnings.push(message),
      onWrite: async () => {
        if (context.get('hasWritten')) return;
        await context.get('beforeWrite')?.();
        context.set('hasWritten', true);
      },
    });
    await next();
    const nonce = context.get('dpopNonce') ?? (await nonces?.current());
    // Not `context.header`, which copies a response that is there already, and its body, for each header.
    const { headers } = context.res;
    headers.set('x-request-id', requestId);
    if (nonce !== undefined) headers.set('dpop-nonce', nonce);
    for (const [name, value] of security) headers.set(name, value);
    for (const [name, value] of defaults) if (!headers.has(name)) headers.set(name, value);
    headers.append('vary', 'Authorization');
    if (!context.get('isProbe')) logRequest(settings, context, startedAt, warnings);
  };
}

function logRequest(
  settings: Settings,
  context: Context<ProxyEnv>,
  startedAt: number,
  warnings: readonly string[],
): void {
  const actor = context.get('actor');
  const problem = context.get('problem');
  const auditFailure = context.get('auditFailure');
  const broken = problem && problemStatus[problem.code] >= 500;
  settings.log({
    requestId: context.get('requestId'),
    method: context.req.method,
    path: context.req.path,
    status: context.res.status,
    durationMs: Date.now() - startedAt,
    ...(problem && { code: problem.code }),
    ...(actor && { userId: actor.userId, organizationId: actor.organizationId }),
    ...(warnings.length > 0 && { cause: warnings.join('; ') }),
    ...(auditFailure !== undefined && { cause: `audit: ${auditFailure}` }),
    ...(broken && problem.cause instanceof Error && { cause: describeError(problem.cause) }),
  });
}

/** What the log says of an authenticated request besides how it ended. */
export function loggedRequestOf(
  context: Context<AuthenticatedEnv>,
): Pick<LogEntry, 'requestId' | 'method' | 'path' | 'userId' | 'organizationId'> {
  const { userId, organizationId } = context.get('actor');
  const { method, path } = context.req;
  return { requestId: context.get('requestId'), method, path, userId, organizationId };
}

/** Error handler: responds with a problem document. Anything but a ProblemError becomes `internal`, without details. */
export function answerProblem(
  { dpop }: Pick<Settings, 'dpop'>,
  reason: unknown,
  context: Context<ProxyEnv>,
): Response {
  const error = reason instanceof ProblemError ? reason : new ProblemError('internal', { cause: reason });
  const problem = toProblem(error, context.get('requestId'));
  context.set('problem', error);
  context.header('content-type', 'application/problem+json');
  if (problem.retryAfter !== undefined) context.header('retry-after', String(problem.retryAfter));
  const challenge = challengeOf(error, context.req.header('authorization'), dpop);
  if (challenge) context.header('www-authenticate', challenge);
  return context.body(JSON.stringify(problem), problem.status as 400);
}
