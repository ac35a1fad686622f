import type { createApp } from './app.js';
import type { Transport } from './env.js';
import { faultResponse, type Fault } from './faults.js';
import type { TenantState } from './state.js';

/** Thrown when a fault breaks the connection; what that looks like depends on the transport. */
export class ConnectionReset extends Error {
  override readonly name = 'ConnectionReset';
  readonly code = 'ECONNRESET';
}

/**
 * What happens to every request before a route sees it: it is noted, and then mishaps befall it. Rejects with
 * {@link ConnectionReset}, or with the signal's reason when the caller gives up.
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
  const mishap = fault && (await befall(fault, request.signal, tenant.clock.seconds()));
  const response = mishap ?? (await app.fetch(request, { transport }));
  answered(response.status);
  return response;
}

async function befall(fault: Fault, signal: AbortSignal, now: number): Promise<Response | undefined> {
  if (fault.latencyMs !== undefined) await pause(fault.latencyMs, signal);
  if (fault.hang) await pause(longest, signal);
  if (fault.reset) throw new ConnectionReset('read ECONNRESET');
  return fault.status === undefined ? undefined : faultResponse(fault, fault.status, now);
}

/** The most milliseconds a timer takes; it keeps the process alive meanwhile, as an open socket would. */
const longest = 2 ** 31 - 1;

/** Waits, and rejects as soon as the caller gives up. */
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
