/** Answers with a problem document where Node can't parse a request, or stops waiting for it. */
import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { refusal } from '../../node/refusal.js';
import type { ProblemCode } from '../../../../src/contract/problem.js';

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
