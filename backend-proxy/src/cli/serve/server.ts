import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { hasOneHost, refusalResponse, refuse } from '../../node/refusal.js';
import { answerClientErrors } from './malformed.js';

export interface RunningServer {
  readonly url: string;
  /** Stops listening, and waits for requests under way, 10 seconds at most. */
  close(): Promise<void>;
}

/** Time limit for requests under way after the process is asked to end. */
const graceMs = 10_000;

export interface ServerSettings {
  readonly host: string;
  readonly port: number;
  /** Time limit for the head of a request. The whole request can take twice as long. */
  readonly timeoutMs?: number;
}

/** @throws Node's own error, such as EADDRINUSE. */
export async function startServer(
  fetch: (request: Request) => Promise<Response>,
  { host, port, timeoutMs = 15_000 }: ServerSettings,
): Promise<RunningServer> {
  const limits = {
    // Ours refuses two as well, and with a problem document.
    requireHostHeader: false,
    headersTimeout: timeoutMs,
    requestTimeout: 2 * timeoutMs,
    connectionsCheckingInterval: timeoutMs / 3,
  };
  // Not `toNodeHandler`: nothing is mounted here, so no path and no body needs restoring. And the process is ours, so the
  // adapter can replace the global `Response` by its own, which is written without a stream.
  const listener = getRequestListener(fetch, { errorHandler: () => refusalResponse('request_malformed') });
  const server = createServer(limits, (incoming, outgoing) => {
    if (hasOneHost(incoming)) void listener(incoming, outgoing);
    else refuse(outgoing);
  });
  answerClientErrors(server);
  await listen(server, port, host);
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { url: `http://${name}:${address.port}`, close: () => close(server) };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close((error) => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve();
    });
    server.closeIdleConnections();
  });
}
