/** Mounts the proxy in servers that speak Node's `http` API. Public entry `orgdesk-proxy/node`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import process from 'node:process';
import { getRequestListener } from '@hono/node-server';
import type { Proxy } from '../index.js';
import { readAddress } from './address.js';
import type { HostRequest } from './host-request.js';
import { recoverBody, type RecoveredBody } from './parsed-body.js';
import { hasOneHost, refusalResponse, refuse } from './refusal.js';
import { crossSiteProblem, needsToken, withToken } from './session.js';

export { nodeTransport } from './transport.js';

type Incoming = IncomingMessage | Http2ServerRequest;

/** Answers a request of Node's `http`, `https`, or `http2` (through its compatibility API). */
export type NodeHandler<R extends Incoming = Incoming> = (
  incoming: R,
  outgoing: ServerResponse | Http2ServerResponse,
) => void;

export interface NodeHandlerOptions<R extends Incoming = Incoming> {
  /**
   * Returns the access token of the session that a cookie of the request names, for a backend for the frontend. Then
   * requests have to come from pages of the same origin (`Sec-Fetch-Site`; others get 403 `request_cross_site`), and a token
   * of the browser is ignored. Return nothing if there is no session. Default: the browser sends the token.
   * @example (request) => request.oidc.accessToken?.access_token // express-openid-connect
   */
  readonly accessToken?: (incoming: R) => Token | Promise<Token>;
}

type Token = string | null | undefined;

/**
 * Returns a handler for Node's servers, Express, Connect, and the raw requests of Fastify. It answers every request that
 * it gets, so mount it at the proxy's `basePath`.
 *
 * - A body that a parser has read is taken from `req.rawBody` or `req.body`. If neither has it, requests that need one
 *   are answered with 500 `body_unavailable`.
 * - The scheme is `req.protocol`, which Express derives from `trust proxy`. `X-Forwarded-…` headers themselves are
 *   ignored: set `publicUrl` if a gateway changes the host or the path.
 * - Responses are streamed at the reader's speed. When the reader disconnects, the request's `signal` is aborted, and the
 *   stream canceled.
 * @example
 * import express from 'express';
 * import { createProxy, readProxyOptions } from 'orgdesk-proxy';
 * import { toNodeHandler } from 'orgdesk-proxy/node';
 *
 * const proxy = createProxy({ ...readProxyOptions(process.env), basePath: '/orgdesk' });
 * express().use('/orgdesk', toNodeHandler(proxy)).listen(3000);
 */
export function toNodeHandler<R extends Incoming = Incoming>(
  proxy: Pick<Proxy, 'fetch' | 'basePath'>,
  { accessToken }: NodeHandlerOptions<R> = {},
): NodeHandler<R> {
  const warn = createMountWarning();
  const answer = async (request: Request, incoming: R): Promise<Response> => {
    const hosted: HostRequest = incoming;
    const { url, mistake } = readAddress(request.url, hosted, proxy.basePath);
    if (mistake !== null) warn(mistake);
    const body = request.method === 'GET' || request.method === 'HEAD' ? null : recoverBody(hosted);
    if (!accessToken || !needsToken(url, proxy.basePath)) {
      return proxy.fetch(changeRequest(request, { url, body, headers: null }));
    }
    const problem = crossSiteProblem(request.headers);
    if (problem !== null) return refusalResponse(problem);
    const token = await readToken(accessToken, incoming);
    if (token === failed) return refusalResponse('internal');
    return proxy.fetch(changeRequest(request, { url, body, headers: withToken(request.headers, token) }));
  };
  const listener = getRequestListener((request, { incoming }) => answer(request, incoming as R), {
    errorHandler: () => refusalResponse('request_malformed'),
    // The globals belong to the application.
    overrideGlobalObjects: false,
  });
  return (incoming, outgoing) => {
    if (hasOneHost(incoming)) void listener(incoming, outgoing);
    else refuse(outgoing);
  };
}

const failed = Symbol('failed');

async function readToken<R extends Incoming>(
  accessToken: Required<NodeHandlerOptions<R>>['accessToken'],
  incoming: R,
): Promise<Token | typeof failed> {
  try {
    return await accessToken(incoming);
  } catch (reason) {
    process.emitWarning(reason instanceof Error ? reason : String(reason));
    return failed;
  }
}

/** What differs from the request that the adapter has read. `null`: nothing. */
interface Changes {
  readonly url: string;
  readonly body: RecoveredBody;
  readonly headers: Headers | null;
}

function changeRequest(request: Request, { url, body: recovered, headers: changed }: Changes): Request {
  if (url === request.url && recovered === null && changed === null) return request;
  const { method, signal } = request;
  const headers = new Headers(changed ?? request.headers);
  // It was the length of another text.
  if (recovered !== null) headers.delete('content-length');
  const body = recovered ?? request.body;
  return new Request(url, { method, headers, signal, body, ...(body !== null && { duplex: 'half' }) });
}

/** Returns a function that warns once: each request would say the same. */
function createMountWarning(): (message: string) => void {
  let isQuiet = false;
  return (message) => {
    if (!isQuiet) process.emitWarning(message, { type: 'OrgdeskWarning', code: 'ORGDESK_BASE_PATH' });
    isQuiet = true;
  };
}
