import type { createApp } from './app.js';
import type { Transport } from './env.js';
import { faultResponse, type Fault } from './faults.js';
import type { TenantState } from './state.js';

/** Thrown when a fault breaks the connection. The transport decides what that looks like. */
export class ConnectionReset extends Error {
  override readonly name = 'ConnectionReset';
  readonly code = 'ECONNRESET';
}

/**
 * Records a request and applies faults before routes see it. Rejects with {@link ConnectionReset}, or with the
 * signal's reason if the caller aborts.
 */
export async function enter(
  tenant: TenantState,
  app: ReturnType<typeof createApp>,
  request: Request,
  transport: Transport,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const isControl = pathname.startsWith('/__dev/');
  if (isControl || request.method === 'OPTIONS') return app.fetch(request, { transport });

  const answered = tenant.requests.record(request);
  const fault = tenant.faults.take(request.method, pathname);
  const faulty = fault && (await applyFault(fault, request.signal, tenant.clock.seconds()));
  let endpoint: string | undefined;
  const reached = (route: string) => {
    endpoint = route;
  };
  const response = faulty ?? (await app.fetch(request, { transport, reached }));
  answered(response.status, endpoint);
  return fault?.truncateTo === undefined ? response : truncated(response, fault.truncateTo);
}

async function applyFault(fault: Fault, signal: AbortSignal, now: number): Promise<Response | undefined> {
  if (fault.latencyMs !== undefined) await pause(fault.latencyMs, signal);
  if (fault.hang) await pause(longest, signal);
  if (fault.reset) throw new ConnectionReset('read ECONNRESET');
  const status = fault.status ?? (fault.html ? 502 : undefined);
  return status === undefined ? undefined : faultResponse(fault, status, now);
}

/** Cuts off the response body, although the request was processed. */
async function truncated(response: Response, bytes: number): Promise<Response> {
  const body = (await response.arrayBuffer()).slice(0, bytes);
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  headers.delete('x-orgdesk-dev-tenant');
  return new Response(body.byteLength > 0 ? body : null, { status: response.status, headers });
}

/** Maximum timer delay in milliseconds. Keeps the process alive, like an open socket would. */
const longest = 2 ** 31 - 1;

/** Waits, and rejects if the caller aborts. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    const stop = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', stop, { once: true });
  });
  signal.throwIfAborted();
}
