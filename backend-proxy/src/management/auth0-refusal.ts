/** Refusals by Auth0 that a caller interprets, and the problems the rest become. */
import { ProblemError } from '../http/problem-error.js';

/**
 * Auth0 refused a call for a reason that depends on the call: 400, 404, 409, or 403 for a plan that lacks the endpoint.
 * `text` is for matching only: it can name connections and tenants, so it never leaves the proxy.
 */
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

/** Returns whether Auth0 answered that the addressed resource does not exist. */
export function isNotFound(reason: unknown): boolean {
  return reason instanceof Auth0Refusal && reason.status === 404;
}

/** Turns a refusal that the call does not expect into `upstream_unavailable`; returns anything else unchanged. */
export function asUnavailable(reason: unknown): unknown {
  return reason instanceof Auth0Refusal
    ? new ProblemError('upstream_unavailable', { cause: reason })
    : reason;
}

/** Rethrows a failure; for `catch` handlers of calls where no refusal has a meaning of its own. */
export function failUnavailable(reason: unknown): never {
  throw asUnavailable(reason);
}
