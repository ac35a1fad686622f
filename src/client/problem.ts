import type { Problem, ProblemCode } from '../contract/problem.js';

/** The proxy's codes, and the failures that never reach it. */
export type ClientProblemCode =
  ProblemCode | 'sign_in_required' | 'sign_in_failed' | 'proxy_unreachable' | 'answer_invalid';

/**
 * Every failure of a call to the proxy. `code` decides what a page shows; `problem` is the proxy's own answer,
 * where there was one.
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

  /** Any thrown value as a problem: what is not one already is a failure to reach the proxy. */
  static from(reason: unknown): ProxyProblem {
    return isProxyProblem(reason) ? reason : new ProxyProblem('proxy_unreachable', { cause: reason });
  }
}

/** By name, not by class: a page may come to hold two copies of this file (a bundle and the drop-in, or a `?v=`). */
function isProxyProblem(reason: unknown): reason is ProxyProblem {
  return reason instanceof Error && reason.name === 'ProxyProblem';
}

/** Reads a refused answer; anything that is not one of the proxy's problems counts as an invalid answer. */
export async function readProblem(response: Response): Promise<ProxyProblem> {
  const body: unknown = await response.json().catch(() => null);
  return isProblem(body)
    ? new ProxyProblem(body.code, { problem: body })
    : new ProxyProblem('answer_invalid', { cause: `status ${response.status} without a problem document` });
}

function isProblem(value: unknown): value is Problem {
  const { type, code } = (value ?? {}) as Partial<Problem>;
  // The table of codes stays in the proxy: a page trusts the type, which names the code once more.
  return code !== undefined && type === `urn:orgdesk:problem:${code}`;
}
