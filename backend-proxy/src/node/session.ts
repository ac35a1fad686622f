/** Requests whose access token is in a session of the server, as in a backend for the frontend. */
import type { ProblemCode } from '../../../src/contract/problem.js';

/** Returns whether the proxy answers a path to users only. Probes and metrics come from elsewhere, without a session. */
export function needsToken(url: string, basePath: string): boolean {
  return new URL(url).pathname.startsWith(`${basePath}/v1/`);
}

/**
 * Returns why a request that a cookie authenticates is refused, or `null` if a page of the same origin sent it. Browsers
 * send cookies with requests that other sites cause, and always say which of both it is.
 * https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
 */
export function crossSiteProblem(headers: Headers): ProblemCode | null {
  return headers.get('sec-fetch-site') === 'same-origin' ? null : 'request_cross_site';
}

/** Returns the headers with the session's token, or with none. What the browser says of its own isn't believed. */
export function withToken(given: Headers, token: string | null | undefined): Headers {
  const headers = new Headers(given);
  for (const name of ['authorization', 'dpop', 'cookie']) headers.delete(name);
  if (token) headers.set('authorization', `Bearer ${token}`);
  return headers;
}
