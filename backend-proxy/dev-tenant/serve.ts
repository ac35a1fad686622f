import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { assemble, type AssembledTenant, type DevTenantOptions } from './assemble.js';
import { ConnectionReset } from './transport.js';
import type { DevTenant } from './types.js';

export interface ServeOptions extends Omit<DevTenantOptions, 'url'> {
  /** 0 takes any free one. */
  port: number;
  /** Loopback unless `exposedAs` is given as well: passwords, keys and secrets of this tenant are public. */
  host?: string | undefined;
  /**
   * The address under which other machines reach the tenant, such as `http://192.168.1.5:4400`, and its issuer: whoever
   * can open it can be anybody in this tenant. For a network of one's own, never for people.
   */
  exposedAs?: string | undefined;
}

export interface ServedDevTenant {
  readonly tenant: DevTenant;
  readonly url: string;
  /** Ends at once, whatever connections are open. */
  close(): Promise<void>;
}

const loopback = ['127.0.0.1', '::1', 'localhost'];

/** Serves a dev tenant on this machine. Rejects with Node's own error where the port is taken. */
export async function serveDevTenant({
  port,
  host = '127.0.0.1',
  exposedAs,
  ...options
}: ServeOptions): Promise<ServedDevTenant> {
  if (!loopback.includes(host) && exposedAs === undefined) {
    throw new TypeError(`[dev tenant] refuses to listen on "${host}"; only ${loopback.join(', ')} will do`);
  }
  // The tenant's URL contains the port, so the server listens first; no request is read before this turn ends.
  const server = createServer();
  const heard = await listen(server, port, host);
  const url = exposedAs === undefined ? `http://localhost:${heard}` : new URL(exposedAs).origin;
  const assembled = assemble({ ...options, url });
  const names = new Set([...loopback, '[::1]', new URL(url).hostname]);
  const listener = getRequestListener((request, { incoming }) =>
    answer(assembled, names, request, () => incoming.socket?.destroy()),
  );
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing));
  return { tenant: assembled.tenant, url, close: () => close(server) };
}

async function answer(
  { handle }: AssembledTenant,
  names: ReadonlySet<string>,
  request: Request,
  destroy: () => void,
): Promise<Response> {
  // A site that points its own name at 127.0.0.1 must not be able to read from here (DNS rebinding).
  if (!names.has(new URL(request.url).hostname)) return new Response('Misdirected Request', { status: 421 });
  try {
    return await handle(request, 'http');
  } catch (error) {
    if (!(error instanceof ConnectionReset) && !request.signal.aborted) throw error;
    destroy();
    return new Response(null);
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
