/** Finds out which address the browser requested, from a request that was routed to a mounted proxy. */
import type { HostAddress } from './host-request.js';

/** Two addresses of one request: the one to use, and whether the server is mounted as the proxy's `basePath` says. */
export interface MountedAddress {
  readonly url: string;
  readonly mistake: string | null;
}

/**
 * Returns the address to pass on to a proxy with this `basePath`.
 * @param url - The address as Node's adapter reads it, without the path of the mount.
 * @example
 * readAddress('http://app.example/v1/profile', { originalUrl: '/orgdesk/v1/profile' }, '/orgdesk').url
 * // 'http://app.example/orgdesk/v1/profile'
 */
export function readAddress(
  url: string,
  { originalUrl, protocol }: HostAddress,
  basePath: string,
): MountedAddress {
  const routed = new URL(url);
  // Nothing else: an address of two slashes would name another host.
  if (protocol === 'https') routed.protocol = 'https:';
  const asArrived = originalUrl?.startsWith('/') ? new URL(routed.origin + originalUrl) : routed;
  const { pathname } = asArrived;
  if (pathname === routed.pathname) return { url: routed.href, mistake: null };
  if (basePath === '') return { url: routed.href, mistake: withoutBasePath(pathname, routed.pathname) };
  if (isBelow(asArrived, basePath)) return { url: asArrived.href, mistake: null };
  // The server may rewrite paths on purpose.
  if (isBelow(routed, basePath)) return { url: routed.href, mistake: null };
  return { url: asArrived.href, mistake: elsewhere(pathname, basePath) };
}

function isBelow({ pathname }: URL, basePath: string): boolean {
  return pathname === basePath || pathname.startsWith(`${basePath}/`);
}

function withoutBasePath(arrived: string, routed: string): string {
  const mount = arrived.endsWith(routed) ? arrived.slice(0, -routed.length) : arrived;
  return `the proxy is mounted at ${mount}, but its basePath is not set: DPoP proofs can't be checked without a publicUrl`;
}

function elsewhere(arrived: string, basePath: string): string {
  return `the proxy got a request for ${arrived}, but its basePath is ${basePath}: it answers with 404 to everything else`;
}
