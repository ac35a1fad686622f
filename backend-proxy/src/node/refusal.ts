/** Answers to requests that are refused before they reach the proxy: what they say can't be trusted, or never arrived. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import { ProblemError, toProblem } from '../http/problem-error.js';
import { defaultHeaders, securityHeaders } from '../http/security-headers.js';
import type { ProblemCode } from '../../../src/contract/problem.js';

/**
 * Returns whether a request names exactly one host (RFC 9112 §3.2). A gateway and the proxy could each believe another
 * one of two. HTTP/2 has no such header.
 */
export function hasOneHost({ rawHeaders, httpVersionMajor }: IncomingMessage | Http2ServerRequest): boolean {
  if (httpVersionMajor >= 2) return true;
  const names = rawHeaders.filter((_, index) => index % 2 === 0);
  return names.filter((name) => name.toLowerCase() === 'host').length === 1;
}

/** Refuses a request whose head was read, and ends its connection: its body may be another request. */
export function refuse(outgoing: ServerResponse | Http2ServerResponse): void {
  const { status, headers, body } = refusal('request_malformed');
  outgoing.writeHead(status, headers).end(body);
}

/** The same as a `Response`, for any problem. */
export function refusalResponse(code: ProblemCode): Response {
  const { status, headers, body } = refusal(code);
  return new Response(body, { status, headers });
}

/** The response to a request that the proxy never sees. */
export function refusal(code: ProblemCode) {
  const requestId = crypto.randomUUID();
  const problem = toProblem(new ProblemError(code), requestId);
  const body = JSON.stringify(problem);
  const headers = {
    ...securityHeaders,
    ...defaultHeaders,
    'content-type': 'application/problem+json',
    'content-length': String(new TextEncoder().encode(body).byteLength),
    'x-request-id': requestId,
    connection: 'close',
  };
  return { status: problem.status, headers, body };
}
