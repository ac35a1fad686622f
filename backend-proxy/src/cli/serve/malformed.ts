/** Answers to requests that are refused before they reach the proxy: what they say can't be trusted, or never arrived. */
import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { ProblemError, toProblem } from '../../http/problem-error.js';
import { defaultHeaders, securityHeaders } from '../../http/security-headers.js';
import type { ProblemCode } from '../../../../src/contract/problem.js';

/**
 * Returns whether a request names exactly one host (RFC 9112 §3.2). A gateway and the proxy could each believe another
 * one of two.
 */
export function hasOneHost({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): boolean {
  const names = rawHeaders.filter((_, index) => index % 2 === 0);
  return names.filter((name) => name.toLowerCase() === 'host').length === 1;
}

/** Refuses a request whose head was read, and ends its connection: its body may be another request. */
export function refuse(outgoing: ServerResponse): void {
  const { status, headers, body } = refusal('request_malformed');
  outgoing.writeHead(status, headers).end(body);
}

/** The same for `getRequestListener`, which can reject the host or the address of a request. */
export function malformedResponse(): Response {
  const { status, headers, body } = refusal('request_malformed');
  return new Response(body, { status, headers });
}

/** Answers with a problem document where Node can't parse a request, or stops waiting for it. */
export function answerClientErrors(server: Server): void {
  const open = new WeakMap<Duplex, Set<ServerResponse>>();
  server.on('request', (incoming, outgoing) => {
    const responses = open.get(incoming.socket) ?? new Set();
    open.set(incoming.socket, responses.add(outgoing));
    outgoing.once('close', () => responses.delete(outgoing));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const isAnswering = [...(open.get(socket) ?? [])].some(({ headersSent }) => headersSent);
    // In the middle of another response, this one would be read as a part of it.
    if (socket.writable && !isAnswering) socket.write(rawRefusal(codeOf(error)));
    socket.destroy(error);
  });
}

/** https://nodejs.org/api/http.html#event-clienterror */
function codeOf({ code }: NodeJS.ErrnoException): ProblemCode {
  if (code === 'HPE_HEADER_OVERFLOW') return 'headers_too_large';
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') return 'body_too_large';
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'request_incomplete';
  return 'request_malformed';
}

function rawRefusal(code: ProblemCode): string {
  const { status, headers, body } = refusal(code);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n');
}

function refusal(code: ProblemCode) {
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
