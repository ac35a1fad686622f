import type { Problem, ProblemCode } from '../contract/problem.js';

/** The proxy's problem codes, and codes for failures that never reach it. */
export type ClientProblemCode =
  | ProblemCode
  | 'sign_in_required'
  | 'sign_in_failed'
  | 'sign_in_blocked'
  | 'sign_in_denied'
  | 'proxy_unreachable'
  | 'answer_invalid';

/**
 * A failed call to the proxy. `code` says what happened; `problem` is the proxy's problem document, if it sent one.
 * @example
 * try {
 *   await client.profile.read();
 * } catch (reason) {
 *   if (ProxyProblem.from(reason).code === 'sign_in_required') showSignIn();
 * }
 */
export class ProxyProblem extends Error {
  override readonly name = 'ProxyProblem';
  readonly code: ClientProblemCode;
  readonly problem: Problem | undefined;

  constructor(code: ClientProblemCode, options: { problem?: Problem; cause?: unknown } = {}) {
    super(options.problem?.title ?? code, { cause: options.cause });
    this.code = code;
    this.problem = options.problem;
  }

  /** Returns any thrown value as a problem. A value that isn't one becomes `proxy_unreachable`, with it as the `cause`. */
  static from(reason: unknown): ProxyProblem {
    return isProxyProblem(reason) ? reason : new ProxyProblem('proxy_unreachable', { cause: reason });
  }
}

/** Returns whether the request may have been carried out, and is repeated with the same idempotency key. */
export function isWithoutAnswer(code: ClientProblemCode | undefined): boolean {
  return code === 'proxy_unreachable' || code === 'answer_invalid' || code === 'request_in_progress';
}

/** By name, not by class: a page can hold two copies of this file, such as from a bundle and the drop-in. */
function isProxyProblem(reason: unknown): reason is ProxyProblem {
  return reason instanceof Error && reason.name === 'ProxyProblem';
}

/** Reads a failed response. Returns `answer_invalid` if it isn't a problem document of the proxy. */
export async function readProblem(response: Response): Promise<ProxyProblem> {
  const body: unknown = await response.json().catch(() => null);
  return isProblem(body)
    ? new ProxyProblem(body.code, { problem: body })
    : new ProxyProblem('answer_invalid', { cause: `status ${response.status} without a problem document` });
}

function isProblem(value: unknown): value is Problem {
  const { type, code } = (value ?? {}) as Partial<Problem>;
  // The list of codes isn't shipped to the page. The type repeats the code, which tells ours from others' problems.
  return code !== undefined && type === `urn:orgdesk:problem:${code}`;
}
