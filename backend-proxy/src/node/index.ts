/** Mounts the proxy in servers that speak Node's `http` API. Public entry `orgdesk-proxy/node`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import process from 'node:process';
import { getRequestListener } from '@hono/node-server';
import type { Proxy } from '../index.js';
import { readAddress } from './address.js';
import type { HostRequest } from './host-request.js';
import { recoverBody } from './parsed-body.js';
import { hasOneHost, malformedResponse, refuse } from './refusal.js';

/** Answers a request of Node's `http`, `https`, or `http2` (through its compatibility API). */
export type NodeHandler = (
  incoming: IncomingMessage | Http2ServerRequest,
  outgoing: ServerResponse | Http2ServerResponse,
) => void;

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
 * import { createProxy } from 'orgdesk-proxy';
 * import { toNodeHandler } from 'orgdesk-proxy/node';
 *
 * const proxy = createProxy({ …, basePath: '/orgdesk' });
 * express().use('/orgdesk', toNodeHandler(proxy)).listen(3000);
 */
export function toNodeHandler(proxy: Pick<Proxy, 'fetch' | 'basePath'>): NodeHandler {
  const warn = createMountWarning();
  const listener = getRequestListener(
    (request, { incoming }) => {
      const hosted: HostRequest = incoming;
      const { url, mistake } = readAddress(request.url, hosted, proxy.basePath);
      if (mistake !== null) warn(mistake);
      return proxy.fetch(restoreRequest(request, url, hosted));
    },
    // The globals belong to the application.
    { errorHandler: malformedResponse, overrideGlobalObjects: false },
  );
  return (incoming, outgoing) => {
    if (hasOneHost(incoming)) void listener(incoming, outgoing);
    else refuse(outgoing);
  };
}

/** Returns the request as it was before the server routed it and read its body. */
function restoreRequest(request: Request, url: string, incoming: HostRequest): Request {
  const { method, signal } = request;
  const recovered = method === 'GET' || method === 'HEAD' ? null : recoverBody(incoming);
  if (recovered === null && url === request.url) return request;
  const headers = new Headers(request.headers);
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
