import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { assemble, type AssembledTenant, type DevTenantOptions } from './assemble.js';
import { ConnectionReset } from './transport.js';
import type { DevTenant } from './types.js';

export interface ServeOptions extends Omit<DevTenantOptions, 'url'> {
  /** Port to listen on; 0 for any free port. */
  port: number;
  /**
   * Host to listen on. Loopback only, unless `exposedAs` is set: this tenant's passwords, keys, and secrets are
   * public.
   */
  host?: string | undefined;
  /**
   * URL under which other machines reach the tenant, such as `http://192.168.1.5:4400`; also its issuer. Anyone who
   * can open it can sign in as anyone. For private networks only, never for real users.
   */
  exposedAs?: string | undefined;
}

export interface ServedDevTenant {
  readonly tenant: DevTenant;
  readonly url: string;
  /** Stops the server and closes open connections. */
  close(): Promise<void>;
}

const loopback = ['127.0.0.1', '::1', 'localhost'];

/**
 * Serves a dev tenant over HTTP.
 *
 * @throws TypeError if `host` isn't loopback and `exposedAs` isn't set; Node's error if the port is taken
 * @example
 * const { tenant, url, close } = await serveDevTenant({
 *   port: 4400, // 0 for any free port
 *   host: '127.0.0.1', // default; other hosts require `exposedAs`
 *   seed: 'acme', // and all other options of createDevTenant except `url`
 * });
 * console.log(url, tenant.personas.map(({ email }) => email)); // http://localhost:4400 ['ada@acme.example', …]
 * await close();
 */
export async function serveDevTenant({
  port,
  host = '127.0.0.1',
  exposedAs,
  ...options
}: ServeOptions): Promise<ServedDevTenant> {
  if (!loopback.includes(host) && exposedAs === undefined) {
    throw new TypeError(`[dev tenant] refuses to listen on "${host}"; only ${loopback.join(', ')} will do`);
  }
  // The tenant's URL contains the port, so listen first. No request is handled before this turn ends.
  const server = createServer();
  const heard = await listen(server, port, host);
  const url = exposedAs === undefined ? `http://localhost:${heard}` : new URL(exposedAs).origin;
  const assembled = assemble({ ...options, url });
  const names = new Set([...loopback, '[::1]', new URL(url).hostname, ...hostnamesOf(options.customDomains)]);
  const listener = getRequestListener((request, { incoming }) =>
    answer(assembled, names, request, () => incoming.socket?.destroy()),
  );
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing));
  return { tenant: assembled.tenant, url, close: () => close(server) };
}

function hostnamesOf(urls: readonly string[] = []): readonly string[] {
  return urls.map((url) => new URL(url).hostname);
}

async function answer(
  { handle }: AssembledTenant,
  names: ReadonlySet<string>,
  request: Request,
  destroy: () => void,
): Promise<Response> {
  // Prevents DNS rebinding: a site that resolves its own name to 127.0.0.1 must not read from here.
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
